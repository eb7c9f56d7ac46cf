"""The date words of a language, compiled once, and the tokens they are looked up for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, get_args

from tallybook.dates.mention import Role
from tallybook.lexicon.schema import DateWords

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|['’][^\W\d_]+|\S")
_LONGEST_PHRASE = 4
_LONGEST_NUMBER = 6


class Token(NamedTuple):
    """A word, a number or a mark. `key` is lower case without a possessive ending; `value` is set for whole numbers."""

    start: int
    end: int
    surface: str
    key: str
    value: int | None


@dataclass(frozen=True)
class DateTable:
    """Everything the grammar looks up. `months` holds full and short names, `roles` phrases, the longest first."""

    words: DateWords
    months: Mapping[str, int]
    doubtful: frozenset[str]
    weekdays: Mapping[str, int]
    leads: frozenset[str]
    starters: frozenset[str]
    roles: tuple[tuple[tuple[str, ...], Role], ...]
    day_phrases: Mapping[tuple[str, ...], tuple[int, int]]
    holidays: Mapping[tuple[str, ...], tuple[int, int]]
    phrase_starts: frozenset[str]
    future: frozenset[str]
    clause_breaks: frozenset[str]

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text, in order."""
        return tuple(_token(match) for match in _TOKEN.finditer(text))

    def phrase(
        self, tokens: tuple[Token, ...], at: int, phrases: Mapping[tuple[str, ...], tuple[int, int]]
    ) -> tuple[tuple[int, int], int] | None:
        """The value of the longest phrase that starts at token `at`, and the token after it."""
        if tokens[at].key not in self.phrase_starts:
            return None
        for length in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
            found = phrases.get(tuple(token.surface.lower().replace("’", "'") for token in tokens[at : at + length]))
            if found:
                return found, at + length
        return None


@cache
def date_table(words: DateWords) -> DateTable:
    """The table of a lexicon's date section."""
    roles = [(_split(phrase), role) for role in get_args(Role) for phrase in words.roles.get(role, ())]
    day_phrases = {_split(phrase): days for phrase, days in words.day_phrases.items()}
    holidays = {_split(phrase): date for phrase, date in words.holidays.items()}
    months = {**words.months, **words.short_months}
    weekdays = {**words.weekdays, **words.short_weekdays}
    return DateTable(
        words=words,
        months=months,
        doubtful=frozenset(words.doubtful_months),
        weekdays=weekdays,
        leads=frozenset(words.leads),
        starters=frozenset(_starters(words, months, weekdays, (*day_phrases, *holidays))),
        roles=tuple(sorted(roles, key=lambda entry: -len(entry[0]))),
        day_phrases=day_phrases,
        holidays=holidays,
        phrase_starts=frozenset(phrase[0].removesuffix("'s") for phrase in (*day_phrases, *holidays)),
        future=frozenset(words.future),
        clause_breaks=frozenset(words.clause_breaks),
    )


def _starters(
    words: DateWords, months: Iterable[str], weekdays: Iterable[str], phrases: Iterable[tuple[str, ...]]
) -> Iterable[str]:
    lists = (months, weekdays, words.seasons, words.units, words.numbers, words.vague_counts, words.recent)
    others = (words.shifts, words.parts, words.ordinals, words.weekend, words.earlier, words.later)
    marks = (words.between, words.start, words.quarter_marks, words.half_marks)
    for words_of_kind in (*lists, *others, *marks):
        yield from words_of_kind
    yield from (phrase[0] for phrase in phrases)


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())


def _token(match: re.Match[str]) -> Token:
    surface = match.group()
    key = surface.lower().replace("’", "'")
    value = int(surface) if surface.isdecimal() and len(surface) <= _LONGEST_NUMBER else None
    return Token(match.start(), match.end(), surface, key.removesuffix("'s"), value)
