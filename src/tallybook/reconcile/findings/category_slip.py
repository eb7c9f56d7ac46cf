"""Category slip: a number that is killed in one place and killed or wounded in another.

Both cannot be right while others of the group are known to be wounded. The words probably changed on the way from the
speaker to the page.
"""

from __future__ import annotations

from collections.abc import Iterator

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


def _slips(ground: Ground) -> Iterator[tuple[Claim, list[Claim]]]:
    claims = [c for c in ground.claims.values() if c.kind in KINDS and stands(c)]
    composite = [claim for claim in claims if ground.world.parts_of(claim.event)]
    for part in claims:
        wholes = [whole for whole in composite if _is_slip(part, whole, claims, ground)]
        if wholes:
            yield part, wholes


def _is_slip(part: Claim, whole: Claim, claims: list[Claim], ground: Ground) -> bool:
    return (
        part.event in ground.world.parts_of(whole.event)
        and same_sort(part, whole)
        and same_number(part, whole)
        and _one_scope(part, whole, ground)
        and any(_contradicts(other, part, whole, ground) for other in claims)
    )


def _contradicts(other: Claim, part: Claim, whole: Claim, ground: Ground) -> bool:
    """Whether `other` counts some who belong to the whole, but not to the part."""
    value = point(other)
    return (
        other.event == _rest(part, whole, ground)
        and bool(value)
        and same_sort(other, part)
        and _one_scope(other, part, ground)
    )


def _rest(part: Claim, whole: Claim, ground: Ground) -> str:
    return " or ".join(event for event in ground.world.parts_of(whole.event) if event != part.event)


def _one_scope(a: Claim, b: Claim, ground: Ground) -> bool:
    times = ground.moments.get(a.id), ground.moments.get(b.id)
    return groups_fit(a, b, ground.world) and places_fit(a.place, b.place, ground.world) and times_fit(*times, slack=92)
