"""Every value of the model as plain JSON types. Claims follow the published contract of the `claims` export."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from tallybook.model import (
    Alternative,
    Assessed,
    Borrowed,
    Claim,
    Denial,
    Document,
    Estimate,
    Evidence,
    Finding,
    Forecast,
    Link,
    News,
    Number,
    PartialDate,
    Period,
    Picture,
    Product,
    Proof,
    Quantity,
    Reading,
    Refusal,
    Series,
    Span,
    Statement,
    TrackRecord,
)

Json = dict[str, Any]
_SURROGATE = re.compile("[\ud800-\udfff]")


def claim_json(claim: Claim, document: Document) -> Json:
    """One claim in the form of the `claims` export.

    `total`, `condition`, `incident`, `taken_back`, `partial_time` and the quantity's `currency` are keys only where
    the claim has them.
    Raises `ValueError` where the document is not the claim's own, or is too short for the claim's span.
    """
    if claim.document_id != document.id or claim.span.end > len(document.text):
        raise ValueError(f"claim {claim.id!r} does not stand in document {document.id!r}")
    optional: Json = {}
    if claim.total is not None:
        optional["total"] = _bounds(claim.total)
    if claim.incident is not None:
        optional["incident"] = claim.incident
    if claim.condition is not None:
        optional["condition"] = _span(claim.condition)
    if claim.taken_back is not None:
        optional["taken_back"] = _span(claim.taken_back)
    if claim.partial_time is not None:
        optional["partial_time"] = _partial(claim.partial_time)
    return {
        "id": claim.id,
        "document": document_json(document),
        "span": _span(claim.span),
        "text": claim.span.of(document.text),
        "sentence": claim.sentence.of(document.text),
        "quantity": _quantity(claim.quantity),
        "group": claim.group,
        "event": claim.event,
        "kind": claim.kind.value,
        "modality": claim.modality.value,
        "origin": claim.attribution.origin,
        "relays": list(claim.attribution.relays),
        "time": _period(claim.time),
        "place": claim.place,
        "part_of": claim.part_of,
        "evidence": _evidence(claim.evidence),
        "readings": [_reading(reading) for reading in claim.readings],
        "change": claim.change,
        "each_of": claim.each_of,
        **optional,
    }


def document_json(document: Document) -> Json:
    """What a claim says of its document: `path` and `url` are keys only where they are known."""
    where = {"path": document.path, "url": document.url}
    return {
        "id": document.id,
        **{key: value for key, value in where.items() if value is not None},
        "title": document.title,
        "outlet": document.outlet,
        "published": _day(document.published),
        "language": document.language,
    }


def denial_json(denial: Denial, document: Document) -> Json:
    """One denial, evasive answer or zero, with its words. Raises `ValueError` for another document than its own."""
    if denial.document_id != document.id or denial.span.end > len(document.text):
        raise ValueError(f"denial {denial.id!r} does not stand in document {document.id!r}")
    return {
        "id": denial.id,
        "document": document_json(document),
        "span": _span(denial.span),
        "text": denial.span.of(document.text),
        "sentence": denial.sentence.of(document.text),
        "kind": denial.kind.value,
        "speaker": denial.speaker,
        "event": denial.event,
        "evidence": _evidence(denial.evidence),
    }


def refusal_json(refusal: Refusal) -> Json:
    """A number that was read but not taken, with the reason."""
    return {"document": refusal.document_id, "span": _span(refusal.span), "reason": refusal.reason}


def series_json(series: Series) -> Json:
    """One series with the ids of its claims, and what was taken for granted of which."""
    return {
        "id": series.id,
        "title": series.title,
        "event": series.event,
        "unit": series.unit,
        "kind": series.kind.value,
        "group": series.group,
        "place": series.place,
        "incident": series.incident,
        "claims": list(series.claims),
        "assumed": [
            {"claim": one.claim, "unknown": one.unknown.value, "taken": one.taken, "why": one.why}
            for one in series.assumed
        ],
    }


def statement_json(statement: Statement) -> Json:
    """One utterance with the ids of the claims that report it, and why they are one."""
    return {
        "id": statement.id,
        "origin": statement.origin,
        "claims": list(statement.claims),
        "why": statement.why,
        "side": statement.side,
    }


def estimate_json(estimate: Estimate) -> Json:
    """What one series supports at one date, with what was used and what was left out."""
    pivot = estimate.pivot
    return {
        "series": estimate.series,
        "at": None if estimate.at is None else estimate.at.isoformat(),
        "low": _number(estimate.low),
        "best": _number(estimate.best),
        "high": _number(estimate.high),
        "independent": estimate.independent,
        "method": estimate.method,
        "claims": list(estimate.claims),
        "left_out": [{"claim": left.claim, "why": left.why, "by": left.by} for left in estimate.left_out],
        "why": estimate.why,
        "probability": None if estimate.probability is None else round(estimate.probability, 4),
        "likelihood": estimate.likelihood,
        "claimed_by": estimate.claimed_by,
        "pivot": None if pivot is None else {"claim": pivot.claim, "best": _number(pivot.best)},
        "applied": list(estimate.applied),
        "compared": [alternative_json(alternative) for alternative in estimate.compared],
    }


def alternative_json(alternative: Alternative) -> Json:
    """What a policy makes of the statements of a series."""
    return {
        "policy": alternative.policy,
        "low": _number(alternative.low),
        "best": _number(alternative.best),
        "high": _number(alternative.high),
        "why": alternative.why,
    }


def finding_json(finding: Finding) -> Json:
    """One finding: `kind`, `claims`, `text` and `arithmetic` are what scorers read."""
    return {
        "id": finding.id,
        "kind": finding.kind,
        "claims": list(finding.claims),
        "text": finding.text,
        "arithmetic": finding.arithmetic,
        "severity": finding.severity.value,
        "innocent": finding.innocent,
        "settled": finding.settled,
        "denials": list(finding.denials),
    }


def link_json(link: Link) -> Json:
    """What holds between two series, both by id."""
    return {"kind": link.kind.value, "part": link.part, "whole": link.whole, "why": link.why}


def forecast_json(forecast: Forecast) -> Json:
    """One statement about later, and what became of it."""
    return {
        "id": forecast.id,
        "series": forecast.series,
        "claims": list(forecast.claims),
        "origin": forecast.origin,
        "due": _period(forecast.due),
        "condition": forecast.condition,
        "outcome": forecast.outcome.value,
        "settled_by": list(forecast.settled_by),
        "why": forecast.why,
        "pace": forecast.pace,
        "came": _number(forecast.came),
        "superseded_by": forecast.superseded_by,
    }


def record_json(record: TrackRecord) -> Json:
    """How one origin's forecasts have turned out."""
    return {
        "origin": record.origin,
        "reached": record.reached,
        "missed": record.missed,
        "unsettled": record.unsettled,
        "open": record.open,
        "withdrawn": record.withdrawn,
        "log_error": record.log_error,
    }


