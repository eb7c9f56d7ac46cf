"""When a claim's number holds, as far as its words or its page say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tallybook.model import Claim, Document, Period
from tallybook.reconcile.wording import day_words
from tallybook.reconcile.years import Years, borrow_years

DAYS_IN = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}
"""How many days each of the times has that rates are told by."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The days a number may hold on, and whether the text itself says so.

    A number without words of time is dated by its page: it held on the day of publication or before. `borrowed` says
    where the year was taken from that neither gives, None where one does.
    """

    period: Period
    said: bool
    borrowed: str | None = None

    @property
    def at(self) -> dt.date:
        """The day a cumulative number is read to be of: the last one of its period ("by autumn")."""
        return self.period.end

    @property
    def words(self) -> str:
        """That day in words, with where its year is from if neither the words nor the page give it."""
        return day_words(self.at) if self.borrowed is None else f"{day_words(self.at)}, the {self.borrowed}"

    @property
    def days(self) -> int:
        """How many days the period has."""
        return (self.period.end - self.period.start).days + 1


def moment_of(claim: Claim, document: Document | None, years: Years | None = None) -> Moment | None:
    """The claim's own time, else the day its words were published, else None; `years` are what its page borrows.

    A month that the words tell is told by them, whoever gave its year.
    """
    if claim.time is not None:
        return Moment(claim.time, said=True)
    if years is not None and claim.id in years.told:
        return Moment(years.told[claim.id], said=True, borrowed=years.why)
    day = day_of_words(claim, document)
    if day is not None:
        return Moment(Period(day, day), said=False)
    if years is not None and years.published is not None and years.published.start == years.published.end:
        return Moment(years.published, said=False, borrowed=years.why)
    return None


def day_of_words(claim: Claim, document: Document | None) -> dt.date | None:
    """The day on which a claim's page, or its post on a live page, was published; None where that is not known."""
    published = document.published_at(claim.span.start) if document is not None else None
    return published.date() if published is not None else None


def moments_of(claims: Sequence[Claim], documents: Mapping[str, Document]) -> dict[str, Moment]:
    """The moment of every claim of one story that has one, by claim id."""
    years = borrow_years(claims, documents)
    found = (
        (claim.id, moment_of(claim, documents.get(claim.document_id), years.get(claim.document_id))) for claim in claims
    )
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
