"""Sum: numbers given side by side that add up to a total, or cannot.

Either the parts make up the event of the total ("12 killed", "30 wounded", "42 killed or wounded"), or they are called
parts of it, or they are of places that exclude each other. Parts that stay below a total may not be all of them, and
are told only where the event itself says that there are no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from tallybook.model import Claim, ClaimKind, Finding
from tallybook.reconcile.figures import speaker_key
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import Interval, interval, point
from tallybook.reconcile.scope import OTHER, groups_fit, narrower, places_fit, same_sort, stands, times_fit
from tallybook.reconcile.wording import capital, number_words, stated_words

KIND = "sum"


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each total of a document and the parts that belong to it."""
    told: set[frozenset[str]] = set()
    for whole in _totals(ground):
        for parts, complete in _partitions(whole, ground):
            key = frozenset(ground.statement_of[claim.id].id for claim in (whole, *parts))
            verdict = _verdict(whole, parts, complete=complete)
            if verdict is not None and key not in told:
                told.add(key)
                yield _finding(whole, parts, verdict)


def _totals(ground: Ground) -> Iterator[Claim]:
    for claim in ground.claims.values():
        if claim.kind is ClaimKind.TOTAL and stands(claim) and claim.event != OTHER and point(claim):
            yield claim


def _partitions(whole: Claim, ground: Ground) -> Iterator[tuple[list[Claim], bool]]:
    """Sets of parts of a total, each with whether they must make up all of it."""
    near = [c for c in _totals(ground) if c.document_id == whole.document_id and _fits(c, whole, ground)]
    for pair in _by_event(whole, near, ground):
        yield pair, True
    called = [c for c in near if c.part_of == whole.id and c.event == whole.event]
    if len(called) > 1:
        yield _told_once(called, ground), False
    placed = [c for c in near if c.event == whole.event and c.id != whole.id and _inside(c, whole, ground)]
    if len(placed) > 1 and not called and _apart(placed, ground):
        yield _told_once(placed, ground), False


def _fits(part: Claim, whole: Claim, ground: Ground) -> bool:
    times = ground.moments.get(part.id), ground.moments.get(whole.id)
    return same_sort(part, whole) and groups_fit(part, whole, ground.world) and times_fit(*times)


def _by_event(whole: Claim, near: Sequence[Claim], ground: Ground) -> Iterator[list[Claim]]:
    events = ground.world.parts_of(whole.event)
    pools = [
        [
            c
            for c in near
            if c.event == event and _one_speaker(c, whole, ground) and places_fit(c.place, whole.place, ground.world)
        ]
        for event in events
    ]
    if len(pools) == 2:
        yield from (list(parts) for parts in product(*(_told_once(pool, ground) for pool in pools)))


def _one_speaker(part: Claim, whole: Claim, ground: Ground) -> bool:
    return speaker_key(part, ground) == speaker_key(whole, ground)


def _inside(part: Claim, whole: Claim, ground: Ground) -> bool:
    """Whether a part is of some place, and the whole of a wider one or of none that is named."""
    if part.place is None or not _one_speaker(part, whole, ground):
        return False
    return whole.place is None or narrower(part.place, whole.place, ground.world)


def _apart(parts: Sequence[Claim], ground: Ground) -> bool:
    pairs = combinations(_told_once(parts, ground), 2)
    return all(not places_fit(a.place, b.place, ground.world) for a, b in pairs)


def _told_once(claims: Sequence[Claim], ground: Ground) -> list[Claim]:
    """The first claim of each statement."""
    return list({ground.statement_of[claim.id].id: claim for claim in reversed(claims)}.values())[::-1]


def _verdict(whole: Claim, parts: Sequence[Claim], *, complete: bool) -> str | None:
    if len(parts) < 2:
        return None
    total = Interval(0, 0)
    for part in parts:
        total = total.plus(interval(part))
    exact = sum(point(part) or 0 for part in parts)
    if exact == point(whole):
        return "add up to"
    if total.meets(interval(whole)):
        return None
    if total.low >= interval(whole).high:
        return "come to more than"
    return "come to less than" if complete else None


def _finding(whole: Claim, parts: Sequence[Claim], verdict: str) -> Finding:
    words = [f"{stated_words(part)} {part.place or part.event}" for part in parts]
    said = f"{', '.join(words[:-1])} and {words[-1]}"
    total = sum(point(part) or 0 for part in parts)
    innocent = "" if verdict == "add up to" else "; the parts may overlap, or be of different days"
    text = capital(f"{said} {verdict} the {stated_words(whole)} {whole.event}{innocent}.")
    shown = " + ".join(number_words(point(part) or 0) for part in parts)
    against = "" if total == point(whole) else f", not {number_words(point(whole) or 0)}"
    return finding(KIND, [whole, *parts], text, f"{shown} = {number_words(total)}{against}")
