"""Category slip: a number that is killed in one place and killed or wounded in another.

Both cannot be right while others of the group are known to be wounded. The words probably changed on the way from the
speaker to the page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from tallybook.model import Claim, ClaimKind, Finding, Severity
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import point, same_number
from tallybook.reconcile.scope import groups_fit, places_fit, same_sort, stands, times_fit
from tallybook.reconcile.wording import listed, number_words

KIND = "category slip"
INNOCENT = "The two counts may be of different days and equal by chance."
KINDS = frozenset({ClaimKind.TOTAL, ClaimKind.LEVEL})
"""Those missing are counted as a level."""


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each claim of a part that equals claims of the whole."""
    for part, wholes in _slips(ground):
        value = number_words(point(part) or 0)
        said = f"{ground.speaker(part)} has {value} as {part.event}"
        others = listed(list(dict.fromkeys(f"{ground.speaker(whole)} as {whole.event}" for whole in wholes)))
        yield finding(
            KIND,
            [part, *wholes],
            f"{said}, {others}: one of the categories may have changed on the way.",
            f"{value} {part.event} = {value} {wholes[0].event} leaves nobody {_rest(part, wholes[0], ground)}",
            severity=Severity.CHECK,
            innocent=INNOCENT,
        )


def slipped(ground: Ground) -> frozenset[str]:
    """The claims of a part that equal a claim of the whole, by id."""
    return frozenset(part.id for part, _ in _slips(ground))


def _slips(ground: Ground) -> Sequence[tuple[Claim, list[Claim]]]:
    if KIND not in ground.worked_out:
        ground.worked_out[KIND] = tuple(_found(ground))
    found: Sequence[tuple[Claim, list[Claim]]] = ground.worked_out[KIND]
    return found


def _found(ground: Ground) -> Iterator[tuple[Claim, list[Claim]]]:
    composite: dict[tuple[str, int], list[Claim]] = {}
    for whole in _counted(ground.claims.values()):
        for event in ground.world.parts_of(whole.event):
            composite.setdefault((event, _size(whole)), []).append(whole)
    for part in _counted(ground.claims.values()):
        near = [whole for step in (-1, 0, 1) for whole in composite.get((part.event, _size(part) + step), ())]
        wholes = [whole for whole in near if _is_slip(part, whole, ground)]
        if wholes:
            yield part, wholes


def _size(claim: Claim) -> int:
    """The same or the next for numbers that are the same, so that few are compared."""
    return round(10_000 * math.log1p(abs(point(claim) or 0)))


def _counted(claims: Iterable[Claim]) -> Iterator[Claim]:
    return (claim for claim in claims if claim.kind in KINDS and stands(claim))


def _is_slip(part: Claim, whole: Claim, ground: Ground) -> bool:
    others = ground.by_event.get(_rest(part, whole, ground), ())
    return (
        same_sort(part, whole)
        and same_number(part, whole)
        and _one_scope(part, whole, ground)
        and any(_contradicts(other, part, ground) for other in _counted(others))
    )


def _contradicts(other: Claim, part: Claim, ground: Ground) -> bool:
    """Whether `other`, of the rest of the whole, counts some who do not belong to the part."""
    return bool(point(other)) and same_sort(other, part) and _one_scope(other, part, ground)


def _rest(part: Claim, whole: Claim, ground: Ground) -> str:
    return " or ".join(event for event in ground.world.parts_of(whole.event) if event != part.event)


def _one_scope(a: Claim, b: Claim, ground: Ground) -> bool:
    times = ground.moments.get(a.id), ground.moments.get(b.id)
    return groups_fit(a, b, ground.world) and places_fit(a.place, b.place, ground.world) and times_fit(*times, slack=92)
