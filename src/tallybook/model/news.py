"""What changed in a book from one time to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tallybook.model.picture import Severity
from tallybook.model.quantity import Number


class NewsKind(StrEnum):
    """What kind of change it is. The order is that in which changes are told."""

    PAGE_ADDED = "page added"
    PAGE_CHANGED = "page changed"
    CORRECTION = "correction"  # a number that a page now says no longer stands
    REPLACED = "number replaced"  # a changed page gives another number for the same thing
    RETRACTION = "number gone"  # a changed page no longer gives it
    NEW_SERIES = "new series"
    SERIES_ENDED = "series ended"
    NEW_HIGH = "new high"
    NEW_LOW = "new low"
    HIGH_FELL = "high fell"
    LOW_ROSE = "low rose"
    BEST_MOVED = "best moved"
    FINDING_OPENED = "finding opened"
    FINDING_CHANGED = "finding changed"
    FINDING_CLOSED = "finding closed"
    FORECAST_ADDED = "forecast added"
    FORECAST_SETTLED = "forecast settled"
    FORECAST_MOVED = "forecast moved"  # to open or unsettled
    RE_READ = "re-read"  # the same text, read differently: no news


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One change, in a sentence, with what it is of: a page, series, finding or forecast by id, and its claims.

    `before` and `after` are the value that moved, where one did; None also where it was or is open. `severity` is that
    of a finding.
    """

    kind: NewsKind
    text: str
    claims: tuple[str, ...] = ()
    document: str | None = None
    series: str | None = None
    finding: str | None = None
    forecast: str | None = None
    before: Number | None = None
    after: Number | None = None
    severity: Severity | None = None
