"""One numeral of any kind: a whole number, a fraction, an ordinal or a vague number."""

from __future__ import annotations

from dataclasses import replace

from tallybook.quantity.cardinals import PLAIN, Form, Numeral, Style, read_cardinal
from tallybook.quantity.fractions import (
    as_fraction,
    read_led_fraction,
    read_part_of_scale,
    read_vulgar,
    with_fraction,
    with_point,
)
from tallybook.quantity.tables import Tables
from tallybook.quantity.tokens import HYPHENS, MINUS, SIGNS, Kind, Tokens
from tallybook.quantity.vague import read_vague


def read_numeral(tokens: Tokens, index: int, tables: Tables, style: Style = PLAIN) -> Numeral | None:
    """The longest numeral that starts at token `index`."""
    return (
        _negative(tokens, index, tables, style)
        or read_vague(tokens, index, tables)
        or read_part_of_scale(tokens, index, tables)
        or read_led_fraction(tokens, index, tables)
        or _number(tokens, index, tables, style)
        or _ordinal_word(tokens, index, tables)
        or _multiple(tokens, index, tables)
    )


def is_sign(tokens: Tokens, index: int) -> bool:
    """Whether the token is a minus: a dash that touches digits, after white space, a bracket or the start.

    One that stands apart from its digits begins an item of a list, unless it is the sign for minus itself.
    """
    if tokens.low(index) not in SIGNS or tokens.kind(index + 1) != Kind.NUMBER:
        return False
    if not tokens.glued(index):
        return index == 0 and tokens.low(index) == MINUS
    return index == 0 or not tokens.glued(index - 1) or tokens.low(index - 1) in "([$€£¥"


def _negative(tokens: Tokens, index: int, tables: Tables, style: Style) -> Numeral | None:
    low = tokens.low(index)
    if low in tables.words.numerals.negatives:
        start = index + 1 + (tokens.low(index + 1) in HYPHENS)
    elif low in SIGNS and (is_sign(tokens, index) or style.money):
        start = index + 1
    else:
        return None
    inner = _number(tokens, start, tables, style)
    if inner is None:
        return None
    return replace(inner, first=index, value=-inner.value, others=tuple((-value, why) for value, why in inner.others))


def _number(tokens: Tokens, index: int, tables: Tables, style: Style) -> Numeral | None:
    cardinal = read_cardinal(tokens, index, tables, style)
    if cardinal is None:
        return read_vulgar(tokens, index)
    return (
        _mixed(tokens, cardinal, tables, style)
        or as_fraction(tokens, cardinal, tables)
        or _as_ordinal(tokens, cardinal, tables)
        or with_fraction(tokens, cardinal, tables, style)
        or with_point(tokens, cardinal, tables)
        or cardinal
    )


def _mixed(tokens: Tokens, cardinal: Numeral, tables: Tables, style: Style) -> Numeral | None:
    """ "Two million and three fifths": the words after "and" belong to the fraction, not to the whole."""
    at = cardinal.after + (tokens.low(cardinal.after) in HYPHENS)
    if cardinal.in_digits or not style.joined or tokens.low(at) not in tables.denominators:
        return None
    whole = read_cardinal(tokens, cardinal.first, tables, replace(style, joined=False))
    if whole is None or whole.after == cardinal.after:
        return None
    found = with_fraction(tokens, whole, tables, style)
    return found if found and found.after > cardinal.after else None


def _as_ordinal(tokens: Tokens, cardinal: Numeral, tables: Tables) -> Numeral | None:
    """ "21st", "twenty-first", "one hundredth"."""
    words = tables.words.numerals
    at = cardinal.after
    if cardinal.in_digits:
        is_ordinal = tokens.low(at) in words.ordinal_endings and tokens.glued(at - 1)
        return replace(cardinal, after=at + 1, form=Form.ORDINAL) if is_ordinal else None
    last = tokens.low(at - 1)
    at += tokens.low(at) in HYPHENS
    ordinal = words.ordinals.get(tokens.low(at))
    if ordinal is None:
        return None
    if ordinal >= min(words.hundreds.values()):
        return replace(cardinal, after=at + 1, value=cardinal.value * ordinal, form=Form.ORDINAL)
    if ordinal < (10 if last in words.tens else tables.scales.get(last, 0)):
        return replace(cardinal, after=at + 1, value=cardinal.value + ordinal, form=Form.ORDINAL)
    return None


def _multiple(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    """ "Tenfold"; "twice", where a comparison follows and not an occasion."""
    measures, low = tables.words.measures, tokens.low(index)
    value = tables.folds.get(low)
    if value is None and low in measures.twice and (tokens.size == 1 or _compares(tokens, index + 1, tables)):
        value = measures.twice[low]
    return None if value is None else Numeral(first=index, after=index + 1, value=value, form=Form.MULTIPLE)


def _compares(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether "as high", "the size" follows: "twice as high", not "scored twice as the rain fell"."""
    if tokens.low(index) not in tables.words.measures.times_after:
        return False
    return tokens.word(index + 1).islower() and tokens.low(index + 1) not in tables.function_words


def _ordinal_word(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    ordinal = tables.words.numerals.ordinals.get(tokens.low(index))
    if ordinal is None:
        return None
    return Numeral(first=index, after=index + 1, value=ordinal, form=Form.ORDINAL)
