"""How findings and titles say numbers, speakers and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from tallybook.model import Claim, Document, Hedge, Number, Period
from tallybook.reconcile.intervals import stated

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
FRACTION_WORDS = (
    (1 / 2, "half"),
    (1 / 3, "a third"),
    (2 / 3, "two thirds"),
    (1 / 4, "a quarter"),
    (3 / 4, "three quarters"),
)


def number_words(value: Number) -> str:
    """Digits with thousands separators, at most one decimal.

    >>> number_words(12000), number_words(18.571)
    ('12,000', '18.6')
    """
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.1f}"


def share_words(value: Number) -> str:
    """A share as a fraction where it is one, else in percent."""
    for fraction, words in FRACTION_WORDS:
        if abs(value - fraction) < 1e-3:
            return words
    return f"{number_words(round(value * 100, 1))} %"


def amount_words(claim: Claim) -> str:
    """The claim's own number with its hedge ("about 3,000", "1,000 to 3,000", "nearly half")."""
    return _hedged(claim.quantity.low, claim.quantity.high, claim)


def stated_words(claim: Claim) -> str:
    """The number the claim asserts in all, a product where it stands "each of" another."""
    return _hedged(*stated(claim), claim)


def _hedged(low: Number | None, high: Number | None, claim: Claim) -> str:
    say = share_words if claim.quantity.unit == "share" else number_words
    if low is None and high is None:
        return "an unnumbered amount"
    if low is None or high is None:
        return _open_words(say(low if low is not None else high or 0), claim.quantity.hedge, upper=low is None)
    if low != high:
        return f"{say(low)} to {say(high)}"
    lead = {Hedge.ABOUT: "about ", Hedge.NEARLY: "nearly "}.get(claim.quantity.hedge, "")
    return lead + say(low)


def _open_words(number: str, hedge: Hedge, *, upper: bool) -> str:
    if upper:
        return f"{'less than' if hedge is Hedge.LESS_THAN else 'up to'} {number}"
    return f"{'at least' if hedge is Hedge.AT_LEAST else 'more than'} {number}"


def between_words(low: Number, high: Number) -> str:
    """One number, or two joined by "to"."""
    a, b = number_words(low), number_words(high)
    return a if a == b else f"{a} to {b}"


def speaker_words(claim: Claim, document: Document | None) -> str:
    """Who says it: the origin, else the outlet, else that nobody is named."""
    if claim.attribution.origin:
        return claim.attribution.origin
    if document is not None and document.outlet:
        return f"{document.outlet}, no source named"
    return "no source named"


def day_words(day: dt.date) -> str:
    """ "13 January 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_words(period: Period) -> str:
    """A day, or the two days a period runs between."""
    if period.start == period.end:
        return day_words(period.start)
    return f"{day_words(period.start)} to {day_words(period.end)}"


def times_words(count: int) -> str:
    """How often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def distinct(words: Iterable[str]) -> list[str]:
    """Each once, in the order first met."""
    return list(dict.fromkeys(words))


def capital(sentence: str) -> str:
    """With its first letter in upper case."""
    return sentence[:1].upper() + sentence[1:]
