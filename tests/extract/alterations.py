"""Ways to falsify a claim mechanically, by kind. Each yields claims that differ from the given one in one respect."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tallybook.model import Change, Claim, Document, Hedge, PartialDate, Proof, Quantity, Span

PERIODS = (None, "hour", "day", "week", "month", "year")
UNITS = ("person", "soldier", "tank", "household", "money", "share", "drone")
SPEAKERS = ("Reuters", "World Health Organization", "Ministry of Health (Sudan)", "Kim Jong Un")
CURRENCIES = (None, "USD", "EUR", "JPY")


@dataclass(frozen=True)
class Page:
    """A document with all its claims, and the events there are."""

    document: Document
    claims: tuple[Claim, ...]
    events: tuple[str, ...]


Altered = Iterator[tuple[Claim, Document]]
Alteration = Callable[[Claim, Page], Altered]


def _with(claim: Claim, page: Page, quantity: Quantity) -> Altered:
    if quantity != claim.quantity:
        yield replace(claim, quantity=quantity), page.document


def _bounds(claim: Claim, change: Callable[[float], float]) -> Quantity:
    low, high = claim.quantity.low, claim.quantity.high
    return replace(
        claim.quantity, low=None if low is None else change(low), high=None if high is None else change(high)
    )


def value_plus_one(claim: Claim, page: Page) -> Altered:
    yield from _with(claim, page, _bounds(claim, lambda value: value + 1))


def value_minus_one(claim: Claim, page: Page) -> Altered:
    yield from _with(claim, page, _bounds(claim, lambda value: value - 1))


def value_times_ten(claim: Claim, page: Page) -> Altered:
    yield from _with(claim, page, _bounds(claim, lambda value: value * 10))


def one_bound_moved(claim: Claim, page: Page) -> Altered:
    if claim.quantity.low is not None:
        yield from _with(claim, page, replace(claim.quantity, low=claim.quantity.low + 1))
    if claim.quantity.high is not None:
        yield from _with(claim, page, replace(claim.quantity, high=claim.quantity.high + 1))


def digits_swapped(claim: Claim, page: Page) -> Altered:
    def swapped(value: float) -> float:
        digits = str(value)
        return float(digits[1] + digits[0] + digits[2:]) if len(digits) > 1 and digits[:2].isdigit() else value

    yield from _with(claim, page, _bounds(claim, swapped))


def bounds_swapped(claim: Claim, page: Page) -> Altered:
    yield from _with(claim, page, replace(claim.quantity, low=claim.quantity.high, high=claim.quantity.low))


def bound_opened(claim: Claim, page: Page) -> Altered:
    yield from _with(claim, page, replace(claim.quantity, low=None))
    yield from _with(claim, page, replace(claim.quantity, high=None))


def other_hedge(claim: Claim, page: Page) -> Altered:
    for hedge in Hedge:
        yield from _with(claim, page, replace(claim.quantity, hedge=hedge))


def hedge_dropped(claim: Claim, page: Page) -> Altered:
    if claim.quantity.hedge is not Hedge.EXACT:
        evidence = {**claim.evidence, "hedge": "no hedge stands by the number"}
        yield replace(claim, quantity=replace(claim.quantity, hedge=Hedge.EXACT), evidence=evidence), page.document


def other_unit(claim: Claim, page: Page) -> Altered:
    for unit in {*UNITS, *(other.quantity.unit for other in page.claims)} - {None}:
        yield from _with(claim, page, replace(claim.quantity, unit=unit))


def other_currency(claim: Claim, page: Page) -> Altered:
    for currency in CURRENCIES:
        yield from _with(claim, page, replace(claim.quantity, currency=currency))


def other_period(claim: Claim, page: Page) -> Altered:
    for per in PERIODS:
        yield from _with(claim, page, replace(claim.quantity, per=per))


def other_change(claim: Claim, page: Page) -> Altered:
    changes: tuple[Change | None, ...] = (None, "up", "down")
    yield from ((replace(claim, change=change), page.document) for change in changes if change != claim.change)


def other_event(claim: Claim, page: Page) -> Altered:
    yield from ((replace(claim, event=event), page.document) for event in page.events if event != claim.event)


def _spoken_by(claim: Claim, page: Page, names: set[str | None]) -> Altered:
    for name in sorted(names - {None, claim.attribution.origin}, key=str):
        yield replace(claim, attribution=replace(claim.attribution, origin=name)), page.document


def other_speaker_of_the_page(claim: Claim, page: Page) -> Altered:
    names = {name for other in page.claims for name in (other.attribution.origin, *other.attribution.relays)}
    yield from _spoken_by(claim, page, names)


def other_speaker_of_the_registry(claim: Claim, page: Page) -> Altered:
    yield from _spoken_by(claim, page, set(SPEAKERS))


def speaker_dropped(claim: Claim, page: Page) -> Altered:
    if claim.attribution.origin is not None:
        yield replace(claim, attribution=replace(claim.attribution, origin=None)), page.document


def relay_added(claim: Claim, page: Page) -> Altered:
    relays = claim.attribution.relays
    names = {other.attribution.origin for other in page.claims} - {None, claim.attribution.origin, *relays}
    for name in (*sorted(filter(None, names)), SPEAKERS[0]):
        yield replace(claim, attribution=replace(claim.attribution, relays=(*relays, name))), page.document


def relay_dropped(claim: Claim, page: Page) -> Altered:
    if claim.attribution.relays:
        yield replace(claim, attribution=replace(claim.attribution, relays=claim.attribution.relays[1:])), page.document


def other_day_without_a_year(claim: Claim, page: Page) -> Altered:
    """A day of the year where the words tell none, another where they do, and one taken away."""
    told = claim.partial_time
    spans = [other.partial_time.span for other in page.claims if other.partial_time is not None]
    for month, day, span in ((1, None, claim.core), (3, 5, claim.core), *((6, 30, span) for span in spans)):
        made = PartialDate(year=None, month=month, day=day, how="altered", span=span)
        proof = {**claim.evidence, "time": (span,)} if span is not None else claim.evidence
        yield replace(claim, partial_time=made, evidence=proof), page.document
    if told is not None:
        yield replace(claim, partial_time=None), page.document
        for month in range(1, 13):
            if month != told.month:
                yield replace(claim, partial_time=replace(told, month=month)), page.document
        yield replace(claim, partial_time=replace(told, year=2024)), page.document


def evidence_shifted(claim: Claim, page: Page) -> Altered:
    """Each span of evidence moved by a word, to the left and to the right."""
    text = page.document.text
    for field in PROVEN:
        proof = claim.evidence.get(field, ())
        for at, span in enumerate(proof if not isinstance(proof, str) else ()):
            for moved in (_shifted(span, text, 1), _shifted(span, text, -1)):
                if moved is not None:
                    yield _proven_by(claim, field, (*proof[:at], moved, *proof[at + 1 :])), page.document


PROVEN = ("value", "hedge", "unit", "event", "origin", "per", "relays")


def _proven_by(claim: Claim, field: str, proof: Proof) -> Claim:
    return replace(claim, evidence={**claim.evidence, field: proof})


def _shifted(span: Span, text: str, by: int) -> Span | None:
    """As many words, from the next one on or from the one before."""
    words = [Span(*match.span()) for match in re.finditer(r"[\w'’-]+", text)]
    inside = [index for index, word in enumerate(words) if word.touches(span)]
    if not inside or inside[0] + by < 0 or inside[-1] + by >= len(words):
        return None
    return words[inside[0] + by].joined(words[inside[-1] + by])


def evidence_of_another_sentence(claim: Claim, page: Page) -> Altered:
    """Each field proven by the words that prove it of a number elsewhere."""
    for other in page.claims:
        if other.sentence == claim.sentence:
            continue
        for field in PROVEN:
            proof = other.evidence.get(field)
            if proof is not None and not isinstance(proof, str) and proof != claim.evidence.get(field):
                yield _proven_by(claim, field, proof), page.document


def evidence_dropped(claim: Claim, page: Page) -> Altered:
    for field in (*PROVEN, "event_from"):
        if field in claim.evidence:
            yield replace(claim, evidence={k: v for k, v in claim.evidence.items() if k != field}), page.document


def numeral_moved(claim: Claim, page: Page) -> Altered:
    """The claim put on the numeral of another one."""
    for one, other in pairwise((*page.claims, *page.claims[:1])):
        if one.id == claim.id and other.id != claim.id:
            yield replace(claim, span=other.span, core=other.core, sentence=other.sentence, id=other.id), page.document


def text_altered(claim: Claim, page: Page) -> Altered:
    """A digit of the numeral changed in the document: as an unnoticed edit, and as another document of that id."""
    text, digit = page.document.text, re.search(r"\d", claim.core.of(page.document.text))
    if digit is None:
        return
    at = claim.core.start + digit.start()
    other = text[:at] + str((int(digit.group()) + 1) % 10) + text[at + 1 :]
    yield claim, replace(page.document, text=other)
    yield claim, replace(page.document, text=other, content_hash=hashlib.sha256(other.encode()).hexdigest())


ALTERATIONS: tuple[Alteration, ...] = (
    value_plus_one,
    value_minus_one,
    value_times_ten,
    one_bound_moved,
    digits_swapped,
    bounds_swapped,
    bound_opened,
    other_hedge,
    hedge_dropped,
    other_unit,
    other_currency,
    other_period,
    other_change,
    other_event,
    other_speaker_of_the_page,
    other_speaker_of_the_registry,
    speaker_dropped,
    relay_added,
    relay_dropped,
    other_day_without_a_year,
    evidence_shifted,
    evidence_of_another_sentence,
    evidence_dropped,
    numeral_moved,
    text_altered,
)
