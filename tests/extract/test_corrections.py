"""Numbers that their page takes back, and older numbers that were right in their time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.cases import Row, document_of, gold_of, rows_of

from tallybook.extract import verify_claims
from tallybook.lexicon import load_lexicon
from tallybook.model import Claim, Document, Evidence, Span
from tallybook.pipeline import extract_claims, keep_proven
from tallybook.registry import load_registry
from tallybook.view import claim_json

CASES = Path(__file__).parent.parent / "cases" / "en" / "corrections.jsonl"
NOTICE = "Correction: An earlier version of this article said 460 goats died. "

TAKEN_BACK = [
    # revised downwards, or upwards because the count was wrong
    ("Rescuers revised the toll to 17 from 23.", {"23": "revised the toll to 17 from 23"}),
    ("The toll was revised from 23 to 17, the mayor said.", {"23": "revised from 23 to 17"}),
    ("After a recount the clinic revised the toll from 17 to 23.", {"17": "revised the toll from 17 to 23"}),
    ("Revising an initial count of 23, the mayor said 17 people died.", {"23": "Revising an initial count of 23"}),
    ("Toll from Quito blaze lowered to 17 from 23", {"23": "Toll from Quito blaze lowered to 17 from 23"}),
    # said earlier, and less is said now
    (
        "Seventeen people died in the blaze. Rescuers initially said that 23 people were killed.",
        {"23": "initially said that 23"},
    ),
    (
        "Seventeen people died, fewer than the 23 previously announced.",
        {"23": "fewer than the 23 previously announced"},
    ),
    # withdrawn, with what was said beside it
    (
        "The army retracted its claim that 70 rebels were killed and 120 wounded.",
        {"70": "retracted its claim that 70", "120": "retracted its claim that 70 rebels were killed and 120"},
    ),
    ("Police said 23 people were killed. They later withdrew the figure.", {"23": "withdrew the figure"}),
    (
        "Police said 23 people were killed. The figure turned out to be wrong.",
        {"23": "The figure turned out to be wrong"},
    ),
    # wrong
    (
        "Initial reports that 23 people had been killed were wrong.",
        {"23": "Initial reports that 23 people had been killed were wrong"},
    ),
    ("The ministry erroneously reported that 23 people were killed.", {"23": "erroneously reported that 23"}),
    # notices
    (NOTICE, {"460": "earlier version of this article said 460"}),
    ("(This story has been corrected to show 17 people were killed, not 23.)", {"23": "not 23"}),
    ("Clarification: 17 people were killed in the blaze, and not 23.", {"23": "and not 23"}),
]

STANDING = [
    "The toll rose to 23 from an earlier 17, the mayor said.",
    "The toll rose to 23 from 17 a day earlier, the mayor said.",
    "The mayor revised the toll upwards to 23 from 17 as more bodies were found.",
    "A year earlier officials said 300 people had died; this year 120 people died.",
    "The army said 20 people were killed. The rebels had earlier said 70 were killed.",
    "Organisers said 5,000 people marched, not the 700 that police counted.",
    "The agency revised its forecast of arrivals to 20,000 people from 50,000 people.",
    "The army withdrew 4,000 soldiers after a report that 30 people were killed.",
    "An earlier report said 12 civilians were killed by mistake.",
    "The Department of Corrections said 12 guards were wounded.",
    "Police said 23 people were killed. They later withdrew their patrols.",
    "Police initially detained 40 people and later arrested 12 more.",
    "The number of people in shelters fell to 200 from an initial 900.",
]


def marks(claims: tuple[Claim, ...], text: str) -> dict[str, str]:
    return {c.core.of(text): c.taken_back.of(text) for c in claims if c.taken_back is not None}


def read(text: str) -> tuple[Document, tuple[Claim, ...]]:
    document = document_of({"id": "row", "text": text})
    return document, extract_claims(document).claims


@pytest.mark.parametrize(("text", "expected"), TAKEN_BACK)
def test_taken_back_by_these_words(text: str, expected: dict[str, str]) -> None:
    document, claims = read(text)
    assert marks(claims, text) == expected
    assert keep_proven(Evidence(documents=(document,), claims=claims)).claims == claims


@pytest.mark.parametrize("text", STANDING)
def test_not_taken_back(text: str) -> None:
    _, claims = read(text)
    assert claims
    assert marks(claims, text) == {}


@pytest.mark.parametrize("row", list(rows_of(CASES)), ids=lambda row: row["id"])
def test_row(row: Row) -> None:
    found = [c for c in extract_claims(document_of(row)).claims if c.taken_back is not None]
    wanted = [gold for gold in gold_of(row) if gold.get("taken_back")]
    assert [(c.span.start < g["end"], g["start"] < c.span.end) for c, g in zip(found, wanted, strict=True)] == [
        (True, True) for _ in wanted
    ]


def test_words_that_take_nothing_back_are_no_proof() -> None:
    document, claims = read("Rescuers revised the toll to 17 from 23.")
    forged = [replace(claim, taken_back=Span(0, 8)) for claim in claims]
    verified = verify_claims(forged, document, lexicon=load_lexicon("en"), registry=load_registry())
    assert verified.claims == ()
    assert {refusal.reason for refusal in verified.refusals} == {
        "not proven: taken_back: “Rescuers” does not take it back"
    }


def test_rough_text_keeps_the_place() -> None:
    text = "Res\u00adcuers revised the toll to 17 from 23."
    document, claims = read(text)
    assert marks(claims, text) == {"23": "revised the toll to 17 from 23"}
    assert keep_proven(Evidence(documents=(document,), claims=claims)).claims == claims


def test_the_key_is_there_only_where_it_is_set() -> None:
    document, (new, old) = read("Rescuers revised the toll to 17 from 23.")
    assert "taken_back" not in claim_json(new, document)
    assert claim_json(old, document)["taken_back"] == [9, 39]
