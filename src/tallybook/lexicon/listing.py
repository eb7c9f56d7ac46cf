"""Whether words tell that those in a number were counted one by one: by name, from obituaries, as recovered bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tallybook.lexicon.schema import Lexicon

_NEAR = 60
"""Characters between a number and the words that say so."""
_BREAK = re.compile(r"[;:,\d]")
"""What parts a number from words behind it: another number, the next clause."""


def listing_words(text: str, start: int, end: int, lexicon: Lexicon) -> str | None:
    """The words by which a sentence says that the number at `[start, end)` is a list: "identified by name".

    None where there are none near it, where another number stands nearer, and where an estimate or a denial is told.

    >>> from tallybook.lexicon import load_lexicon
    >>> listing_words("It has confirmed 120 deaths by name.", 17, 20, load_lexicon("en"))
    'by name'
    """
    patterns = _patterns(lexicon)
    if guessing_words(text, lexicon):
        return None
    ahead = (match for match in patterns.ahead.finditer(text, 0, start) if _reaches(text[match.end() : start]))
    behind = (match for match in patterns.behind.finditer(text, end) if _reaches(text[end : match.start()]))
    is_whole = patterns.outside.search(text[:start].rstrip() + " ") is not None
    found = next(ahead, None) or (None if is_whole else next(behind, None))
    return found[0] if found is not None else None


def guessing_words(text: str, lexicon: Lexicon) -> str | None:
    """The words by which a sentence makes its numbers estimates, whoever keeps a list: "estimates", "excess"."""
    found = _patterns(lexicon).guesses.search(text)
    return found[0] if found is not None else None


def _reaches(gap: str) -> bool:
    return len(gap) <= _NEAR and not _BREAK.search(gap)


@dataclass(frozen=True, slots=True)
class _Patterns:
    ahead: re.Pattern[str]
    behind: re.Pattern[str]
    guesses: re.Pattern[str]
    outside: re.Pattern[str]


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    lists = lexicon.lists
    not_otherwise = rf"(?!\s+{_any(lists.otherwise)}\b)"
    return _Patterns(
        ahead=re.compile(rf"\b{_any((*lists.around, *lists.ahead))}\b", re.IGNORECASE),
        behind=re.compile(rf"\b{_any((*lists.around, *lists.behind))}\b{not_otherwise}", re.IGNORECASE),
        guesses=re.compile(rf"\b{_any(lists.guesses)}\b", re.IGNORECASE),
        outside=re.compile(rf"\b{_any(lists.outside)}\s$", re.IGNORECASE),
    )


def _any(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first) + ")"
