"""What follows from a book, and what changed in it, in the published forms."""

from __future__ import annotations

from tallybook.model import (
    Alternative,
    Assessed,
    Borrowed,
    Estimate,
    Finding,
    Forecast,
    Link,
    News,
    Series,
    Statement,
    TrackRecord,
)
from tallybook.view.picture_shapes import (
    AlternativeJson,
    AssessedJson,
    BorrowedJson,
    EstimateJson,
    FindingJson,
    ForecastJson,
    LinkJson,
    NewsJson,
    RecordJson,
    SeriesJson,
    StatementJson,
)
from tallybook.view.values_json import days_json, number_json, period_json


def series_json(series: Series) -> SeriesJson:
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


def statement_json(statement: Statement) -> StatementJson:
    """One utterance with the ids of the claims that report it, and why they are one."""
    return {
        "id": statement.id,
        "origin": statement.origin,
        "claims": list(statement.claims),
        "why": statement.why,
        "side": statement.side,
    }


def estimate_json(estimate: Estimate) -> EstimateJson:
    """What one series supports at one date, with what was used and what was left out."""
    pivot = estimate.pivot
    return {
        "series": estimate.series,
        "at": None if estimate.at is None else estimate.at.isoformat(),
        "low": number_json(estimate.low),
        "best": number_json(estimate.best),
        "high": number_json(estimate.high),
        "independent": estimate.independent,
        "method": estimate.method,
        "claims": list(estimate.claims),
        "left_out": [{"claim": left.claim, "why": left.why, "by": left.by} for left in estimate.left_out],
        "why": estimate.why,
        "probability": None if estimate.probability is None else round(estimate.probability, 4),
        "likelihood": estimate.likelihood,
        "claimed_by": estimate.claimed_by,
        "pivot": None if pivot is None else {"claim": pivot.claim, "best": number_json(pivot.best)},
        "applied": list(estimate.applied),
        "compared": [alternative_json(alternative) for alternative in estimate.compared],
    }


def alternative_json(alternative: Alternative) -> AlternativeJson:
    """What a policy makes of the statements of a series."""
    return {
        "policy": alternative.policy,
        "low": number_json(alternative.low),
        "best": number_json(alternative.best),
        "high": number_json(alternative.high),
        "why": alternative.why,
    }


def finding_json(finding: Finding) -> FindingJson:
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


def link_json(link: Link) -> LinkJson:
    """What holds between two series, both by id."""
    return {"kind": link.kind.value, "part": link.part, "whole": link.whole, "why": link.why}


def forecast_json(forecast: Forecast) -> ForecastJson:
    """One statement about later, and what became of it."""
    return {
        "id": forecast.id,
        "series": forecast.series,
        "claims": list(forecast.claims),
        "origin": forecast.origin,
        "due": period_json(forecast.due),
        "condition": forecast.condition,
        "outcome": forecast.outcome.value,
        "settled_by": list(forecast.settled_by),
        "why": forecast.why,
        "pace": forecast.pace,
        "came": number_json(forecast.came),
        "superseded_by": forecast.superseded_by,
    }


def record_json(record: TrackRecord) -> RecordJson:
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


def news_json(news: News) -> NewsJson:
    """One change in a book."""
    return {
        "kind": news.kind.value,
        "text": news.text,
        "claims": list(news.claims),
        "document": news.document,
        "series": news.series,
        "finding": news.finding,
        "forecast": news.forecast,
        "before": number_json(news.before),
        "after": number_json(news.after),
        "severity": news.severity.value if news.severity is not None else None,
    }


def borrowed_json(borrowed: Borrowed) -> BorrowedJson:
    """The days a claim is put on by a year that nothing on its page gives, and where the year is from."""
    return {"claim": borrowed.claim, "period": days_json(borrowed.period), "why": borrowed.why}


def assessed_json(assessed: Assessed) -> AssessedJson:
    """What the user's registry file says of a source of the book."""
    return {"source": assessed.source, "grade": assessed.grade, "words": assessed.words, "side": assessed.side}
