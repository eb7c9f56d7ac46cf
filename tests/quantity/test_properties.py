"""What holds for every text and every number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.lexicon import load_lexicon
from tallybook.quantity import has_quantity, read_quantities, read_value
from tallybook.quantity.digits import read_digits

LEXICON = load_lexicon("en")
NUMERALS = LEXICON.quantity.numerals
UNITS = {value: word for word, value in reversed(NUMERALS.units.items())}
TENS = {value: word for word, value in reversed(NUMERALS.tens.items())}

numbers = st.integers(min_value=2, max_value=999_999_999)
hedges = st.sampled_from(
    [phrase for phrases in LEXICON.quantity.hedges.before.values() for phrase in phrases if phrase[0].isalpha()]
)
WORDS = """
    a an the of and or in to by from at per % $ € - – ( ) , . ' + ~ > 3 12 1.5 3,000 2020 1/2 5th 7:30 m bn k
    one two forty hundred thousand million dozen dozens half third two-thirds scores tens several about more than
    at least up to between nearly exceeded rose percent people days km years old May
"""
words = st.sampled_from([*WORDS.split(), "\n"])


def in_words(number: int, joiner: str = " ") -> str:
    """The number in English words; `joiner` stands between hundreds and what is below."""
    for scale, word in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= scale:
            link = joiner if scale == 100 else " "
            rest = f"{link}{in_words(number % scale, joiner)}" if number % scale else ""
            return f"{in_words(number // scale, joiner)} {word}{rest}"
    if number in UNITS:
        return UNITS[number]
    tens, unit = TENS[number - number % 10], number % 10
    return f"{tens}-{UNITS[unit]}" if unit else tens


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@given(numbers, st.sampled_from([",", "\u00a0", "\u2009", "\u202f", " "]))
def test_grouped_digits_read_back(number: int, mark: str) -> None:
    (mention,) = read_quantities(f"They counted {grouped(number, mark)} crates there.", LEXICON)
    assert mention.quantity.low == mention.quantity.high == number


@given(numbers)
def test_words_read_back(number: int) -> None:
    (mention,) = read_quantities(f"They counted {in_words(number)} crates there.", LEXICON)
    assert mention.quantity.low == mention.quantity.high == number


@given(numbers)
def test_words_with_and_read_back(number: int) -> None:
    (mention,) = read_quantities(f"They counted {in_words(number, ' and ')} crates there.", LEXICON)
    assert mention.quantity.low == mention.quantity.high == number


@given(st.integers(1, 999), st.integers(1, 9), st.sampled_from(["thousand", "million", "billion", "trillion"]))
def test_scaled_decimals_read_back(whole: int, part: int, scale: str) -> None:
    (mention,) = read_quantities(f"They counted {whole}.{part} {scale} crates.", LEXICON)
    assert mention.quantity.low == (10 * whole + part) * NUMERALS.scales[scale] // 10


@given(numbers, hedges)
def test_hedges_touch_bounds_only(number: int, hedge: str) -> None:
    (mention,) = read_quantities(f"They counted {hedge} {number:,} crates.", LEXICON)
    assert {mention.quantity.low, mention.quantity.high} <= {number, None}
    assert mention.core.of(f"They counted {hedge} {number:,} crates.") == f"{number:,}"


@given(numbers, numbers, st.sampled_from(["between {} and {}", "from {} to {}", "{} to {}", "{}-{}", "{}–{}"]))
def test_ranges_rise(first: int, second: int, pattern: str) -> None:
    low, high = sorted((first + 2100, second + 2100 + (first == second)))
    (mention,) = read_quantities(f"Perhaps {pattern.format(f'{low:,}', f'{high:,}')} crates.", LEXICON)
    assert (mention.quantity.low, mention.quantity.high) == (low, high)


@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@given(st.lists(words, max_size=12), st.sampled_from(["", " "]))
def test_any_words(parts: list[str], glue: str) -> None:
    check(glue.join(parts))


def check(text: str) -> None:
    """Mentions are exact, ordered and apart, and the gate lets the text through."""
    end = 0
    for mention in read_quantities(text, LEXICON):
        assert mention.span.start >= end
        assert mention.span.covers(mention.core)
        assert mention.span.end <= len(text)
        assert mention.core.of(text).strip() == mention.core.of(text) != ""
        end = mention.span.end
    read_value(text, LEXICON)
    has_quantity(text)


SPANS = [
    "{h} {n:,}",
    "{h} {n:,}%",
    "{h} ${n:,}",
    "{h} {n} million",
    "{n:,}-plus",
    "{n:,} or so",
    "{n:,} to {m:,}",
    "{n} %",
]


@given(numbers, hedges, st.sampled_from(SPANS))
def test_span_alone_says_the_same(number: int, hedge: str, pattern: str) -> None:
    text = "The report said " + pattern.format(h=hedge, n=number + 2100, m=number + 2500) + " crates were lost."
    for mention in read_quantities(text, LEXICON):
        alone = read_value(mention.span.of(text), LEXICON)
        assert alone is not None
        assert (alone.low, alone.high, alone.hedge) == (
            mention.quantity.low,
            mention.quantity.high,
            mention.quantity.hedge,
        )


@given(st.integers(0, 10**17))
def test_plain_digits(number: int) -> None:
    assert read_digits(str(number), group=",", decimal=".")[0][0] == number


@pytest.mark.parametrize("written", ["1234567890123456789", "1'23"])
def test_not_digits(written: str) -> None:
    assert not read_digits(written, group=",", decimal=".")


@pytest.mark.parametrize(
    "text",
    ["two and a third " + "million " * 80, "one point " + "two " * 5000, "9" * 5000, "dozens of " * 500, "- " * 500],
)
def test_monsters(text: str) -> None:
    check(text)
