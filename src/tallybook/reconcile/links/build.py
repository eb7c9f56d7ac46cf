"""The links between the series of one story, from the surest to the weakest sign."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tallybook.model import Claim, ClaimKind, Link, LinkKind, Modality, Series
from tallybook.reconcile.links.rules import Rule, name_of, rules
from tallybook.reconcile.links.side import Key, Side, Sides, side_of
from tallybook.reconcile.moments import Moment
from tallybook.reconcile.scope import OTHER, STOCKS
from tallybook.reconcile.wording import listed
from tallybook.reconcile.world import World

WITHIN = frozenset({LinkKind.SUBSET, LinkKind.SUM})
"""Kinds that hold on: a part of a part is a part."""
MEASURED = frozenset({ClaimKind.RATE, ClaimKind.SHARE})


def links_of(
    series: Sequence[Series], claims: Mapping[str, Claim], moments: Mapping[str, Moment], world: World
) -> tuple[Link, ...]:
    """The links between the series of one story, at most one for two series, the closest kind first told.

    Parts that the words themselves tell come first; a part of a total of the same event is linked to nothing else.
    Linear in the number of series but for those that fit each other.
    """
    pairs = list(_told_pairs(series, claims))
    parts = {part.id for part, whole in pairs if part.event == whole.event}
    sides = Sides(side_of(one, claims, moments, world) for one in series if one.event != OTHER and one.id not in parts)
    told = [_told(part, whole, world) for part, whole in pairs if _can_be_part(part, whole)]
    found: dict[frozenset[str], Link] = {}
    for link in (*told, *_sums(sides, world), *_by_scope(sides, world), *_shifts(sides, world)):
        found.setdefault(frozenset((link.part, link.whole)), link)
    return tuple(_without_leaps(list(found.values()), kept=frozenset(map(id, told))))


def _told_pairs(series: Sequence[Series], claims: Mapping[str, Claim]) -> Iterator[tuple[Series, Series]]:
    """Numbers that their own words make a part of one in another series."""
    home = {identity: one for one in series for identity in one.claims}
    for part in series:
        for identity in part.claims:
            whole = home.get(claims[identity].part_of or "")
            if whole is not None and whole.id != part.id and claims[identity].modality is not Modality.DENIED:
                yield part, whole


def _can_be_part(part: Series, whole: Series) -> bool:
    """No part of another group, and no count a part of a rate or share, whatever the words seem to say."""
    groups = part.group is None or whole.group is None or part.group == whole.group
    return groups and (whole.kind not in MEASURED or part.kind in MEASURED)


def _told(part: Series, whole: Series, world: World) -> Link:
    if part.kind is ClaimKind.SHARE:
        return _link(LinkKind.SHARE, part, whole, f"{name_of(part, world)} is told of {name_of(whole, world)}")
    return _link(LinkKind.SUBSET, part, whole, f"{name_of(part, world)} are told among {name_of(whole, world)}")


def _sums(sides: Sides, world: World) -> Iterator[Link]:
    """Every part of a composite event, where the book has them all, each once, at one place."""
    for whole in sides.all:
        one = whole.series
        events = world.parts_of(one.event) if one.kind in STOCKS else ()
        parts = [_at(whole, (event, one.unit, one.kind, whole.place), sides) for event in events]
        if not parts or any(len(of_event) != 1 for of_event in parts):
            continue
        together = listed([name_of(part.series, world) for (part,) in parts])
        for (part,) in parts:
            yield _link(LinkKind.SUM, part.series, one, f"{together} add up to {name_of(one, world)}")


def _at(whole: Side, key: Key, sides: Sides) -> list[Side]:
    return [side for side in sides.of(whole.matter, [key]) if not side.apart(whole)]


def _by_scope(sides: Sides, world: World) -> Iterator[Link]:
    """Links that follow from what two series measure."""
    for rule in rules():
        for part in sides.all:
            for whole in wholes_of(part, rule, sides, world):
                yield _link(rule.kind, part.series, whole.series, rule.says(part, whole, world))


def wholes_of(part: Side, rule: Rule, sides: Sides, world: World) -> list[Side]:
    """What a series is a part of by one rule; of several by an unknown place only what leaves no choice."""
    fitting = [
        whole
        for whole in sides.of(part.matter, rule.keys(part, world))
        if whole is not part and not part.apart(whole) and rule.fits(part, whole, world)
    ]
    return [whole for whole in fitting if _surely_there(part, whole, fitting)]


def _surely_there(part: Side, whole: Side, fitting: Iterable[Side]) -> bool:
    """Whether the places leave no choice.

    A part without a place is of a whole with one where no other fits as well, a part with a place of a whole without
    one where none with a place does.
    """
    rivals = [other for other in fitting if other is not whole and other.series.event == whole.series.event]
    if part.place is None:
        return whole.place is None or not rivals
    return whole.place is not None or all(other.place is None for other in rivals)


def _without_leaps(links: Sequence[Link], *, kept: frozenset[int]) -> Iterator[Link]:
    """All but those that two others together say: a part of a part. `kept` are told by words, and stay."""
    wholes: dict[str, set[str]] = {}
    for link in links:
        if link.kind in WITHIN:
            wholes.setdefault(link.part, set()).add(link.whole)
    for link in links:
        between = wholes.get(link.part, set()) if link.kind in WITHIN and id(link) not in kept else set()
        if not any(link.whole in wholes.get(one, ()) for one in between - {link.whole}):
            yield link


def _shifts(sides: Sides, world: World) -> Iterator[Link]:
    """The same scope at its next later time, where words and not only the days of pages tell both times."""
    alike: dict[object, list[Side]] = {}
    for side in sides.all:
        if side.days is not None and side.dated:
            one = side.series
            alike.setdefault((side.matter, one.event, one.unit, one.kind, side.per, side.place), []).append(side)
    for own in alike.values():
        own.sort(key=_start)
        for side in own:
            later = own[bisect_right(own, _start(side), key=_start) :]
            following = next((other for other in later if side.apart(other)), None)
            if following is not None:
                names = f"{name_of(side.series, world)} and {name_of(following.series, world)}"
                why = f"{names} are the same at different times"
                yield _link(LinkKind.DATE_SHIFT, side.series, following.series, why)


def _start(side: Side) -> int:
    return side.days[0].toordinal() if side.days is not None else 0


def _link(kind: LinkKind, part: Series, whole: Series, why: str) -> Link:
    return Link(kind=kind, part=part.id, whole=whole.id, why=why)
