"""The published forms of what follows from a book, as types: what every key of them holds."""

from __future__ import annotations

from typing import TypedDict

from tallybook.model import Number
from tallybook.view.read_shapes import DaysJson


class AssumedJson(TypedDict):
    """What a claim leaves unsaid, and what that was taken to be."""

    claim: str
    unknown: str
    taken: str
    why: str


class SeriesJson(TypedDict):
    """One series, its claims by id."""

    id: str
    title: str
    event: str
    unit: str
    kind: str
    group: str | None
    place: str | None
    incident: str | None
    claims: list[str]
    assumed: list[AssumedJson]


class StatementJson(TypedDict):
    """One utterance, the claims that report it by id."""

    id: str
    origin: str | None
    claims: list[str]
    why: str
    side: str | None


class LeftOutJson(TypedDict):
    """A claim that an estimate did not use."""

    claim: str
    why: str
    by: str | None


class PivotJson(TypedDict):
    """The claim that the best value hangs on most, and what it would be without it."""

    claim: str
    best: Number | None


class AlternativeJson(TypedDict):
    """What a policy makes of the statements of a series."""

    policy: str
    low: Number | None
    best: Number | None
    high: Number | None
    why: str


class EstimateJson(TypedDict):
    """What one series supports at one date."""

    series: str
    at: str | None
    low: Number | None
    best: Number | None
    high: Number | None
    independent: int
    method: str
    claims: list[str]
    left_out: list[LeftOutJson]
    why: str
    probability: float | None
    likelihood: str | None
    claimed_by: str | None
    pivot: PivotJson | None
    applied: list[str]
    compared: list[AlternativeJson]


class FindingJson(TypedDict):
    """One thing that does not match."""

    id: str
    kind: str
    claims: list[str]
    text: str
    arithmetic: str | None
    severity: str
    innocent: str | None
    settled: str | None
    denials: list[str]


class LinkJson(TypedDict):
    """What holds between two series, both by id."""

    kind: str
    part: str
    whole: str
    why: str


class ForecastJson(TypedDict):
    """One statement about later, and what became of it."""

    id: str
    series: str
    claims: list[str]
    origin: str | None
    due: DaysJson | None
    condition: str | None
    outcome: str
    settled_by: list[str]
    why: str
    pace: str | None
    came: Number | None
    superseded_by: str | None


class RecordJson(TypedDict):
    """How one origin's forecasts have turned out."""

    origin: str
    reached: int
    missed: int
    unsettled: int
    open: int
    withdrawn: int
    log_error: float | None


class NewsJson(TypedDict):
    """One change in a book."""

    kind: str
    text: str
    claims: list[str]
    document: str | None
    series: str | None
    finding: str | None
    forecast: str | None
    before: Number | None
    after: Number | None
    severity: str | None


class BorrowedJson(TypedDict):
    """The days a claim is put on by a year from elsewhere."""

    claim: str
    period: DaysJson
    why: str


class AssessedJson(TypedDict):
    """What the user makes of a source."""

    source: str
    grade: str | None
    words: str
    side: str | None
