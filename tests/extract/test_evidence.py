"""Every claim carries the words that prove it: true of whatever page is read, so these hold for every page there is."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tallybook.lexicon import load_lexicon
from tallybook.model import Claim, Document, Hedge, Quantity, Span
from tallybook.pipeline import Extracted, extract_claims, read_pages
from tallybook.quantity import read_value

ROOT = Path(__file__).parents[2]
PAGES = [
    path
    for folder in (ROOT / "examples", ROOT.parent / "shared" / "seeds")
    for path in sorted(folder.rglob("*"))
    if path.is_file()
]
ALWAYS_PROVEN = ("value", "hedge", "unit", "event")


@pytest.fixture(scope="session", params=PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def page(request: pytest.FixtureRequest) -> Extracted:
    (document,) = read_pages([request.param])
    assert isinstance(document, Document), document
    return Extracted(document, extract_claims(document))


def shown(claim: Claim, document: Document) -> str:
    return f"{claim.span.of(document.text)!r} in {claim.sentence.of(document.text)!r}"


def bounds(quantity: Quantity) -> set[float]:
    return {bound for bound in (quantity.low, quantity.high) if bound is not None}


def test_examples_are_there():
    assert len(PAGES) >= 11


def test_every_page_gives_claims(page):
    assert page.extraction.claims


def test_values_read_again_from_their_words(page):
    lexicon = load_lexicon(page.document.language or "en")
    for claim in page.extraction.claims:
        again = read_value(claim.span.of(page.document.text), lexicon)
        assert again is not None, shown(claim, page.document)
        if hedged_elsewhere(claim):
            assert bounds(again) == bounds(claim.quantity), shown(claim, page.document)
        else:
            found = (again.low, again.high, again.hedge, again.currency)
            claimed = claim.quantity
            assert found == (claimed.low, claimed.high, claimed.hedge, claimed.currency), shown(claim, page.document)


def hedged_elsewhere(claim: Claim) -> bool:
    """Whether a verb hedges the number ("exceeded 4,500"), so that the words of the number alone cannot."""
    proof = claim.evidence["hedge"]
    return not isinstance(proof, str) and not any(span.touches(claim.span) for span in proof)


def test_numerals_stand_in_their_expressions(page):
    for claim in page.extraction.claims:
        assert claim.span.covers(claim.core), shown(claim, page.document)
        assert claim.evidence["value"] == (claim.core,)


def test_hedges_are_proven_where_there_is_one(page):
    """A range is its own proof; of the other hedges somebody must have said the words."""
    for claim in page.extraction.claims:
        if claim.quantity.hedge not in (Hedge.EXACT, Hedge.RANGE, Hedge.VAGUE):
            assert not isinstance(claim.evidence["hedge"], str), shown(claim, page.document)


def test_filled_fields_have_evidence(page):
    for claim in page.extraction.claims:
        filled = {
            "origin": claim.attribution.origin,
            "relays": claim.attribution.relays or None,
            "per": claim.quantity.per,
            "time": claim.time,
            "place": claim.place,
        }
        needed = {*ALWAYS_PROVEN, *(field for field, value in filled.items() if value is not None)}
        assert needed <= claim.evidence.keys(), shown(claim, page.document)


def test_evidence_is_words_of_the_document_or_a_reason(page):
    for claim in page.extraction.claims:
        for field, proof in claim.evidence.items():
            where = f"{field} of {shown(claim, page.document)}"
            if isinstance(proof, str):
                assert proof.strip(), where
            else:
                assert proof, where
                assert all(is_words(span, page.document) for span in proof), where


def test_number_and_hedge_are_proven_by_their_own_sentence(page):
    for claim in page.extraction.claims:
        for field in ("value", "hedge"):
            proof = claim.evidence[field]
            outside = [span for span in proof if not claim.sentence.covers(span)] if not isinstance(proof, str) else []
            assert not outside, f"{field} of {shown(claim, page.document)}"


def test_denials_and_refusals_stand_in_the_document(page):
    for denial in page.extraction.denials:
        assert is_words(denial.span, page.document)
        assert denial.sentence.covers(denial.span)
    for refusal in page.extraction.refusals:
        assert is_words(refusal.span, page.document)
        assert refusal.reason.strip()


def is_words(span: Span, document: Document) -> bool:
    return span.end <= len(document.text) and bool(span.of(document.text).strip())


def test_numbers_stand_in_sentences_and_sentences_in_the_article(page):
    article = [block.span for block in page.document.article_blocks()]
    for claim in page.extraction.claims:
        assert claim.sentence.covers(claim.span), shown(claim, page.document)
        assert any(block.covers(claim.sentence) for block in article), shown(claim, page.document)


def test_nothing_is_claimed_from_furniture_or_captions(page):
    elsewhere = [block.span for block in page.document.blocks if block not in page.document.article_blocks()]
    for claim in page.extraction.claims:
        assert not any(block.touches(claim.span) for block in elsewhere), shown(claim, page.document)


def test_words_begin_and_end_with_ink(page):
    """A span with space at its ends, or one that cuts a word, was counted wrongly somewhere on the way."""
    text = page.document.text
    for claim in page.extraction.claims:
        for span in (claim.span, claim.sentence):
            assert span.of(text) == span.of(text).strip(), shown(claim, page.document)
        for edge in (claim.span.start, claim.span.end):
            around = text[max(edge - 1, 0) : edge + 1]
            assert not re.fullmatch(r"\d\d|[^\W\d_]{2}", around), shown(claim, page.document)


def test_ids_are_unique_and_of_the_document(page):
    ids = [claim.id for claim in page.extraction.claims]
    assert len(ids) == len(set(ids))
    assert all(claim.document_id == page.document.id for claim in page.extraction.claims)


def test_no_number_is_claimed_twice(page):
    spans = sorted(claim.span for claim in page.extraction.claims)
    assert not [pair for pair in pairwise(spans) if pair[0].touches(pair[1])]


def test_a_number_is_claimed_or_refused_not_both(page):
    refused = [refusal.span for refusal in page.extraction.refusals]
    for claim in page.extraction.claims:
        assert not any(span.touches(claim.span) for span in refused), shown(claim, page.document)


def test_claims_refer_to_claims(page):
    ids = {claim.id for claim in page.extraction.claims}
    for claim in page.extraction.claims:
        assert {claim.part_of, claim.each_of} - {None} <= ids - {claim.id}, shown(claim, page.document)


def test_nothing_is_a_part_of_its_own_parts(page):
    wholes = {claim.id: claim.part_of for claim in page.extraction.claims}
    for start in wholes:
        seen, at = [start], wholes[start]
        while at is not None:
            assert at not in seen, f"{start} is a part of itself"
            seen.append(at)
            at = wholes[at]


def test_products_come_with_what_multiplies_them(page):
    for claim in page.extraction.claims:
        assert (claim.total is None) == (claim.each_of is None), shown(claim, page.document)


def test_values_are_sound(page):
    for claim in page.extraction.claims:
        low, high, where = claim.quantity.low, claim.quantity.high, shown(claim, page.document)
        assert low is None or high is None or low <= high, where
        assert claim.quantity.hedge is Hedge.VAGUE or (low, high) != (None, None), where
        assert claim.quantity.unit, where
        if claim.quantity.unit == "share":
            assert all(0 <= bound <= 1 for bound in bounds(claim.quantity)), where
        if claim.time is not None:
            assert claim.time.start <= claim.time.end, where


def test_reading_again_gives_the_same(page):
    assert extract_claims(page.document) == page.extraction
