"""Whether words tell that a count is revised, without a look at its numbers."""

from __future__ import annotations

import re
from functools import cache

from tallybook.lexicon.forms import phrase_forms
from tallybook.lexicon.schema import Lexicon

_REACH = r"(?:\s+[^\s.;:]+){0,6}?\s+"
"""Up to six words between "lowered" and "the toll"."""


def revising_words(text: str, lexicon: Lexicon) -> str | None:
    """The words of a sentence by which a count is revised: "revised down", "lowered the toll", "double-counted".

    None where there are none, and where it is a forecast that is revised.
    """
    patterns = _patterns(lexicon)
    if patterns[1].search(text):
        return None
    found = patterns[0].search(text)
    return found[0] if found is not None else None


@cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    told = lexicon.corrections
    revise = _any(phrase_forms((*told.verbs["revise"], *told.verbs["correct"]), lexicon))
    lower, sums = _any(phrase_forms(told.verbs["lower"], lexicon)), _any(told.phrases["sum"])
    ways = (revise, f"{lower}{_REACH}{sums}", f"{sums}{_REACH}{lower}", _any(told.errors))
    words = re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE)
    return words, re.compile(rf"\b{_any(tuple(sorted(told.outlooks)))}\b", re.IGNORECASE)


def _any(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first) + ")"
