"""What the claims of a series leave unsaid: an unknown value fits the known ones, and the picture says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tallybook.model import Assumed, Claim, ClaimKind, Statement, Unknown
from tallybook.reconcile.moments import Moment

OTHERS_TIME = "the time of the others"
OWN_INCIDENT = "the incident of the story"
_SILENT = {
    Unknown.GROUP: "names no group",
    Unknown.PLACE: "gives no place",
    Unknown.DAY: "has no date",
    Unknown.INCIDENT: "names no incident",
}


def assumed_in(
    pool: Sequence[Claim], moments: Mapping[str, Moment], *, group: str | None, place: str | None, choice: bool
) -> tuple[Assumed, ...]:
    """What is taken for granted of the claims of one series, claim by claim.

    `group` and `place` are those of the series; `choice` says that numbers of its scope are told of other incidents
    too. What no claim of a series says is unknown of them all, and nothing is assumed.
    """
    dated = any(claim.id in moments for claim in pool)

    def unsaid(claim: Claim) -> Iterator[tuple[Unknown, str]]:
        if group is not None and claim.group is None:
            yield Unknown.GROUP, group
        if place is not None and claim.place is None:
            yield Unknown.PLACE, place
        if dated and claim.id not in moments:
            yield Unknown.DAY, OTHERS_TIME
        if choice and claim.incident is None:
            yield Unknown.INCIDENT, OWN_INCIDENT

    return tuple(
        Assumed(claim=claim.id, unknown=unknown, taken=taken, why=f"{_SILENT[unknown]}; taken to be of {taken}")
        for claim in pool
        for unknown, taken in unsaid(claim)
    )


def filled_in(claims: Sequence[Claim], statements: Iterable[Statement]) -> list[Claim]:
    """The claims with a group or place that only another report of the same statement tells ("89 dead", a headline).

    Nothing is taken from reports that differ, or that tell of another event, unit or kind.
    """
    by_id = {claim.id: claim for claim in claims}
    found = dict(by_id)
    for statement in statements:
        own = [by_id[name] for name in statement.claims if name in by_id]
        for claim in own:
            alike = [other for other in own if _measure(other) == _measure(claim)]
            found[claim.id] = replace(
                claim,
                group=claim.group or _only(other.group for other in alike),
                place=claim.place or _only(other.place for other in alike),
            )
    return list(found.values())


def _measure(claim: Claim) -> tuple[str, str | None, ClaimKind, str | None]:
    return claim.event, claim.quantity.unit, claim.kind, claim.incident


def _only(names: Iterable[str | None]) -> str | None:
    told = {name for name in names if name is not None}
    return told.pop() if len(told) == 1 else None
