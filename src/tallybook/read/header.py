"""Title, outlet, author and dates as the lines of a text give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallybook.lexicon import load_lexicon
from tallybook.lexicon.schema import Lexicon
from tallybook.model import Block, BlockKind, PartialDate
from tallybook.read.bylines import NAME_AND_ROLE
from tallybook.read.cues import cues_for
from tallybook.read.dated import Dateline, line_date, read_dateline
from tallybook.read.opening import CLOCK, NAMED
from tallybook.read.outlets import spelled_out
from tallybook.read.parts import Facts
from tallybook.read.phrases import plain, tokens_of

_PARTICLE = r"(?:(?:de|da|del|van|von|bin|al|el|la|der|den)[ \u00a0])*"
_AUTHOR = re.compile(rf"[^\W\d_][\w.'’\-]*(?:[ \u00a0]{_PARTICLE}[^\W\d_a-zа-я][\w.'’\-]*){{1,3}}")
_CLOCK_LINES = 25
UPDATED = "updated line"


def header_facts(text: str, blocks: Sequence[Block], *, language: str | None, words: str) -> Facts:
    """What the lines of a page say about it; nothing is guessed.

    A date in a byline goes before one in a dateline. The page's own clock bounds the date and is never it.
    """
    lexicon = load_lexicon(words)
    dateline = _dateline(text, blocks, lexicon)
    published = _byline_date(text, blocks, lexicon) or (dateline.published if dateline else None)
    return Facts(
        title=next((clean(block.span.of(text)) for block in blocks if block.kind is BlockKind.TITLE), None),
        outlet=spelled_out(dateline.agency, text, blocks) if dateline and dateline.agency else None,
        author=_author(text, blocks, lexicon),
        language=language,
        published=published,
        not_after=bound(published, _page_clock(text, blocks, lexicon)),
    )


def bound(published: PartialDate | None, clock: PartialDate | None) -> PartialDate | None:
    """The page's clock, unless the page says that it was published later: then it is no clock."""
    if published is None or clock is None:
        return clock
    days = [(date.year, date.month, date.day) for date in (published, clock)]
    known = [tuple(part for part in day if part is not None) for day in days]
    return None if min(map(len, known)) == 3 and known[0] > known[1] else clock


def clean(words: str) -> str:
    """`words` with single spaces."""
    return " ".join(words.split())


def _bylines(blocks: Sequence[Block]) -> Iterator[Block]:
    """The bylines above the second paragraph; those below credit editors or belong to other pieces."""
    paragraphs = 0
    for block in blocks:
        paragraphs += block.kind is BlockKind.BODY
        if paragraphs > 1:
            return
        if block.kind is BlockKind.BYLINE:
            yield block


def _byline_date(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> PartialDate | None:
    """The most complete date in the bylines, one of an update last; the first of equals."""
    found = [line_date(block.span.of(text), lexicon, at=block.span.start) for block in _bylines(blocks)]
    return max((date for date in found if date), key=_completeness, default=None)


def _completeness(date: PartialDate) -> tuple[int, bool]:
    return sum(part is not None for part in (date.year, date.month, date.day)), date.how != UPDATED


def _dateline(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> Dateline | None:
    bodies = [block for block in blocks if block.kind in (BlockKind.BODY, BlockKind.STANDFIRST)]
    found = (read_dateline(block.span.of(text)[:200], lexicon, at=block.span.start) for block in bodies[:2])
    return next((dateline for dateline in found if dateline), None)


def _author(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> str | None:
    """The name after "by" in the first byline that has one, up to its date; else a name with a role or a date by it."""
    bylines = list(_bylines(blocks))
    led = (_name_after_lead(block.span.of(text), lexicon) for block in bylines)
    alone = (_name_alone(block.span.of(text), lexicon) for block in bylines if block.why in (NAMED, NAME_AND_ROLE))
    return next((name for name in (*led, *alone) if name), None)


def _name_after_lead(line: str, lexicon: Lexicon) -> str | None:
    lead = cues_for(lexicon.language).author_leads.at(plain(line))
    if lead is None:
        return None
    date = line_date(line, lexicon)
    until = date.span.start if date and date.span and date.span.start > len(lead) else len(line)
    name = _AUTHOR.match(line[len(lead) : until].lstrip(" :\u00a0"))
    return clean(name.group()) if name else None


def _name_alone(line: str, lexicon: Lexicon) -> str | None:
    name = _AUTHOR.fullmatch(line.split(",")[0].strip())
    words = plain(name.group()) if name else ""
    if name is None or cues_for(lexicon.language).roles.first(words, tokens_of(words)):
        return None
    return clean(name.group())


def _page_clock(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> PartialDate | None:
    """The date that the page shows for the day it was saved on."""
    body = next((index for index, block in enumerate(blocks) if block.kind is BlockKind.BODY), 0)
    for block in blocks[: max(body, _CLOCK_LINES)]:
        if block.kind is BlockKind.FURNITURE and block.why == CLOCK:
            found = line_date(block.span.of(text), lexicon, at=block.span.start)
            if found:
                return replace(found, how="page clock")
    return None
