"""Two numbers that bound one: "between 1,000 and 3,000", "from 10 to 20", "11,000-12,000", "11 or 12"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tallybook.model.quantity import Hedge
from tallybook.quantity.amounts import SHARE, Expression, Range, read_amount
from tallybook.quantity.cardinals import Form
from tallybook.quantity.digits import plain
from tallybook.quantity.hedges import OPEN, Hedged, bounds, read_hedges
from tallybook.quantity.tables import Tables, match_ahead
from tallybook.quantity.tokens import Kind, Tokens

_LOOK_BACK = 6
_WIDEST_EITHER = 3
_WIDEST_CHANGE = 3
_PERCENT = Fraction(1, 100)


def read_range(tokens: Tokens, index: int, tables: Tables, amount: Expression | None) -> Expression | None:
    """The range that starts at token `index`, from its first word to its second number; None where there is none.

    `amount` is the number read at the token, if there is one.
    """
    if amount is None:
        return _between(tokens, index, tables) or _from(tokens, index, tables)
    return _linked(tokens, amount, tables)


def _between(tokens: Tokens, index: int, tables: Tables) -> Expression | None:
    words = tables.words.ranges
    start = match_ahead(tokens, index, tables.between)
    if start is None:
        return None
    for joined in (False, True):
        # "between one hundred and ten and two hundred": the first "and" links, unless nothing rises then
        low = _operand(tokens, start[0], tables, joined=joined)
        link = low and _past_link(tokens, low.after, (*words.between_link, *words.dashes))
        high = link and _operand(tokens, link, tables)
        found = _joined(low, high, first=index, hedge_at=(index, start[0])) if low and high else None
        if found:
            return found
    return None


def _from(tokens: Tokens, index: int, tables: Tables) -> Expression | None:
    start = match_ahead(tokens, index, tables.range_start)
    if start is None or _follows_change(tokens, index, tables):
        return None
    low = _operand(tokens, start[0], tables)
    if low is None:
        return None
    link = _past_link(tokens, low.after, (*tables.words.ranges.start_link, *tables.words.ranges.dashes))
    high = link and _operand(tokens, link, tables)
    return _joined(low, high, first=index, hedge_at=(index, start[0])) if high else None


def _linked(tokens: Tokens, low: Expression, tables: Tables) -> Expression | None:
    if low.form not in (Form.CARDINAL, Form.FRACTION):
        return None
    words = tables.words.ranges
    index, at = low.first, low.after
    link = tokens.low(at)
    if link in words.either:
        return _either(tokens, low, tables)
    if link in words.dashes and tokens.low(at + 1) not in words.link:
        return _dashed(tokens, low, tables)
    after_link = _past_link(tokens, at, tuple(words.link))
    if after_link is None or match_ahead(tokens, index - 1, tables.range_start):
        return None
    high = _operand(tokens, after_link, tables)
    if high is None or (_is_amount_of_change(tokens, index, tables) and high.high > low.low * _WIDEST_CHANGE):
        return None  # "rose by 40 to 300"
    return _joined(low, high, first=index, hedge_at=(at, after_link))


def read_closed(tokens: Tokens, expression: Expression, hedged: Hedged, tables: Tables) -> Expression | None:
    """The range of two open bounds: "more than 10 but fewer than 20", "at most 100 and at least 20"."""
    link = hedged.after
    if hedged.hedge not in OPEN or tokens.low(link) not in tables.words.ranges.bound_link:
        return None
    ahead = match_ahead(tokens, link + 1, tables.hedges_ahead)
    amount = ahead and read_amount(tokens, ahead[0], tables, joined=False)
    if not amount or amount.hedge is not Hedge.EXACT:
        return None
    other = read_hedges(tokens, amount, tables, floor=link + 1)
    sides = {bounds(1, 1, hedged.hedge), bounds(1, 1, other.hedge)}
    if other.hedge not in OPEN or len(sides) == 1:
        return None
    low, high = (expression, amount) if bounds(1, 1, hedged.hedge)[1] is None else (amount, expression)
    found = _joined(low, high, first=hedged.first, hedge_at=(hedged.first, other.after))
    return found and replace(found, after=other.after, core=(expression.core[0], amount.core[1]))


def _either(tokens: Tokens, low: Expression, tables: Tables) -> Expression | None:
    low = read_amount(tokens, low.first, tables, joined=False) or low
    high = _operand(tokens, low.after + 1, tables)
    if high is None or low.form is not Form.CARDINAL:
        return None
    found = _joined(low, high, first=low.first, hedge_at=(low.after, low.after + 1))
    return found if found and found.low > 0 and found.high <= found.low * _WIDEST_EITHER else None


def _dashed(tokens: Tokens, low: Expression, tables: Tables) -> Expression | None:
    """Digits on both sides of a dash that touches both or neither."""
    at = low.after
    if tokens.kind(at - 1) != Kind.NUMBER and low.unit is None and low.scale == 1:
        return None
    if tokens.glued(at - 1) != tokens.glued(at):
        return None
    high = read_amount(tokens, at + 1, tables)
    if high is None or not (high.in_digits and low.in_digits):
        return None
    return _joined(low, high, first=low.first, hedge_at=(at, at + 1))


def _operand(tokens: Tokens, index: int, tables: Tables, *, joined: bool = True) -> Expression | None:
    """A number of a range, whose own "about" adds nothing."""
    hedged = match_ahead(tokens, index, tables.hedges_ahead)
    found = read_amount(tokens, hedged[0] if hedged else index, tables, joined=joined)
    return found if found and found.form in (Form.CARDINAL, Form.FRACTION) else None


def _past_link(tokens: Tokens, index: int, links: tuple[str, ...]) -> int | None:
    """The token after a linking word, with the hyphens of "10-to-12"."""
    index += tokens.low(index) == "-" and tokens.low(index + 1) in links
    if tokens.low(index) not in links:
        return None
    return index + 1 + (tokens.low(index + 1) == "-" and tokens.is_word(index))


def _joined(low: Expression, high: Expression, *, first: int, hedge_at: Range) -> Expression | None:
    """The range of two amounts; None where they differ in kind or do not rise."""
    if low.unit != high.unit:
        if (low.unit and high.unit) or low.unit == SHARE:
            return None
        low = _like(low, high) if high.unit else low
        high = high if high.unit else replace(high, unit=low.unit, currency=low.currency, unit_at=low.unit_at)
    if low.currency and high.currency and low.currency != high.currency:
        return None
    if low.scale == 1 and high.scale > 1 and low.low <= high.low / Fraction(high.scale) and high.unit != SHARE:
        low = replace(low, low=low.low * high.scale)
    if low.low >= high.high:
        return None
    return replace(
        high,
        first=first,
        core=(low.core[0], high.core[1]),
        low=plain(low.low),
        high=plain(high.high),
        hedge=Hedge.RANGE,
        hedge_at=hedge_at,
        form=Form.CARDINAL if high.unit or low.form is Form.CARDINAL else Form.FRACTION,
        in_digits=low.in_digits and high.in_digits,
        others=(),
    )


def _like(amount: Expression, model: Expression) -> Expression:
    factor = _PERCENT if model.unit == SHARE else 1
    value = plain(amount.low * factor)
    return replace(amount, low=value, high=value, unit=model.unit, currency=model.currency)


def _follows_change(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether "from" opens a change: "rose from 10 to 20", "up from", "revised the number from"."""
    for at in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        if not tokens.is_word(at):
            return False
        if tokens.low(at) in tables.change_before or tokens.low(at) in tables.words.ranges.revised:
            return True
    return False


def _is_amount_of_change(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a verb of change or its "by" stands before the number: "rose by 3 to 45"."""
    before = tokens.low(index - 1)
    return before in tables.words.changes.by or before in tables.change_before
