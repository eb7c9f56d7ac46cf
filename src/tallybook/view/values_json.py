"""Numbers, spans and days as plain JSON types."""

from __future__ import annotations

from tallybook.model import Number, PartialDate, Period, Span
from tallybook.view.read_shapes import DaysJson, PartialDateJson, SpanJson


def number_json(value: Number | None) -> Number | None:
    """A whole number as one, whatever type it was computed in."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def span_json(span: Span) -> SpanJson:
    """Start and end."""
    return [span.start, span.end]


def days_json(period: Period) -> DaysJson:
    """The first and the last day, in ISO form."""
    return [period.start.isoformat(), period.end.isoformat()]


def period_json(period: Period | None) -> DaysJson | None:
    """The same where there is one."""
    return None if period is None else days_json(period)


def day_json(date: PartialDate | None) -> str | None:
    """The day, in ISO form; None where the date names none."""
    day = None if date is None else date.date()
    return None if day is None else day.isoformat()


def partial_json(date: PartialDate) -> PartialDateJson:
    """What is known of a date."""
    return {"year": date.year, "month": date.month, "day": date.day}
