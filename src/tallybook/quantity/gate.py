"""Whether a text can hold a quantity at all: fast, and rather once too often than never."""

from __future__ import annotations

import re
from functools import cache

from tallybook.lexicon import load_lexicon, supported_languages

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


def has_quantity(text: str) -> bool:
    """Whether `text` has a digit or a number word of any supported language, ordinals aside."""
    if _DIGIT.search(text):
        return True
    return not _number_words().isdisjoint(_WORD.findall(text.lower()))


@cache
def _number_words() -> frozenset[str]:
    words: set[str] = set()
    for language in supported_languages():
        quantity = load_lexicon(language).quantity
        numerals = quantity.numerals
        words.update(numerals.units, numerals.tens, numerals.hundreds, numerals.scales, numerals.denominators)
        words.update(quantity.vague.plurals, quantity.measures.twice)
        words.update(word for word, value in numerals.ordinals.items() if value > 2)
        words.update(word + numerals.plural_ending for word in numerals.ordinals)
    return frozenset(words)
