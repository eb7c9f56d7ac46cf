"""One numeral, in digits or words: "3,000", "1.5bn", "forty-one", "half a million", "a third", "dozens", "21st"."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import Enum, auto
from fractions import Fraction

from tallybook.quantity.digits import Exact, plain, read_digits
from tallybook.quantity.tables import Tables, match_ahead
from tallybook.quantity.tokens import Kind, Tokens


class Form(Enum):
    """How a numeral is built, which decides what it can be."""

    CARDINAL = auto()
    ORDINAL = auto()
    FRACTION = auto()
    VAGUE = auto()


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
class _Part:
    value: Exact
    after: int
    in_digits: bool = False
    others: tuple[tuple[Exact, str], ...] = ()


_HYPHENS = frozenset("-‐‑")
_SIGNS = frozenset("-−–")
_LARGEST_DENOMINATOR = 100


def read_numeral(
    tokens: Tokens, index: int, tables: Tables, *, joined: bool = True, money: bool = False
) -> Numeral | None:
    """The longest numeral that starts at token `index`.

    `joined` allows "and" inside ("one hundred and six"); it is off inside "between … and …". `money` says that a
    currency stands before, so that "5m" and "2t" are scales.
    """
    return (
        _negative(tokens, index, tables, joined=joined)
        or _vague(tokens, index, tables)
        or _part_of_scale(tokens, index, tables)
        or _article_fraction(tokens, index, tables)
        or _number(tokens, index, tables, joined=joined, money=money)
        or _ordinal_word(tokens, index, tables)
    )


def _negative(tokens: Tokens, index: int, tables: Tables, *, joined: bool) -> Numeral | None:
    low = tokens.low(index)
    by_word = low in tables.words.numerals.negatives
    by_sign = (
        low in _SIGNS and tokens.glued(index) and tokens.kind(index + 1) == Kind.NUMBER and _is_apart(tokens, index)
    )
    if not (by_word or by_sign):
        return None
    inner = _number(tokens, index + 1, tables, joined=joined, money=False)
    if inner is None:
        return None
    return replace(inner, first=index, value=-inner.value, others=tuple((-value, why) for value, why in inner.others))


def _is_apart(tokens: Tokens, index: int) -> bool:
    """Whether the token follows white space or an opening bracket, so that a dash before digits is a sign."""
    return index == 0 or tokens.ends[index - 1] < tokens.starts[index] or tokens.low(index - 1) == "("


def _vague(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    vague, numerals = tables.words.vague, tables.words.numerals
    low = tokens.low(index)
    if low in vague.plurals:
        after = _chain(tokens, index + 1, tables)
        if low in vague.guarded and tokens.low(after) not in vague.guards:
            return None
        return Numeral(first=index, after=after, value=0, form=Form.VAGUE)
    if low in vague.chained:
        after = _chain(tokens, index + 1, tables)
        return Numeral(first=index, after=after, value=0, form=Form.VAGUE) if after > index + 1 else None
    led = match_ahead(tokens, index, tables.vague_some)
    if led is None:
        return None
    after = led[0] + (tokens.low(led[0]) in numerals.of)
    word = tokens.low(after)
    if word in tables.scales or word in vague.plurals:
        while tokens.low(after) in tables.scales or tokens.low(after) in vague.plurals:
            after += 1
        return Numeral(first=index, after=after, value=0, form=Form.VAGUE)
    return None


def _chain(tokens: Tokens, index: int, tables: Tables) -> int:
    """The token after "of thousands of millions"."""
    words = tables.words
    while tokens.low(index) in words.numerals.of and tokens.low(index + 1) in words.vague.plurals:
        index += 2
    return index


def _part_of_scale(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    """ "half a million", "half million", "a quarter of a million", "three quarters of a million"."""
    words = tables.words.numerals
    start = index + (tokens.low(index) in tables.articles)
    part: Exact
    if tokens.low(start) in words.denominators and not tokens.low(start).endswith(words.plural_ending):
        part, after = Fraction(1, words.denominators[tokens.low(start)]), start + 1
    else:
        small = _small(tokens, start, tables)
        if small is None:
            return None
        after = _past_hyphen(tokens, small.after)
        if tokens.low(after) not in words.denominators:
            return None
        part, after = Fraction(small.value, words.denominators[tokens.low(after)]), after + 1
    after += tokens.low(after) in words.of
    after += tokens.low(after) in tables.articles
    factor, end = _scales(tokens, after, tables)
    if end == after:
        return None
    return Numeral(first=index, after=end, value=plain(part * factor), scale=factor)


def _article_fraction(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    """ "a third", "half", "a half"; whether it is a share is for `shares` to say."""
    has_article = tokens.low(index) in tables.articles
    at = index + has_article
    word = tokens.low(at)
    divides = word in tables.denominators and not word.endswith(tables.words.numerals.plural_ending)
    if not divides or not (has_article or word in tables.words.numerals.halves):
        return None
    return Numeral(first=index, after=at + 1, value=Fraction(1, tables.denominators[word]), form=Form.FRACTION)


def _number(tokens: Tokens, index: int, tables: Tables, *, joined: bool, money: bool) -> Numeral | None:
    cardinal = _cardinal(tokens, index, tables, joined=joined, money=money)
    if cardinal is None:
        return _vulgar(tokens, index)
    return (
        _as_fraction(tokens, cardinal, tables)
        or _as_ordinal(tokens, cardinal, tables)
        or _with_fraction(tokens, cardinal, tables, joined=joined)
        or _with_point(tokens, cardinal, tables)
        or cardinal
    )


def _cardinal(tokens: Tokens, index: int, tables: Tables, *, joined: bool, money: bool) -> Numeral | None:
    """Groups below a thousand, each with its scale, in descending order."""
    total: Exact = 0
    last: int | None = None
    at, found, opening = index, None, None
    while True:
        part = _group(tokens, at, tables, joined=joined, first=last is None)
        if part is None:
            break
        factor, after = _scales(tokens, part.after, tables, in_digits=part.in_digits, money=money)
        if last is None:
            opening = part
        elif part.value * factor >= last or (part.in_digits and factor == 1 and part.value < last // 1000):
            break
        total += part.value * factor
        found = after
        if factor == 1:
            break
        last = factor
        at = _next_part(tokens, after, tables, joined=joined and not (opening and opening.in_digits))
    if found is None or opening is None:
        return None
    others = tuple((value * (last or 1), why) for value, why in opening.others)
    return Numeral(
        first=index, after=found, value=plain(total), scale=last or 1, in_digits=opening.in_digits, others=others
    )


def _next_part(tokens: Tokens, index: int, tables: Tables, *, joined: bool) -> int:
    index = _past_hyphen(tokens, index)
    if tokens.low(index) in tables.words.numerals.joiners:
        return _past_hyphen(tokens, index + 1) if joined else len(tokens)
    if tokens.kind(index) == Kind.NUMBER:
        # "4 thousand 3 hundred", but not "2 million 2019"
        return index if tokens.low(index + 1) in tables.scales else len(tokens)
    return index


def _group(tokens: Tokens, index: int, tables: Tables, *, joined: bool, first: bool) -> _Part | None:
    """A number below a thousand in words, or any digits."""
    words = tables.words.numerals
    part = _digits(tokens, index, tables) or _small(tokens, index, tables) or _implied_one(tokens, index, tables, first)
    if part is None:
        return None
    at = _past_hyphen(tokens, part.after)
    hundred = words.hundreds.get(tokens.low(at))
    if hundred is None:
        return part
    value: Exact = part.value * hundred
    after = at + 1
    rest_at = _past_hyphen(tokens, after)
    if tokens.low(rest_at) in words.joiners and joined:
        rest_at = _past_hyphen(tokens, rest_at + 1)
        rest = _small(tokens, rest_at, tables) or _digits(tokens, rest_at, tables)
    else:
        rest = _small(tokens, rest_at, tables)
    if rest is not None and rest.value < hundred and tokens.low(rest.after) not in words.hundreds:
        value, after = value + rest.value, rest.after
    return _Part(plain(value), after, part.in_digits)


def _digits(tokens: Tokens, index: int, tables: Tables) -> _Part | None:
    if tokens.kind(index) != Kind.NUMBER:
        return None
    words = tables.words.numerals
    values = read_digits(tokens.word(index), group=words.group, decimal=words.decimal)
    if not values:
        return None
    return _Part(values[0][0], index + 1, True, values[1:])


def _small(tokens: Tokens, index: int, tables: Tables) -> _Part | None:
    """A number word below a hundred: "seven", "forty", "forty-one"."""
    words = tables.words.numerals
    low = tokens.low(index)
    if low in words.units:
        return _Part(words.units[low], index + 1)
    if low not in words.tens:
        return None
    at = index + 1 + (tokens.low(index + 1) in _HYPHENS)
    unit = words.units.get(tokens.low(at), 0)
    if 0 < unit < 10:
        return _Part(words.tens[low] + unit, at + 1)
    return _Part(words.tens[low], index + 1)


def _implied_one(tokens: Tokens, index: int, tables: Tables, first: bool) -> _Part | None:
    """The 1 of "a hundred" and of a bare "hundred thousand"."""
    low = tokens.low(index)
    if low in tables.articles and tokens.low(index + 1) in tables.scales:
        return _Part(1, index + 1)
    if first and low in tables.scales and tokens.word(index).islower():
        return _Part(1, index)
    return None


def _scales(
    tokens: Tokens, index: int, tables: Tables, *, in_digits: bool = False, money: bool = False
) -> tuple[int, int]:
    """The product of the scale words from `index` on, and the token after them."""
    words = tables.words.numerals
    factor = 1
    if in_digits:
        mark = _scale_mark(tokens, index, tables, money=money)
        if mark:
            return mark, index + 1
    at = _past_hyphen(tokens, index)
    while True:
        low = tokens.low(at)
        scale = words.scales.get(low) or words.scales.get(low.removesuffix(words.plural_ending))
        if scale is None:
            return factor, index
        factor *= scale
        index = at + 1
        at = _past_hyphen(tokens, index)


def _scale_mark(tokens: Tokens, index: int, tables: Tables, *, money: bool) -> int | None:
    words, measures = tables.words.numerals, tables.words.measures
    if not tokens.is_word(index):
        return None
    written, low = tokens.word(index), tokens.low(index)
    if low not in words.scale_marks:
        return None
    if not tokens.glued(index - 1):
        is_apart = low in words.long_marks or (low == measures.metre_mark and (money or written.isupper()))
        return words.scale_marks[low] if is_apart else None
    if low in measures.marks_only and not money:
        return None
    if low == measures.metre_mark and not money and tokens.low(index + 1) in measures.metre_after:
        return None
    return words.scale_marks[low]


def _past_hyphen(tokens: Tokens, index: int) -> int:
    """The token after a hyphen that ties two words; `index` where there is none."""
    tied = tokens.low(index) in _HYPHENS and tokens.glued(index) and index > 0 and tokens.glued(index - 1)
    return index + 1 if tied and tokens.is_word(index + 1) else index


def _vulgar_value(tokens: Tokens, index: int) -> Fraction | None:
    word = tokens.word(index)
    if len(word) != 1 or not unicodedata.decomposition(word).startswith("<fraction>"):
        return None
    return Fraction(unicodedata.numeric(word)).limit_denominator(_LARGEST_DENOMINATOR)


def _vulgar(tokens: Tokens, index: int) -> Numeral | None:
    value = _vulgar_value(tokens, index)
    if value is None:
        return None
    return Numeral(first=index, after=index + 1, value=value, form=Form.FRACTION, in_digits=True)


def _as_fraction(tokens: Tokens, cardinal: Numeral, tables: Tables) -> Numeral | None:
    """ "two-thirds", "one fifth", "three quarters", "3/4"."""
    slashed = _slashed(tokens, cardinal.first)
    if slashed:
        return Numeral(
            first=cardinal.first, after=cardinal.first + 3, value=slashed, form=Form.FRACTION, in_digits=True
        )
    if cardinal.in_digits:
        return None
    at = cardinal.after + (tokens.low(cardinal.after) in _HYPHENS)
    word = tokens.low(at)
    denominator = tables.denominators.get(word)
    if denominator is None or not isinstance(cardinal.value, int):
        return None
    is_plural = word.endswith(tables.words.numerals.plural_ending)
    if is_plural == (cardinal.value == 1) or cardinal.value >= denominator:
        return None
    return Numeral(first=cardinal.first, after=at + 1, value=Fraction(cardinal.value, denominator), form=Form.FRACTION)


_SLASH_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})


def _slashed(tokens: Tokens, index: int) -> Fraction | None:
    """The value of "3/4": a proper fraction with a usual denominator."""
    is_written = (
        tokens.kind(index) == Kind.NUMBER
        and tokens.low(index + 1) in ("/", "⁄")
        and tokens.kind(index + 2) == Kind.NUMBER
        and tokens.glued(index)
        and tokens.glued(index + 1)
    )
    above, below = tokens.word(index), tokens.word(index + 2)
    if not is_written or not (above.isdecimal() and below.isdecimal()) or int(below) not in _SLASH_DENOMINATORS:
        return None
    return Fraction(int(above), int(below)) if 0 < int(above) < int(below) else None


def _as_ordinal(tokens: Tokens, cardinal: Numeral, tables: Tables) -> Numeral | None:
    """ "21st", "twenty-first", "one hundredth"."""
    words = tables.words.numerals
    at = cardinal.after
    if cardinal.in_digits:
        is_ordinal = tokens.low(at) in words.ordinal_endings and tokens.glued(at - 1)
        return replace(cardinal, after=at + 1, form=Form.ORDINAL) if is_ordinal else None
    at += tokens.low(at) in _HYPHENS
    ordinal = words.ordinals.get(tokens.low(at))
    ends_in_tens = tokens.low(cardinal.after - 1) in words.tens or tokens.low(cardinal.after - 1) in tables.scales
    if ordinal is None:
        return None
    if ends_in_tens and ordinal < 10:
        return replace(cardinal, after=at + 1, value=cardinal.value + ordinal, form=Form.ORDINAL)
    if ordinal >= 100:
        return replace(cardinal, after=at + 1, value=cardinal.value * ordinal, form=Form.ORDINAL)
    return None


def _with_fraction(tokens: Tokens, cardinal: Numeral, tables: Tables, *, joined: bool) -> Numeral | None:
    """ "two and a half", "3½", "10 1/2", "a million and a half", and a scale after it."""
    at = cardinal.after
    part: Fraction | None = _vulgar_value(tokens, at)
    after = at + 1
    if part is None and cardinal.in_digits:
        part, after = _slashed(tokens, at), at + 3
    if part is None and joined and tokens.low(at) in tables.words.numerals.joiners:
        part, after = _spoken_part(tokens, at + 1, tables)
    if part is None:
        return None
    factor, end = _scales(tokens, after, tables)
    if end > after and cardinal.scale == 1:
        return replace(cardinal, after=end, value=plain((cardinal.value + part) * factor), scale=factor)
    if end > after:
        return replace(cardinal, after=end, value=plain(cardinal.value + part * factor))
    return replace(cardinal, after=after, value=plain(cardinal.value + part * cardinal.scale))


def _spoken_part(tokens: Tokens, index: int, tables: Tables) -> tuple[Fraction | None, int]:
    """The fraction after "and". "Two and a third" is one only where nothing follows: "two died and a third …" """
    led = _article_fraction(tokens, index, tables)
    if led and isinstance(led.value, Fraction):
        is_sure = tokens.low(led.after - 1) in tables.words.numerals.denominators or not tokens.is_word(led.after)
        return (led.value, led.after) if is_sure else (None, index)
    small = _small(tokens, index, tables)
    if small is None:
        return None, index
    fraction = _as_fraction(tokens, Numeral(first=index, after=small.after, value=small.value), tables)
    if fraction is None or not isinstance(fraction.value, Fraction):
        return None, index
    return fraction.value, fraction.after


def _with_point(tokens: Tokens, cardinal: Numeral, tables: Tables) -> Numeral | None:
    """ "five point five", "nine point nought four", and a scale after it."""
    if tokens.low(cardinal.after) not in tables.words.numerals.points or cardinal.in_digits:
        return None
    digits, at = "", cardinal.after + 1
    while small := _small(tokens, at, tables):
        digits, at = digits + str(small.value), small.after
    if not digits:
        return None
    factor, end = _scales(tokens, at, tables)
    value = plain((cardinal.value + Fraction(int(digits), 10 ** len(digits))) * factor)
    return replace(cardinal, after=end, value=value, scale=factor)


def _ordinal_word(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    ordinal = tables.words.numerals.ordinals.get(tokens.low(index))
    if ordinal is None:
        return None
    return Numeral(first=index, after=index + 1, value=ordinal, form=Form.ORDINAL)
