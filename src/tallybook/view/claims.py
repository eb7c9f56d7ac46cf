"""One claim or denial as a reader sees it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from tallybook.model import Borrowed, Claim, Denial, DenialKind, Document, Product, Quantity
from tallybook.view.chain import chain_of, outlet_of, route_of, speaker_of
from tallybook.view.days import Moment, moment_of
from tallybook.view.passage import Passage, passage_of
from tallybook.view.read_types import ClaimView, DenialView
from tallybook.view.words import plain_bounds, plain_claim, plain_quantity, with_change

MISSING = "the document is not in this book"
ALTERED = "the text is not the one that was read: its fingerprint differs"
_QUOTED = 120  # characters of words from another sentence
_FIELDS = {
    "value": "the number",
    "hedge": "how sure",
    "unit": "what is counted",
    "event": "what befell it",
    "origin": "who says so",
    "per": "per what time",
    "relays": "who passed it on",
    "time": "when",
    "place": "where",
}
_DENIALS = {
    DenialKind.DENIAL: "denial",
    DenialKind.EVASION: "evasive answer",
    DenialKind.ZERO: "says there were none",
}


def anchor_of(kind: str, identity: str) -> str:
    """A fragment that any page can carry, one for one with the id.

    >>> anchor_of("claim", "0.7"), anchor_of("claim", "a b") == anchor_of("claim", "a-b")
    ('claim-0.7', False)
    """
    plain = re.sub(r"[^A-Za-z0-9._-]", "-", identity)[:60]
    if plain != identity:
        plain += f"-{hashlib.sha256(identity.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    return f"{kind}-{plain}"


def trouble_with(document: Document | None) -> str | None:
    """Why no words of a document may be shown as evidence; None where its text is the one that was read."""
    if document is None:
        return MISSING
    fingerprint = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    return None if fingerprint == document.content_hash else ALTERED


def view_claim(
    claim: Claim,
    document: Document | None,
    *,
    trouble: str | None,
    series: str | None,
    borrowed: Borrowed | None = None,
    grade: str = "",
    side: str | None = None,
    review: tuple[str, ...] = (),
) -> ClaimView:
    """A claim in words. `trouble` is what bars the document's text from being shown, `grade` is that of its speaker,
    `review` what reviewers keep beside it."""
    passage = passage_of_claim(claim, document, trouble)
    words = "" if passage.problem or document is None else claim.span.of(document.text)
    return ClaimView(
        id=claim.id,
        anchor=anchor_of("claim", claim.id),
        value=_value(claim, words),
        said=plain_claim(claim, words=words),
        words=words,
        low=claim.total.low if claim.total else claim.quantity.low,
        high=claim.total.high if claim.total else claim.quantity.high,
        hedge=claim.quantity.hedge,
        modality=claim.modality,
        who=speaker_of(claim.attribution, document),
        route=route_of(claim.attribution, document),
        chain=chain_of(claim.attribution, document),
        document=anchor_of("source", claim.document_id),
        outlet=outlet_of(document),
        moment=moment_of(claim, document, borrowed) if document else Moment(period=None, text="no date", how=MISSING),
        passage=passage,
        language=document.language if document else None,
        inferred=_inferred(claim),
        notes=tuple(_notes(claim, document if not passage.problem else None)),
        series=series,
        grade=grade,
        event=claim.event,
        place=claim.place,
        side=side,
        relays=claim.attribution.relays,
        review=review,
    )


def view_denial(denial: Denial, document: Document | None, *, trouble: str | None) -> DenialView:
    """A denial in words."""
    if document is None or trouble:
        passage = Passage(problem=trouble or MISSING)
    else:
        passage = passage_of(document, sentence=denial.sentence, number=denial.span, evidence=denial.evidence)
    return DenialView(
        anchor=anchor_of("denial", denial.id),
        kind=_DENIALS[denial.kind],
        speaker=denial.speaker or outlet_of(document),
        about=denial.event or "",
        outlet=outlet_of(document),
        document=anchor_of("source", denial.document_id),
        passage=passage,
        language=document.language if document else None,
    )


def passage_of_claim(claim: Claim, document: Document | None, trouble: str | None) -> Passage:
    """The claim's sentence with its marks, or why no words may be shown."""
    if document is None or trouble:
        return Passage(problem=trouble or MISSING)
    return passage_of(document, sentence=claim.sentence, number=claim.span, core=claim.core, evidence=claim.evidence)


def _value(claim: Claim, words: str) -> str:
    """The number alone; one that multiplies another with the product it makes."""
    value = with_change(plain_quantity(claim.quantity, words=words), claim.change)
    if claim.total is not None:
        return f"{value} each, {_total(claim.total, claim.quantity)} in all"
    return f"{value} each" if claim.each_of else value


def _inferred(claim: Claim) -> str:
    """Fields that no words of the text prove, each with its reason."""
    reasons = [f"{_FIELDS.get(field, field)} ({why})" for field, why in claim.evidence.items() if isinstance(why, str)]
    return "; ".join(reasons)


def _notes(claim: Claim, document: Document | None) -> Iterator[str]:
    if document is not None and (elsewhere := _elsewhere(claim, document)):
        yield f"In other sentences: {elsewhere}"
    if claim.total is not None:
        yield f"In all {_total(claim.total, claim.quantity)}"
    if claim.condition is not None and document is not None:
        yield f"On the condition: “{claim.condition.of(document.text)}”"
    if claim.taken_back is not None and document is not None:
        yield f"Taken back on its page: “{claim.taken_back.of(document.text)}”"
    for reading in claim.readings:
        yield f"Could also be read as {_differences(reading.differs)}: {reading.why}"


def _elsewhere(claim: Claim, document: Document) -> str:
    """Fields that words outside the sentence prove, with those words."""
    found = (
        f"{_FIELDS.get(field.removesuffix('_from'), field)} (“{span.of(document.text)[:_QUOTED]}”)"
        for field, proof in claim.evidence.items()
        if not isinstance(proof, str)
        for span in proof
        if len(span) and not span.touches(claim.sentence)
    )
    return "; ".join(found)


def _total(total: Product, quantity: Quantity) -> str:
    return plain_bounds(total.low, total.high, unit=quantity.unit or "", currency=quantity.currency)


def _differences(differs: Mapping[str, object]) -> str:
    return ", ".join(f"{field} {_in_words(value)}" for field, value in differs.items())


def _in_words(value: object) -> str:
    if isinstance(value, Mapping):
        return _differences({str(key): item for key, item in value.items()})
    if isinstance(value, (list, tuple)):
        return " to ".join(map(_in_words, value))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:,}"
    return "none" if value is None else str(value)
