"""The visible text of a parsed page as segments: one a paragraph, heading, list item, caption or cell row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tallybook.model import BlockKind
from tallybook.read.elements import (
    ASIDE,
    BLOCKS,
    HIDING,
    KINDS,
    LONGEST_BYLINE,
    OPENING,
    ROLES,
    STRONGER,
    UNSEEN,
    marked_kind,
)
from tallybook.read.source import MarkedSource, Piece


@dataclass(frozen=True, slots=True)
class Segment:
    """Text between two block boundaries.

    `runs` are (offset in `text`, offset in the source, length). `kind` is what the mark-up says it is, `why` which
    part of it; `aside` the element that takes it out of the article, None where there is none; `linked` the share of
    characters inside links. `place` is equal for the children of alike containers.
    """

    text: str
    runs: tuple[tuple[int, int, int], ...]
    kind: BlockKind | None
    why: str
    aside: str | None
    linked: float
    tag: str
    place: int


@dataclass(slots=True)
class _Context:
    """What the open elements say of the text inside them; `path` and `place` tell containers apart."""

    tag: str = "html"
    kind: BlockKind | None = None
    why: str = ""
    aside: str | None = None
    path: int = 0
    place: int = 0


@dataclass(slots=True)
class _Collector:
    """Gathers pieces until a block boundary."""

    context: _Context
    words: list[str] = field(default_factory=list)
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    spaced: bool = True

    def add(self, piece: Piece, *, in_link: bool) -> None:
        """Appends a piece, a space at a join only once."""
        words, source = piece.words, piece.source
        if self.spaced and words.startswith(" "):
            words, source = words[1:], None if source is None else source + 1
        if not words:
            return
        if source is not None:
            self.runs.append((self.length, source, len(words)))
        self.words.append(words)
        self.length += len(words)
        self.linked += len(words) if in_link else 0
        self.spaced = words[-1] in " \n\t"

    def segment(self) -> Segment | None:
        """What was gathered, or None for white space."""
        text = "".join(self.words).rstrip(" \n\t\r\f")
        if not text.strip():
            return None
        runs = tuple((at, source, min(length, len(text) - at)) for at, source, length in self.runs if at < len(text))
        context = self.context
        kind, why = context.kind, context.why
        if kind is BlockKind.BYLINE and (len(text) > LONGEST_BYLINE or text[-1] in ".!?:"):
            kind, why = None, ""
        return Segment(text, runs, kind, why, context.aside, self.linked / len(text), context.tag, context.place)


def segments_of(root: etree._Element, source: MarkedSource) -> Iterator[Segment]:
    """The segments of a page in order. Walks without recursion, so that depth costs nothing."""
    contexts = [_Context()]
    collector = _Collector(contexts[0])
    links = 0
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and _is_unseen(element, tag):
            walker.skip_subtree()
            continue
        boundary = tag in BLOCKS
        if event == "start":
            contexts.append(_context(element, tag, contexts[-1]))
            links += tag == "a"
            if boundary:
                yield from _flushed(collector)
            elif tag in ("td", "th") and collector.words:
                collector.add(Piece("\t", None), in_link=False)
            elif tag == "br":
                yield from _broken(collector)
            if boundary or not collector.words:
                collector = _Collector(contexts[-1]) if boundary else _moved(collector, contexts[-1])
            _add(collector, element.text, source, in_link=links > 0)
        elif event == "end" and not _is_unseen(element, tag):
            contexts.pop()
            links -= tag == "a"
            if boundary:
                yield from _flushed(collector)
                collector = _Collector(contexts[-1])
            elif not collector.words:
                collector = _moved(collector, contexts[-1])
        if event != "start":
            _add(collector, element.tail, source, in_link=links > 0)
    yield from _flushed(collector)


def _moved(collector: _Collector, context: _Context) -> _Collector:
    """An empty collector takes the context of the element that its first words will stand in."""
    collector.context = context
    return collector


def _add(collector: _Collector, text: str | None, source: MarkedSource, *, in_link: bool) -> None:
    if text:
        for piece in source.pieces(text):
            collector.add(piece, in_link=in_link)


def _flushed(collector: _Collector) -> Iterator[Segment]:
    segment = collector.segment()
    collector.words, collector.runs, collector.length, collector.linked, collector.spaced = [], [], 0, 0, True
    if segment is not None:
        yield segment


def _broken(collector: _Collector) -> Iterator[Segment]:
    """A line break: the second in a row ends the paragraph."""
    if collector.words and collector.words[-1] == "\n":
        yield from _flushed(collector)
    elif collector.words:
        collector.add(Piece("\n", None), in_link=False)


def _is_unseen(element: etree._Element, tag: str) -> bool:
    if tag in UNSEEN or "hidden" in element.attrib:
        return tag not in ("html", "body")
    style = element.get("style")
    return (
        style is not None and len(style) < 10_000 and HIDING.search(style) is not None and tag not in ("html", "body")
    )


def _context(element: etree._Element, tag: str, outer: _Context) -> _Context:
    block = tag in BLOCKS
    path = hash((outer.path, tag, element.get("class"))) if block else outer.path
    place = outer.path if block else outer.place
    aside = outer.aside or _aside(element, tag)
    inner = outer.tag if tag in ("div", "section") or not block else tag
    marked = marked_kind(element) if element.attrib else None
    if marked is not None:
        return _Context(inner, marked, "marked so by class or property", aside, path, place)
    kind = KINDS.get(tag)
    if tag in OPENING:
        return _Context(inner, None, "", aside, path, place)
    if kind is None or (kind is BlockKind.BODY and outer.kind in STRONGER):
        return _Context(inner, outer.kind, outer.why, aside, path, place)
    return _Context(inner, kind, f"<{tag}>", aside, path, place)


def _aside(element: etree._Element, tag: str) -> str | None:
    if tag in ASIDE:
        return f"<{tag}>"
    role = element.get("role")
    return f'role="{role}"' if role in ROLES else None
