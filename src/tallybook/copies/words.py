"""A document as a row of words, and as overlapping stretches of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

from tallybook.lexicon import load_lexicon, supported_languages
from tallybook.model import BlockKind, Document

SHINGLE = 8
"""Words in a stretch. Two reports on one event rarely share eight words in a row but in what both quote."""

NUMBER = "#"
_BODY = frozenset({BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.BODY, BlockKind.LIST_ITEM})
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[぀-ヿ㐀-鿿]|[^\W\d]+(?:['’][^\W\d]+)*")
"""A number with its marks, one character of a script without blanks, or a run of letters."""

_BASE = 0x9E3779B97F4A7C15
_PRIME = (1 << 61) - 1
_LEAVING = pow(_BASE, SHINGLE, _PRIME)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one article in small letters.

    `stretches[i]` is the hash of the eight words that begin at `i`; `masked[i]` the same with every number hidden. A
    number is digits, a numeral, a month or a weekday: what a form of words is filled in with. `places` and
    `masked_places` tell where each of them stands first.
    """

    document: str
    words: tuple[str, ...]
    numbers: frozenset[int]
    stretches: tuple[int, ...]
    masked: tuple[int, ...]
    places: Mapping[int, int]
    masked_places: Mapping[int, int]


def wording_of(document: Document) -> Wording:
    """The words of a document's article, its title left out."""
    text = " ".join(block.span.of(document.text) for block in document.blocks if block.kind in _BODY)
    words = tuple(_plain(word) for word in _WORD.findall(text.lower()))
    filled = _numerals(document.language)
    numbers = frozenset(at for at, word in enumerate(words) if word[0].isdigit() or word in filled)
    seen: dict[str, int] = {}
    stretches = _stretches(words, seen)
    masked = _stretches([NUMBER if at in numbers else word for at, word in enumerate(words)], seen)
    return Wording(
        document=document.id,
        words=words,
        numbers=numbers,
        stretches=stretches,
        masked=masked,
        places=_places(stretches),
        masked_places=_places(masked),
    )


def _places(stretches: Sequence[int]) -> Mapping[int, int]:
    places: dict[int, int] = {}
    for at, stretch in enumerate(stretches):
        places.setdefault(stretch, at)
    return places


def _plain(word: str) -> str:
    """1,297 and 1297 are one number; it's and it’s one word."""
    return word.replace(",", "") if word[0].isdigit() else word.replace("’", "'")


def _stretches(words: Sequence[str], seen: dict[str, int]) -> tuple[int, ...]:
    """The hash of every eight words in a row, rolled from the one before (Karp & Rabin 1987); stable between runs."""
    codes = [seen.get(word) or seen.setdefault(word, _code(word)) for word in words]
    found: list[int] = []
    rolled = 0
    for at, code in enumerate(codes):
        rolled = (rolled * _BASE + code) % _PRIME
        if at >= SHINGLE:
            rolled = (rolled - codes[at - SHINGLE] * _LEAVING) % _PRIME
        if at >= SHINGLE - 1:
            found.append(rolled)
    return tuple(found)


def _code(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest(), "big") % _PRIME


@cache
def _numerals(language: str | None) -> frozenset[str]:
    """Words that a report fills in anew each day; none where the language has no lexicon."""
    if language not in supported_languages():
        return frozenset()
    lexicon = load_lexicon(language)
    numerals, dates = lexicon.quantity.numerals, lexicon.dates
    tables = (numerals.units, numerals.tens, numerals.hundreds, numerals.scales, dates.months, dates.weekdays)
    return frozenset(word.lower() for table in tables for word in table)
