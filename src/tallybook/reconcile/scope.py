"""Which scopes of claims can be the same: groups, places and times, where unknown is compatible."""

from __future__ import annotations

from tallybook.model import Claim, ClaimKind, Modality
from tallybook.reconcile.moments import Moment
from tallybook.reconcile.world import World

STOCKS = (ClaimKind.TOTAL, ClaimKind.LEVEL)
"""Kinds that say how many there are on a day; a wave says how many came."""
COUNTS = frozenset({*STOCKS, ClaimKind.FLOW})
STANDING = frozenset({Modality.REPORTED, Modality.INFERRED})
_WAVE_AND_STATE = frozenset({(ClaimKind.FLOW, ClaimKind.LEVEL), (ClaimKind.LEVEL, ClaimKind.FLOW)})
SLACK_DAYS = 3
PERSON = "person"
OTHER = "other"
OCCASIONS = frozenset({"attended", "aboard"})
"""Events whose total is of one day: the next march is another crowd."""
OCCASION_DAYS = 5
"""Numbers further apart are of two of them. Pages of the following days still tell of one."""


def is_count(claim: Claim) -> bool:
    """Whether the number counts something, rather than a rate or a share."""
    return claim.kind in COUNTS


def stands(claim: Claim) -> bool:
    """Whether the claim says what is, rather than what is planned, expected, projected, denied or taken back."""
    return claim.modality in STANDING and claim.change is None and claim.taken_back is None


def same_sort(a: Claim, b: Claim) -> bool:
    """Whether two claims count in the same unit and in kinds that can be compared."""
    one, other = a.quantity, b.quantity
    units = one.unit == other.unit and one.per == other.per and one.currency == other.currency
    return units and (a.kind == b.kind or (is_count(a) and is_count(b)))


def groups_fit(a: Claim, b: Claim, world: World) -> bool:
    """Whether both may count people or things of one group."""
    return a.group is None or b.group is None or world.group(a.group) == world.group(b.group)


def places_fit(a: str | None, b: str | None, world: World) -> bool:
    """Whether one place may lie in the other."""
    return a is None or b is None or world.within(a, b) or world.within(b, a)


def narrower(inner: str | None, outer: str | None, world: World) -> bool:
    """Whether `inner` is known to be a part, and only a part, of `outer`."""
    return inner is not None and outer is not None and world.within(inner, outer) and not world.within(outer, inner)


def times_fit(a: Moment | None, b: Moment | None, *, slack: int = SLACK_DAYS) -> bool:
    """Whether two times may be the same but for `slack` days. A time that only the page gives is compatible."""
    if a is None or b is None or not (a.said and b.said):
        return True
    gap = max(a.period.start, b.period.start) - min(a.period.end, b.period.end)
    return gap.days <= slack


def same_people(a: Claim, b: Claim) -> bool:
    """Whether one number may be given for the very same people under both claims.

    The events must be equal, unless one claim is a wave and the other the state it led to ("a further 3,500 sent",
    "3,500 are in training"). "Killed" and "killed or wounded" differ: what is right for one is wrong for the other.
    """
    if a.event == b.event:
        return a.event != OTHER
    return (a.kind, b.kind) in _WAVE_AND_STATE
