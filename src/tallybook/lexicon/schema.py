"""The shape of a language's data file. One struct per section; an unknown key or a wrong type is an error."""

from __future__ import annotations

import msgspec


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all sections: immutable, and strict about its keys."""


class QuantityWords(Section):
    """Numerals, hedges, measures and rates, for `quantity`."""


class DateWords(Section):
    """Months, weekdays, seasons and relative expressions, for `dates`."""


class PageWords(Section):
    """Words by which page furniture, bylines and datelines are known, for `read`."""


class TextWords(Section):
    """Words that decide where sentences end, for `parse`.

    `abbreviations` end in a full stop that ends no sentence (given without it); `openers` are words that open a
    sentence when they follow an initialism ("in the U.S. The …").
    """

    abbreviations: frozenset[str]
    openers: frozenset[str]


class Lexicon(Section):
    """Everything the program knows about one language."""

    language: str
    quantity: QuantityWords
    dates: DateWords
    page: PageWords
    text: TextWords
