"""A date expression where it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tallybook.model import PartialDate, Period, Span

Role = Literal["at", "since", "until", "by", "as of", "between"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """What a text says of when.

    `span` covers the words of the date itself ("early December"), without the article or preposition in front;
    `role_span` the words that give the role ("since"), None where there are none. `period` are the days it means:
    for "since early December" the days of early December, so it is for the reader to draw the line from there. It
    is None where the words do not tell, and `why` says so. `partial` are the parts of a calendar date as written.
    """

    span: Span
    period: Period | None
    partial: PartialDate | None
    role: Role
    why: str
    role_span: Span | None = None
