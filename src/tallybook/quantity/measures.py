"""What a number measures: a count, money, a share, or something that is never a claim (an age, a distance …)."""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.model.quantity import Measure
from tallybook.quantity.amounts import MONEY, SHARE, Expression, Range
from tallybook.quantity.cardinals import Form
from tallybook.quantity.nouns import is_countable
from tallybook.quantity.tables import Tables, match_ahead, match_behind
from tallybook.quantity.tokens import Kind, Tokens

_OLDEST = 115
_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure, its unit as a singular noun, the tokens that say so, and the token after them."""

    measure: Measure
    unit: str | None
    at: Range | None
    after: int


def measure_of(tokens: Tokens, expression: Expression, first: int, tables: Tables) -> Measured:
    """Classify the number by its own marks, else by the words around it; `first` is where its hedges begin."""
    return (
        _own(expression)
        or _age(tokens, expression, first, tables)
        or _led(tokens, first, expression, tables)
        or _ratio(tokens, expression, tables)
        or _with_unit(tokens, expression, tables)
        or _with_mark(tokens, expression, tables)
        or _base(tokens, expression, first, tables)
        or Measured(Measure.COUNT, None, None, expression.after)
    )


def _own(expression: Expression) -> Measured | None:
    if expression.unit == MONEY:
        return Measured(
            Measure.MONEY, MONEY, expression.unit_at, max(expression.after, (expression.unit_at or (0, 0))[1])
        )
    if expression.unit == SHARE:
        return Measured(Measure.SHARE, SHARE, expression.unit_at, expression.after)
    if expression.form is Form.ORDINAL:
        return Measured(Measure.ORDINAL, None, None, expression.after)
    return None


def _age(tokens: Tokens, expression: Expression, first: int, tables: Tables) -> Measured | None:
    if expression.form is not Form.CARDINAL:
        return None
    at = _past_hyphen(tokens, expression.after)
    behind = match_behind(tokens, first, tables.age_before)
    if behind and expression.high <= _OLDEST:
        return Measured(Measure.AGE, "year", (behind[0], first), expression.after)
    ahead = match_ahead(tokens, at, tables.age_after)
    if ahead:
        unit = match_ahead(tokens, at, tables.units)
        return Measured(Measure.AGE, unit[1] if unit else "year", (at, ahead[0]), ahead[0])
    rules = (_is_apposed, _is_bounded, _is_said)
    if expression.high <= _OLDEST and any(rule(tokens, expression, first, tables) for rule in rules):
        return Measured(Measure.AGE, "year", None, expression.after)
    return None


def _is_bounded(tokens: Tokens, expression: Expression, first: int, tables: Tables) -> bool:
    """ "Children under 12"."""
    words = tables.words.measures
    is_open = first == expression.first - 1 and tokens.low(first) in words.age_bounds
    is_aged = tokens.low(first - 1) in words.aged_nouns
    return is_open and is_aged and not is_countable(tokens, expression.after, tables)


def _is_apposed(tokens: Tokens, expression: Expression, _first: int, _tables: Tables) -> bool:
    """ "Anna Blum, 34, said" and "Anna Blum (34)"."""
    opening, closing = tokens.low(expression.first - 1), tokens.low(expression.after)
    is_bare = expression.in_digits and expression.after - expression.first == 1 and isinstance(expression.low, int)
    is_set_off = (opening, closing) in ((",", ","), ("(", ")"))
    return is_bare and is_set_off and expression.low > 0 and tokens.is_capital(expression.first - 2)


def _is_said(tokens: Tokens, expression: Expression, first: int, tables: Tables) -> bool:
    """ "Who is 52", "turned 30"."""
    if not match_behind(tokens, first, tables.age_said) or not expression.in_digits:
        return False
    has_noun = is_countable(tokens, expression.after, tables) or match_ahead(tokens, expression.after, tables.units)
    return not has_noun and isinstance(expression.low, int)


def _led(tokens: Tokens, first: int, expression: Expression, tables: Tables) -> Measured | None:
    """ "Magnitude 7.1", "magnitude-7.1"."""
    index = first - (tokens.low(first - 1) in _HYPHENS)
    behind = match_behind(tokens, index, tables.led)
    return Measured(Measure.PHYSICAL, behind[1], (behind[0], index), expression.after) if behind else None


def _ratio(tokens: Tokens, expression: Expression, tables: Tables) -> Measured | None:
    words = tables.words.measures
    if expression.form is Form.MULTIPLE:
        return Measured(Measure.RATIO, None, (expression.first, expression.after), expression.after)
    at = _past_hyphen(tokens, expression.after)
    low = tokens.low(at)
    is_mark = tables.marks.get(tokens.word(at)) == words.times[0] and tokens.glued(at - 1)
    if low in words.times or low in words.fold or is_mark:
        return Measured(Measure.RATIO, None, (at, at + 1), at + 1)
    return None


def has_unit(tokens: Tokens, fraction: Expression, tables: Tables) -> bool:
    """Whether the fraction is one of a unit: "half a mile", "a quarter of an hour"."""
    return _with_unit(tokens, fraction, tables) is not None


def _with_unit(tokens: Tokens, expression: Expression, tables: Tables) -> Measured | None:
    at = _past_hyphen(tokens, expression.after)
    if expression.form is Form.FRACTION:
        at += tokens.low(at) in tables.words.numerals.of
        at += tokens.low(at) in tables.articles
    found = match_ahead(tokens, at, tables.units)
    if found is None and tokens.low(at) in tables.words.measures.unit_between:
        at += 1
        found = match_ahead(tokens, at, tables.units)
    if found is None:
        return None
    after, unit = found
    measure = Measure.DURATION if tables.unit_kinds[unit] == "duration" else Measure.PHYSICAL
    return Measured(measure, unit, (at, after), after)


def _with_mark(tokens: Tokens, expression: Expression, tables: Tables) -> Measured | None:
    """An abbreviation that is a unit only where it touches the digits: "152mm", "20C"."""
    at = expression.after
    unit = tables.marks.get(tokens.word(at))
    touches = tokens.glued(at - 1) or (tokens.kind(at) == Kind.WORD and len(tokens.word(at)) > 1)
    if unit is None or not expression.in_digits or not touches:
        return None
    measure = Measure.DURATION if tables.unit_kinds.get(unit) == "duration" else Measure.PHYSICAL
    return Measured(measure, unit, (at, at + 1), at + 1)


def _base(tokens: Tokens, expression: Expression, first: int, tables: Tables) -> Measured | None:
    """The 100,000 of "3.2 per 100,000"."""
    found = match_behind(tokens, first, tables.base_before)
    return Measured(Measure.RATIO, None, (found[0], first), expression.after) if found else None


def _past_hyphen(tokens: Tokens, index: int) -> int:
    return index + (tokens.low(index) in _HYPHENS and tokens.is_word(index + 1))
