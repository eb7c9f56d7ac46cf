"""Whether a number says how much something went up or down."""

from __future__ import annotations

from tallybook.model.quantity import Change, Measure
from tallybook.quantity.amounts import Expression
from tallybook.quantity.cardinals import Form
from tallybook.quantity.measures import Measured
from tallybook.quantity.tables import Tables
from tallybook.quantity.tokens import Tokens

_LOOK_BACK = 10
_DIRECTIONS: dict[str, Change] = {"up": "up", "down": "down"}


def read_change(
    tokens: Tokens, expression: Expression, first: int, measured: Measured, tables: Tables
) -> Change | None:
    """The direction of a change, or None where the number says how many there are.

    `first` is where the number with its hedges begins: "rose by 300", "an increase of 12", "up 46 %", "a 46 % rise",
    "300 fewer", "5 % higher". "300 more" is a change of a share only; of a count it is another 300.
    """
    if measured.measure in (Measure.ORDINAL, Measure.AGE):
        return None
    return _DIRECTIONS.get(
        _before(tokens, expression, first, measured, tables) or _after(tokens, measured, tables) or ""
    )


def _before(tokens: Tokens, expression: Expression, first: int, measured: Measured, tables: Tables) -> str | None:
    words = tables.words.changes
    low = tokens.low(first - 1)
    if low == "+" and tokens.glued(first - 1) and measured.measure is Measure.SHARE:
        return "up"
    if low in words.by:
        return _verb_back(tokens, first - 2, tables)
    if low in tables.words.numerals.of:
        return tables.change_nouns.get(tokens.low(first - 2))
    if low in words.particles:
        is_change = measured.measure is not Measure.COUNT or _is_predicate(tokens, first - 2, tables)
        return words.particles[low] if is_change else None
    if low in words.transitive:
        # "lost 3 %" and "lost 5 cents" are changes, "lost 300 men" and "lost half of them" are not
        is_percentage = measured.measure is Measure.SHARE and expression.form is not Form.FRACTION
        is_price = measured.at is not None and tokens.low(measured.at[0]) in tables.words.money.minor
        return words.transitive[low] if is_percentage or is_price else None
    return tables.change_verbs.get(low)


def _verb_back(tokens: Tokens, index: int, tables: Tables) -> str | None:
    """The verb or noun of change a few words back ("rose in the second quarter by"), in the same clause."""
    changes = tables.words.changes
    for at in range(index, max(-1, index - _LOOK_BACK), -1):
        low = tokens.lows[at]
        if not tokens.is_word(at):
            return None
        found = tables.change_before.get(low) or tables.change_nouns.get(low) or changes.particles.get(low)
        if found:
            return found
    return None


def _is_predicate(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether "up" stands after a form of "be" or a break: "was up 30", not "gave up 30"."""
    return not tokens.is_word(index) or tokens.low(index) in tables.words.changes.be


def _after(tokens: Tokens, measured: Measured, tables: Tables) -> str | None:
    at = measured.after
    low = tokens.low(at)
    if measured.measure is Measure.COUNT:
        return tables.words.changes.fewer.get(low)
    if measured.measure not in (Measure.SHARE, Measure.MONEY):
        return None
    nearby = (low, tokens.low(at + 1) if tokens.is_word(at) and low not in tables.function_words else "")
    noun = next((tables.change_nouns[word] for word in nearby if word in tables.change_nouns), None)
    if noun or measured.measure is Measure.MONEY:
        return noun
    return tables.words.changes.comparatives.get(low)
