"""Whether a number says how much something went up or down."""

from __future__ import annotations

from tallybook.model.quantity import Change, Measure
from tallybook.quantity.measures import Measured
from tallybook.quantity.tables import Tables
from tallybook.quantity.tokens import Tokens

_UP: Change = "up"
_DOWN: Change = "down"


def read_change(tokens: Tokens, first: int, measured: Measured, tables: Tables) -> Change | None:
    """The direction of a change, or None where the number says how many there are.

    `first` is where the number with its hedges begins: "rose by 300", "an increase of 12", "up 46 %", "a 46 % rise",
    "300 fewer", "5 % higher". "300 more" is a change of a share only; of a count it is another 300.
    """
    return _named(_before(tokens, first, tables) or _after(tokens, measured, tables))


def _before(tokens: Tokens, first: int, tables: Tables) -> str | None:
    words = tables.words.changes
    low = tokens.low(first - 1)
    if low in words.by:
        return next((tables.change_before[at] for at in _back(tokens, first - 2) if at in tables.change_before), None)
    if low in tables.words.numerals.of and tokens.low(first - 2) in words.nouns_of:
        return tables.change_after.get(tokens.low(first - 2))
    return tables.change_before.get(low)


def _back(tokens: Tokens, index: int) -> list[str]:
    """A few words back, nearest first, up to punctuation."""
    found: list[str] = []
    while tokens.is_word(index) and len(found) < 5:
        found.append(tokens.lows[index])
        index -= 1
    return found


def _after(tokens: Tokens, measured: Measured, tables: Tables) -> str | None:
    at = measured.after
    low = tokens.low(at)
    if measured.measure is Measure.SHARE or measured.measure is Measure.MONEY:
        nearby = (low, tokens.low(at + 1) if tokens.is_word(at) else "")
        noun = next((tables.change_after[word] for word in nearby if word in tables.change_after), None)
        return noun or (tables.change_than.get(low) if measured.measure is Measure.SHARE else None)
    return _DOWN if low in tables.words.changes.comparatives_down and low in tables.stands_alone else None


def _named(direction: str | None) -> Change | None:
    if direction is None:
        return None
    return _UP if direction == _UP else _DOWN
