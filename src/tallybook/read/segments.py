"""Stretches of a page's source as segments of text: white space collapsed, references resolved, places kept."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tallybook.model import BlockKind
from tallybook.read.context import Context
from tallybook.read.elements import LONGEST_BYLINE

Run = tuple[int, int, int]
Piece = tuple[int, int, bool]
"""Where words start and end in the source, and whether they are in a link."""

LINE, TAB, SPACE = (-1, -1, False), (-2, -2, False), (-3, -3, False)
"""Pieces that stand for a line break, the border of a cell and white space between elements."""

_MADE = {LINE[0]: "\n", TAB[0]: "\t", SPACE[0]: " "}
_BLANK = " \n\t\r\f"
_ODD = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]|&#?\w{1,32};?")
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class Segment:
    """Text between two block boundaries.

    `runs` are (offset in `text`, offset in the source, length). `kind` is what the mark-up says it is, `why` which
    part of it; `aside` the element that takes it out of the article and `off` the class that likely does, None where
    there is none; `linked` the share of characters inside links. `place` is equal for the children of alike
    containers, `box` the number of the container itself.
    """

    text: str
    runs: list[Run]
    kind: BlockKind | None
    why: str
    aside: str | None
    linked: float
    tag: str
    place: int
    off: str | None = None
    box: int = 0


def segment_of(source: str, pieces: Sequence[Piece], context: Context, box: int) -> Segment | None:
    """What was gathered, or None for white space."""
    text, runs, linked = _plain_text(source, *pieces[0]) if len(pieces) == 1 else _text_of(source, pieces)
    if not text or text.isspace():
        return None
    kind, why = context.kind, context.why
    if kind is BlockKind.BYLINE and (len(text) > LONGEST_BYLINE or text[-1] in ".!?:"):
        kind, why = None, ""
    return Segment(
        text,
        runs,
        kind,
        why,
        context.aside,
        min(1.0, linked / len(text)),
        context.tag,
        context.place,
        context.off,
        box,
    )


def _plain_text(source: str, start: int, end: int, in_link: bool) -> tuple[str, list[Run], int]:
    """The text of one piece, mostly as it stands in the source."""
    raw = source[start:end].strip(_BLANK)
    if _ODD.search(raw):
        return _text_of(source, [(start, end, in_link)])
    return raw, [(0, source.index(raw, start), len(raw))], len(raw) if in_link else 0


def _text_of(source: str, pieces: Sequence[Piece]) -> tuple[str, list[Run], int]:
    """The text of pieces, a space at a join only once, with its places and the length of its links."""
    words: list[str] = []
    runs: list[Run] = []
    length = linked = 0
    spaced = True
    for start, end, in_link in pieces:
        for piece, at in ((_MADE[start], -1),) if start < 0 else _traced(source, start, end):
            if spaced and piece[:1] == " ":
                piece, at = piece[1:], at + 1 if at >= 0 else at
            if not piece:
                continue
            size = len(piece)
            if at >= 0:
                runs.append((length, at, size))
            words.append(piece)
            length += size
            if in_link:
                linked += size
            spaced = piece[-1] in " \n\t"
    text = "".join(words).rstrip(_BLANK)
    while runs and runs[-1][0] + runs[-1][2] > len(text):
        at, where, _ = runs.pop()
        if at < len(text):
            runs.append((at, where, len(text) - at))
    return text, runs, linked


def _traced(source: str, start: int, end: int) -> Sequence[tuple[str, int]]:
    """The words of a stretch of source with their places, -1 for those that stand otherwise in the source.

    White space is one space, character references are resolved.
    """
    odd = _ODD.search(source, start, end)
    if odd is None:
        return ((source[start:end], start),)
    found: list[tuple[str, int]] = []
    at = start
    while odd is not None:
        if odd.start() > at:
            found.append((source[at : odd.start()], at))
        raw = odd[0]
        words = _SPACES.sub(" ", html.unescape(raw)) if raw[0] == "&" else " "
        found.append((words, odd.start() if words == raw else -1))
        at = odd.end()
        odd = _ODD.search(source, at, end)
    if at < end:
        found.append((source[at:end], at))
    return found
