"""Where in a page's source each piece of its text stands.

An HTML parser forgets offsets. So each stretch of text in the source gets a numbered mark before parsing, made of two
private-use characters that the page does not contain; after parsing the mark leads back to the place. What the parser
made of the stretch is compared with the source; where the two disagree the text is kept and the map left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style)\b[^>]*>.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<[!/?a-z](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>"
    r"|<[!/?a-z][^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_INK = re.compile(r"[^ \t\n\r\f]")
_PIECE = re.compile(r"[^&\s]+(?: [^&\s]+)*|[ \t\n\r\f]+|&#?\w{1,32};?|.", re.DOTALL)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_PRIVATE = range(0xE000, 0xF8FF)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text, and where they stand in the source; None where that is not known."""

    words: str
    source: int | None


def collapse(words: str) -> str:
    """`words` with each run of HTML white space as one space; no-break spaces stay."""
    return _SPACES.sub(" ", words)


class MarkedSource:
    """A page whose stretches of text carry marks."""

    def __init__(self, source: str) -> None:
        self._open, self._close = _unused_pair(source)
        self._stretches: list[tuple[int, str]] = []
        self._mark = re.compile(f"{self._open}(\\d+){self._close}")
        self.marked = "".join(self._with_marks(source))

    def _with_marks(self, source: str) -> Iterator[str]:
        position = 0
        for found in _MARKUP.finditer(source):
            yield from self._stretch(source, position, found.start())
            yield found.group()
            position = found.end()
        yield from self._stretch(source, position, len(source))

    def _stretch(self, source: str, start: int, end: int) -> Iterator[str]:
        ink = _INK.search(source, start, end)
        if ink is None:
            yield source[start:end]
            return
        raw = source[ink.start() : end]
        self._stretches.append((ink.start(), raw))
        yield f"{source[start : ink.start()]}{self._open}{len(self._stretches) - 1}{self._close}{raw}"

    def without_marks(self, text: str) -> str:
        """`text` as it was before marking."""
        return self._mark.sub("", text) if self._open in text else text

    def pieces(self, text: str) -> Iterator[Piece]:
        """The words of a parsed text node with their places in the source, white space collapsed."""
        parts = self._mark.split(text)
        if parts[0]:
            yield Piece(collapse(parts[0]), None)
        for number, words in zip(parts[1::2], parts[2::2], strict=True):
            yield from self._traced(int(number), words)

    def _traced(self, number: int, words: str) -> Iterator[Piece]:
        start, raw = self._stretches[number]
        if raw == words and collapse(words) == words:
            yield Piece(words, start)
            return
        traced = [
            Piece(collapse(html.unescape(found.group())), start + found.start() if _is_literal(found.group()) else None)
            for found in _PIECE.finditer(raw)
        ]
        if "".join(piece.words for piece in traced) == collapse(words):
            yield from traced
        else:
            yield Piece(collapse(words), None)


def _is_literal(raw: str) -> bool:
    return raw == html.unescape(raw) == collapse(raw)


def _unused_pair(source: str) -> tuple[str, str]:
    used = set(source)
    free = (chr(code) for code in _PRIVATE if chr(code) not in used)
    return next(free), next(free)
