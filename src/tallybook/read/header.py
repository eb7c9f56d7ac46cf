"""Title, outlet, author and dates as the lines of a text give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallybook.lexicon import load_lexicon
from tallybook.lexicon.schema import Lexicon
from tallybook.model import Block, BlockKind, PartialDate
from tallybook.read.cues import cues_for
from tallybook.read.parts import Facts
from tallybook.read.phrases import plain

try:
    from tallybook.dates import read_publication_date
except ImportError:

    def read_publication_date(line: str, lexicon: Lexicon) -> PartialDate | None:
        return None


_DATELINE = re.compile(r"(?P<place>[^\W\d_][^\n(]{1,60}?)\s*\((?P<agency>[A-Z][\w. &/\-]{1,28})\)\s*[–—-]+\s")
_AUTHOR = re.compile(
    r"(?P<name>[^\W\d_][\w.'’\-]*(?:[ \u00a0](?:(?:de|da|del|van|von|bin|al|el|la|der|den)[ \u00a0])*[^\W\d_a-zа-я][\w.'’\-]*){1,3})"
)
_CLOCK_LINES = 12


def header_facts(text: str, blocks: Sequence[Block], *, language: str | None, words: str) -> Facts:
    """What the lines of a page say about it; nothing is guessed."""
    lexicon = load_lexicon(words)
    return Facts(
        title=next((clean(block.span.of(text)) for block in blocks if block.kind is BlockKind.TITLE), None),
        outlet=_dateline_agency(text, blocks),
        author=_author(text, blocks, words),
        language=language,
        published=byline_date(text, blocks, lexicon) or _dateline_date(text, blocks, lexicon),
        not_after=_page_clock(text, blocks, lexicon, words),
    )


def clean(words: str) -> str:
    """`words` with single spaces."""
    return " ".join(words.split())


def byline_date(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> PartialDate | None:
    """The first date in a byline."""
    for block in blocks:
        if block.kind is BlockKind.BYLINE:
            found = _dated(text, block, lexicon, "byline")
            if found:
                return found
    return None


def _dated(text: str, block: Block, lexicon: Lexicon, how: str) -> PartialDate | None:
    found = read_publication_date(block.span.of(text), lexicon)
    if found is None:
        return None
    span = found.span.shifted(block.span.start) if found.span else block.span
    return replace(found, how=how, span=span)


def _first_bodies(blocks: Sequence[Block]) -> Iterator[Block]:
    bodies = [block for block in blocks if block.kind in (BlockKind.BODY, BlockKind.STANDFIRST)]
    yield from bodies[:2]


def _dateline(text: str, blocks: Sequence[Block]) -> tuple[Block, re.Match[str]] | None:
    for block in _first_bodies(blocks):
        found = _DATELINE.match(block.span.of(text)[:120])
        if found:
            return block, found
    return None


def _dateline_agency(text: str, blocks: Sequence[Block]) -> str | None:
    found = _dateline(text, blocks)
    return found[1].group("agency") if found else None


def _dateline_date(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> PartialDate | None:
    found = _dateline(text, blocks)
    if found is None:
        return None
    block, match = found
    dated = read_publication_date(match.group("place"), lexicon)
    if dated is None:
        return None
    return replace(dated, how="dateline", span=dated.span.shifted(block.span.start) if dated.span else None)


def _author(text: str, blocks: Sequence[Block], words: str) -> str | None:
    leads = cues_for(words).byline_leads
    for block in blocks:
        if block.kind is not BlockKind.BYLINE:
            continue
        line = block.span.of(text)
        lead = leads.at(plain(line))
        name = _AUTHOR.match(line[len(lead) :].lstrip(" :") if lead and lead.split()[-1].startswith("by") else "")
        if name:
            return clean(name.group("name"))
    return None


def _page_clock(text: str, blocks: Sequence[Block], lexicon: Lexicon, words: str) -> PartialDate | None:
    leads = cues_for(words).clock_leads
    for block in blocks[:_CLOCK_LINES]:
        if block.kind is BlockKind.FURNITURE and leads.at(plain(block.span.of(text))):
            found = _dated(text, block, lexicon, "page clock")
            if found:
                return found
    return None
