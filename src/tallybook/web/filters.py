"""What a list can be asked for, and which claims fit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Query
from pydantic import BeforeValidator, WithJsonSchema

from tallybook.model import Anchor, Claim, ReviewState
from tallybook.web.standing import Standing, moment_of

MAX_SIZE = 500
Text = Annotated[str | None, Query(min_length=1, max_length=300)]
Page = Annotated[int, Query(ge=1, le=1_000_000)]
Day = Annotated[dt.date | None, Query()]
Size = Annotated[int, Query(ge=1, le=MAX_SIZE)]


def _moment(value: object) -> object:
    """What a day or a moment in a request stands for; anything else as it is, to be refused."""
    return moment_of(value) if isinstance(value, str) else value


_DAY_OR_MOMENT = {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}
AsOf = Annotated[
    dt.datetime | None,
    BeforeValidator(_moment),
    WithJsonSchema(_DAY_OR_MOMENT),
    Query(description="An ISO day or moment: the book as it was then."),
]
Review = Literal["undecided", "accept", "reject", "edit", "add missed", "add by hand", "excluded"]


@dataclass(frozen=True, kw_only=True)
class ClaimFilter:
    """What a claim has to be to be listed; None for anything."""

    document: str | None = None
    origin: str | None = None
    side: str | None = None
    event: str | None = None
    place: str | None = None
    series: str | None = None
    review: Review | None = None
    state: ReviewState | None = None
    assignee: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    q: str | None = None

    def takes(self, claim: Claim, anchor: Anchor, standing: Standing, *, series: str | None, side: str | None) -> bool:
        """Whether a claim fits. One without days fits no span of days."""
        asked = (
            (self.document, claim.document_id),
            (self.origin, claim.attribution.origin),
            (self.side, side),
            (self.event, claim.event),
            (self.place, claim.place),
            (self.series, series),
            (self.state, standing.desk.states.get(anchor, ReviewState.UNCHECKED)),
            (self.assignee, standing.desk.assignees.get(anchor)),
        )
        if any(wanted is not None and wanted != found for wanted, found in asked):
            return False
        return self._in_time(claim) and self._reviewed(anchor, standing) and self._says(claim, standing)

    def _in_time(self, claim: Claim) -> bool:
        if self.since is None and self.until is None:
            return True
        if claim.time is None:
            return False
        return (self.since is None or claim.time.end >= self.since) and (
            self.until is None or claim.time.start <= self.until
        )

    def _reviewed(self, anchor: Anchor, standing: Standing) -> bool:
        if self.review is None:
            return True
        if self.review == "excluded":
            return anchor in standing.excluded
        verdict = standing.desk.verdicts.get(anchor)
        return (verdict.kind if verdict else "undecided") == self.review

    def _says(self, claim: Claim, standing: Standing) -> bool:
        if self.q is None:
            return True
        document = standing.documents.get(claim.document_id)
        return document is not None and self.q.lower() in claim.sentence.of(document.text).lower()


def fits(asked: Mapping[str, object], found: Mapping[str, object]) -> bool:
    """Whether every value that was asked for is the one that was found.

    >>> fits({"kind": None, "event": "killed"}, {"kind": "total", "event": "killed"})
    True
    """
    return all(value is None or value == found[name] for name, value in asked.items())


def between(day: dt.date | None, since: dt.date | None, until: dt.date | None) -> bool:
    """Whether a day lies within two, each of which may be left open; no day lies within any."""
    if since is None and until is None:
        return True
    return day is not None and (since is None or day >= since) and (until is None or day <= until)
