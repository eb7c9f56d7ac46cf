"""When a claim's number holds, as far as its words or its page say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tallybook.model import Claim, Document, Period


@dataclass(frozen=True, slots=True)
class Moment:
    """The days a number may hold on, and whether the text itself says so.

    A number without words of time is dated by its page: it held on the day of publication or before.
    """

    period: Period
    said: bool

    @property
    def at(self) -> dt.date:
        """The day a cumulative number is read to be of: the last one of its period ("by autumn")."""
        return self.period.end

    @property
    def days(self) -> int:
        """How many days the period has."""
        return (self.period.end - self.period.start).days + 1


def moment_of(claim: Claim, document: Document | None) -> Moment | None:
    """The claim's own time, else the day its document was published, else None."""
    if claim.time is not None:
        return Moment(claim.time, said=True)
    day = document.published.date() if document is not None and document.published is not None else None
    return None if day is None else Moment(Period(day, day), said=False)


def moments_of(claims: Iterable[Claim], documents: Mapping[str, Document]) -> dict[str, Moment]:
    """The moment of every claim that has one, by claim id."""
    found = ((claim.id, moment_of(claim, documents.get(claim.document_id))) for claim in claims)
    return {identity: moment for identity, moment in found if moment is not None}


def earliest(moments: Iterable[Moment | None]) -> Moment | None:
    """Of several reports of one figure, the moment nearest to its making: one that the text says, then the first."""
    known = [moment for moment in moments if moment is not None]
    return min(
        known, key=lambda moment: (not moment.said, moment.days > 100, moment.at, moment.period.start), default=None
    )


def days_between(a: dt.date, b: dt.date) -> int:
    """Days from `a` to `b`, negative where `b` is earlier."""
    return (b - a).days
