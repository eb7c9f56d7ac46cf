"""Per what time: "92 a day", "300 soldiers per hour", "a daily 40"."""

from __future__ import annotations

from tallybook.quantity.amounts import Range
from tallybook.quantity.tables import Tables
from tallybook.quantity.tokens import Kind, Tokens

_REACH = 6
_HYPHENS = frozenset("-‐‑")


def read_rate(tokens: Tokens, first: int, after: int, tables: Tables) -> tuple[str, Range] | None:
    """The period that the number before token `after` is a rate over, with the tokens that say so.

    Looks a few words ahead, never past punctuation or another number, and one word behind token `first`.
    """
    behind = tables.adverbs.get(tokens.low(first - 1))
    if behind:
        return behind, (first - 1, first)
    for at in range(after, min(after + _REACH, len(tokens))):
        found = _period_at(tokens, at, tables)
        if found:
            return found
        is_open = tokens.kinds[at] == Kind.WORD or tokens.lows[at] in _HYPHENS
        if not is_open or tokens.lows[at] in tables.words.numerals.units:
            return None
    return None


def _period_at(tokens: Tokens, at: int, tables: Tables) -> tuple[str, Range] | None:
    words = tables.words.rates
    low = tokens.lows[at]
    adverb = tables.adverbs.get(low)
    if adverb:
        return adverb, (at, at + 1)
    period = tables.periods.get(tokens.low(at + 1))
    if period is None or (low not in words.leads and low not in words.articles):
        return None
    is_distance = low in words.articles and tokens.low(at + 2) in words.never_after
    return None if is_distance else (period, (at, at + 2))
