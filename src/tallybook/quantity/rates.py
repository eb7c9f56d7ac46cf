"""Per what time: "92 a day", "300 soldiers per hour", "a daily 40"."""

from __future__ import annotations

from tallybook.quantity.amounts import Range
from tallybook.quantity.tables import Tables
from tallybook.quantity.tokens import Kind, Tokens

_ARTICLE_REACH, _LEAD_REACH = 6, 12
_HYPHENS = frozenset("-‐‑")


def read_rate(tokens: Tokens, first: int, after: int, tables: Tables) -> tuple[str, Range] | None:
    """The period that the number before token `after` is a rate over, with the tokens that say so.

    Looks a few words ahead, never past punctuation or another number, and one word behind token `first`.
    """
    behind = _behind(tokens, first, tables)
    if behind:
        return behind
    for at in range(after, min(after + _LEAD_REACH, tokens.size)):
        found = _period_at(tokens, at, tables, is_near=at < after + _ARTICLE_REACH)
        if found:
            return found
        is_open = tokens.kinds[at] == Kind.WORD or tokens.lows[at] in _HYPHENS
        if not is_open or tokens.lows[at] in tables.words.numerals.units:
            return None
    return None


def _behind(tokens: Tokens, first: int, tables: Tables) -> tuple[str, Range] | None:
    """ "A daily 92", "a daily average of 92", "every day 92 …"."""
    words = tables.words
    at = first - 1
    if tokens.low(at) in words.numerals.of and tokens.low(at - 1) in words.rates.heads:
        at -= 2
    adverb = tables.adverbs.get(tokens.low(at))
    if adverb:
        return adverb, (at, at + 1)
    at = first - 1 - (tokens.low(first - 1) == ",")
    period = tables.periods.get(tokens.low(at))
    return (period, (at - 1, at + 1)) if period and tokens.low(at - 1) in words.rates.leads else None


def _period_at(tokens: Tokens, at: int, tables: Tables, *, is_near: bool) -> tuple[str, Range] | None:
    words = tables.words.rates
    low = tokens.lows[at]
    adverb = tables.adverbs.get(low)
    if adverb and is_near:
        return adverb, (at, at + 1)
    period = tables.periods.get(tokens.low(at + 1))
    if period is None or (low not in words.leads and low not in words.articles):
        return None
    if low in words.articles and not (is_near and _is_each(tokens, at, tables)):
        return None
    return period, (at, at + 2)


def _is_each(tokens: Tokens, at: int, tables: Tables) -> bool:
    """Whether "a day" means each day: not "a day after", "in a day", "half a day"."""
    before, after = tokens.low(at - 1), tokens.low(at + 2)
    is_led = before in tables.function_words or before in tables.denominators
    return after not in tables.words.rates.never_after and not is_led
