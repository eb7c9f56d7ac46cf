"""The frames of corrections as patterns over a text in which the page's numbers are marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from tallybook.extract.vocabulary import Vocabulary
from tallybook.lexicon.claim_words import CorrectionFrame
from tallybook.lexicon.forms import phrase_forms

TAKEN, OTHER = "\ue000", "\ue001"
"""Characters that stand in the place of the number asked about, and of the page's other numbers."""
_GAP = "…"
_LONGEST_GAP = 8
_BETWEEN = rf"[^\w;:{TAKEN}{OTHER}]{{1,4}}"
"""What parts two words of one clause: spaces, a comma, quotation marks, a bracket."""
_WORD_OF_GAP = rf"[^\w\s;:{TAKEN}{OTHER}]{{0,3}}\s+[^\s;:{TAKEN}{OTHER}]*"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A frame that can be looked for."""

    frame: CorrectionFrame
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """All that is looked for in a language."""

    frames: tuple[Pattern, ...]
    behind: tuple[Pattern, ...]
    errors: re.Pattern[str]
    notices: re.Pattern[str]
    lead: re.Pattern[str]
    outlooks: re.Pattern[str]
    stops: re.Pattern[str]


@cache
def patterns_of(words: Vocabulary) -> Patterns:
    """The patterns of a language."""
    told = words.lexicon.corrections
    classes = {name: _alternatives(phrase_forms(listed, words.lexicon)) for name, listed in told.verbs.items()}
    classes |= {name: _alternatives(listed) for name, listed in told.phrases.items()}
    apart = "".join(rf"(?<!\b{re.escape(word)} )" for word in told.apart)
    classes["formerly"] = apart + classes["formerly"]
    leads = _alternatives(told.notice_leads)
    complement = rf"(?!\s+{_alternatives(told.complements)}\b)"
    return Patterns(
        frames=tuple(Pattern(frame, _compiled(frame.words, classes)) for frame in told.frames),
        behind=tuple(Pattern(frame, _compiled(frame.words, classes, end=complement)) for frame in told.behind),
        errors=_whole_words(_alternatives(told.errors)),
        notices=_whole_words(_alternatives(told.notices)),
        lead=re.compile(rf"\W*{leads}(?:\W*$|[^.;:]{{0,30}}[:—–])", re.IGNORECASE),
        outlooks=_whole_words(_alternatives(told.outlooks)),
        stops=_whole_words(f"(?:{classes['say']}|{_alternatives(told.stops)})"),
    )


def _alternatives(phrases: Iterable[str]) -> str:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first) + ")"


def _whole_words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives}\b", re.IGNORECASE)


def _compiled(frame: str, classes: Mapping[str, str], *, end: str = "") -> re.Pattern[str]:
    """A frame's words one behind the other.

    A gap may be empty, and so may a class with a question mark; then its mark of parting falls away with it.
    """
    found, first = "", True
    for part in frame.split():
        between = "" if first else _BETWEEN
        if part == _GAP:
            found += rf"(?:{_WORD_OF_GAP}){{0,{_LONGEST_GAP}}}?"
        elif part.endswith("?"):
            found += rf"(?:{between}{_one(part[:-1], classes)})?"
        else:
            found += between + _one(part, classes)
        first = False
    return re.compile(found + end, re.IGNORECASE)


def _one(part: str, classes: Mapping[str, str]) -> str:
    if part == "#":
        return f"{TAKEN}+"
    if part == "0":
        return f"{OTHER}+"
    return rf"\b{classes[part[1:-1]] if part.startswith('<') else re.escape(part)}\b"
