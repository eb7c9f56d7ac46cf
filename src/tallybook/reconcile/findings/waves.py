"""Sum over time: a number and the waves after it, against a later total that they make up or overrun.

"12,000 had been sent by October, then 1,500, then 3,500" is 17,000 at face value; a later total of 14,000 does not hold
them all. Waves that fall short of the total prove nothing, as others may not have been told. All are of one page, or of
one named speaker on days that do not meet, so that no wave is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Claim, ClaimKind, Finding, Severity
from tallybook.reconcile.figures import Figure, day_and_value, figure_of, figures_of
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import Interval
from tallybook.reconcile.scope import COUNTS, OCCASIONS, OTHER, STOCKS, groups_fit, places_fit, same_sort
from tallybook.reconcile.speakers import is_named
from tallybook.reconcile.wording import capital, listed, number_words

KIND = "sum"
INNOCENT = (
    "The waves may overlap, some may stand in the first number already, or some may have left before the last count."
)


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each number with its waves, and the first later total that they make up or overrun."""
    told: set[frozenset[str]] = set()
    for pool in _pools(ground):
        for base in _bases(pool, ground):
            waves = _waves(base, pool, ground)
            later = _against(base, waves, ground) if waves else None
            key = frozenset(claim.id for one in (base, *waves) for claim in one.claims)
            if later is not None and key not in told:
                told.add(key)
                yield _finding(base, waves, later, ground)


def _pools(ground: Ground) -> Iterator[list[Claim]]:
    """The counts of each page, and of each named speaker."""
    by_speaker: dict[str, list[Claim]] = {}
    for own in ground.by_document.values():
        usable = [claim for claim in own if _is_usable(claim, ground)]
        yield usable
        for claim in usable:
            if is_named(claim.attribution.origin):
                by_speaker.setdefault(ground.world.speaker(claim.attribution.origin or ""), []).append(claim)
    yield from (own for own in by_speaker.values() if len({claim.document_id for claim in own}) > 1)


def _is_usable(claim: Claim, ground: Ground) -> bool:
    return claim.kind in COUNTS and claim.event not in OCCASIONS | {OTHER} and ground.counts(claim)


def _bases(pool: Sequence[Claim], ground: Ground) -> Iterator[Figure]:
    """The numbers of a pool whose own words give their day, and that are no part of another."""
    for figure in _figures([claim for claim in pool if claim.kind in STOCKS and claim.part_of is None], ground):
        if figure.moment is not None and figure.moment.said:
            yield figure


def _figures(claims: Sequence[Claim], ground: Ground) -> list[Figure]:
    """One figure for each statement."""
    together: dict[str, list[Claim]] = {}
    for claim in claims:
        together.setdefault(ground.statement_of[claim.id].id, []).append(claim)
    found = (figure_of(told, ground) for told in together.values())
    return [figure for figure in found if figure is not None]


def _waves(base: Figure, pool: Sequence[Claim], ground: Ground) -> list[Figure]:
    """The waves of the pool after a number, in their order; of different pages only those whose days do not meet."""
    flows = [claim for claim in pool if claim.kind is ClaimKind.FLOW and _of_one_thing(claim, base, ground)]
    after = [wave for wave in _figures(flows, ground) if _begins_after(wave, base)]
    chosen: list[Figure] = []
    for wave in sorted(after, key=day_and_value):
        if all(_are_two(wave, other) for other in (*chosen, base)):
            chosen.append(wave)
    return chosen


def _of_one_thing(claim: Claim, base: Figure, ground: Ground) -> bool:
    first = base.claims[0]
    return (
        (claim.event, claim.incident) == (first.event, first.incident)
        and same_sort(claim, first)
        and groups_fit(claim, first, ground.world)
        and places_fit(claim.place, base.place, ground.world)
    )


def _begins_after(wave: Figure, base: Figure) -> bool:
    if wave.moment is None or base.moment is None:
        return False
    return wave.moment.period.start > base.moment.at


def _are_two(a: Figure, b: Figure) -> bool:
    """Whether two waves are not one told twice: one page tells both, or their own words give days that do not meet."""
    if a.moment is None or b.moment is None:
        return False
    apart = a.moment.said and b.moment.said and not a.moment.period.meets(b.moment.period)
    return bool(a.documents & b.documents) or apart


def _against(base: Figure, waves: Sequence[Figure], ground: Ground) -> Figure | None:
    """The first later total that the sum equals, or cannot fit into."""
    value, room = _sum(base, waves)
    plain = all(map(_is_plain, (base, *waves)))
    last = max(wave.moment.at for wave in waves if wave.moment is not None)
    totals = [total for total in _totals(base, ground) if total.moment is not None and total.moment.at >= last]
    decided = (total for total in sorted(totals, key=day_and_value) if _says(value if plain else None, room, total))
    return next(decided, None)


def _says(value: float | None, room: Interval, total: Figure) -> bool:
    return total.value == value or room.low >= total.interval.high


def _is_plain(figure: Figure) -> bool:
    """Whether it names one number: the upper end of a range adds up to anything."""
    return all(claim.quantity.low is not None and claim.quantity.low == claim.quantity.high for claim in figure.claims)


def _sum(base: Figure, waves: Sequence[Figure]) -> tuple[float, Interval]:
    room = base.interval
    for wave in waves:
        room = room.plus(wave.interval)
    return base.value + sum(wave.value for wave in waves), room


def _totals(base: Figure, ground: Ground) -> Iterator[Figure]:
    """The totals of the same thing but for the number itself."""
    own = {claim.id for claim in base.claims}
    for series in ground.series:
        if series.kind is ClaimKind.TOTAL and series.event == base.claims[0].event:
            for figure in figures_of(series, ground):
                if _of_one_thing(figure.claims[0], base, ground) and own.isdisjoint(c.id for c in figure.claims):
                    yield figure


def _finding(base: Figure, waves: Sequence[Figure], later: Figure, ground: Ground) -> Finding:
    value, _ = _sum(base, waves)
    fits = value == later.value
    event, day = base.claims[0].event, later.moment.words if later.moment is not None else ""
    since = base.moment.words if base.moment is not None else ""
    said = f"{base.words} {event} by {since} ({ground.voices(base.claims)})"
    after = f"{listed([wave.words for wave in waves])} more after that"
    verb = "add up to" if fits else "come to more than"
    text = capital(f"{said} and {after} {verb} the {later.words} by {day} ({ground.voices(later.claims)}).")
    shown = " + ".join(number_words(one.value) for one in (base, *waves))
    against = "" if fits else f", not {number_words(later.value)}"
    return finding(
        KIND,
        [claim for one in (base, *waves, later) for claim in one.claims],
        text,
        f"{shown} = {number_words(value)}{against}",
        severity=Severity.NOTE if fits else Severity.CHECK,
        innocent=None if fits else INNOCENT,
    )
