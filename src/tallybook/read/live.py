"""The posts of a live page: entries that each stand under a time of their own, the newest or the oldest first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tallybook.lexicon.schema import Lexicon
from tallybook.model import ARTICLE_KINDS, Block, BlockKind, PartialDate, Post, Span
from tallybook.read.dated import line_date
from tallybook.read.header import UPDATED

_FEWEST = 3
"""Posts on a live page. Fewer times between paragraphs are those of a chronology or of related pieces."""

_LONGEST = 60
_MOST_OTHER = 12
"""Letters of a line beside its date and time: a time zone, "updated at"."""

_TIME = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])\s?[:.h]\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s?(?P<half>[ap])\.?m\b\.?)?(?![\d.:])",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_NO_STAMPS = (BlockKind.TITLE, BlockKind.BODY, BlockKind.CAPTION)
_OF_PAGE = (UPDATED, "published line")
_POST_TIME = "time of its post"


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A line that a post stands under: its day as far as it tells it, and its minute of the day."""

    block: Block
    day: PartialDate | None
    minute: int | None


def posts_of(
    text: str,
    blocks: Sequence[Block],
    *,
    page: PartialDate | None,
    lexicon: Lexicon,
    stated: Sequence[tuple[str, PartialDate]] = (),
) -> tuple[Post, ...]:
    """The posts of a page in text order; none where it is no live page.

    `page` is the day of the page. `stated` are the words of lines with the moment that mark-up gives them, in order.
    A post without a day has the page's; where times alone run over midnight, the days are counted back from the page's
    last update.
    """
    groups = list(_groups(blocks, list(_stamps(text, blocks, lexicon, stated))))
    if len(groups) < _FEWEST:
        return ()
    days = _days([stamp for stamp, _ in groups], page)
    return tuple(
        Post(Span(stamp.block.span.start, last.span.end), day)
        for (stamp, last), day in zip(groups, days, strict=True)
        if day is not None
    )


def _stamps(
    text: str, blocks: Sequence[Block], lexicon: Lexicon, stated: Sequence[tuple[str, PartialDate]]
) -> Iterator[_Stamp]:
    moments, known = iter(stated), {words for words, _ in stated}
    for block in blocks:
        if len(block.span) > _LONGEST or block.kind in _NO_STAMPS:
            continue
        line = block.span.of(text)
        moment = _next_of(moments, line) if line in known else None
        found = _stamp(block, line, lexicon)
        if moment is not None:
            yield _Stamp(block, moment, found.minute if found else None)
        elif found is not None:
            yield found


def _next_of(moments: Iterator[tuple[str, PartialDate]], line: str) -> PartialDate | None:
    return next((day for words, day in moments if words == line), None)


def _stamp(block: Block, line: str, lexicon: Lexicon) -> _Stamp | None:
    time = _TIME.search(line) if _DIGIT.search(line) else None  # few lines have one, and the search for times is slow
    if time is None:
        return None
    date = line_date(line, lexicon, at=block.span.start)
    told = [time.span()]
    if date is not None and date.span is not None:
        told.append((date.span.start - block.span.start, date.span.end - block.span.start))
    if date is not None and date.how in _OF_PAGE:
        return None
    rest = "".join(c for at, c in enumerate(line) if c.isalpha() and not any(a <= at < b for a, b in told))
    if len(rest) > _MOST_OTHER:
        return None
    hour = int(time["hour"]) % 12 + 12 * (time["half"].lower() == "p") if time["half"] else int(time["hour"])
    return _Stamp(block, date if date is not None and date.day is not None else None, hour * 60 + int(time["minute"]))


def _groups(blocks: Sequence[Block], stamps: Sequence[_Stamp]) -> Iterator[tuple[_Stamp, Block]]:
    """Each stamp with the last block of the article under it; stamps with nothing under them are those of teasers."""
    starts = [stamp.block.span.start for stamp in stamps]
    ends = [*starts[1:], blocks[-1].span.end + 1] if starts else []
    for stamp, end in zip(stamps, ends, strict=True):
        own = [b for b in blocks if stamp.block.span.end <= b.span.start < end and b.kind in ARTICLE_KINDS]
        if any(block.kind is BlockKind.BODY for block in own):
            yield stamp, own[-1]


def _days(stamps: Sequence[_Stamp], page: PartialDate | None) -> list[PartialDate | None]:
    told = [_with_year(stamp.day, page) if stamp.day is not None else None for stamp in stamps]
    if any(told) or page is None or page.date() is None:
        return [day or page for day in told]
    return [replace(page, how=_POST_TIME)] * len(stamps) if page.how != UPDATED else _counted_back(stamps, page)


def _with_year(day: PartialDate, page: PartialDate | None) -> PartialDate:
    known = replace(day, how=_POST_TIME)
    return known if day.year is not None or page is None else replace(known, year=page.year)


def _counted_back(stamps: Sequence[_Stamp], page: PartialDate) -> list[PartialDate | None]:
    """The days of times alone: the newest post is of the page's day, and each step over midnight is a day."""
    minutes = [stamp.minute for stamp in stamps if stamp.minute is not None]
    falling = sum(b < a for a, b in pairwise(minutes)) * 2 >= len(minutes) - 1
    ordered = stamps if falling else stamps[::-1]
    back, last, days = 0, None, list[PartialDate | None]()
    newest = page.date()
    for stamp in ordered:
        if stamp.minute is not None and last is not None and stamp.minute > last:
            back += 1
        last = stamp.minute if stamp.minute is not None else last
        day = newest - dt.timedelta(days=back) if newest is not None else None
        days.append(None if day is None else PartialDate(year=day.year, month=day.month, day=day.day, how=_POST_TIME))
    return days if falling else days[::-1]