def news_json(news: News) -> Json:
    """One change in a book."""
    return {
        "kind": news.kind.value,
        "text": news.text,
        "claims": list(news.claims),
        "document": news.document,
        "series": news.series,
        "finding": news.finding,
        "forecast": news.forecast,
        "before": _number(news.before),
        "after": _number(news.after),
        "severity": news.severity.value if news.severity is not None else None,
    }


def borrowed_json(borrowed: Borrowed) -> Json:
    """The days a claim is put on by a year that nothing on its page gives, and where the year is from."""
    return {"claim": borrowed.claim, "period": _period(borrowed.period), "why": borrowed.why}


def assessed_json(assessed: Assessed) -> Json:
    """What the user's registry file says of a source of the book."""
    return {"source": assessed.source, "grade": assessed.grade, "words": assessed.words, "side": assessed.side}


def book_json(evidence: Evidence, picture: Picture) -> Json:
    """Everything that was read and everything that follows from it, in one object."""
    documents = {document.id: document for document in evidence.documents}
    return {
        "method": picture.method,
        "documents": [
            {**document_json(document), "content_hash": document.content_hash} for document in evidence.documents
        ],
        "claims": [claim_json(claim, documents[claim.document_id]) for claim in evidence.claims],
        "denials": [denial_json(denial, documents[denial.document_id]) for denial in evidence.denials],
        "refusals": [refusal_json(refusal) for refusal in evidence.refusals],
        "series": [series_json(series) for series in picture.series],
        "links": [link_json(link) for link in picture.links],
        "statements": [statement_json(statement) for statement in picture.statements],
        "estimates": [estimate_json(estimate) for estimate in picture.estimates],
        "findings": [finding_json(finding) for finding in picture.findings],
        "forecasts": [forecast_json(forecast) for forecast in picture.forecasts],
        "records": [record_json(record) for record in picture.records],
        "borrowed": [borrowed_json(borrowed) for borrowed in picture.borrowed],
        "assessed": [assessed_json(assessed) for assessed in picture.assessed],
    }


def json_line(record: Json) -> str:
    """A record as one line of JSON, readable where UTF-8 can carry its characters, escaped where it cannot."""
    line = json.dumps(record, ensure_ascii=False, allow_nan=False)
    return line if line.isascii() or not _SURROGATE.search(line) else json.dumps(record, allow_nan=False)


def _number(value: Number | None) -> Number | None:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _quantity(quantity: Quantity) -> Json:
    currency = {"currency": quantity.currency} if quantity.currency else {}
    return {
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "hedge": quantity.hedge.value,
        "unit": quantity.unit,
        "per": quantity.per,
        **currency,
    }


def _bounds(product: Product) -> Json:
    return {"low": _number(product.low), "high": _number(product.high)}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _period(period: Period | None) -> list[str] | None:
    return None if period is None else [period.start.isoformat(), period.end.isoformat()]


def _day(date: PartialDate | None) -> str | None:
    day = None if date is None else date.date()
    return None if day is None else day.isoformat()


def _partial(date: PartialDate) -> Json:
    return {"year": date.year, "month": date.month, "day": date.day}


def _evidence(evidence: Mapping[str, Proof]) -> Json:
    return {
        field: proof if isinstance(proof, str) else [_span(span) for span in proof] for field, proof in evidence.items()
    }


def _reading(reading: Reading) -> Json:
    return {"differs": {key: _plain(value) for key, value in reading.differs.items()}, "why": reading.why}


def _plain(value: object) -> object:
    """A reading's field as JSON: it may hold any of the values that a claim can."""
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, Period):
        return _period(value)
    if isinstance(value, Span):
        return _span(value)
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value
