"""Growth: a later and larger total by another speaker that need not contradict the earlier one.

Both have to be named with their days, so that nobody takes the difference for a dispute, or the older for the newest.
Numbers that two speakers give together ("300 killed, 2,700 wounded") grow together and are one finding, and a number
that a page tells both in its own words and by its speaker is told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from tallybook.model import ClaimKind, Finding, Series
from tallybook.reconcile.comparable import contradict
from tallybook.reconcile.figures import Figure, day_and_value, figures_of, is_of_less
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.moments import days_between
from tallybook.reconcile.scope import OCCASIONS, OTHER, places_fit
from tallybook.reconcile.wording import listed, number_words

KIND = "growth"
Step = tuple[Series, Figure, Figure]


def find(ground: Ground, conflicts: Iterable[Finding]) -> Iterator[Finding]:
    """One finding for all numbers that one pair of speakers gives on the same two days, if no conflict tells them."""
    disputed = {claim for found in conflicts for claim in _disputed(found, ground)}
    together: dict[object, list[Step]] = {}
    for series in ground.series:
        if series.kind is ClaimKind.TOTAL and series.event not in OCCASIONS | {OTHER}:
            for earlier, later in _steps(series, disputed, ground):
                together.setdefault(_key(earlier, later), []).append((series, earlier, later))
    for steps in together.values():
        yield _finding(steps, ground)


def _disputed(found: Finding, ground: Ground) -> Iterator[str]:
    """The claims whose own number is contradicted, not only a sum they go into."""
    events: dict[str, set[str]] = {}
    for claim in found.claims:
        events.setdefault(ground.claims[claim].event, set()).add(ground.statement_of[claim].id)
    yield from (claim for claim in found.claims if len(events[ground.claims[claim].event]) > 1)


def _key(earlier: Figure, later: Figure) -> object:
    return tuple((_callers(figure), figure.moment.at if figure.moment else None) for figure in (earlier, later))


def _callers(figure: Figure) -> tuple[str, ...]:
    """Who is named for a number; where nobody is, the pages."""
    return tuple(sorted(_names(figure) or figure.speakers))


def _steps(series: Series, disputed: Set[str], ground: Ground) -> Iterator[tuple[Figure, Figure]]:
    """Each number with the nearest later one of another speaker that it may have grown to."""
    figures = _told_once(
        f
        for f in figures_of(series, ground)
        if f.moment is not None and not _is_out(f, disputed) and not is_of_less(f, ground)
    )
    for earlier in sorted(figures, key=_order):
        grown = [later for later in figures if _grew(earlier, later, series, ground)]
        if grown:
            yield earlier, min(grown, key=_order)


def _told_once(figures: Iterable[Figure]) -> list[Figure]:
    """The figures, each with those of its day and number that its own pages give, or that name nobody."""
    found: list[Figure] = []
    for figure in sorted(figures, key=lambda one: not _names(one)):
        index = next((i for i, other in enumerate(found) if _is_told_by(figure, other)), None)
        if index is None:
            found.append(figure)
        else:
            found[index] = _both(found[index], figure)
    return found


def _is_told_by(figure: Figure, other: Figure) -> bool:
    same = (figure.value, figure.interval, figure.place) == (other.value, other.interval, other.place)
    same_day = figure.moment is not None and other.moment is not None and figure.moment.at == other.moment.at
    return same and same_day and (not _names(figure) or bool(figure.documents & other.documents))


def _both(a: Figure, b: Figure) -> Figure:
    return replace(a, claims=a.claims + b.claims, speakers=a.speakers | b.speakers, documents=a.documents | b.documents)


def _is_out(figure: Figure, disputed: Set[str]) -> bool:
    """Whether a figure is a part or a multiple of another, or already told as contradicted."""
    return any(c.part_of is not None or c.each_of is not None or c.id in disputed for c in figure.claims)


def _order(figure: Figure) -> tuple[object, ...]:
    return *day_and_value(figure), sorted(figure.speakers)


def _grew(earlier: Figure, later: Figure, series: Series, ground: Ground) -> bool:
    if earlier.moment is None or later.moment is None or later.value <= earlier.value:
        return False
    return (
        days_between(earlier.moment.at, later.moment.at) > 0
        and not earlier.moment.period.meets(later.moment.period)
        and not earlier.interval.meets(later.interval)
        and not earlier.speakers & later.speakers
        and not _names(earlier) & _names(later)
        and places_fit(earlier.place, later.place, ground.world)
        and not contradict(earlier, later, series.kind, series.event, ground)
    )


def _names(figure: Figure) -> set[str]:
    """As the pages give them: two pages' "police" may well be one speaker that updates."""
    return {claim.attribution.origin for claim in figure.claims if claim.attribution.origin is not None}


def _finding(steps: Sequence[Step], ground: Ground) -> Finding:
    _, first, last = steps[0]
    days = [figure.moment.words for figure in (first, last) if figure.moment is not None]
    events = [series.event for series, _, _ in steps]
    sides = [earlier for _, earlier, _ in steps], [later for _, _, later in steps]
    told = [_told(figures, events) for figures in sides]
    said = [ground.voices(figure.claims) for figure in (first, last)]
    text = (
        f"{told[0]} by {days[0]} ({said[0]}), {told[1]} by {days[1]} ({said[1]}): "
        "the later number is larger, and may have grown to that."
    )
    sums = [number_words(sum(figure.value for figure in figures)) for figures in sides]
    claims = [claim for _, *pair in steps for figure in pair for claim in figure.claims]
    return finding(
        KIND,
        claims,
        text,
        " → ".join(sums),
        innocent="The total may have grown between the two days, or the later count takes in more.",
    )


def _told(figures: Sequence[Figure], events: Sequence[str]) -> str:
    return listed([f"{figure.words} {event}" for figure, event in zip(figures, events, strict=True)])
