"""Whether two names of speakers can mean one."""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.model import Claim
from tallybook.reconcile.world import World


def same_origin(a: str | None, b: str | None, world: World) -> bool:
    """Whether both name one speaker. Descriptions without a name ("local officials") are never the same."""
    return is_named(a) and is_named(b) and world.speaker(a or "") == world.speaker(b or "")


def may_be_one_speaker(a: str | None, b: str | None, world: World) -> bool:
    """Whether, within one document, two attributions of an equal number can be one speaker's.

    Silence and mere descriptions fit anybody; a state or its "officials" fit all who speak for it.
    """
    if a is None or b is None or not (is_named(a) and is_named(b)) or world.speaker(a) == world.speaker(b):
        return True
    side = world.side_of(a)
    return side is not None and side == world.side_of(b) and (world.is_state(a) or world.is_state(b))


def speaks_for_state(name: str, world: World) -> bool:
    """Whether a state, a body of one, or "Ukrainian officials" speak; a union or a party of the country does not."""
    side = world.side_of(name)
    if side is None or world.is_state(name) or world.is_official(name):
        return side is not None
    adjective = f"{world.adjective(side)} "
    spelled = world.speaker(name)
    return spelled.startswith(adjective) and " " not in spelled.removeprefix(adjective)


def of_one_state(a: str, b: str, world: World) -> bool:
    """Whether both speak for one state."""
    same = world.side_of(a) is not None and world.side_of(a) == world.side_of(b)
    return same and speaks_for_state(a, world) and speaks_for_state(b, world)


def is_named(name: str | None) -> bool:
    """Whether a speaker is named, not only described: some word of it has a capital ("officials" has none)."""
    return name is not None and name != name.lower()


def on_one_chain(a: Claim, b: Claim, world: World) -> bool:
    """Whether one claim's origin passed the other on, or both came by one relay and only one says from whom."""
    origins = [_names([claim.attribution.origin], world) for claim in (a, b)]
    relays = [_names(claim.attribution.relays, world) for claim in (a, b)]
    if origins[0] and origins[1]:
        return bool(origins[0] & relays[1] or origins[1] & relays[0])
    return bool((origins[0] | relays[0]) & (origins[1] | relays[1]))


def _names(names: Iterable[str | None], world: World) -> frozenset[str]:
    return frozenset(world.speaker(name) for name in names if name is not None and is_named(name))
