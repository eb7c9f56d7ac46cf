"""Parts of one: "two-thirds", "3/4", "half a million", "two and a half", "five point five"."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from fractions import Fraction

from tallybook.quantity.cardinals import (
    Form,
    Numeral,
    Style,
    past_hyphen,
    read_cardinal,
    read_scales,
    read_small,
)
from tallybook.quantity.digits import LONGEST, Exact, plain
from tallybook.quantity.tables import Tables
from tallybook.quantity.tokens import HYPHENS, Kind, Tokens

_LARGEST_VULGAR = 1000
_SLASHES = frozenset("/⁄")
_SLASH_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})
_SHORT = 5


def read_led_fraction(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    """ "A third", "half", "a half"; whether it is a share is for `shares` to say."""
    has_article = tokens.low(index) in tables.articles
    at = index + has_article
    if not (has_article or tokens.low(at) in tables.words.numerals.halves):
        return None
    tens = read_small(tokens, at, tables)
    if tens is not None:
        return _compound(tokens, index, at, tens.after, tables)
    word = tokens.low(at)
    if word not in tables.denominators or word.endswith(tables.words.numerals.plural_ending):
        return None
    return Numeral(first=index, after=at + 1, value=Fraction(1, tables.denominators[word]), form=Form.FRACTION)


def _compound(tokens: Tokens, first: int, start: int, after: int, tables: Tables) -> Numeral | None:
    """ "A thirty-fourth": one over a compound ordinal, tied by a hyphen."""
    if tokens.low(after) not in HYPHENS:
        return None
    below = _denominator(tokens, start, after, tables)
    return below and Numeral(first=first, after=below[1], value=Fraction(1, below[0]), form=Form.FRACTION)


def read_part_of_scale(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    """ "Half a million", "half million", "a quarter of a million", "three quarters of a million"."""
    words = tables.words.numerals
    start = index + (tokens.low(index) in tables.articles)
    part: Exact
    if tokens.low(start) in words.denominators and not tokens.low(start).endswith(words.plural_ending):
        part, after = Fraction(1, words.denominators[tokens.low(start)]), start + 1
    else:
        small = read_small(tokens, start, tables)
        after = past_hyphen(tokens, small.after) if small else start
        if small is None or tokens.low(after) not in words.denominators:
            return None
        part, after = Fraction(small.value, words.denominators[tokens.low(after)]), after + 1
    after += tokens.low(after) in words.of
    after += tokens.low(after) in tables.articles
    factor, end = read_scales(tokens, after, tables)
    return Numeral(first=index, after=end, value=plain(part * factor), scale=factor) if end > after else None


def read_vulgar(tokens: Tokens, index: int) -> Numeral | None:
    """ "½"."""
    value = _vulgar(tokens, index)
    if value is None:
        return None
    return Numeral(first=index, after=index + 1, value=value, form=Form.FRACTION, in_digits=True)


def _vulgar(tokens: Tokens, index: int) -> Fraction | None:
    word = tokens.word(index)
    if len(word) != 1 or not unicodedata.decomposition(word).startswith("<fraction>"):
        return None
    value = unicodedata.numeric(word, 0)
    return Fraction(value).limit_denominator(_LARGEST_VULGAR) if value else None


def as_fraction(tokens: Tokens, cardinal: Numeral, tables: Tables) -> Numeral | None:
    """The fraction whose upper number begins as `cardinal`: "two-thirds", "one fifth", "3/4", "1 over 40"."""
    return _slash_fraction(tokens, cardinal) or _over(tokens, cardinal, tables) or _spoken(tokens, cardinal, tables)


def _slash_fraction(tokens: Tokens, cardinal: Numeral) -> Numeral | None:
    value = _slashed(tokens, cardinal.first)
    if value is None:
        return None
    return replace(cardinal, after=cardinal.first + 3, value=value, form=Form.FRACTION, others=())


def _slashed(tokens: Tokens, index: int) -> Fraction | None:
    """The value of "3/4": a proper fraction with a usual denominator, or with a fraction slash."""
    is_written = (
        tokens.kind(index) == Kind.NUMBER
        and tokens.low(index + 1) in _SLASHES
        and tokens.kind(index + 2) == Kind.NUMBER
        and tokens.glued(index)
        and tokens.glued(index + 1)
    )
    above, below = tokens.word(index), tokens.word(index + 2)
    if not is_written or not (above.isdecimal() and below.isdecimal()) or max(len(above), len(below)) > _SHORT:
        return None
    is_usual = int(below) in _SLASH_DENOMINATORS or tokens.low(index + 1) != "/"
    return Fraction(int(above), int(below)) if is_usual and 0 < int(above) < int(below) else None


def _over(tokens: Tokens, cardinal: Numeral, tables: Tables) -> Numeral | None:
    """ "One over forty" with nothing after it; "five over three days" is none."""
    if tokens.low(cardinal.after) not in tables.words.numerals.over:
        return None
    below = read_cardinal(tokens, cardinal.after + 1, tables)
    if below is None or not below.value or tokens.is_word(below.after):
        return None
    value = plain(Fraction(cardinal.value) / Fraction(below.value))
    return replace(cardinal, after=below.after, value=value, form=Form.FRACTION, others=())


def _spoken(tokens: Tokens, cardinal: Numeral, tables: Tables) -> Numeral | None:
    """A number word over an ordinal: "two-thirds", "nine forty-seconds".

    Where the words can be cut in several ways, the longest ordinal that is well formed wins.
    """
    if cardinal.in_digits or not isinstance(cardinal.value, int):
        return None
    below = read_cardinal(tokens, cardinal.after, tables)
    if below and not below.in_digits:
        return _cut(tokens, replace(cardinal, after=below.after), cardinal.after, tables)
    for cut in range(cardinal.first + 1, cardinal.after + 1):
        if tokens.low(cut - 1) in HYPHENS or (cut < cardinal.after and tokens.low(cut) in tables.scales):
            continue
        found = _cut(tokens, cardinal, cut, tables)
        if found:
            return found
    return None


def _cut(tokens: Tokens, cardinal: Numeral, cut: int, tables: Tables) -> Numeral | None:
    above = read_cardinal(tokens, cardinal.first, tables, Style(stop=cut))
    if above is None or above.after != cut or not above.value:
        return None
    below = _denominator(tokens, cut, cardinal.after, tables)
    if below is None:
        return None
    word = tokens.low(below[1] - 1)
    is_plural = word.endswith(tables.words.numerals.plural_ending)
    is_improper = above.value >= below[0] and word in tables.words.numerals.denominators
    if is_plural == (above.value == 1) or is_improper:
        return None
    value = plain(Fraction(above.value) / below[0])
    return replace(cardinal, after=below[1], value=value, form=Form.FRACTION, scale=1)


def _denominator(tokens: Tokens, start: int, after: int, tables: Tables) -> tuple[int, int] | None:
    """The ordinal from token `start` whose last word is at `after`, behind a hyphen or not, and the token after it."""
    numerals = tables.words.numerals
    at = after + (tokens.low(after) in HYPHENS)
    word = tokens.low(at)
    if start == after:
        return (tables.denominators[word], at + 1) if word in tables.denominators else None
    last = tokens.low(after - 1)
    limit = 10 if last in numerals.tens else tables.scales.get(last, 0)
    ordinal = numerals.ordinals.get(word) or numerals.ordinals.get(word.removesuffix(numerals.plural_ending))
    leading = read_cardinal(tokens, start, tables, Style(stop=after))
    if ordinal is None or ordinal >= limit or leading is None or leading.after != after:
        return None
    return int(leading.value) + ordinal, at + 1


def with_fraction(tokens: Tokens, cardinal: Numeral, tables: Tables, style: Style) -> Numeral | None:
    """ "Two and a half", "3½", "10 1/2", "a million and a half", and a scale after it."""
    at = cardinal.after
    part, after = _vulgar(tokens, at), at + 1
    if part is None and cardinal.in_digits:
        part, after = _slashed(tokens, at), at + 3
    if part is None and style.joined and tokens.low(at) in tables.words.numerals.joiners:
        part, after = _spoken_part(tokens, at + 1, tables)
    if part is None:
        return None
    factor, end = read_scales(tokens, after, tables, style)
    if end > after and cardinal.scale == 1:
        return replace(cardinal, after=end, value=plain((cardinal.value + part) * factor), scale=factor, others=())
    if end > after:
        return replace(cardinal, after=end, value=plain(cardinal.value + part * factor), others=())
    return replace(cardinal, after=after, value=plain(cardinal.value + part * cardinal.scale), others=())


def _spoken_part(tokens: Tokens, index: int, tables: Tables) -> tuple[Fraction | None, int]:
    """The fraction after "and". "Two and a third" is one only where nothing follows: "two died and a third …" """
    slashed = _slashed(tokens, index)
    if slashed is not None:
        return slashed, index + 3
    led = read_led_fraction(tokens, index, tables)
    if led is not None and isinstance(led.value, Fraction):
        is_sure = tokens.low(led.after - 1) in tables.words.numerals.denominators or not tokens.is_word(led.after)
        return (led.value, led.after) if is_sure else (None, index)
    small = read_small(tokens, index, tables)
    if small is None:
        return None, index
    found = _spoken(tokens, Numeral(first=index, after=small.after, value=small.value), tables)
    if found is None or not isinstance(found.value, Fraction):
        return None, index
    return found.value, found.after


def with_point(tokens: Tokens, cardinal: Numeral, tables: Tables) -> Numeral | None:
    """ "Five point five", "six point nought two", and a scale after it."""
    if cardinal.in_digits or tokens.low(cardinal.after) not in tables.words.numerals.points:
        return None
    digits, at = "", cardinal.after + 1
    while len(digits) < LONGEST and (small := read_small(tokens, at, tables)):
        digits, at = digits + str(small.value), small.after
    if not digits:
        return None
    factor, end = read_scales(tokens, at, tables)
    value = plain((cardinal.value + Fraction(int(digits), 10 ** len(digits))) * factor)
    return replace(cardinal, after=end, value=value, scale=factor)
