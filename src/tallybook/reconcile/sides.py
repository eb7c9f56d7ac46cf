"""Whose voice a number is, and whether only one side of a war stands behind it.

What one party of a war says of the losses or forces in it is a claim, not a best value, until another side or somebody
known to be outside the war says so too. A story is of a war where some number in it is told of war alone: "missiles
launched", or "captured" of people whose group is named, since police capture and clubs exchange people too. Organs of
one state are one side, and so is an outlet that speaks for it. A body whose state its words do not tell ("Police") is
that of the country the number is of. Whoever is unknown, or not named, neither belongs to a side nor stands outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tallybook.model import Claim, Document
from tallybook.reconcile.classes import is_class
from tallybook.reconcile.methods.method import Vote
from tallybook.reconcile.scope import PERSON
from tallybook.reconcile.world import World


def is_war(claims: Iterable[Claim], world: World) -> bool:
    """Whether the numbers of a story are those of a war."""
    return any(_is_of_war(claim.event, claim.quantity.unit or "", claim.group, world) for claim in claims)


def _is_of_war(event: str, unit: str, group: str | None, world: World) -> bool:
    if group is not None and world.warlike(event, PERSON) and (unit == PERSON or is_class(unit)):
        return True
    return unit != PERSON and world.warlike(event, unit)


def side_of_claim(claim: Claim, outlet: str, world: World) -> str | None:
    """The state or armed group whose voice a claim is; of one that names nobody, its outlet's own."""
    speaker = claim.attribution.origin or outlet
    side = world.speaks_for(speaker)
    if side is None and claim.place is not None and world.is_office(speaker):
        return world.country_at(claim.place)
    return side


def outlet_of(claim: Claim, documents: Mapping[str, Document]) -> str:
    """Who says a number that names nobody: the outlet, else the page itself."""
    document = documents.get(claim.document_id)
    return (document.outlet if document is not None else None) or claim.document_id


def only_side(votes: Sequence[Vote], event: str, world: World) -> str | None:
    """The one side that speaks of a contested number of a war; None where there are two, or somebody outside."""
    return one_side(votes) if world.contested(event) else None


def one_side(votes: Iterable[Vote]) -> str | None:
    """The side of all who have one; None where there are two, or somebody outside speaks."""
    votes = list(votes)
    sides = {vote.side for vote in votes if vote.side is not None}
    outside = any(vote.outside and vote.side is None for vote in votes)
    return next(iter(sides)) if len(sides) == 1 and not outside else None
