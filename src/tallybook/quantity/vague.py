"""Number words without bounds: "dozens", "tens of thousands", "several hundred"."""

from __future__ import annotations

from tallybook.quantity.cardinals import Form, Numeral
from tallybook.quantity.tables import Tables, match_ahead
from tallybook.quantity.tokens import Kind, Tokens

_PLURAL_LENGTH = 2


def read_vague(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    """The vague number at token `index`; its value is 0 and means nothing. "Scores" alone is one."""
    vague = tables.words.vague
    low = tokens.low(index)
    if tokens.kind(index) == Kind.NUMBER:
        return _plural_digits(tokens, index, tables)
    if low in vague.plurals:
        after = _chain(tokens, index + 1, tables)
        is_guarded = low in vague.guarded and tokens.low(after) not in vague.guards and tokens.size > 1
        return None if is_guarded else _vague(index, after)
    if low in vague.chained:
        after = _chain(tokens, index + 1, tables)
        return _vague(index, after) if after > index + 1 else None
    return _some(tokens, index, tables)


def _plural_digits(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    """ "100s of …"."""
    is_power = tokens.low(index).rstrip("0") == "1"
    is_plural = tokens.glued(index) and tokens.low(index + 1) == tables.words.numerals.plural_ending
    is_led = tokens.low(index + 2) in tables.words.numerals.of or tokens.size == _PLURAL_LENGTH
    return _vague(index, index + 2) if is_power and is_plural and is_led else None


def _some(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    """ "Several hundred", "a few thousand", "a couple of dozen"."""
    led = match_ahead(tokens, index, tables.vague_some)
    if led is None:
        return None
    start = led[0] + (tokens.low(led[0]) in tables.words.numerals.of)
    after = start
    while tokens.low(after) in tables.scales or tokens.low(after) in tables.words.vague.plurals:
        after += 1
    return _vague(index, _chain(tokens, after, tables)) if after > start else None


def _chain(tokens: Tokens, index: int, tables: Tables) -> int:
    """The token after "of thousands of millions" or "and hundreds"."""
    words = tables.words
    links = (*words.numerals.of, *words.numerals.joiners)
    while tokens.low(index) in links and tokens.low(index + 1) in words.vague.plurals:
        index += 2
    return index


def _vague(first: int, after: int) -> Numeral:
    return Numeral(first=first, after=after, value=0, form=Form.VAGUE)
