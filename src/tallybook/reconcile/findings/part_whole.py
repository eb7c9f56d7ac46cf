"""Part and whole: a part larger than its whole, or a remainder that is itself somebody's number.

"14,000, including 3,000 sent later" leaves 11,000; where another claim gives just that number for the same thing, the
two pictures fit, and the later part explains the difference. A remainder that nobody names is no finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Claim, Finding, Severity
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import interval, point, stated
from tallybook.reconcile.scope import groups_fit, is_count, places_fit, same_sort, stands
from tallybook.reconcile.wording import capital, number_words, stated_words

KIND = "part and whole"


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each part that is too large, or leaves a number that is claimed."""
    told: set[tuple[str, str]] = set()
    for part in ground.claims.values():
        whole = ground.claims.get(part.part_of or "")
        if whole is None or not (is_count(part) and is_count(whole) and same_sort(part, whole)):
            continue
        key = ground.statement_of[part.id].id, ground.statement_of[whole.id].id
        found = _too_large(part, whole) or _remainder(part, whole, ground)
        if found is not None and key not in told:
            told.add(key)
            yield found


def _too_large(part: Claim, whole: Claim) -> Finding | None:
    if interval(part).low <= interval(whole).high or not (point(part) and point(whole)):
        return None
    small, large = capital(stated_words(part)), stated_words(whole)
    text = f"{small} {part.event} are given as a part of {large} {whole.event}, which is fewer."
    arithmetic = f"{number_words(point(part) or 0)} > {number_words(point(whole) or 0)}"
    innocent = "The part may be newer than the whole."
    return finding(KIND, [whole, part], text, arithmetic, severity=Severity.CLASH, innocent=innocent)


def _remainder(part: Claim, whole: Claim, ground: Ground) -> Finding | None:
    if part.event != whole.event or not _is_point(part) or not _is_point(whole):
        return None
    rest = (point(whole) or 0) - (point(part) or 0)
    equal = [claim for claim in ground.claims.values() if _gives(claim, rest, part, whole, ground)]
    if not equal:
        return None
    text = (
        f"{capital(stated_words(whole))} {whole.event}, including {stated_words(part)}, leaves {number_words(rest)}: "
        f"the number given by {ground.voices(equal)} without that part."
    )
    numbers = (point(whole) or 0, point(part) or 0, rest)
    return finding(KIND, [whole, part], text, "{} − {} = {}".format(*map(number_words, numbers)))


def _gives(claim: Claim, rest: float, part: Claim, whole: Claim, ground: Ground) -> bool:
    return (
        claim.id not in (part.id, whole.id)
        and claim.part_of != whole.id
        and rest > 0
        and point(claim) == rest
        and _is_point(claim)
        and claim.event == whole.event
        and is_count(claim)
        and same_sort(claim, whole)
        and stands(claim)
        and groups_fit(claim, whole, ground.world)
        and places_fit(claim.place, whole.place, ground.world)
    )


def _is_point(claim: Claim) -> bool:
    low, high = stated(claim)
    return low is not None and low == high
