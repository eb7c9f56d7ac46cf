"""Unit conversion: so many units of so many each, against the number that is claimed.

"Two brigades of up to 6,000 each" gives its product. Where only units are counted, the registry's sizes say what they
usually hold, and a number of persons far from that is pointed out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Claim, Finding, Modality, Severity, Statement
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import Interval, interval, point, stated
from tallybook.reconcile.scope import OTHER, PERSON, groups_fit, is_count, places_fit, stands
from tallybook.reconcile.speakers import is_named
from tallybook.reconcile.titles import plural
from tallybook.reconcile.wording import amount_words, between_words, capital, listed, number_words, stated_words

KIND = "unit conversion"


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each product, and for each number of units that does not hold the persons claimed."""
    multiplied = set()
    for claim in ground.claims.values():
        units = ground.claims.get(claim.each_of or "")
        if units is not None and claim.total is not None and point(units):
            multiplied.add(units.id)
            if any(_set_against(other, claim, ground) for other in ground.claims.values()):
                yield _product(units, claim, ground)
    for statement in ground.statements:
        if not multiplied.intersection(statement.claims):
            yield from _by_size(statement, ground)


def _product(units: Claim, each: Claim, ground: Ground) -> Finding:
    agreeing = [c for c in ground.claims.values() if _same_total(c, each, ground)]
    compare = f", the number given by {ground.voices(agreeing)}" if agreeing else ""
    many, unit = amount_words(units), units.quantity.unit or ""
    some = f"{capital(many)} {unit if many == '1' else plural(unit)} of {amount_words(each)} each"
    text = f"{some} are {stated_words(each)}{compare}."
    low, high = stated(each)
    total = between_words(low if low is not None else high or 0, high if high is not None else low or 0)
    return finding(KIND, [units, each], text, f"{number_words(point(units) or 0)} × {_bounds(each)} = {total}")


def _bounds(claim: Claim) -> str:
    low, high = claim.quantity.low, claim.quantity.high
    return between_words(low if low is not None else high or 0, high if high is not None else low or 0)


def _same_total(claim: Claim, each: Claim, ground: Ground) -> bool:
    return (
        claim.id != each.id
        and claim.each_of is None
        and is_count(claim)
        and claim.quantity.unit == each.quantity.unit
        and point(claim) == point(each)
        and groups_fit(claim, each, ground.world)
        and places_fit(claim.place, each.place, ground.world)
    )


def _set_against(claim: Claim, each: Claim, ground: Ground) -> bool:
    """Whether a number in the book can be held against the product: equal, or of the same event."""
    return _same_total(claim, each, ground) or (
        claim.id not in (each.id, each.each_of)
        and claim.each_of is None
        and is_count(claim)
        and (claim.event, claim.quantity.unit) == (each.event, each.quantity.unit)
        and groups_fit(claim, each, ground.world)
        and places_fit(claim.place, each.place, ground.world)
    )


def _by_size(statement: Statement, ground: Ground) -> Iterator[Finding]:
    claims = [claim for claim in ground.members(statement) if stands(claim) and is_count(claim)]
    size = ground.world.unit_size(claims[0].quantity.unit or "", claims[0].event) if claims else None
    count = point(claims[0]) if claims else None
    if size is None or not count or claims[0].event == OTHER:
        return
    held = Interval(interval(claims[0]).low * size[0], interval(claims[0]).high * size[1])
    persons = [claim for claim in _persons(claims, ground) if not interval(claim).meets(held)]
    if persons:
        yield _finding(claims, persons, size)


def _persons(units: Sequence[Claim], ground: Ground) -> list[Claim]:
    """Persons of the same event and group in the same document, before all those of the units' own speaker."""
    documents = dict.fromkeys(claim.document_id for claim in units)
    persons = [
        claim
        for document in documents
        for claim in ground.by_document[document]
        if claim.quantity.unit == PERSON
        and (claim.event, claim.kind) == (units[0].event, units[0].kind)
        and claim.part_of is None
        and stands(claim)
        and is_count(claim)
        and point(claim)
        and groups_fit(claim, units[0], ground.world)
        and places_fit(claim.place, units[0].place, ground.world)
    ]
    own = [claim for claim in persons if _goes_with(claim, units, ground)]
    return own or persons


def _goes_with(claim: Claim, units: Sequence[Claim], ground: Ground) -> bool:
    origin = claim.attribution.origin
    if claim.modality is Modality.INFERRED or not is_named(origin):
        return True
    speakers = {ground.world.speaker(unit.attribution.origin) for unit in units if unit.attribution.origin is not None}
    return ground.world.speaker(origin or "") in speakers


def _finding(units: Sequence[Claim], persons: Sequence[Claim], size: tuple[int, int]) -> Finding:
    count = point(units[0]) or 0
    unit = units[0].quantity.unit or ""
    held = between_words(count * size[0], count * size[1])
    claimed = listed(list(dict.fromkeys(stated_words(claim) for claim in persons)))
    each = listed(list(dict.fromkeys(_per_unit(claim, count) for claim in persons)))
    text = (
        f"{number_words(count)} {plural(unit)} usually hold {held} people, at {between_words(*size)} each; "
        f"{claimed} would be {each} in each."
    )
    arithmetic = f"{number_words(count)} × {between_words(*size)} = {held}"
    innocent = f"The {plural(unit)} may be smaller than usual, or not full."
    return finding(KIND, [*units, *persons], text, arithmetic, severity=Severity.CHECK, innocent=innocent)


def _per_unit(claim: Claim, count: float) -> str:
    low, high = stated(claim)
    bounds = [bound for bound in (low, high) if bound is not None]
    return between_words(round(min(bounds) / count), round(max(bounds) / count))
