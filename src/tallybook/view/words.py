"""Quantities, estimates and counts in plain English words, as a reader would say them."""

from __future__ import annotations

from tallybook.model import Change, Claim, ClaimKind, Hedge, Number, Quantity

_UNCHANGED = frozenset({"aircraft", "money", "personnel", "livestock", "cattle", "police", "sheep", "hovercraft"})
_IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women"}
_FRACTIONS = (
    (1 / 2, "half"),
    (1 / 3, "a third"),
    (2 / 3, "two thirds"),
    (1 / 4, "a quarter"),
    (3 / 4, "three quarters"),
    (1 / 5, "a fifth"),
    (1 / 10, "a tenth"),
)
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "KRW": "₩", "INR": "₹", "UAH": "₴"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_MILLION = 10**6
_AN = frozenset({"hour"})
_UNCOUNTED = frozenset({"money", "share"})
_WHOLE_OF = frozenset({"other", "strength"})


def plain_number(value: Number) -> str:
    """Digits in groups of three; millions and more in words where nothing is lost by it.

    >>> plain_number(3000), plain_number(1_200_000), plain_number(1_234_567)
    ('3,000', '1.2 million', '1,234,567')
    """
    for size, word in _SCALES:
        hundredths = round(100 * value / size) if isinstance(value, float) else 100 * value // size
        if abs(hundredths) >= 100 and hundredths * size == 100 * value:
            return f"{hundredths / 100:,.2f}".rstrip("0").rstrip(".") + f" {word}"
    rounded = round(value, 2)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,}"


def plain_share(value: Number, *, in_digits: bool = True) -> str:
    """A share as a percentage, or as a fraction where the text spelled it out.

    >>> plain_share(0.6), plain_share(0.5, in_digits=False), plain_share(1 / 3, in_digits=False)
    ('60%', 'half', 'a third')
    """
    named = (word for fraction, word in _FRACTIONS if abs(fraction - value) < 0.005)
    return (None if in_digits else next(named, None)) or f"{round(100 * value, 1):g}%"


def plural(unit: str) -> str:
    """The plural of a singular English noun.

    >>> [plural(unit) for unit in ("person", "brigade", "aircraft", "body", "bus")]
    ['people', 'brigades', 'aircraft', 'bodies', 'buses']
    """
    if unit in _UNCHANGED:
        return unit
    if unit in _IRREGULAR:
        return _IRREGULAR[unit]
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return f"{unit[:-1]}ies"
    return f"{unit}es" if unit.endswith(("s", "x", "ch", "sh")) else f"{unit}s"


def plain_quantity(quantity: Quantity, *, words: str = "") -> str:
    """The bounds with their hedge and rate, without the unit: "about 3,000", "nearly half", "92 a day".

    `words` are those of the text: a vague number is quoted from them, and they decide between "50%" and "half".
    """
    return _amount_in_words(quantity, words) + _rate(quantity.per)


def plain_bounds(low: Number | None, high: Number | None, *, unit: str, currency: str | None = None) -> str:
    """Two bounds without a hedge: "87 to 112", "89", "at least 300", "no bounds"."""
    quantity = Quantity(low=low, high=high, hedge=Hedge.EXACT, unit=unit, currency=currency)
    lower, upper = (_amount(bound, quantity, True) for bound in (_rounded(low, unit), _rounded(high, unit)))
    if lower is None and upper is None:
        return "no bounds"
    if lower is None or upper is None:
        return f"at least {lower}" if upper is None else f"up to {upper}"
    return lower if lower == upper else f"{lower} to {upper}"


def plain_claim(claim: Claim, *, words: str = "") -> str:
    """A claim's number with what it counts and what befell it: "3,000 people deployed", "92 people killed a day"."""
    said = with_change(_amount_in_words(claim.quantity, words), claim.change)
    scope = _scope(claim) + _rate(claim.quantity.per)
    if not scope:
        return said
    return f"{said} ({scope.strip()})" if said.startswith("“") else f"{said} {scope.strip()}"


def with_change(said: str, change: Change | None) -> str:
    """The words of a number, said to be a change where it is one."""
    return said if change is None else f"a {'rise' if change == 'up' else 'fall'} of {said}"


def counted(number: int, noun: str) -> str:
    """A count with its noun.

    >>> counted(1, "article"), counted(1200, "claim")
    ('1 article', '1,200 claims')
    """
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def kind_in_words(kind: ClaimKind) -> str:
    """How the number relates to time."""
    return {
        ClaimKind.TOTAL: "running total",
        ClaimKind.LEVEL: "state at a date",
        ClaimKind.FLOW: "one wave or period",
        ClaimKind.RATE: "rate",
        ClaimKind.SHARE: "share",
    }[kind]


def _amount_in_words(quantity: Quantity, words: str) -> str:
    if quantity.hedge is Hedge.VAGUE or (quantity.low is None and quantity.high is None):
        return f"“{words}”" if words else "an unstated number"
    in_digits = not words or any(character.isdigit() for character in words) or "per" in words.lower()
    low, high = (_amount(bound, quantity, in_digits) for bound in (quantity.low, quantity.high))
    return _hedged(quantity, low, high)


def _scope(claim: Claim) -> str:
    """What is counted and what befell it, in the order of a headline."""
    unit, quantity = claim.quantity.unit, claim.quantity
    parts = (
        [plural(unit) if quantity.low != 1 or quantity.high != 1 else unit] if unit and unit not in _UNCOUNTED else []
    )
    parts += ["each"] if claim.each_of else []
    parts += [claim.event] if claim.event not in _WHOLE_OF else []
    return " ".join(parts)


def _rounded(value: Number | None, unit: str) -> Number | None:
    """An estimate's bound as it can be said: whole things are counted in whole numbers."""
    if value is None or unit == "share":
        return value
    return round(value) if abs(value) < _MILLION else float(f"{value:.3g}")


def _amount(bound: Number | None, quantity: Quantity, in_digits: bool) -> str | None:
    if bound is None:
        return None
    if quantity.unit == "share":
        return plain_share(bound, in_digits=in_digits)
    if quantity.currency:
        symbol = _SYMBOLS.get(quantity.currency)
        return f"{symbol}{plain_number(bound)}" if symbol else f"{plain_number(bound)} {quantity.currency}"
    return plain_number(bound)


def _hedged(quantity: Quantity, low: str | None, high: str | None) -> str:
    if low is not None and high is not None and low != high:
        return f"{quantity.hedge.value} {low} to {high}" if _loose(quantity.hedge) else f"between {low} and {high}"
    said = low or high
    if quantity.hedge in (Hedge.EXACT, Hedge.RANGE):
        return f"at least {said}" if high is None else f"up to {said}" if low is None else f"{said}"
    if quantity.hedge is Hedge.LESS_THAN and quantity.unit not in ("share", "money"):
        return f"fewer than {said}"
    return f"{quantity.hedge.value} {said}"


def _loose(hedge: Hedge) -> bool:
    return hedge in (Hedge.ABOUT, Hedge.NEARLY)


def _rate(per: str | None) -> str:
    return "" if per is None else f" {'an' if per in _AN else 'a'} {per}"
