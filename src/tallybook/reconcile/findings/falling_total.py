"""Falling total: a cumulative number that cannot fall is given lower on a later day by the same speaker or side.

Numbers that were taken back are told as corrections. A later "more than 2,000" rounds 2,189 and does not fall.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import ClaimKind, Finding, Series, Severity
from tallybook.reconcile.figures import Figure, day_and_value, figures_of, is_of_less
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.moments import Moment, days_between
from tallybook.reconcile.scope import OTHER, narrower, places_fit
from tallybook.reconcile.speakers import of_one_state
from tallybook.reconcile.wording import number_words

KIND = "falling total"
PAGE_DAYS = 2
"""A page that does not say the day of a number may be that much behind."""
INNOCENT = "Later counts are lower where doubles were struck out or people thought lost were found."


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each fall from a speaker's largest earlier number to a later one."""
    for series in ground.series:
        if series.kind is ClaimKind.TOTAL and series.event != OTHER and ground.world.monotone(series.event):
            for earlier, later in falls(series, ground):
                yield _finding(earlier, later, series, ground)


def falls(series: Series, ground: Ground) -> list[tuple[Figure, Figure]]:
    """Each later number with the largest earlier one of its side that it lies below."""
    figures = [
        f for f in figures_of(series, ground) if f.moment is not None and not _is_part(f) and not is_of_less(f, ground)
    ]
    pairs = []
    for later in sorted(figures, key=day_and_value):
        above = [earlier for earlier in figures if _falls(earlier, later, ground)]
        if above:
            pairs.append((max(above, key=lambda figure: (figure.value, day_and_value(figure))), later))
    return _first_falls(pairs)


def _first_falls(pairs: Sequence[tuple[Figure, Figure]]) -> list[tuple[Figure, Figure]]:
    """Of several falls from one number, the first."""
    first: dict[tuple[str, ...], tuple[Figure, Figure]] = {}
    for earlier, later in pairs:
        first.setdefault(tuple(claim.id for claim in earlier.claims), (earlier, later))
    return list(first.values())


def _is_part(figure: Figure) -> bool:
    return any(claim.part_of is not None or claim.each_of is not None for claim in figure.claims)


def _falls(earlier: Figure, later: Figure, ground: Ground) -> bool:
    if earlier.moment is None or later.moment is None or later.value >= earlier.value:
        return False
    since = later.moment.at if _one_start(earlier.moment, later.moment) else later.moment.period.start
    return (
        days_between(earlier.moment.at, since) >= (1 if later.moment.said else PAGE_DAYS)
        and not _is_narrower_group(later, earlier)
        and not earlier.interval.meets(later.interval)
        and one_side(earlier, later, ground)
        and places_fit(earlier.place, later.place, ground.world)
        and not narrower(later.place, earlier.place, ground.world)
    )


def _one_start(a: Moment, b: Moment) -> bool:
    """Whether both count from one day on."""
    return a.days > 1 and a.period.start == b.period.start


def _is_narrower_group(later: Figure, earlier: Figure) -> bool:
    """Whether only the later number is said to be of some group: "47 children" after 141."""
    groups = [any(claim.group is not None for claim in figure.claims) for figure in (later, earlier)]
    return groups == [True, False]


def one_side(a: Figure, b: Figure, ground: Ground) -> bool:
    """Whether both are of one speaker, or of speakers of one state."""
    if a.speakers & b.speakers:
        return True
    return any(of_one_state(x, y, ground.world) for x in a.speakers for y in b.speakers)


def _finding(earlier: Figure, later: Figure, series: Series, ground: Ground) -> Finding:
    days = [figure.moment.words for figure in (earlier, later) if figure.moment is not None]
    said = [ground.voices(figure.claims) for figure in (earlier, later)]
    text = (
        f"{series.title}: {later.words} by {days[1]} ({said[1]}) after {earlier.words} by {days[0]} ({said[0]}); "
        "such a total does not fall unless it is corrected."
    )
    arithmetic = (
        f"{number_words(later.value)} − {number_words(earlier.value)} = −{number_words(earlier.value - later.value)}"
    )
    claims = [*earlier.claims, *later.claims]
    return finding(KIND, claims, text, arithmetic, severity=Severity.CLASH, innocent=INNOCENT)
