"""A claim that its words do not prove is refused: every mechanical alteration is, and no claim as it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from benchmarks.cases import document_of, rows_of
from tests.extract.alterations import ALTERATIONS, Page

from tallybook.extract import verify_claim, verify_claims
from tallybook.lexicon import load_lexicon
from tallybook.model import Attribution, Claim, Document, Evidence, Hedge, Span
from tallybook.parse import spellings
from tallybook.parse.plain import plain_document
from tallybook.pipeline import extract_claims, keep_proven, read_pages
from tallybook.registry import load_registry

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "en"
EVERY = 4
"""Of the altered claims one in so many is tried: enough of every kind, and quick."""
SPELLINGS = cache(lambda: spellings(LEXICON, REGISTRY))
LEXICON, REGISTRY = load_lexicon("en"), load_registry()


def documents() -> Iterator[Document]:
    yield from (page for page in read_pages([ROOT / "examples"]) if isinstance(page, Document))
    for file in ("news.jsonl", "kinds.jsonl"):
        yield from map(document_of, rows_of(CASES / file))


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    events = tuple(REGISTRY.event_ids())
    return [Page(document, extract_claims(document).claims, events) for document in documents()]


def test_claims_as_read_are_proven(pages: list[Page]) -> None:
    for page in pages:
        kept = keep_proven(Evidence(documents=(page.document,), claims=page.claims))
        assert kept.claims == page.claims
        assert kept.refusals == ()


def test_altered_claims_are_refused(pages: list[Page], record_property: pytest.RecordProperty) -> None:
    tried: Counter[str] = Counter()
    accepted = []
    for page in (page for page in pages if plain_document(page.document, SPELLINGS).document is page.document):
        for claim in page.claims:
            for alteration in ALTERATIONS:
                for altered, document in alteration(claim, page):
                    tried[alteration.__name__] += 1
                    if tried[alteration.__name__] % EVERY == 0 and _is_accepted(altered, document, page):
                        accepted.append((alteration.__name__, altered))
    for kind, times in tried.items():
        record_property(kind, times // EVERY)
    assert accepted == []
    assert len(tried) == len(ALTERATIONS)
    assert sum(tried.values()) // EVERY >= 1000


def _is_accepted(altered: Claim, document: Document, page: Page) -> bool:
    return verify_claim(altered, document, lexicon=LEXICON, registry=REGISTRY, among=page.claims) is None


TEXT = (
    "At least 40 soldiers were killed in Tesh, the health ministry said. Police counted 600 marchers, Reuters reported."
)


def read(text: str = TEXT) -> tuple[Document, tuple[Claim, ...]]:
    document = document_of({"id": "page", "text": text})
    return document, extract_claims(document).claims


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"quantity": {"low": 41}}, "value: “At least 40” is 40 to None, not 41 to None"),
        ({"quantity": {"hedge": Hedge.ABOUT}}, "hedge: “At least 40” is at least, not about"),
        ({"quantity": {"unit": "tank"}}, "unit: “soldiers” tells 'person', not 'tank'"),
        ({"quantity": {"per": "day"}}, "per: no words tell that rate"),
        ({"change": "up"}, "change: the words tell no change"),
        ({"event": "wounded"}, "event: “killed” tells killed, not wounded"),
        ({"attribution": Attribution(origin="Reuters")}, "origin: “the health ministry” is somebody else"),
        (
            {"attribution": Attribution(origin="Ministry of Health", relays=("Reuters",))},
            "relays: not every one is named by words",
        ),
        ({"core": Span(10, 11), "id": "page:10-11"}, "value: “0” is no number of its sentence"),
        ({"sentence": Span(0, 25)}, "event: its words stand in another sentence"),
        ({"part_of": "page:1-2"}, "part_of: what it is a part of is no claim"),
    ],
)
def test_refusals_name_field_and_reason(change: dict[str, object], why: str) -> None:
    document, claims = read()
    claim, quantity = claims[0], change.pop("quantity", {})
    assert isinstance(quantity, dict)
    altered = replace(claim, quantity=replace(claim.quantity, **quantity), **change)  # type: ignore[arg-type]
    found = verify_claim(altered, document, lexicon=LEXICON, registry=REGISTRY, among=claims)
    assert found == why


def test_what_leans_on_a_refused_claim_is_refused_with_it() -> None:
    document, claims = read("The storm killed 31 people, including 12 children, the army said.")
    whole, part = claims
    assert part.part_of == whole.id
    verified = verify_claims([replace(whole, event="wounded"), part], document, lexicon=LEXICON, registry=REGISTRY)
    assert verified.claims == ()
    assert [refusal.span for refusal in verified.refusals] == [whole.span, part.span]
    assert all(refusal.reason.startswith("not proven: ") for refusal in verified.refusals)


def test_evidence_from_elsewhere_is_held_to_the_same() -> None:
    document, claims = read()
    forged = replace(claims[0], quantity=replace(claims[0].quantity, low=4000))
    stray = replace(claims[1], document_id="nowhere")
    kept = keep_proven(Evidence(documents=(document,), claims=(forged, *claims[1:], stray)))
    assert kept.claims == claims[1:]
    assert [refusal.reason.split(":")[0] for refusal in kept.refusals] == ["not proven", "not proven"]


def test_evidence_of_an_altered_text_is_refused() -> None:
    document, claims = read()
    altered = replace(document, text=document.text.replace("40", "90"))
    assert keep_proven(Evidence(documents=(altered,), claims=claims)).claims == ()


def test_capitals_are_proven_as_they_were_read() -> None:
    document, claims = read(TEXT.upper())
    assert claims
    assert keep_proven(Evidence(documents=(document,), claims=claims)).claims == claims
