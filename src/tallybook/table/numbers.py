"""A cell into the number it says, with its hedge."""

from __future__ import annotations

import re
from dataclasses import replace

from tallybook.lexicon.schema import Lexicon
from tallybook.model import Hedge, Quantity
from tallybook.quantity import read_value
from tallybook.table.cells import BadCell
from tallybook.table.words import shown

LONGEST = 80
LARGEST = 10**18
_PLAIN = re.compile(r"\d{1,18}(\.\d{1,9})?", re.ASCII)
_SWAPPED = str.maketrans(".,", ",.")
_OPEN: dict[Hedge, str] = {Hedge.AT_LEAST: "low", Hedge.MORE_THAN: "low", Hedge.UP_TO: "high", Hedge.LESS_THAN: "high"}


def read_number(cell: str, column: str, lexicon: Lexicon, *, decimal_comma: bool = False) -> Quantity:
    """The quantity of "1234", "1,234", "1.2 million", "about 300", "more than 1,000" or "1,000-3,000".

    Raises `BadCell` for anything else: words, shares, rates, measures, numbers below zero or of more than 18 digits.
    """
    written = cell.translate(_SWAPPED) if decimal_comma else cell
    plain = _PLAIN.fullmatch(written)
    if plain:
        value = float(written) if plain[1] and plain[1].strip(".0") else int(written.partition(".")[0])
        return Quantity(low=value, high=value)
    found = read_value(written, lexicon) if len(written) <= LONGEST else None
    if found is None or (found.low is None and found.high is None):
        raise BadCell("no number", column, f"{shown(cell)} is not one", 'write digits, or words as "about 300"')
    if found.unit not in (None, "money") or found.per is not None:
        raise BadCell(
            "not a count", column, f"{shown(cell)} is a share, a rate or a measure", "write how many there are"
        )
    bounds = [bound for bound in (found.low, found.high) if bound is not None]
    if min(bounds) < 0:
        raise BadCell(
            "a number below zero", column, f"{shown(cell)}: counts are not negative", "write what was counted"
        )
    if max(bounds) > LARGEST:
        raise BadCell("too large a number", column, f"{shown(cell)} has more than 18 digits", "check the cell")
    return replace(found, unit=None)


def read_hedge(cell: str, lexicon: Lexicon) -> Hedge:
    """The hedge of "at least", "more_than", "approx.", "exact", "range". Raises `BadCell` for other words."""
    words = " ".join(re.split(r"[\s_-]+", cell.casefold()))
    if words in ("exact", "range"):
        return Hedge(words)
    found = read_value(f"{words} 1000", lexicon) if words and len(words) <= LONGEST else None
    if found is None or found.hedge in (Hedge.EXACT, Hedge.RANGE, Hedge.VAGUE) or 1000 not in (found.low, found.high):
        known = ", ".join(hedge.value for hedge in Hedge if hedge is not Hedge.VAGUE)
        raise BadCell("an unknown hedge", "hedge", f"{shown(cell)} is none", f"use one of: {known}")
    return found.hedge


def hedged(quantity: Quantity, hedge: Hedge) -> Quantity:
    """A number as the hedge column leaves its bounds. Raises `BadCell` where the two do not go together."""
    low, high = quantity.low, quantity.high
    if hedge is quantity.hedge or (quantity.hedge is Hedge.RANGE and hedge not in _OPEN):
        return quantity
    if quantity.hedge in _OPEN and _OPEN[quantity.hedge] == _OPEN.get(hedge):
        return replace(quantity, hedge=hedge)
    if low is None or high is None or low != high:
        own = "a range" if quantity.hedge is Hedge.RANGE else f'"{quantity.hedge.value}"'
        raise BadCell("two hedges", "hedge", f'the number says {own}, this column "{hedge.value}"', "keep one of them")
    if quantity.hedge is not Hedge.EXACT or hedge is Hedge.RANGE:
        said = f'the number says "{quantity.hedge.value}", this column "{hedge.value}"'
        raise BadCell("two hedges", "hedge", said, "keep one of them, or fill low and high")
    closed = _OPEN.get(hedge)
    return Quantity(
        low=None if closed == "high" else low, high=None if closed == "low" else high, hedge=hedge, unit=quantity.unit
    )


def between(low: Quantity | None, high: Quantity | None) -> Quantity:
    """The bounds of two columns as one quantity; one that is empty is open. Raises `BadCell` for low above high."""
    if low is None or high is None:
        bound = low if low is not None else high
        value = _point(bound, "low" if low is not None else "high")
        return (
            Quantity(low=value, high=None, hedge=Hedge.AT_LEAST)
            if low is not None
            else Quantity(low=None, high=value, hedge=Hedge.UP_TO)
        )
    least, most = _point(low, "low"), _point(high, "high")
    if least > most:
        raise BadCell("low is above high", "low", f"{least} > {most}", "swap the two")
    return Quantity(low=least, high=most, hedge=Hedge.EXACT if least == most else Hedge.RANGE)


def _point(quantity: Quantity | None, column: str) -> int | float:
    if quantity is None or quantity.low is None or quantity.hedge is not Hedge.EXACT:
        raise BadCell("not a plain number", column, "a bound has no bounds itself", "write one number")
    return quantity.low
