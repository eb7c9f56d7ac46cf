"""What two series measure decides what holds between them: one rule for each kind of link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from tallybook.model import ClaimKind, LinkKind, Series
from tallybook.reconcile.classes import is_class
from tallybook.reconcile.intervals import Interval
from tallybook.reconcile.links.side import ANYWHERE, Key, Side
from tallybook.reconcile.scope import COUNTS, OCCASIONS, PERSON, STOCKS, narrower
from tallybook.reconcile.titles import plural
from tallybook.reconcile.wording import between_words
from tallybook.reconcile.world import World

MOST_APART = 10
"""Units and people further apart than this factor are hardly the same ones: 95 battalions, and an army of a million."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`looks_for` are the events, units and kinds of wholes that a part may have; `fits` decides, `says` tells why."""

    kind: LinkKind
    looks_for: Callable[[Side, World], Iterable[tuple[str, str, ClaimKind]]]
    fits: Callable[[Side, Side, World], bool]
    says: Callable[[Side, Side, World], str]

    def keys(self, part: Side, world: World) -> Iterator[Key]:
        """Under which keys the wholes of a part are found: at its place, around it, or at no place that is known."""
        places = (ANYWHERE,) if part.place is None else (None, *world.around(part.place))
        for (event, unit, kind), place in product(self.looks_for(part, world), places):
            yield event, unit, kind, place


def rules() -> tuple[Rule, ...]:
    """All of them, the closest kind first."""
    return (
        Rule(LinkKind.SUBSET, _containing, _event_part, _says("{} are among {}")),
        Rule(LinkKind.SUBSET, _alike, _place_part, _says("{} are among {}")),
        Rule(LinkKind.SUBSET, _all_persons, _class_part, _says("{} are among {}")),
        Rule(LinkKind.SUM, _total, _wave, _says("waves add up: {} are waves of {}")),
        Rule(LinkKind.UNIT_CONVERSION, _people, _in_units, _says_units),
        Rule(LinkKind.RATE_TIME, _total, _rate, _says("{}, times the time it holds, gives {}")),
        Rule(LinkKind.SHARE, _people, _share, _says("{} is a share, {} the number it stands for")),
    )


def name_of(series: Series, world: World) -> str:
    """The title inside a sentence: in small letters where it begins with what is counted."""
    adjective = world.adjective(series.group) if series.group is not None else None
    plain = series.kind is ClaimKind.SHARE or series.title.lower().startswith((plural(series.unit), "soldiers"))
    named = adjective is not None and series.title.startswith(adjective)
    return series.title[:1].lower() + series.title[1:] if plain and not named else series.title


def _containing(part: Side, world: World) -> Iterator[tuple[str, str, ClaimKind]]:
    one = part.series
    return ((event, one.unit, one.kind) for event in world.wholes_of(one.event))


def _alike(part: Side, _: World) -> Iterator[tuple[str, str, ClaimKind]]:
    yield part.series.event, part.series.unit, part.series.kind


def _total(part: Side, _: World) -> Iterator[tuple[str, str, ClaimKind]]:
    yield part.series.event, part.series.unit, ClaimKind.TOTAL


def _all_persons(part: Side, _: World) -> Iterator[tuple[str, str, ClaimKind]]:
    if is_class(part.series.unit):
        yield part.series.event, PERSON, part.series.kind


def _people(part: Side, _: World) -> Iterator[tuple[str, str, ClaimKind]]:
    return ((part.series.event, PERSON, kind) for kind in STOCKS)


def _inside(part: Side, whole: Side, world: World) -> bool:
    """Whether the part's place lies in the whole's; an unknown one may lie anywhere."""
    return part.place is None or whole.place is None or world.within(part.place, whole.place)


def _small_enough(part: Side, whole: Side) -> bool:
    """Whether some number of the part is no larger than some number of the whole."""
    return part.numbers.low <= whole.numbers.high


def _event_part(part: Side, whole: Side, world: World) -> bool:
    a, b = part.series, whole.series
    alike = a.unit == b.unit and a.kind is b.kind and a.kind in STOCKS and a.event != b.event
    return alike and world.contains(b.event, a.event) and _inside(part, whole, world) and _small_enough(part, whole)


def _place_part(part: Side, whole: Side, world: World) -> bool:
    a, b = part.series, whole.series
    alike = _same(part, whole) and a.kind is b.kind and part.per == whole.per
    kinds = a.kind in (*STOCKS, ClaimKind.RATE)
    return alike and kinds and narrower(part.place, whole.place, world) and _small_enough(part, whole)


def _class_part(part: Side, whole: Side, world: World) -> bool:
    a, b = part.series, whole.series
    alike = a.event == b.event and a.kind is b.kind and part.per == whole.per and b.unit == PERSON and is_class(a.unit)
    kinds = a.kind in (*STOCKS, ClaimKind.RATE)
    return alike and kinds and _inside(part, whole, world) and _small_enough(part, whole)


def _wave(part: Side, whole: Side, world: World) -> bool:
    kinds = (part.series.kind, whole.series.kind) == (ClaimKind.FLOW, ClaimKind.TOTAL)
    return kinds and _same(part, whole) and _inside(part, whole, world) and _small_enough(part, whole)


def _in_units(part: Side, whole: Side, world: World) -> bool:
    a, b = part.series, whole.series
    size = world.unit_size(a.unit, a.event)
    if size is None or a.event != b.event or b.unit != PERSON or a.kind not in COUNTS or b.kind not in STOCKS:
        return False
    held = part.numbers.times(Interval(size[0] / MOST_APART, size[1] * MOST_APART))
    return held.meets(whole.numbers) and _inside(part, whole, world)


def _rate(part: Side, whole: Side, world: World) -> bool:
    kinds = (part.series.kind, whole.series.kind) == (ClaimKind.RATE, ClaimKind.TOTAL)
    return kinds and part.per is not None and _same(part, whole) and _inside(part, whole, world)


def _share(part: Side, whole: Side, world: World) -> bool:
    """A share of a crowd says who came, not how many: of what is over in a day none is linked by its scope."""
    a, b = part.series, whole.series
    if a.kind is not ClaimKind.SHARE or b.kind not in STOCKS or b.unit != PERSON or a.event in OCCASIONS:
        return False
    return a.event == b.event and (part.place is None or whole.place is None or part.place == whole.place)


def _same(a: Side, b: Side) -> bool:
    return (a.series.event, a.series.unit) == (b.series.event, b.series.unit)


def _says_units(part: Side, whole: Side, world: World) -> str:
    low, high = world.unit_size(part.series.unit, part.series.event) or (0, 0)
    size = f"one {part.series.unit} is reckoned as {between_words(low, high)} people"
    return f"{name_of(part.series, world)} are {name_of(whole.series, world)} in another unit; {size}"


def _says(words: str) -> Callable[[Side, Side, World], str]:
    return lambda part, whole, world: words.format(name_of(part.series, world), name_of(whole.series, world))
