"""Lines that are a date and little else, and the date at the head of a dispatch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tallybook.dates import read_dates, read_publication_date
from tallybook.dates.table import date_table
from tallybook.lexicon import load_lexicon
from tallybook.lexicon.schema import Lexicon
from tallybook.model import PartialDate, Span

_LONGEST_LINE = 160
_MOST_WORDS = 16
_MOST_WORDS_OF_TWO = 26
_MOST_OTHER = 9
_FIGURES = re.compile(r"\d\s?[./\-–年月]\s?\d|\d{6}")
_WORD = re.compile(r"[^\W\d_]+")
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
    """Whether a line is a date with at most a place, a name or a time beside it, or two dates."""
    words = len(line.split())
    if words > _MOST_WORDS_OF_TWO or not _may_name_a_month(line, lexicon):
        return False
    found = line_date(line, lexicon)
    if found is None or found.span is None or found.month is None:
        return False
    rest = (line[: found.span.start] + line[found.span.end :]).split()
    if words > _MOST_WORDS or len(rest) > _MOST_OTHER:
        further = _beside_dates(line, lexicon.language)
        if further is None:
            return False
        rest = [word for word in further.split() if any(map(str.isalpha, word))]
    lower = sum(word[0].islower() and len(word.strip(".,")) > 3 for word in rest)
    return len(rest) <= _MOST_OTHER and lower <= 2


def _may_name_a_month(line: str, lexicon: Lexicon) -> bool:
    """Whether a line holds figures as dates have them, or the name of a month: cheaper than reading its dates."""
    if _FIGURES.search(line):
        return True
    months = date_table(lexicon.dates).months
    return any(word in months for word in _WORD.findall(line.casefold()))


def is_date_alone(line: str, lexicon: Lexicon) -> bool:
    """Whether a line is a full date and no word more."""
    found = line_date(line, lexicon) if _may_name_a_month(line, lexicon) else None
    if found is None or found.span is None or None in (found.year, found.month, found.day):
        return False
    return not any(map(str.isalpha, line[: found.span.start] + line[found.span.end :]))


@lru_cache(maxsize=64)
def _beside_dates(line: str, language: str) -> str | None:
    """What a line says beside its dates; None where fewer than two of them name a month."""
    dates = read_dates(line, load_lexicon(language), anchor=None)
    spans = [date.span for date in dates if date.partial and date.partial.month is not None]
    if len(spans) < 2:
        return None
    return "".join(_outside(line, spans))


def _outside(line: str, spans: Sequence[Span]) -> Iterator[str]:
    at = 0
    for span in spans:
        yield line[at : span.start]
        at = max(at, span.end)
    yield line[at:]


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
