"""A view as plain JSON: what the script of the report draws from, and what an API can serve to the same script.

Claims and documents are tables, a list for each column, since there are many of them; everything else is an object. A
claim or a document is told by the number of its row, a series by the number in its list. Every string has
passed `visible`, so that no reader of this JSON can forget to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tallybook.view.passage import Passage
from tallybook.view.picture_types import EstimateView, FindingView, ForecastView, SeriesView, StatementView
from tallybook.view.read_shapes import PassageJson
from tallybook.view.read_types import ClaimView, DenialView, DocumentView, PlaceView
from tallybook.view.types import View
from tallybook.view.visible import visible

Json = dict[str, Any]

CLAIM_COLUMNS = (
    *("id", "value", "said", "low", "high", "hedge", "modality", "who", "route", "relays", "document", "series"),
    *("start", "end", "date", "how", "event", "place", "side", "inferred", "notes", "passage", "language"),
)
DOCUMENT_COLUMNS = ("id", "title", "outlet", "author", "day", "date", "how", "link", "hash", "language", "problem")


@dataclass(frozen=True, slots=True)
class _Rows:
    """Which row tells a claim, a document or a series, by anchor."""

    claims: Mapping[str, int]
    documents: Mapping[str, int]
    series: Mapping[str, int]
    denials: Mapping[str, int]

    def of(self, claims: Iterable[ClaimView]) -> list[int]:
        return [self.claims[claim.id] for claim in claims]


def page_json(view: View, *, internal: bool = False) -> Json:
    """Everything the views of a report need, and nothing else.

    Local paths, and what reviewers keep for themselves, are in it only where `internal` says so, whatever the view was
    built for. Numbers are finite or null.
    """
    claims = [claim for document in view.documents for sentence in document.sentences for claim in sentence.claims]
    rows = _Rows(
        {claim.id: row for row, claim in enumerate(claims)},
        {document.anchor: row for row, document in enumerate(view.documents)},
        {series.anchor: row for row, series in enumerate(view.series)},
        {denial.anchor: row for row, denial in enumerate(view.denials)},
    )
    page = {
        "about": {
            "title": view.title,
            "summary": view.summary,
            "articles": view.articles,
            "origins": view.origins,
            "claims": view.claims,
            "found": view.found,
            "dates": view.dates,
            "method": view.method,
            "version": view.version,
        },
        "documents": _table(DOCUMENT_COLUMNS, (_document(document) for document in view.documents)),
        "claims": _table(CLAIM_COLUMNS, (_claim(claim, rows) for claim in claims)),
        "series": [_series(series, rows) for series in view.series],
        "first": [finding.anchor for finding in view.first],
        "findings": [
            {
                "id": group.anchor,
                "kind": group.kind,
                "meaning": group.meaning,
                "weighty": group.weighty,
                "findings": [_finding(finding, rows) for finding in group.findings],
            }
            for group in view.findings
        ],
        "denials": [_denial(denial, rows) for denial in view.denials],
        "forecasts": [_forecast(forecast, rows) for forecast in view.forecasts],
        "places": [_place(place) for place in view.places],
        "grades": [{"source": one.source, "grade": one.grade, "words": one.words} for one in view.grades],
    }
    if internal:
        page["private"] = _private(claims, view.documents)
    shown: Json = _shown(page)
    return shown


def _private(claims: Iterable[ClaimView], documents: Iterable[DocumentView]) -> Json:
    """What only the reviewers may see, by row as a string: few rows have any."""
    return {
        "review": {str(row): list(claim.review) for row, claim in enumerate(claims) if claim.review},
        "paths": {str(row): document.path for row, document in enumerate(documents) if document.path},
        "rejected": {
            str(row): [
                {"said": one.said, "by": one.by, "why": one.why, "passage": passage_json(one.passage)}
                for one in document.rejected
            ]
            for row, document in enumerate(documents)
            if document.rejected
        },
    }


def passage_json(passage: Passage) -> PassageJson:
    """The words that prove a claim: plain strings and [words, field] pairs, or the `problem` that bars them."""
    if passage.problem:
        return {"problem": passage.problem}
    found: PassageJson = {
        "pieces": [piece.text if piece.field is None else [piece.text, piece.field] for piece in passage.pieces]
    }
    if passage.before:
        found["before"] = passage.before
    if passage.after:
        found["after"] = passage.after
    return found


def _table(columns: tuple[str, ...], records: Iterable[Json]) -> Json:
    """By column, since values of one kind pack a third smaller side by side."""
    rows = tuple(records)
    return {column: [row[column] for row in rows] for column in columns}


def _document(document: DocumentView) -> Json:
    return {
        "id": document.anchor,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "day": document.day.isoformat() if document.day else None,
        "date": document.date,
        "how": document.date_how,
        "link": document.link,
        "hash": document.content_hash,
        "language": document.language,
        "problem": document.problem,
    }


def _claim(claim: ClaimView, rows: _Rows) -> Json:
    period = claim.moment.period
    return {
        "id": claim.anchor,
        "value": claim.value,
        "said": claim.said,
        "low": claim.low,
        "high": claim.high,
        "hedge": claim.hedge.value,
        "modality": claim.modality.value,
        "who": claim.who,
        "route": claim.route,
        "relays": list(claim.relays),
        "document": rows.documents[claim.document],
        "series": rows.series.get(claim.series or ""),
        "start": period.start.isoformat() if period else None,
        "end": period.end.isoformat() if period else None,
        "date": claim.moment.text,
        "how": claim.moment.how,
        "event": claim.event,
        "place": claim.place,
        "side": claim.side,
        "inferred": claim.inferred,
        "notes": list(claim.notes),
        "passage": passage_json(claim.passage),
        "language": claim.language,
    }


def _series(series: SeriesView, rows: _Rows) -> Json:
    return {
        "id": series.anchor,
        "title": series.title,
        "kind": series.kind_words,
        "unit": series.unit,
        "currency": series.currency,
        "figure": series.figure,
        "certainty": series.certainty,
        "why": series.why,
        "assumed": list(series.assumed),
        "basis": series.basis,
        "statements": [_statement(statement, rows) for statement in series.statements],
        "estimates": [_estimate(estimate, rows) for estimate in series.estimates],
    }


def _statement(statement: StatementView, rows: _Rows) -> Json:
    return {"claims": rows.of((statement.lead, *statement.repeats)), "why": statement.why}


def _estimate(estimate: EstimateView, rows: _Rows) -> Json:
    pivot = estimate.pivot
    return {
        "at": estimate.day.isoformat() if estimate.day else None,
        "moment": estimate.moment,
        "low": estimate.low,
        "best": estimate.best,
        "high": estimate.high,
        "figure": estimate.figure,
        "range": estimate.range,
        "basis": estimate.basis,
        "method": estimate.method,
        "why": estimate.why,
        "likelihood": estimate.likelihood,
        "claimedBy": estimate.claimed_by,
        "used": rows.of(estimate.used),
        "leftOut": [
            {"claim": rows.claims[left.claim.id], "why": left.why, "by": rows.claims[left.by.id] if left.by else None}
            for left in estimate.left_out
        ],
        "policies": [
            {"name": one.policy, "best": one.best, "range": one.range, "why": one.why} for one in estimate.compared
        ],
        "policy": estimate.policy,
        "pivot": {"claim": rows.claims[pivot.claim.id], "without": pivot.without} if pivot else None,
        "applied": list(estimate.applied),
    }


def _finding(finding: FindingView, rows: _Rows) -> Json:
    return {
        "id": finding.anchor,
        "kind": finding.kind,
        "severity": finding.severity,
        "text": finding.text,
        "arithmetic": finding.arithmetic,
        "innocent": finding.innocent,
        "claims": rows.of(finding.claims),
        "denials": [rows.denials[denial.anchor] for denial in finding.denials],
        "settled": finding.settled,
    }


def _denial(denial: DenialView, rows: _Rows) -> Json:
    return {
        "id": denial.anchor,
        "kind": denial.kind,
        "speaker": denial.speaker,
        "about": denial.about,
        "document": rows.documents.get(denial.document),
        "passage": passage_json(denial.passage),
        "language": denial.language,
    }


def _forecast(forecast: ForecastView, rows: _Rows) -> Json:
    return {
        "id": forecast.anchor,
        "outcome": forecast.outcome,
        "claims": rows.of((forecast.claim, *forecast.repeats)),
        "due": forecast.due,
        "condition": forecast.condition,
        "why": forecast.why,
        "pace": forecast.pace,
        "settledBy": rows.of(forecast.settled_by),
        "supersededBy": rows.claims[forecast.superseded_by.id] if forecast.superseded_by else None,
        "compared": forecast.compared,
    }


def _place(place: PlaceView) -> Json:
    return {"name": place.name, "at": place.at, "lat": place.latitude, "lon": place.longitude}


def _shown(value: Any) -> Any:
    """The same value with every string of a stranger made visible."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, list):
        return [_shown(item) for item in value]
    return {key: _shown(item) for key, item in value.items()} if isinstance(value, dict) else value
