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

WORDINGS = [
    "Only 14 people were on board, rather than the 41 originally believed.",
    "The hospital had overstated the number of wounded: it treated 14 people, not 41.",
    "Amnesty International said it had miscounted and that 14 people, not 41, were arrested.",
    "The army said it had killed 14 fighters, revising downward the 41 it announced on Tuesday.",
    "The ministry's new figure of 14 dead replaces an erroneous count of 41.",
    "The interim toll of 41 was reduced to 14 after DNA tests.",
    "The death toll in the fire dropped from 41 to 14 after officials recounted the bodies.",
    "The prosecutor put the toll at 14, correcting the figure of 41 given by the fire service.",
    "Local media at first reported that 41 people had died, but the governor put the toll at 14.",
    "At first, the authorities spoke of 41 dead. By Wednesday the toll had been put at 14.",
    "The mayor had put the number of dead at 41 but later corrected himself, saying 14 people had died.",
    "The agency apologised on Tuesday for reporting that 41 people had been killed.",
    "A statement that 41 soldiers had been captured was issued in error, the ministry said.",
    "The army said its statement that 41 fighters had been captured was a mistake.",
    "State media have since deleted a report that said 41 soldiers had been killed; the army says 14 died.",
    "The presidency took back its claim that 41 hostages had been freed.",
    "The army backtracked on Wednesday, saying that 14 of its soldiers had died and not 41.",
    "The police chief later admitted the figure of 41 arrests was wrong and said 14 people were held.",
    "Police now say 14 people were arrested, not 41.",
    "Police now say 14 people were arrested, down from the 41 they announced on Friday.",
    "Forty-one people were reported killed on Monday; that number has been revised to 14.",
    "An initial police report listed 41 dead. The final count is 14.",
    "CORRECTION: Because of a typo, the story said 41 people died. Fourteen did.",
    "Editors' Note: A previous version of this article stated that 41 people had died.",
    "CORRECTED-Fire in Lagos market kills 14 people, not 41",
    "This article has been updated to reflect that 14 miners, not 41, were laid off.",
    "The story was updated to say that 14 homes burned down, not 41.",
    "Police said 41 hikers had been wrongly listed as missing.",
    "The number of wounded has been corrected to 14 from 41.",
    "We initially reported that 41 people were injured; the number is 14.",
]
"""One number of each is taken back: 41."""

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
    "The toll now stands at 61, up from an initial count of 48.",
    "The earlier earthquake killed 3,000 people, the later one 800.",
    "The first wave of 300 soldiers arrived in March, fewer than the 500 planned originally.",
    "The government cut the number of soldiers deployed from 5,000 to 3,000.",
    "The previous version of the law protected 400 villages; the new one protects 250.",
    "The toll was revised to 41 from 14 overnight.",
    "Officials first reported 14 deaths on Monday and raised the toll to 41 on Friday.",
    "An earlier attack in the same district killed 41 people.",
    "The report incorrectly labelled 41 villages as safe.",
    "The ministry corrected the date of the attack, in which 41 people died.",
    "He later said 14 of them had been arrested, not just questioned.",
    "Six of the 14 people who died were children, not five as the police said.",
    "The group claimed it had killed 41 soldiers; the army said only four were wounded.",
    "The opposition called the government's figure of 61 dead false and said 300 had died.",
    "This story has been updated to reflect the latest toll of 41 dead.",
    "The ministry removed 300 mines from the field, where 41 people had died.",
    "The prefecture lists 41 people as missing.",
    "The charity correctly listed 41 families as homeless.",
    "Fewer than 41 people were first hurt in the crash.",
]

WITHDRAWN = {
    "The ministry no longer expects 5,000 refugees to arrive in June.": ["5,000"],
    "The port no longer plans to evacuate 1,200 workers.": ["1,200"],
    "The army has dropped its plan to send 10,000 soldiers to Chad.": ["10,000"],
    "Norway has shelved plans to deploy 150 troops to the border.": ["150"],
    "The agency withdrew its forecast of 20,000 deaths by August.": ["20,000"],
    "The governor scrapped a proposal to evacuate 3,000 people.": ["3,000"],
    "Plans to send 500 soldiers to Mali were cancelled on Friday.": ["500"],
    "Germany will not send 500 soldiers after all, the defence ministry said.": ["500"],
    "The council called off its plan to evacuate 700 households.": ["700"],
    # It stands, or another does in its place.
    "The ministry expects 5,000 refugees to arrive in June.": [],
    "The army plans to send 10,000 soldiers to Chad after all.": [],
    "The agency raised its forecast from 700 to 900 deaths.": [],
    "Norway plans to deploy 150 troops once the rain stops.": [],
    "The governor defended a proposal to evacuate 3,000 people.": [],
    "The mayor no longer lives in the town, where 300 soldiers are expected to arrive.": [],
    "After a plan to close the border was dropped, the army said it would send 400 soldiers.": [],
    "Germany will send 500 soldiers, not tanks.": [],
}
"""Forecasts and plans, and which of their numbers are taken back."""


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


@pytest.mark.parametrize("text", WORDINGS)
def test_taken_back_in_whatever_words(text: str) -> None:
    _, claims = read(text)
    assert [number.lower() in ("41", "forty-one") for number in marks(claims, text)] == [True]


@pytest.mark.parametrize(("text", "expected"), WITHDRAWN.items())
def test_withdrawn(text: str, expected: list[str]) -> None:
    document, claims = read(text)
    assert list(marks(claims, text)) == expected
    assert all(claim.modality in ("planned", "expected", "projected") for claim in claims)
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
