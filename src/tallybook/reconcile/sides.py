"""Whether only one side of a war stands behind a number.

What one party of a war says of the losses or forces in it is a claim, not a best value, until another side or somebody
outside the war says so too. A story is of a war where some number in it is told of war alone: "missiles launched", or
"captured" of people whose group is named, since police capture and clubs exchange people too. Organs of one state are
one side. Numbers that nobody is named for neither belong to a side nor stand outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tallybook.model import Claim
from tallybook.reconcile.methods.method import Vote
from tallybook.reconcile.speakers import is_named
from tallybook.reconcile.world import World

PERSON = "person"


def is_war(claims: Iterable[Claim], world: World) -> bool:
    """Whether the numbers of a story are those of a war."""
    return any(
        world.warlike(claim.event, claim.quantity.unit or "")
        and (claim.quantity.unit != PERSON or claim.group is not None)
        for claim in claims
    )


def only_side(votes: Sequence[Vote], event: str, world: World) -> str | None:
    """The one side that speaks of a contested number of a war; None where there are two, or somebody outside."""
    if not world.contested(event):
        return None
    sides = {vote.side for vote in votes if vote.named and is_named(vote.speaker)}
    return next(iter(sides)) if len(sides) == 1 else None
