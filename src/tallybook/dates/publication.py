"""Publication dates in bylines and datelines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tallybook.dates.read import read_dates
from tallybook.dates.table import DateTable, date_table
from tallybook.lexicon.schema import Lexicon
from tallybook.model import PartialDate

_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class _Candidate:
    date: PartialDate
    label: str

    @property
    def rank(self) -> tuple[int, int]:
        """Published before unlabelled before updated, whole dates before partial ones."""
        parts = (self.date.year, self.date.month, self.date.day)
        return ("published", "", "updated").index(self.label), parts.count(None)


def read_publication_date(line: str, lexicon: Lexicon) -> PartialDate | None:
    """The date a byline or dateline gives, as far as it gives it; None where there is none.

    A date labelled as published goes before an unlabelled one, and that before one labelled as updated; `how` says
    which. A date in a form that can be read two ways gives its year only. Lines over 300 characters are no bylines.

    "SEOUL, March 5 (UPI)" → month 3, day 5, year unknown.
    """
    if len(line) > _LONGEST_LINE:
        return None
    table = date_table(lexicon.dates)
    candidates = []
    for mention in read_dates(line, lexicon, anchor=None):
        partial = mention.partial
        if partial and (partial.month is not None or mention.period is None) and partial != _nothing(partial):
            candidates.append(_Candidate(partial, _label(line[: mention.span.start], table)))
    if not candidates:
        return None
    best = min(candidates, key=lambda candidate: candidate.rank)
    return replace(best.date, how=_how(best))


def _nothing(partial: PartialDate) -> PartialDate:
    return replace(partial, year=None, month=None, day=partial.day)


def _label(before: str, table: DateTable) -> str:
    """The last label in front of a date."""
    folded = " ".join(token.key for token in table.tokens(before))
    words = table.words
    labels = [*((word, "updated") for word in words.updated), *((word, "published") for word in words.published)]
    found = [(folded.rfind(word), len(word), label) for word, label in labels if word in folded]
    return max(found)[2] if found else ""


def _how(candidate: _Candidate) -> str:
    if candidate.label:
        return f"{candidate.label} line"
    return "dateline" if candidate.date.year is None else "byline"
