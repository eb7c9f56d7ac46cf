"""Numbers of the calendar and the clock: "October 23, 2024", "2014-22", "in 1990", "5.30 pm"."""

from __future__ import annotations

import re

from tallybook.quantity.amounts import Expression
from tallybook.quantity.nouns import is_countable
from tallybook.quantity.tables import Tables, match_ahead, match_behind
from tallybook.quantity.tokens import DASHES, Kind, Tokens

_EARLIEST_YEAR, _FIRST_RECENT, _LAST_RECENT, _LAST_YEAR = 1000, 1900, 2060, 2199
_YEAR_DIGITS = 4
_LAST_DAY = 31
_LAST_HOUR = 2400
_ROUND = 100
_MINUTES = 60
_DOTTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d$")


def is_date(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """Whether the number is a day or a year beside a month: "Oct. 23-26", "the 5th of May", "June 3 and 4, 2020"."""
    if not isinstance(expression.low, int) or not (expression.high < _ROUND or _may_be_year(tokens, expression)):
        return False
    return _touches_month(tokens, expression, tables) or _continues(tokens, expression, tables)


def _touches_month(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    before = expression.first - 1
    before -= tokens.low(before) == "." or tokens.low(before) in tables.words.hedges.determiners
    if _is_month(tokens, before, tables):
        if tokens.kind(before - 1) == Kind.NUMBER:
            # "12 Nov 89", not "on 12 November 89 people died"
            return _may_be_year(tokens, expression) or not is_countable(tokens, expression.after, tables)
        # "in May 12 people died"
        is_free = tokens.low(before - 1) in tables.words.shares.within and expression.high <= _LAST_DAY
        is_day = expression.high <= _LAST_DAY or _may_be_year(tokens, expression)
        return is_day and not (is_free and is_countable(tokens, expression.after, tables))
    after = expression.after + (tokens.low(expression.after) in tables.words.numerals.of)
    return expression.low <= _LAST_DAY and _is_month(tokens, after, tables)


def _is_month(tokens: Tokens, index: int, tables: Tables) -> bool:
    low = tokens.low(index)
    if low not in tables.months:
        return False
    return tokens.is_capital(index) or low not in tables.words.names.doubtful_months


def _continues(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """The second day of "June 3 and 4", the year of "June 3, 2020", the second year of "2014-22"."""
    link = tokens.low(expression.first - 1)
    start = expression.first - 2
    if tokens.kind(start) != Kind.NUMBER or len(tokens.word(start)) > _YEAR_DIGITS:
        return False
    if link in DASHES and tokens.glued(expression.first - 1) and len(tokens.word(start)) == _YEAR_DIGITS:
        return True
    ranges = tables.words.ranges
    if expression.high > _LAST_DAY and not _may_be_year(tokens, expression):
        return False
    if link not in (",", "/", *ranges.dashes, *ranges.link, *ranges.either, *tables.words.numerals.joiners):
        return False
    before = start - 1 - (tokens.low(start - 1) == ".")
    return _is_month(tokens, before, tables) and not is_countable(tokens, expression.after, tables)


def is_year(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """Whether four bare digits are a year.

    A unit or a hedge speaks against it, a preposition of time for it. Before a counted noun, a round number counts
    ("2000 soldiers") and another one of this or the last century does not ("2018 sales"), unless the noun is people.
    """
    if not _may_be_year(tokens, expression) or match_ahead(tokens, expression.after, tables.units):
        return False
    names = tables.words.names
    before = tokens.low(expression.first - 1)
    is_recent = expression.low >= _FIRST_RECENT and expression.high <= _LAST_RECENT
    is_round = expression.low % _ROUND == 0
    counts = is_countable(tokens, expression.after, tables)
    hedge = match_behind(tokens, expression.first, tables.hedges_before)
    if hedge:
        if tokens.low(hedge[0]) in names.year_before and not counts:
            return True  # "circa 1850"
        return is_recent and not is_round and not counts
    if counts:
        is_bare = tokens.low(expression.after) in tables.counted
        return not is_round and not is_bare and (is_recent or before in names.year_before)
    return is_recent or before in names.year_before or (before in names.year_near and not is_round)


def _may_be_year(tokens: Tokens, expression: Expression) -> bool:
    if not expression.in_digits or expression.scale != 1 or not isinstance(expression.low, int):
        return False
    if not (expression.low >= _EARLIEST_YEAR and expression.high <= _LAST_YEAR):
        return False
    return all(len(tokens.word(at)) == _YEAR_DIGITS for at in (expression.core[0], expression.core[1] - 1))


def is_clock_time(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "5.30 pm", "7 o'clock", "0900 GMT", "0430", "at 1715", "half past two"."""
    written = tokens.word(expression.core[0])
    if written.isdecimal() and written.startswith("0") and written.strip("0"):
        return True
    if expression.high > _LAST_HOUR:
        return False
    if match_ahead(tokens, expression.after, tables.clock_after):
        return True
    first = expression.core[0]
    if f"{tokens.low(first - 2)} {tokens.low(first - 1)}" in tables.words.names.clock_past:
        return True
    is_bare = len(written) == _YEAR_DIGITS and written.isdecimal()
    return (is_bare or bool(_DOTTED.match(written))) and _is_at(tokens, expression, tables)


def _is_at(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """Whether four bare digits are said to be when something was: "at about 1715", not "the toll stood at 1715"."""
    hedge = match_behind(tokens, expression.first, tables.hedges_before)
    before = (hedge[0] if hedge else expression.first) - 1
    names = tables.words.names
    if tokens.low(before) not in names.clock_before or tokens.low(before - 1) in names.counts_at:
        return False
    is_time = expression.low % _ROUND < _MINUTES and expression.low == expression.high
    has_unit = match_ahead(tokens, expression.after, tables.units) is not None
    return is_time and not has_unit and not is_countable(tokens, expression.after, tables)
