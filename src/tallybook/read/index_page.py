"""Index and category pages: lists of headlines, each with a line or two of another article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tallybook.errors import UnreadableInput
from tallybook.model import Block, BlockKind
from tallybook.read.cues import Cues
from tallybook.read.judge import is_stamp

_FEWEST = 4
_SHARE = 0.8
_LONGEST = 45
"""Words of a teaser. Round-ups of news in brief have longer entries and are articles."""

_STAMP = 8
_HEADLINE = range(3, 26)


@dataclass(frozen=True, slots=True)
class Entry:
    """A block as it matters here. `linked`: it is a link and nothing else; `stamp`: an age, a time or a date alone."""

    kind: BlockKind
    words: int
    linked: bool
    stamp: bool


def entry_of(text: str, block: Block, cues: Cues, *, linked: bool = False) -> Entry:
    """A block of a page as an entry."""
    words = block.span.of(text)
    count = len(words.split())
    stamp = block.kind is not BlockKind.BODY and count <= _STAMP and is_stamp(words, cues)
    return Entry(block.kind, count, linked, stamp)


def refuse_index(entries: Sequence[Entry], *, where: str) -> None:
    """Raises `UnreadableInput` where nearly all paragraphs of a page are teasers of other articles.

    A teaser is a short paragraph alone under a headline, and the headline is a link or a time stands with it.
    Lists of advice and news in brief have headings too, but no links on them and no times.
    """
    paragraphs = sum(entry.kind is BlockKind.BODY for entry in entries)
    teasers = sum(_is_teaser(at, entries) for at in range(len(entries)))
    if teasers >= _FEWEST and teasers >= _SHARE * paragraphs:
        raise UnreadableInput(
            "an index of articles, not an article",
            where=where,
            why=f"{teasers} of its {paragraphs} paragraphs are teasers under headlines of their own",
            hint="give the articles that it leads to",
        )


def _is_teaser(at: int, entries: Sequence[Entry]) -> bool:
    entry = entries[at]
    if entry.kind is not BlockKind.BODY or entry.words > _LONGEST:
        return False
    above = next((other for other in entries[at - 1 :: -1] if not other.stamp), None) if at else None
    below = entries[at + 1] if at + 1 < len(entries) else None
    if above is None or above.words not in _HEADLINE or above.kind is BlockKind.BODY:
        return False
    if below is not None and below.kind is BlockKind.BODY:
        return False
    return above.linked or entries[at - 1].stamp or (below is not None and below.stamp)
