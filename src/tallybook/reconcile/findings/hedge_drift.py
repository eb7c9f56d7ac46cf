"""Hedge drift: one document gives a number twice, to two names of one side, and the hedge changes on the way.

"Around 14,000, according to Ukrainian officials" and "the 14,000 reported by Ukraine" are one statement; the second is
surer than the first, and of another speaker.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tallybook.model import Claim, Finding, Hedge, Severity
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import same_number
from tallybook.reconcile.scope import groups_fit, places_fit, same_people, same_sort, times_fit
from tallybook.reconcile.speakers import may_be_one_speaker, of_one_state
from tallybook.reconcile.wording import capital, stated_words

KIND = "hedge drift"
INNOCENT = "The two names may each have given the number, one of them more exactly."


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each number told under two names with two hedges."""
    told: set[frozenset[str]] = set()
    for own in ground.by_document.values():
        for a, b in combinations(sorted(own, key=lambda claim: claim.span), 2):
            key = frozenset(ground.statement_of[claim.id].id for claim in (a, b))
            if _drifts(a, b, ground) and key not in told:
                told.add(key)
                text = (
                    f"{capital(stated_words(a))} ({ground.speaker(a)}) and {stated_words(b)} ({ground.speaker(b)}) "
                    "in one document are one statement, told more or less surely."
                )
                yield finding(KIND, [a, b], text, severity=Severity.CHECK, innocent=INNOCENT)


def _drifts(a: Claim, b: Claim, ground: Ground) -> bool:
    world = ground.world
    moments = ground.moments.get(a.id), ground.moments.get(b.id)
    return (
        {a.quantity.hedge, b.quantity.hedge} > {Hedge.EXACT}
        and not a.sentence.touches(b.sentence)
        and same_people(a, b)
        and same_sort(a, b)
        and same_number(a, b)
        and ground.counts(a)
        and ground.counts(b)
        and _two_names_of_one_side(a.attribution.origin, b.attribution.origin, ground)
        and groups_fit(a, b, world)
        and places_fit(a.place, b.place, world)
        and times_fit(*moments)
    )


def _two_names_of_one_side(a: str | None, b: str | None, ground: Ground) -> bool:
    if a is None or b is None or ground.world.speaker(a) == ground.world.speaker(b):
        return False
    one_side = ground.world.side_of(a) is not None and ground.world.side_of(a) == ground.world.side_of(b)
    return one_side and (of_one_state(a, b, ground.world) or may_be_one_speaker(a, b, ground.world))
