"""A numeral with the marks that make it money or a share: "$1.2 billion", "40 %", "5 million euros"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from tallybook.model.quantity import Hedge
from tallybook.quantity.cardinals import Form, Numeral, Style
from tallybook.quantity.digits import Exact, plain
from tallybook.quantity.numerals import read_numeral
from tallybook.quantity.tables import Tables, match_ahead
from tallybook.quantity.tokens import Kind, Tokens

Range = tuple[int, int]
"""Tokens `[first, after)`."""

MONEY = "money"
SHARE = "share"
_LEAST_FOR_DOUBTFUL = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A number expression before its hedge is known: tokens, bounds, and what its own marks say about the unit."""

    first: int
    after: int
    core: Range
    low: Exact
    high: Exact
    form: Form = Form.CARDINAL
    hedge: Hedge = Hedge.EXACT
    hedge_at: Range | None = None
    unit: str | None = None
    unit_at: Range | None = None
    currency: str | None = None
    scale: int = 1
    in_digits: bool = False
    others: tuple[tuple[Exact, str], ...] = ()

    @property
    def is_range(self) -> bool:
        """Whether two numbers bound it."""
        return self.hedge is Hedge.RANGE


def read_amount(tokens: Tokens, index: int, tables: Tables, *, joined: bool = True) -> Expression | None:
    """The numeral at token `index` with the currency or the percent sign it stands with."""
    led = _currency_before(tokens, index, tables)
    style = Style(joined=joined, money=led is not None)
    numeral = read_numeral(tokens, led[0] if led else index, tables, style)
    if numeral is None or (led and numeral.form in (Form.ORDINAL, Form.MULTIPLE)):
        return None
    if led and tokens.word(index) in tables.words.money.weak_symbols and not _is_marked(tokens, index, numeral):
        return None
    if led:
        return _money(numeral, index, numeral.after, (index, led[0]), led[1])
    return (
        _share(tokens, numeral, tables)
        or _money_after(tokens, numeral, tables)
        or _minor_mark(tokens, numeral, tables)
        or bare(numeral)
    )


def bare(numeral: Numeral) -> Expression:
    """A numeral without any mark."""
    return Expression(
        first=numeral.first,
        after=numeral.after,
        core=(numeral.first, numeral.after),
        low=numeral.value,
        high=numeral.value,
        form=numeral.form,
        hedge=Hedge.VAGUE if numeral.form is Form.VAGUE else Hedge.EXACT,
        hedge_at=(numeral.first, numeral.after) if numeral.form is Form.VAGUE else None,
        scale=numeral.scale,
        in_digits=numeral.in_digits,
        others=numeral.others,
    )


def _currency_before(tokens: Tokens, index: int, tables: Tables) -> tuple[int, str] | None:
    found = match_ahead(tokens, index, tables.currency_before)
    if found is None:
        return None
    if not tokens.is_word(index):
        return found
    if found[0] == index + 1:
        is_event = tokens.glued(index) and tokens.low(index) in tables.proper_heads  # "COP28"
        return None if is_event or tokens.word(index).islower() else found
    # "A $5 bill" is no Australian one
    return found if tokens.glued(index) or len(tokens.word(index)) > 1 else None


def _is_marked(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """Whether the number touches the sign before it and has a mark or a scale."""
    return tokens.glued(index) and (numeral.scale > 1 or not tokens.word(numeral.first).isdecimal())


def _share(tokens: Tokens, numeral: Numeral, tables: Tables) -> Expression | None:
    if numeral.form is Form.ORDINAL:
        return None
    at = numeral.after + (tokens.low(numeral.after) == "-" and tokens.is_word(numeral.after + 1))
    found = match_ahead(tokens, at, tables.percent)
    if found is None:
        return None
    factor = Fraction(found[1])
    return replace(
        bare(numeral),
        after=found[0],
        low=plain(numeral.value * factor),
        high=plain(numeral.value * factor),
        unit=SHARE,
        unit_at=(at, found[0]),
        others=tuple((plain(value * factor), why) for value, why in numeral.others),
    )


def _money_after(tokens: Tokens, numeral: Numeral, tables: Tables) -> Expression | None:
    if numeral.form is Form.ORDINAL:
        return None
    at = numeral.after + (tokens.low(numeral.after) == "-" and tokens.is_word(numeral.after + 1))
    found = match_ahead(tokens, at, tables.currency_after)
    if found is None or _is_doubtful(tokens, at, numeral, tables):
        return None
    is_code = tokens.word(at) == tokens.word(at).upper()
    if is_code and tokens.kind(found[0]) == Kind.NUMBER and tokens.low(at) not in tables.words.money.words:
        return None  # "300, $5": the sign belongs to the next number
    currency, _, part = found[1].partition("/")
    amount = _money(numeral, numeral.first, found[0], (at, found[0]), currency)
    if not part:
        return _with_minor(tokens, amount, found[0], tables) or amount
    return replace(amount, low=plain(Fraction(amount.low) / int(part)), high=plain(Fraction(amount.high) / int(part)))


def _with_minor(tokens: Tokens, amount: Expression, index: int, tables: Tables) -> Expression | None:
    """ "13 dollars and 45 cents"."""
    start = index + (tokens.low(index) in tables.words.numerals.joiners)
    small = read_numeral(tokens, start, tables)
    found = small and match_ahead(tokens, small.after, tables.currency_after)
    if not small or not found or found[1] != f"{amount.currency}/100":
        return None
    value = plain(amount.low + Fraction(small.value) / 100)
    return replace(
        amount,
        after=found[0],
        core=(amount.core[0], small.after),
        low=value,
        high=value,
        unit_at=(small.after, found[0]),
    )


def _minor_mark(tokens: Tokens, numeral: Numeral, tables: Tables) -> Expression | None:
    """ "118.5p"."""
    at = numeral.after
    currency = tables.words.money.minor_marks.get(tokens.word(at))
    if currency is None or not numeral.in_digits or not tokens.glued(at - 1):
        return None
    amount = _money(numeral, numeral.first, at + 1, (at, at + 1), currency)
    return replace(amount, low=plain(Fraction(amount.low) / 100), high=plain(Fraction(amount.high) / 100))


def _is_doubtful(tokens: Tokens, at: int, numeral: Numeral, tables: Tables) -> bool:
    return tokens.low(at) in tables.words.money.doubtful and numeral.value < _LEAST_FOR_DOUBTFUL


def _money(numeral: Numeral, first: int, after: int, unit_at: Range, currency: str) -> Expression:
    return replace(bare(numeral), first=first, after=after, unit=MONEY, unit_at=unit_at, currency=currency)
