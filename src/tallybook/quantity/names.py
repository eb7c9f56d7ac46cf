"""Which numbers are no quantities at all."""

from __future__ import annotations

from tallybook.quantity.amounts import Expression
from tallybook.quantity.calendar import is_clock_time, is_date, is_year
from tallybook.quantity.cardinals import Form
from tallybook.quantity.references import (
    is_address,
    is_glued,
    is_list_mark,
    is_proper_numeral,
    is_referred,
    is_score,
)
from tallybook.quantity.tables import Tables, match_behind
from tallybook.quantity.tokens import HYPHENS, Tokens

_COPULA_REACH = 5
_WRITTEN = (is_glued, is_date, is_clock_time, is_score, is_year, is_referred, is_address, is_list_mark)


def is_name(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """Whether the expression is no quantity. Money, percentages and fractions always are one."""
    if expression.unit is not None:
        return False
    if expression.form is Form.ORDINAL:
        return is_date(tokens, expression, tables) or (expression.in_digits and is_glued(tokens, expression, tables))
    if expression.in_digits:
        return any(rule(tokens, expression, tables) for rule in _WRITTEN)
    return (
        is_idle_one(tokens, expression, tables)
        or is_clock_time(tokens, expression, tables)
        or is_proper_numeral(tokens, expression, tables)
        or is_referred(tokens, expression, tables)
    )


def is_idle_one(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "One" where it counts nothing: "one of the best", "no one", "that one", "one could say"."""
    words = tables.words.numerals
    if expression.after - expression.first != 1 or tokens.low(expression.first) not in words.pronoun_one:
        return False
    before, after = tokens.low(expression.first - 1), tokens.low(expression.after)
    if before in words.idle_one_before or (before in HYPHENS and tokens.glued(expression.first - 1)):
        return True
    if match_behind(tokens, expression.first, tables.hedges_before):
        return False
    if after in HYPHENS:
        return not tokens.is_word(expression.after + 1) or tokens.low(expression.after + 1) in words.idle_one_tied
    if after in words.counting_one_before:
        return False
    if after in words.copulas:
        near = range(expression.after + 1, expression.after + _COPULA_REACH)
        return not any(tokens.low(at) in words.counting_one_before for at in near)
    if not tokens.is_word(expression.after):
        # "one, two" and "killed one." count, "a hard one" does not; verbs cannot be told from adjectives here
        return expression.first > 0 and tokens.is_word(expression.first - 1) and before not in tables.counted
    return after in words.idle_one_after
