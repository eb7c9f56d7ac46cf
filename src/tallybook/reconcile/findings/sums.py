"""Sum: numbers given side by side that add up to a total, or cannot.

Either the parts make up the event of the total ("12 killed", "30 wounded", "42 killed or wounded"), or they are called
parts of it, or they are of places inside its own. Parts below a total may not be all there are, and parts above it may
overlap: either is told only where events, places or groups leave no such way out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from tallybook.model import Claim, Finding, Severity
from tallybook.reconcile.figures import speaker_key
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import Interval, interval, point
from tallybook.reconcile.scope import OTHER, STOCKS, groups_fit, narrower, places_fit, same_sort, stands, times_fit
from tallybook.reconcile.wording import capital, number_words, stated_words

KIND = "sum"


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts of one total, and whether a sum above or below it would be wrong."""

    claims: tuple[Claim, ...]
    exclusive: bool
    complete: bool


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each total of a document and the parts that belong to it."""
    told: set[frozenset[str]] = set()
    for whole in _totals(ground.claims.values()):
        near = [c for c in _totals(ground.by_document[whole.document_id]) if _fits(c, whole, ground)]
        for parts in _partitions(whole, near, ground):
            key = frozenset(ground.statement_of[claim.id].id for claim in (whole, *parts.claims))
            verdict = _verdict(whole, parts)
            if verdict is not None and key not in told:
                told.add(key)
                yield _finding(whole, parts.claims, verdict)


def _totals(claims: Iterable[Claim]) -> Iterator[Claim]:
    for claim in claims:
        if claim.kind in STOCKS and stands(claim) and claim.event != OTHER and point(claim):
            yield claim


def _partitions(whole: Claim, near: Sequence[Claim], ground: Ground) -> Iterator[Parts]:
    """The sets of claims that may make up a total."""
    pairs = list(_by_event(whole, near, ground))
    for pair in pairs:
        sure = len(pairs) == 1 and _one_day((whole, *pair), ground)
        yield Parts(pair, exclusive=sure, complete=sure)
    called = _told_once([c for c in near if c.part_of == whole.id and c.event == whole.event], ground)
    if len(called) > 1:
        yield Parts(called, exclusive=_apart(called, ground), complete=False)
    placed = _told_once([c for c in near if c.id != whole.id and _inside(c, whole, ground)], ground)
    if len(placed) > 1 and len(called) < 2 and _apart(placed, ground):
        yield Parts(placed, exclusive=whole.place is not None and _one_day((whole, *placed), ground), complete=False)


def _fits(part: Claim, whole: Claim, ground: Ground) -> bool:
    times = ground.moments.get(part.id), ground.moments.get(whole.id)
    of_it = part.part_of == whole.id or groups_fit(part, whole, ground.world)
    return same_sort(part, whole) and of_it and times_fit(*times)


def _by_event(whole: Claim, near: Sequence[Claim], ground: Ground) -> Iterator[tuple[Claim, ...]]:
    """Each choice of one claim for each event that makes up the event of the total."""
    own = [c for c in near if _one_speaker(c, whole, ground) and places_fit(c.place, whole.place, ground.world)]
    pools = [_told_once([c for c in own if c.event == event], ground) for event in ground.world.parts_of(whole.event)]
    if len(pools) > 1:
        yield from product(*pools)


def _one_speaker(part: Claim, whole: Claim, ground: Ground) -> bool:
    return speaker_key(part, ground) == speaker_key(whole, ground)


def _one_day(claims: Sequence[Claim], ground: Ground) -> bool:
    """Whether all are dated by their words to days that meet, or none is."""
    moments = [ground.moments.get(claim.id) for claim in claims]
    return len({moment is not None and moment.said for moment in moments}) == 1


def _inside(part: Claim, whole: Claim, ground: Ground) -> bool:
    """Whether a part is of some place, and the whole of a wider one or of none that is named."""
    if part.place is None or part.event != whole.event or not _one_speaker(part, whole, ground):
        return False
    return whole.place is None or narrower(part.place, whole.place, ground.world)


def _apart(parts: Sequence[Claim], ground: Ground) -> bool:
    """Whether nobody can be counted in two of the parts, as far as places and groups tell."""
    world = ground.world
    pairs = combinations(parts, 2)
    return all(not places_fit(a.place, b.place, world) or _two_states(a, b, ground) for a, b in pairs)


def _two_states(a: Claim, b: Claim, ground: Ground) -> bool:
    """Whether they count people of two states; women and foreigners may be the same people."""
    states = [ground.world.adjective(claim.group) if claim.group is not None else None for claim in (a, b)]
    return None not in states and not groups_fit(a, b, ground.world)


def _told_once(claims: Sequence[Claim], ground: Ground) -> tuple[Claim, ...]:
    """The first claim of each statement."""
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(ground.statement_of[claim.id].id, claim)
    return tuple(first.values())


def _verdict(whole: Claim, parts: Parts) -> str | None:
    total = Interval(0, 0)
    for part in parts.claims:
        total = total.plus(interval(part))
    if sum(point(part) or 0 for part in parts.claims) == point(whole):
        return "add up to"
    if total.meets(interval(whole)):
        return None
    if total.low >= interval(whole).high:
        return "come to more than" if parts.exclusive else None
    return "come to less than" if parts.complete else None


def _finding(whole: Claim, parts: Sequence[Claim], verdict: str) -> Finding:
    words = [f"{stated_words(part)} {part.place or part.event}" for part in parts]
    said = f"{', '.join(words[:-1])} and {words[-1]}"
    total = sum(point(part) or 0 for part in parts)
    fits = verdict == "add up to"
    text = capital(f"{said} {verdict} the {stated_words(whole)} {whole.event}.")
    shown = " + ".join(number_words(point(part) or 0) for part in parts)
    against = "" if total == point(whole) else f", not {number_words(point(whole) or 0)}"
    return finding(
        KIND,
        [whole, *parts],
        text,
        f"{shown} = {number_words(total)}{against}",
        severity=Severity.NOTE if fits else Severity.CLASH,
        innocent=None if fits else "The parts may overlap, or be of different days.",
    )
