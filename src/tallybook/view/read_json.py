"""What was read, in the published forms. Claims follow the contract of the `claims` export."""

from __future__ import annotations

from collections.abc import Mapping

from tallybook.model import Claim, Denial, Document, Period, Product, Proof, Quantity, Reading, Refusal, Span
from tallybook.view.read_shapes import (
    BoundsJson,
    ClaimExtrasJson,
    ClaimJson,
    DenialJson,
    DocumentJson,
    EvidenceJson,
    QuantityJson,
    ReadingJson,
    RefusalJson,
    WhereJson,
)
from tallybook.view.values_json import day_json, number_json, partial_json, period_json, span_json


def claim_json(claim: Claim, document: Document) -> ClaimJson:
    """One claim in the form of the `claims` export.

    `total`, `condition`, `incident`, `taken_back`, `partial_time` and the quantity's `currency` are keys only where
    the claim has them.
    Raises `ValueError` where the document is not the claim's own, or is too short for the claim's span.
    """
    if claim.document_id != document.id or claim.span.end > len(document.text):
        raise ValueError(f"claim {claim.id!r} does not stand in document {document.id!r}")
    return {
        "id": claim.id,
        "document": document_json(document),
        "span": span_json(claim.span),
        "text": claim.span.of(document.text),
        "sentence": claim.sentence.of(document.text),
        "quantity": _quantity(claim.quantity),
        "group": claim.group,
        "event": claim.event,
        "kind": claim.kind.value,
        "modality": claim.modality.value,
        "origin": claim.attribution.origin,
        "relays": list(claim.attribution.relays),
        "time": period_json(claim.time),
        "place": claim.place,
        "part_of": claim.part_of,
        "evidence": _evidence(claim.evidence),
        "readings": [_reading(reading) for reading in claim.readings],
        "change": claim.change,
        "each_of": claim.each_of,
        **_extras(claim),
    }


def _extras(claim: Claim) -> ClaimExtrasJson:
    found: ClaimExtrasJson = {}
    if claim.total is not None:
        found["total"] = _bounds(claim.total)
    if claim.incident is not None:
        found["incident"] = claim.incident
    if claim.condition is not None:
        found["condition"] = span_json(claim.condition)
    if claim.taken_back is not None:
        found["taken_back"] = span_json(claim.taken_back)
    if claim.partial_time is not None:
        found["partial_time"] = partial_json(claim.partial_time)
    return found


def document_json(document: Document) -> DocumentJson:
    """What a claim says of its document: `path` and `url` are keys only where they are known."""
    where: WhereJson = {}
    if document.path is not None:
        where["path"] = document.path
    if document.url is not None:
        where["url"] = document.url
    return {
        "id": document.id,
        **where,
        "title": document.title,
        "outlet": document.outlet,
        "published": day_json(document.published),
        "language": document.language,
    }


def denial_json(denial: Denial, document: Document) -> DenialJson:
    """One denial, evasive answer or zero, with its words. Raises `ValueError` for another document than its own."""
    if denial.document_id != document.id or denial.span.end > len(document.text):
        raise ValueError(f"denial {denial.id!r} does not stand in document {document.id!r}")
    return {
        "id": denial.id,
        "document": document_json(document),
        "span": span_json(denial.span),
        "text": denial.span.of(document.text),
        "sentence": denial.sentence.of(document.text),
        "kind": denial.kind.value,
        "speaker": denial.speaker,
        "event": denial.event,
        "evidence": _evidence(denial.evidence),
    }


def refusal_json(refusal: Refusal) -> RefusalJson:
    """A number that was read but not taken, with the reason."""
    return {"document": refusal.document_id, "span": span_json(refusal.span), "reason": refusal.reason}


def _quantity(quantity: Quantity) -> QuantityJson:
    found: QuantityJson = {
        "low": number_json(quantity.low),
        "high": number_json(quantity.high),
        "hedge": quantity.hedge.value,
        "unit": quantity.unit,
        "per": quantity.per,
    }
    if quantity.currency:
        found["currency"] = quantity.currency
    return found


def _bounds(product: Product) -> BoundsJson:
    return {"low": number_json(product.low), "high": number_json(product.high)}


def _evidence(evidence: Mapping[str, Proof]) -> EvidenceJson:
    return {
        field: proof if isinstance(proof, str) else [span_json(span) for span in proof]
        for field, proof in evidence.items()
    }


def _reading(reading: Reading) -> ReadingJson:
    return {"differs": {key: _plain(value) for key, value in reading.differs.items()}, "why": reading.why}


def _plain(value: object) -> object:
    """A reading's field as JSON: it may hold any of the values that a claim can."""
    if isinstance(value, float):
        return number_json(value)
    if isinstance(value, Period):
        return period_json(value)
    if isinstance(value, Span):
        return span_json(value)
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value
