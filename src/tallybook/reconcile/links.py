"""What holds between two series of one story that are not one: parts, sums, units, rates, shares, other times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from tallybook.model import Claim, ClaimKind, Link, LinkKind, Modality, Series
from tallybook.reconcile.moments import Moment
from tallybook.reconcile.scope import COUNTS, OCCASIONS, OTHER, narrower
from tallybook.reconcile.series import ERA_DAYS, OCCASION_DAYS
from tallybook.reconcile.titles import plural
from tallybook.reconcile.wording import between_words, listed
from tallybook.reconcile.world import World

PERSON = "person"
STATES = frozenset({ClaimKind.TOTAL, ClaimKind.LEVEL})


@dataclass(frozen=True, slots=True)
class _Side:
    """A series with what its claims say of its scope. `days` are the first and the last that it knows of."""

    series: Series
    per: str | None
    currency: str | None
    incident: str | None
    days: tuple[dt.date, dt.date] | None


def links_of(
    series: Sequence[Series], claims: Mapping[str, Claim], moments: Mapping[str, Moment], world: World
) -> tuple[Link, ...]:
    """The links between the series of one story, at most one for two series, the closest kind first told.

    Parts that the words themselves tell come first; a part of a total of the same event is linked to nothing else.
    """
    told = list(_told_parts(series, claims, world))
    by_id = {one.id: one for one in series}
    parts = {link.part for link in told if by_id[link.part].event == by_id[link.whole].event}
    sides = [_side(one, claims, moments) for one in series if one.event != OTHER and one.id not in parts]
    found: dict[frozenset[str], Link] = {}
    for link in (*told, *_by_scope(sides, world)):
        found.setdefault(frozenset((link.part, link.whole)), link)
    return tuple(found.values())


def _side(series: Series, claims: Mapping[str, Claim], moments: Mapping[str, Moment]) -> _Side:
    first = claims[series.claims[0]]
    periods = [moments[identity].period for identity in series.claims if identity in moments]
    days = (min(p.start for p in periods), max(p.end for p in periods)) if periods else None
    return _Side(series, first.quantity.per, first.quantity.currency, first.incident, days)


def _told_parts(series: Sequence[Series], claims: Mapping[str, Claim], world: World) -> Iterator[Link]:
    """Numbers that their own words make a part of one in another series."""
    home = {identity: one for one in series for identity in one.claims}
    for part in series:
        for identity in part.claims:
            whole = home.get(claims[identity].part_of or "")
            if whole is None or whole.id == part.id or claims[identity].modality is Modality.DENIED:
                continue
            if part.kind is ClaimKind.SHARE:
                yield _link(LinkKind.SHARE, part, whole, f"{_name(part, world)} is told of {_name(whole, world)}")
            else:
                yield _link(LinkKind.SUBSET, part, whole, f"{_name(part, world)} are told among {_name(whole, world)}")


def _by_scope(sides: Sequence[_Side], world: World) -> Iterator[Link]:
    """Links that follow from what two series measure."""
    pairs = [(a, b) for a, b in permutations(sides, 2) if _one_matter(a, b)]
    near = [(a, b) for a, b in pairs if not _apart(a, b)]
    yield from _sums(near, world)
    for kind, fits, says in _RULES:
        held = [(a, b) for a, b in near if fits(a, b, world)]
        for part, whole in held:
            if _sure_place(part, whole, held):
                yield _link(kind, part.series, whole.series, says(part, whole, world))
    yield from _shifts([(a, b) for a, b in pairs if _apart(a, b)], world)


def _one_matter(a: _Side, b: _Side) -> bool:
    return (a.series.group, a.incident, a.currency) == (b.series.group, b.incident, b.currency)


def _apart(a: _Side, b: _Side) -> bool:
    """Whether too long a time lies between the two for both to be of one incident."""
    if a.days is None or b.days is None:
        return False
    longest = OCCASION_DAYS if {a.series.event, b.series.event} & OCCASIONS else ERA_DAYS
    return (max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])).days > longest


def _inside(part: _Side, whole: _Side, world: World) -> bool:
    """Whether the part's place lies in the whole's; an unknown one may lie anywhere."""
    inner, outer = part.series.place, whole.series.place
    return inner is None or outer is None or world.within(inner, outer)


def _sure_place(part: _Side, whole: _Side, held: Sequence[tuple[_Side, _Side]]) -> bool:
    """Whether an unknown place leaves no choice: no other series fits as well."""
    if part.series.place is not None or whole.series.place is None:
        return True
    return sum(a is part and b.series.event == whole.series.event for a, b in held) == 1


def _same(a: _Side, b: _Side) -> bool:
    return (a.series.event, a.series.unit) == (b.series.event, b.series.unit)


def _event_part(part: _Side, whole: _Side, world: World) -> bool:
    a, b = part.series, whole.series
    alike = a.unit == b.unit and a.kind is b.kind and a.kind in STATES and a.event != b.event
    return alike and world.contains(b.event, a.event) and _inside(part, whole, world)


def _place_part(part: _Side, whole: _Side, world: World) -> bool:
    a, b = part.series, whole.series
    alike = _same(part, whole) and a.kind is b.kind and part.per == whole.per
    return alike and a.kind in STATES | {ClaimKind.RATE} and narrower(a.place, b.place, world)


def _wave(part: _Side, whole: _Side, world: World) -> bool:
    kinds = (part.series.kind, whole.series.kind) == (ClaimKind.FLOW, ClaimKind.TOTAL)
    return kinds and _same(part, whole) and _inside(part, whole, world)


def _in_units(part: _Side, whole: _Side, world: World) -> bool:
    a, b = part.series, whole.series
    alike = a.event == b.event and b.unit == PERSON and a.kind in COUNTS and b.kind in STATES
    return alike and world.unit_size(a.unit, a.event) is not None and _inside(part, whole, world)


def _rate(part: _Side, whole: _Side, world: World) -> bool:
    kinds = (part.series.kind, whole.series.kind) == (ClaimKind.RATE, ClaimKind.TOTAL)
    return kinds and part.per is not None and _same(part, whole) and _inside(part, whole, world)


def _share(part: _Side, whole: _Side, world: World) -> bool:
    a, b = part.series, whole.series
    if a.kind is not ClaimKind.SHARE or b.kind not in STATES or b.unit != PERSON or a.event != b.event:
        return False
    return a.place is None or b.place is None or world.place(a.place) == world.place(b.place)


def _says_units(part: _Side, whole: _Side, world: World) -> str:
    low, high = world.unit_size(part.series.unit, part.series.event) or (0, 0)
    size = f"one {part.series.unit} is reckoned as {between_words(low, high)} people"
    return f"{_name(part.series, world)} are {_name(whole.series, world)} in another unit; {size}"


def _says(words: str) -> Callable[[_Side, _Side, World], str]:
    return lambda part, whole, world: words.format(_name(part.series, world), _name(whole.series, world))


_RULES: tuple[
    tuple[LinkKind, Callable[[_Side, _Side, World], bool], Callable[[_Side, _Side, World], str]],
    ...,
] = (
    (LinkKind.SUBSET, _event_part, _says("{} are among {}")),
    (LinkKind.SUBSET, _place_part, _says("{} are among {}")),
    (LinkKind.SUM, _wave, _says("waves add up: {} are waves of {}")),
    (LinkKind.UNIT_CONVERSION, _in_units, _says_units),
    (LinkKind.RATE_TIME, _rate, _says("{}, times the time it holds, gives {}")),
    (LinkKind.SHARE, _share, _says("{} is a share, {} the number it stands for")),
)


def _sums(near: Sequence[tuple[_Side, _Side]], world: World) -> Iterator[Link]:
    """Every part of a composite event, where the book has them all."""
    wholes = {whole.series.id: whole for _, whole in near if world.parts_of(whole.series.event)}
    for whole in wholes.values():
        events = world.parts_of(whole.series.event)
        parts = [
            a
            for a, b in near
            if b is whole and a.series.event in events and _same_place(a, b, world) and _alike(a.series, b.series)
        ]
        if [part.series.event for part in sorted(parts, key=lambda p: events.index(p.series.event))] != list(events):
            continue
        together = listed([_name(part.series, world) for part in parts])
        for part in parts:
            yield _link(LinkKind.SUM, part.series, whole.series, f"{together} add up to {_name(whole.series, world)}")


def _alike(a: Series, b: Series) -> bool:
    return a.unit == b.unit and a.kind is b.kind and a.kind in STATES


def _same_place(a: _Side, b: _Side, world: World) -> bool:
    places = a.series.place, b.series.place
    return places == (None, None) or (None not in places and world.place(str(places[0])) == world.place(str(places[1])))


def _shifts(pairs: Sequence[tuple[_Side, _Side]], world: World) -> Iterator[Link]:
    """The same scope at its next later time."""
    later: dict[str, tuple[_Side, _Side]] = {}
    for a, b in pairs:
        if _same(a, b) and a.series.kind is b.series.kind and a.per == b.per and _same_place(a, b, world):
            best = later.get(a.series.id)
            if _start(a) < _start(b) and (best is None or _start(b) < _start(best[1])):
                later[a.series.id] = (a, b)
    for a, b in later.values():
        why = f"{_name(a.series, world)} and {_name(b.series, world)} are the same at different times"
        yield _link(LinkKind.DATE_SHIFT, a.series, b.series, why)


def _start(side: _Side) -> dt.date:
    return side.days[0] if side.days is not None else dt.date.max


def _name(series: Series, world: World) -> str:
    """The title inside a sentence: in small letters where it begins with what is counted."""
    adjective = world.adjective(series.group) if series.group is not None else None
    plain = series.kind is ClaimKind.SHARE or series.title.lower().startswith((plural(series.unit), "soldiers"))
    named = adjective is not None and series.title.startswith(adjective)
    return series.title[:1].lower() + series.title[1:] if plain and not named else series.title


def _link(kind: LinkKind, part: Series, whole: Series, why: str) -> Link:
    return Link(kind=kind, part=part.id, whole=whole.id, why=why)
