"""What is heard in a series: one vote for each statement, and the claims that have none, with why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tallybook.model import Claim, ClaimKind, Hedge, LeftOut, Modality, Series
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.intervals import stated
from tallybook.reconcile.lists import is_list
from tallybook.reconcile.methods.method import Day, Lesson, Question, Vote
from tallybook.reconcile.outliers import outliers
from tallybook.reconcile.scope import stands
from tallybook.reconcile.sides import outlet_of, side_of_claim
from tallybook.reconcile.standing import standing

WHY_NOT = {
    Modality.PLANNED: "planned, not yet done",
    Modality.EXPECTED: "expected, not yet so",
    Modality.PROJECTED: "projected, not yet so",
    Modality.DENIED: "denied by whoever is quoted",
}


@dataclass(frozen=True, slots=True)
class Hearing:
    """A series with its votes day by day, at least one day, and the claims that have none. `corrected` are the days on
    which some number of it was taken back."""

    series: Series
    question: Question
    course: tuple[Day, ...]
    left_out: tuple[LeftOut, ...]
    corrected: tuple[dt.date, ...] = ()


def hear(series: Series, ground: Ground) -> Hearing:
    """The votes of one series of a story. Claims that count nothing, or were taken back, have none."""
    members = ground.members(series)
    barred = tuple(_barred(members, ground.corrections.left_out))
    out = {item.claim for item in barred}
    usable = [claim for claim in members if claim.id not in out]
    votes, repeats = _votes(usable, ground)
    question = _question(series, ground)
    return Hearing(
        series, question, tuple(_course(votes, question)), (*barred, *repeats), tuple(_corrected(series, ground))
    )


def lessons_of(heard: Iterable[Hearing]) -> list[Lesson]:
    """What a method that studies is given of a book: the votes that stand in each series at the end, by its id.

    A speaker's earlier numbers of a growing total were not wrong, and teach nothing; nor does who is right where nobody
    counts.
    """
    counted = [one for one in heard if not one.question.estimated]
    return [(one.course[-1].votes, one.question) for one in sorted(counted, key=lambda hearing: hearing.series.id)]


def _corrected(series: Series, ground: Ground) -> Iterator[dt.date]:
    own = frozenset(series.claims)
    for correction in ground.corrections.found:
        told = {correction.taken.id, *correction.gone} | ({correction.standing.id} if correction.standing else set())
        if correction.at is not None and own & told:
            yield correction.at


def _course(votes: Sequence[Vote], question: Question) -> Iterator[Day]:
    """One for each day that a vote is of, in order; undated votes are heard with the last."""
    days: list[dt.date | None] = [*sorted({vote.at for vote in votes if vote.at is not None})] or [None]
    apart: list[LeftOut] = []
    for day in days:
        heard = [v for v in votes if (day == days[-1] if v.at is None else day is None or v.at <= day)]
        apart = outliers(heard, question.kind, already=apart)
        far = {item.claim for item in apart}
        near = [vote for vote in heard if vote.claim not in far]
        stand, superseded = standing(near, question.kind, monotone=question.monotone)
        yield Day(day, tuple(stand), (*apart, *superseded))


def _question(series: Series, ground: Ground) -> Question:
    world = ground.world
    return Question(
        event=series.event,
        unit=series.unit,
        kind=series.kind,
        monotone=world.monotone(series.event),
        contested=ground.war and world.contested(series.event),
        people=world.speaks_for(world.group(series.group)) if series.group is not None else None,
        counting=world.counting(series.event, war=ground.war),
    )


def _barred(members: Iterable[Claim], taken_back: Mapping[str, str]) -> Iterator[LeftOut]:
    for claim in members:
        why = taken_back.get(claim.id) or _why_barred(claim)
        if why is not None:
            yield LeftOut(claim=claim.id, why=why)


def _why_barred(claim: Claim) -> str | None:
    if claim.modality in WHY_NOT:
        return WHY_NOT[claim.modality]
    if claim.kind in (ClaimKind.RATE, ClaimKind.SHARE):
        return f"a {claim.kind.value}, not a count"
    if not stands(claim):
        return "a change, not a count"
    return 'no number, only words like "dozens"' if stated(claim) == (None, None) else None


def _votes(members: Sequence[Claim], ground: Ground) -> tuple[list[Vote], list[LeftOut]]:
    """One vote for each statement, and the claims that only repeat one."""
    usable = {claim.id: claim for claim in members}
    votes: list[Vote] = []
    repeats: list[LeftOut] = []
    for statement in ground.statements_of(members):
        told = [usable[identity] for identity in statement.claims if identity in usable]
        speaking = max(told, key=lambda claim: _clarity(claim, ground))
        votes.append(_vote(speaking, told, ground))
        why = f"repeats a statement: {statement.why}"
        repeats.extend(LeftOut(claim=c.id, why=why, by=speaking.id) for c in told if c is not speaking)
    return votes, repeats


def _clarity(claim: Claim, ground: Ground) -> tuple[bool, bool, bool]:
    """Of several reports the one speaks for a statement that names who says it, then the day, then the number."""
    dated = claim.id in ground.moments and ground.moments[claim.id].said
    return claim.attribution.origin is not None, dated, claim.quantity.hedge in (Hedge.EXACT, Hedge.RANGE)


def _vote(claim: Claim, told: Sequence[Claim], ground: Ground) -> Vote:
    world, documents, origin = ground.world, ground.documents, claim.attribution.origin
    outlet = outlet_of(claim, documents)
    moment = ground.when(told)
    low, high = stated(claim)
    return Vote(
        claim=claim.id,
        quantity=replace(claim.quantity, low=low, high=high),
        speaker=world.speaker(origin) if origin is not None else outlet,
        named=origin is not None,
        official=origin is not None and world.is_official(origin),
        side=side_of_claim(claim, outlet, world),
        outside=origin is not None and world.is_outside(origin),
        grade=world.grade(origin or outlet),
        at=moment.at if moment is not None else None,
        counted=any(is_list(other, documents.get(other.document_id), world) for other in told),
    )
