"""Lines that are a date and little else, and the date at the head of a dispatch."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tallybook.dates import read_publication_date
from tallybook.lexicon import load_lexicon
from tallybook.lexicon.schema import Lexicon
from tallybook.model import PartialDate, Span

_LONGEST_LINE = 160
_MOST_WORDS = 16
_MOST_OTHER = 9
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\n()]{1,60}?)\s*(?:\((?P<agency>[A-Z][\w. &/\-]{1,28})\)\s*)?(?P<dash>[–—]|-{1,2})\s"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a dispatch: "SEOUL, March 5 (UPI) –"."""

    agency: str | None
    published: PartialDate | None


def line_date(line: str, lexicon: Lexicon, *, at: int = 0) -> PartialDate | None:
    """The publication date in a line that starts at offset `at` of its text."""
    if len(line) > _LONGEST_LINE or not any(map(str.isdigit, line)):
        return None
    found = _date_in(line, lexicon.language)
    if found is None:
        return None
    return replace(found, span=found.span.shifted(at) if found.span else Span(at, at + len(line)))


@lru_cache(maxsize=256)
def _date_in(line: str, language: str) -> PartialDate | None:
    """Each byline is asked for its date by its kind, its author and its facts."""
    return read_publication_date(line, load_lexicon(language))


def is_date_line(line: str, lexicon: Lexicon) -> bool:
    """Whether a line is a date with at most a place, a name or a time beside it."""
    words = line.split()
    if len(words) > _MOST_WORDS:
        return False
    found = line_date(line, lexicon)
    if found is None or found.span is None or found.month is None:
        return False
    rest = (line[: found.span.start] + line[found.span.end :]).split()
    lower = sum(word[0].islower() and len(word) > 3 for word in rest)
    return len(rest) <= _MOST_OTHER and lower <= 2


def read_dateline(paragraph: str, lexicon: Lexicon, *, at: int) -> Dateline | None:
    """The dateline that a paragraph at offset `at` opens with: a place in capitals or an agency in brackets."""
    found = _DATELINE.match(paragraph[:120])
    if found is None:
        return None
    place = found.group("place")
    if not (found.group("agency") or place.split(",")[0].split()[0].isupper()):
        return None
    published = line_date(place, lexicon, at=at)
    return Dateline(found.group("agency"), replace(published, how="dateline") if published else None)
