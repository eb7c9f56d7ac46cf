"""A document as a row of words, and as overlapping stretches of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from tallybook.lexicon import load_lexicon, supported_languages
from tallybook.model import BlockKind, Document

Hashes = NDArray[np.uint64]

SHINGLE = 8
"""Words in a stretch. Two reports on one event rarely share eight words in a row but in what both quote."""

NUMBER = "#"
_BODY = frozenset({BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.BODY, BlockKind.LIST_ITEM})
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[぀-ヿ㐀-鿿]|[^\W\d]+(?:['’][^\W\d]+)*")
"""A number with its marks, one character of a script without blanks, or a run of letters."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_REMEMBERED = 1 << 16
_MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))


def words_of(document: Document) -> tuple[str, ...]:
    """The words of a document's article in small letters, its title left out."""
    text = " ".join(block.span.of(document.text) for block in document.blocks if block.kind in _BODY)
    return tuple(_plain(word) for word in _WORD.findall(text.lower()))


def numbers_among(words: Sequence[str], language: str | None) -> list[int]:
    """The places of the numbers: digits, numerals, months and weekdays, what a form of words is filled in with."""
    filled = _numerals(language)
    return [at for at, word in enumerate(words) if word[0].isnumeric() or word in filled]


def codes_of(words: Sequence[str]) -> Hashes:
    """One hash for each word, the same in every run and on every machine."""
    return np.fromiter(map(code_of, words), np.uint64, len(words))


def masked(codes: Hashes, numbers: Collection[int]) -> Hashes:
    """The codes with every number hidden."""
    hidden = codes.copy()
    hidden[list(numbers)] = code_of(NUMBER)
    return hidden


def stretches_of(codes: Hashes) -> Hashes:
    """The hash of every eight words in a row, by the place of the first; none of a text of fewer words.

    A polynomial of the codes (R. M. Karp, M. O. Rabin, 1987), stirred so that every bit depends on every word.
    """
    count = max(0, len(codes) - SHINGLE + 1)
    rolled = np.zeros(count, np.uint64)
    for step in range(SHINGLE):
        rolled = rolled * _BASE + codes[step : step + count]
    return stirred(rolled)


def stirred(hashes: Hashes) -> Hashes:
    """Each hash turned into another one, one to one, that looks random (the finaliser of SplitMix64)."""
    for shift, factor in _MIX:
        hashes = (hashes ^ (hashes >> np.uint64(shift))) * np.uint64(factor)
    return hashes ^ (hashes >> np.uint64(31))


@lru_cache(maxsize=_REMEMBERED)
def code_of(word: str) -> int:
    """The 64-bit hash of a word."""
    return int.from_bytes(blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest(), "big")


def _plain(word: str) -> str:
    """1,297 and 1297 are one number; it's and it’s one word."""
    return word.replace(",", "") if word[0].isdigit() else word.replace("’", "'")


@cache
def _numerals(language: str | None) -> frozenset[str]:
    """Words that a report fills in anew each day; none where the language has no lexicon."""
    if language not in supported_languages():
        return frozenset()
    lexicon = load_lexicon(language)
    numerals, dates = lexicon.quantity.numerals, lexicon.dates
    tables = (numerals.units, numerals.tens, numerals.hundreds, numerals.scales, dates.months, dates.weekdays)
    return frozenset(word.lower() for table in tables for word in table)
