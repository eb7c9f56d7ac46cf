"""The visible text of a page as segments, and the facts that its mark-up states, in one pass over the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tallybook.read.asides import end_of_aside, lines_of_aside
from tallybook.read.elements import ASIDE, BLOCKS, ONCE, UNSEEN, WRAPPERS
from tallybook.read.nesting import Nesting
from tallybook.read.raw_facts import STATING, RawFacts
from tallybook.read.segments import LINE, TAB, Piece, Segment, segment_of
from tallybook.read.tags import tags_of

_MOST_TRIES = 20
"""So often is an element beside the article looked at as a whole in vain; then the page is too broken for that."""
_PARAGRAPHS = 4
"""What only its class names as beside the article may be the article: with so many paragraphs it is read as one."""
_EMPTY = frozenset(("img", "input", "wbr", "source", "embed", "col", "area", "track", "param", "base", "frame", "head"))
"""Elements without text; the end of <head> is mostly left out."""
_CELLS = frozenset(("td", "th"))
_SPEAKING = ("class", "hidden", "style", "role", "itemprop", "rel=")


@dataclass(frozen=True, slots=True)
class Scan:
    """The segments of a page in order, the container around each container and its element, and the facts stated."""

    segments: Sequence[Segment]
    around: Sequence[int]
    elements: Sequence[str]
    facts: RawFacts


def scan(source: str) -> Scan:
    """The segments of a page and what its mark-up states, in time linear in its size."""
    reader = _Reader(source)
    reader.run()
    return Scan(reader.segments, reader.nesting.around, reader.nesting.elements, reader.facts)


class _Reader:
    """Gathers pieces of text until a block boundary."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.segments: list[Segment] = []
        self.facts = RawFacts()
        self.nesting = Nesting()
        self._linked = False
        self._pieces: list[Piece] = []
        self._held = self.nesting.context
        self._tries = 0

    def run(self) -> None:
        """Walks the page; an element beside the article is stepped over at once."""
        at: int | None = 0
        while at is not None:
            at = self._walk(at)
        self._flush()

    def _walk(self, position: int) -> int | None:
        """Takes tag after tag; ends where something was stepped over, with the place after it, else with the page."""
        nesting = self.nesting
        for start, end, name, closing, attributes, content in tags_of(self.source, position):
            if start > position and not nesting.context.unseen:
                self._text(position, start)
            position = end
            if name in BLOCKS:
                if self._pieces:
                    self._flush()
                if closing:
                    nesting.close(name)
                    continue
                if name in ONCE:
                    self.facts.root(name, attributes)
                outer = nesting.context
                nesting.open_block(name, attributes)
                inner = nesting.context
                if (inner.aside or (inner.off and not outer.off)) and (after := self._stepped_over(name, end)):
                    return after
            elif name == "a":
                self._linked = not closing and "href" in attributes
            elif name == "br":
                self._break()
            elif content is not None or name in STATING:
                self._stating(name, closing, attributes, content or "", end)
            elif name and name not in _EMPTY:
                self._inline(name, closing, attributes)
        if not nesting.context.unseen:
            self._text(position, len(self.source))
        return None

    def _stepped_over(self, name: str, at: int) -> int | None:
        """The place behind the content of an element beside the article, whose lines are taken as they stand."""
        context = self.nesting.context
        if context.unseen or context.aside in WRAPPERS or self._tries >= _MOST_TRIES:
            return None
        end = end_of_aside(self.source, name, at)
        if end is None or (context.aside is None and self.source.count("</p", at, end) >= _PARAGRAPHS):
            self._tries += 1
            return None
        for pieces in lines_of_aside(self.source, at, end):
            segment = segment_of(self.source, pieces, context, self.nesting.box)
            if segment is not None:
                self.segments.append(segment)
        return end

    def _text(self, start: int, end: int) -> None:
        if not self._pieces:
            if self.source[start:end].isspace():
                return
            self._held = self.nesting.context
        self._pieces.append((start, end, self._linked))

    def _stating(self, name: str, closing: bool, attributes: str, content: str, end: int) -> None:
        if name != "time":
            self.facts.take(name, attributes, content)
            return
        if not closing:
            self.facts.time(attributes, self.source, end)
        self._inline(name, closing, attributes)

    def _inline(self, name: str, closing: bool, attributes: str) -> None:
        nesting = self.nesting
        if closing:
            nesting.close(name)
            return
        speaks = attributes and any(word in attributes for word in _SPEAKING)
        if name in _CELLS:
            if self._pieces:
                self._pieces.append(TAB)
            nesting.open_cell(name, attributes if speaks else "")
        elif name in ASIDE or name in UNSEEN or nesting.holds(name) or (speaks and nesting.marks_of(attributes).speak):
            nesting.open_inline(name, attributes if speaks else "")

    def _break(self) -> None:
        """A line break: the second in a row ends the paragraph."""
        if not self._pieces:
            return
        if self._pieces[-1] == LINE:
            self._flush()
        else:
            self._pieces.append(LINE)

    def _flush(self) -> None:
        if self._pieces:
            segment = segment_of(self.source, self._pieces, self._held, self.nesting.box)
            self._pieces = []
            if segment is not None:
                self.segments.append(segment)
