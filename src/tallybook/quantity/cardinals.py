"""Whole numbers in digits and words: "3,000", "1.5bn", "forty-one", "one hundred and twenty"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from tallybook.quantity.digits import Exact, plain, read_digits
from tallybook.quantity.tables import Tables
from tallybook.quantity.tokens import HYPHENS, Kind, Tokens


class Form(Enum):
    """How a numeral is built, which decides what it can be."""

    CARDINAL = auto()
    ORDINAL = auto()
    FRACTION = auto()
    VAGUE = auto()
    MULTIPLE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """Tokens `[first, after)` and their value. `scale` is the factor of the last scale word ("million"), else 1."""

    first: int
    after: int
    value: Exact
    form: Form = Form.CARDINAL
    scale: int = 1
    in_digits: bool = False
    others: tuple[tuple[Exact, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A number below a thousand, or any digits, up to token `after`."""

    value: Exact
    after: int
    in_digits: bool = False
    others: tuple[tuple[Exact, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Style:
    """What the surroundings allow: "and" inside; a currency before ("5m" is a scale there); the token to stop at."""

    joined: bool = True
    money: bool = False
    stop: int = 1 << 60


PLAIN = Style()
_TEN = 10
_LARGEST_SCALE = 10**18


def read_cardinal(tokens: Tokens, index: int, tables: Tables, style: Style = PLAIN) -> Numeral | None:
    """The longest whole number that starts at token `index`: groups below a thousand, their scales descending."""
    total: Exact = 0
    last = 0
    at, found = index, index
    opening: Part | None = None
    while at < style.stop and (part := _group(tokens, at, tables, style, first=opening is None)):
        factor, after = read_scales(tokens, part.after, tables, style, in_digits=part.in_digits)
        if opening is not None and part.value * factor >= last:
            break
        opening = opening or part
        total += part.value * factor
        found = after
        if factor == 1:
            break
        last = factor
        at = _next_part(tokens, after, tables, joined=style.joined and not opening.in_digits)
    if opening is None:
        return None
    others = [(plain(value * (last or 1)), why) for value, why in opening.others]
    if opening.after < found and tokens.word(opening.after) == tables.words.measures.metre_mark and not style.money:
        others.append((opening.value, "m read as metres"))
    return Numeral(
        first=index,
        after=found,
        value=plain(total),
        scale=last or 1,
        in_digits=opening.in_digits,
        others=tuple(others),
    )


def _next_part(tokens: Tokens, index: int, tables: Tables, *, joined: bool) -> int:
    """Where the next group may begin; past the end of the text where none may."""
    index = past_hyphen(tokens, index)
    if tokens.low(index) in tables.words.numerals.joiners:
        return past_hyphen(tokens, index + 1) if joined else tokens.size
    if tokens.kind(index) == Kind.NUMBER:
        # "4 thousand 3 hundred", but not "2 million 2019"
        return index if tokens.low(index + 1) in tables.scales else tokens.size
    return index


def _group(tokens: Tokens, index: int, tables: Tables, style: Style, *, first: bool) -> Part | None:
    """A number below a thousand in words, or any digits."""
    words = tables.words.numerals
    part = (
        _digits(tokens, index, tables)
        or read_small(tokens, index, tables)
        or _implied_one(tokens, index, tables, first)
    )
    if part is None or part.after > style.stop:
        return None
    at = past_hyphen(tokens, part.after)
    hundred = words.hundreds.get(tokens.low(at))
    if hundred is None or at >= style.stop:
        return part
    rest = _below_hundred(tokens, at + 1, tables, style)
    value: Exact = part.value * hundred
    if rest is None or rest.value >= hundred or tokens.low(rest.after) in words.hundreds or rest.after > style.stop:
        return Part(plain(value), at + 1, part.in_digits)
    return Part(plain(value + rest.value), rest.after, part.in_digits)


def _below_hundred(tokens: Tokens, index: int, tables: Tables, style: Style) -> Part | None:
    at = past_hyphen(tokens, index)
    if tokens.low(at) not in tables.words.numerals.joiners:
        return read_small(tokens, at, tables)
    if not style.joined:
        return None
    at = past_hyphen(tokens, at + 1)
    return read_small(tokens, at, tables) or _digits(tokens, at, tables)


def _digits(tokens: Tokens, index: int, tables: Tables) -> Part | None:
    if tokens.kind(index) != Kind.NUMBER:
        return None
    words = tables.words.numerals
    values = read_digits(tokens.word(index), group=words.group, decimal=words.decimal)
    return Part(values[0][0], index + 1, True, values[1:]) if values else None


def read_small(tokens: Tokens, index: int, tables: Tables) -> Part | None:
    """A number word below a hundred: "seven", "forty", "forty-one"."""
    words = tables.words.numerals
    low = tokens.low(index)
    if low in words.units:
        return Part(words.units[low], index + 1)
    if low not in words.tens:
        return None
    at = index + 1 + (tokens.low(index + 1) in HYPHENS)
    unit = words.units.get(tokens.low(at), 0)
    if 0 < unit < _TEN:
        return Part(words.tens[low] + unit, at + 1)
    return Part(words.tens[low], index + 1)


def _implied_one(tokens: Tokens, index: int, tables: Tables, first: bool) -> Part | None:
    """The 1 of "a hundred" and of a bare "hundred thousand"."""
    low = tokens.low(index)
    if low in tables.articles and tokens.low(index + 1) in tables.scales:
        return Part(1, index + 1)
    if first and low in tables.scales and (tokens.word(index).islower() or tokens.low(index + 1) in tables.scales):
        return Part(1, index)
    return None


def read_scales(
    tokens: Tokens, index: int, tables: Tables, style: Style = PLAIN, *, in_digits: bool = False
) -> tuple[int, int]:
    """The product of the scale words from `index` on (1 where there is none), and the token after them."""
    words = tables.words.numerals
    mark = _scale_mark(tokens, index, tables, money=style.money) if in_digits else None
    if mark:
        return mark, index + 1
    factor = 1
    at = past_hyphen(tokens, index)
    while at < style.stop and factor < _LARGEST_SCALE:
        low = tokens.low(at)
        scale = words.scales.get(low) or words.scales.get(low.removesuffix(words.plural_ending))
        if scale is None:
            break
        factor *= scale
        index = at + 1
        at = past_hyphen(tokens, index)
    return factor, index


def _scale_mark(tokens: Tokens, index: int, tables: Tables, *, money: bool) -> int | None:
    """The factor of an abbreviation after digits: "1.5bn", "3k", "10 mln"; None where it is a unit ("10m high")."""
    words, measures = tables.words.numerals, tables.words.measures
    low = tokens.low(index)
    if low not in words.scale_marks or not tokens.is_word(index):
        return None
    if tokens.glued(index) and tokens.kind(index + 1) == Kind.NUMBER:
        return None  # "50 M113s"
    if not tokens.glued(index - 1):
        is_apart = low in words.long_marks or (low == measures.metre_mark and (money or tokens.word(index).isupper()))
        return words.scale_marks[low] if is_apart else None
    if not money and (low in measures.marks_only or _is_metre(tokens, index, tables)):
        return None
    return words.scale_marks[low]


def _is_metre(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether "10m" is a length: lower case, with a word of size or another measure after it."""
    measures = tables.words.measures
    if tokens.word(index) != measures.metre_mark:
        return False
    after = tokens.low(index + 1)
    is_restated = after == "(" and tokens.kind(index + 2) == Kind.NUMBER
    return after in measures.metre_after or after in HYPHENS or is_restated or (after != "" and after in "./,)")


def past_hyphen(tokens: Tokens, index: int) -> int:
    """The token after a hyphen that ties two words; `index` where there is none."""
    tied = tokens.low(index) in HYPHENS and tokens.glued(index) and index > 0 and tokens.glued(index - 1)
    return index + 1 if tied and tokens.is_word(index + 1) else index
