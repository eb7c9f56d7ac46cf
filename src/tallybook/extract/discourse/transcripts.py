"""Who speaks where a page prints a conversation: "MAYOR: …" at the start of its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tallybook.model import Document, Span

_LABEL = re.compile(r"[\"“]?(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s")
_TURNS = 3
"""Labels from which a page prints a conversation; one or two may be a place or a heading."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a label stands, and the name in it."""

    name: str
    span: Span


def turns_of(document: Document) -> tuple[Turn, ...]:
    """The turns of a conversation in text order, none where too few lines have a label or each has another one."""
    turns = tuple(_labels(document))
    repeated = any(count > 1 for count in Counter(turn.name for turn in turns).values())
    return turns if len(turns) >= _TURNS and repeated else ()


def _labels(document: Document) -> Iterator[Turn]:
    for block in document.article_blocks():
        match = _LABEL.match(document.text, block.span.start, block.span.end)
        if match is not None:
            yield Turn(match["name"].title(), Span(match.start("name"), match.end("name")))


def turn_at(offset: int, block: Span, turns: tuple[Turn, ...]) -> Turn | None:
    """The turn that an offset stands in: the last label before, in its own block or with another label to come."""
    before = [turn for turn in turns if turn.span.end <= offset]
    if not before or not (block.covers(before[-1].span) or turns[-1].span.start > offset):
        return None
    return before[-1]
