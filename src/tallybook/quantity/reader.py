"""Read every quantity of a text."""

from __future__ import annotations

from dataclasses import replace

from tallybook.lexicon.schema import Lexicon
from tallybook.model.quantity import Hedge, Measure, Quantity, QuantityMention, Reading
from tallybook.model.span import Span
from tallybook.quantity.amounts import Expression, Range, read_amount
from tallybook.quantity.cardinals import Form
from tallybook.quantity.changes import read_change
from tallybook.quantity.digits import number
from tallybook.quantity.hedges import Hedged, bounds, read_hedges
from tallybook.quantity.measures import has_unit, measure_of
from tallybook.quantity.names import is_name
from tallybook.quantity.numerals import is_sign
from tallybook.quantity.ranges import read_closed, read_range
from tallybook.quantity.rates import read_rate
from tallybook.quantity.shares import as_share, is_share, read_proportion
from tallybook.quantity.tables import Tables, tables_of
from tallybook.quantity.tokens import Kind, Tokens, tokenize

_SHARED = frozenset({Measure.AGE, Measure.DURATION, Measure.PHYSICAL})
_RATED = frozenset({Measure.COUNT, Measure.MONEY, Measure.SHARE, Measure.PHYSICAL})


def read_quantities(text: str, lexicon: Lexicon) -> tuple[QuantityMention, ...]:
    """Every quantity of `text`, in order, none overlapping another; offsets are into `text` as given.

    Dates, years, clock times, references ("Article 5") and other numbers that are names are left out, and so are bare
    "a", "several" and "a few". Never raises on any text.

    >>> from tallybook.lexicon import load_lexicon
    >>> mention, = read_quantities("About 3,000 troops came.", load_lexicon("en"))
    >>> mention.quantity.low, mention.quantity.hedge.value, mention.core
    (3000, 'about', Span(start=6, end=11))
    """
    tables = tables_of(lexicon)
    tokens = tokenize(text)
    mentions: list[QuantityMention] = []
    index, floor = 0, 0
    while index < tokens.size:
        expression = _read_at(tokens, index, tables) if _may_start(tokens, index, tables) else None
        if expression is None:
            index += 1
        elif is_name(tokens, expression, tables):
            index = floor = expression.after
        else:
            mention, index = _mention(tokens, expression, tables, floor)
            floor = index
            mentions.append(mention)
    return tuple(_with_shared_units(mentions, text, tables))


def _with_shared_units(mentions: list[QuantityMention], text: str, tables: Tables) -> list[QuantityMention]:
    """ "27 and 29 years old": the first number is of what the second one says."""
    links = {",", *tables.words.numerals.joiners, *tables.words.ranges.either}
    for at in range(len(mentions) - 1, 0, -1):
        first, second = mentions[at - 1], mentions[at]
        is_listed = text[first.span.end : second.span.start].strip().lower() in links
        if is_listed and first.measure is Measure.COUNT and second.measure in _SHARED and second.unit_span:
            quantity = replace(first.quantity, unit=second.quantity.unit)
            mentions[at - 1] = replace(first, measure=second.measure, quantity=quantity, unit_span=second.unit_span)
    return mentions


def read_value(text: str, lexicon: Lexicon) -> Quantity | None:
    """The quantity of one number expression on its own ("about 3,000"); None where the text is anything else.

    What surrounds the expression in a sentence (a verb, a rate, a counted noun) is not known here. "2020" is a number.
    """
    tables = tables_of(lexicon)
    tokens = tokenize(text)
    for index in range(tokens.size):
        if not _may_start(tokens, index, tables):
            continue
        expression = _read_at(tokens, index, tables)
        if expression is None:
            continue
        mention, _ = _mention(tokens, expression, tables, 0)
        is_all = mention.span == tokens.span(0, tokens.size - 1)
        return mention.quantity if is_all else None
    return None


def _may_start(tokens: Tokens, index: int, tables: Tables) -> bool:
    kind, low = tokens.kinds[index], tokens.lows[index]
    if kind is Kind.WORD and len(low) > 1:
        return low in tables.starters
    if kind is Kind.SIGN:
        return low in tables.starters or is_sign(tokens, index)
    return kind is Kind.NUMBER or low in tables.starters or (len(low) == 1 and low.isnumeric())


def _read_at(tokens: Tokens, index: int, tables: Tables) -> Expression | None:
    """The longest expression that starts at the token."""
    amount = read_amount(tokens, index, tables)
    found = read_range(tokens, index, tables, amount) or (amount and read_proportion(tokens, amount, tables)) or amount
    if found is None or found.form is not Form.FRACTION or found.unit is not None:
        return found
    if has_unit(tokens, found, tables):
        return found
    return as_share(found) if is_share(tokens, found, tables) else None


def _mention(tokens: Tokens, expression: Expression, tables: Tables, floor: int) -> tuple[QuantityMention, int]:
    hedged = read_hedges(tokens, expression, tables, floor=floor)
    closed = read_closed(tokens, expression, hedged, tables)
    if closed is not None:
        expression, hedged = closed, Hedged(closed.first, closed.after, closed.hedge, closed.hedge_at)
    measured = measure_of(tokens, expression, hedged.first, tables)
    low, high = bounds(expression.low, expression.high, hedged.hedge)
    rate = read_rate(tokens, hedged.first, measured.after, tables) if measured.measure in _RATED else None
    mention = QuantityMention(
        span=tokens.span(hedged.first, hedged.after - 1),
        core=_span(tokens, expression.core),
        measure=measured.measure,
        quantity=Quantity(
            low=None if low is None else number(low),
            high=None if high is None else number(high),
            hedge=hedged.hedge,
            unit=measured.unit,
            per=rate[0] if rate else None,
            currency=expression.currency,
        ),
        hedge_span=hedged.at and _span(tokens, hedged.at),
        unit_span=measured.at and _span(tokens, measured.at),
        per_span=_span(tokens, rate[1]) if rate else None,
        change=read_change(tokens, expression, hedged.first, measured, tables),
        readings=_readings(expression, hedged.hedge),
    )
    return mention, hedged.after


def _span(tokens: Tokens, at: Range) -> Span:
    return tokens.span(at[0], at[1] - 1)


def _readings(expression: Expression, hedge: Hedge) -> tuple[Reading, ...]:
    found = []
    for value, why in expression.others:
        low, high = bounds(value, value, hedge)
        differs: dict[str, object] = {
            "low": None if low is None else number(low),
            "high": None if high is None else number(high),
        }
        found.append(Reading(differs=differs, why=why))
    return tuple(found)
