"""Whether words tell that a count is revised, where the old number is not told."""

from __future__ import annotations

import re
from functools import cache

from tallybook.lexicon.forms import phrase_forms
from tallybook.lexicon.schema import Lexicon

_REACH = r"(?:\s+[^\s.;:]+){0,6}?\s+"
"""Up to six words between "lowered" and "the toll"."""
_NEAR = 60
"""Characters between a number and the words that revise it."""


def revising_words(text: str, start: int, end: int, lexicon: Lexicon) -> str | None:
    """The words by which a passage revises the count at `[start, end)`: "revised down", "struck 35 names off its list".

    None where there are none near it, and where it is a forecast that is revised.
    """
    words, outlooks = _patterns(lexicon)
    found = [match for match in words.finditer(text) if max(match.start(), start) - min(match.end(), end) <= _NEAR]
    return found[0][0] if found and not outlooks.search(text) else None


@cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    told = lexicon.corrections
    revise = _any(phrase_forms((*told.verbs["revise"], *told.verbs["correct"]), lexicon))
    lower, sums = _any(phrase_forms(told.verbs["lower"], lexicon)), _any(told.phrases["sum"])
    remove, say = (_any(phrase_forms(told.verbs[name], lexicon)) for name in ("remove", "say"))
    off, register, less, formerly, mistakenly = (
        _any(told.phrases[name]) for name in ("off", "register", "less", "formerly", "mistakenly")
    )
    ways = (
        revise,
        f"{lower}{_REACH}{sums}",
        f"{sums}{_REACH}{lower}",
        f"{remove}{_REACH}{off}{_REACH}{register}",
        f"{less}\\s+than{_REACH}{formerly}\\s+{say}",
        f"{mistakenly}\\s+{say}",
        _any(told.errors),
    )
    words = re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE)
    return words, re.compile(rf"\b{_any(tuple(sorted(told.outlooks)))}\b", re.IGNORECASE)


def _any(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first) + ")"
