"""Parts of a whole: "a third of", "one in five", "3 out of 10"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tallybook.quantity.amounts import SHARE, Expression, read_amount
from tallybook.quantity.cardinals import Form
from tallybook.quantity.digits import plain
from tallybook.quantity.tables import Tables, match_ahead
from tallybook.quantity.tokens import Tokens

_ROUND_WHOLES = frozenset({3, 4, 5, 10, 20, 50, 100, 500, 1000, 10_000, 100_000, 1_000_000})


def read_proportion(tokens: Tokens, part: Expression, tables: Tables) -> Expression | None:
    """ "One in five", "3 out of 10": a share of a round whole. "Seven out of 12" are two counts."""
    if part.form is not Form.CARDINAL or part.unit or not isinstance(part.low, int):
        return None
    link = match_ahead(tokens, part.after, tables.out_of)
    if link is None and tokens.low(part.after) not in tables.words.shares.within:
        return None
    whole = read_amount(tokens, link[0] if link else part.after + 1, tables)
    if not whole or whole.form is not Form.CARDINAL or whole.unit or not isinstance(whole.low, int):
        return None
    if not 0 < part.low < whole.low or not _is_whole(tokens, part, whole, tables):
        return None
    value = Fraction(part.low, whole.low)
    return replace(
        part,
        after=whole.after,
        core=(part.core[0], whole.core[1]),
        low=value,
        high=value,
        form=Form.FRACTION,
        unit=SHARE,
        unit_at=(part.first, whole.after),
    )


def _is_whole(tokens: Tokens, part: Expression, whole: Expression, tables: Tables) -> bool:
    """Whether the second number is the whole of a share: "three in five", not "seven out of 12", "one in 24 hours"."""
    if match_ahead(tokens, whole.after, tables.units) or match_ahead(tokens, whole.after + 1, tables.units):
        return False
    return part.low == 1 or whole.low in _ROUND_WHOLES


def is_share(tokens: Tokens, fraction: Expression, tables: Tables) -> bool:
    """Whether "a third" or "half" is a part of something: "a third of them", not "a third wave", "the first half"."""
    words = tables.words.shares
    if tokens.low(fraction.first - 1) in words.never_before or tokens.low(fraction.after) in words.never_after:
        return False
    is_led = fraction.after - fraction.first == 1 or tokens.low(fraction.first) in tables.articles
    if not is_led or fraction.in_digits:
        return True
    if tokens.low(fraction.after) == "-" and tokens.glued(fraction.after - 1) and tokens.glued(fraction.after):
        return False
    return not tokens.is_word(fraction.after) or tokens.low(fraction.after) in words.follows


def as_share(fraction: Expression) -> Expression:
    """The fraction as a share of one."""
    return replace(fraction, low=plain(fraction.low), unit=SHARE, unit_at=(fraction.core[0], fraction.core[1]))
