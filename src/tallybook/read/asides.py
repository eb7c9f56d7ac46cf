"""The lines of an element that stands beside the article: menus, footers, side boxes.

Half of a page's tags are in them, and nothing there needs more than its words, so their tags are not looked at one by
one: all mark-up up to the next word is taken in one step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tallybook.read.elements import BLOCKS
from tallybook.read.segments import SPACE, Piece

_CLOSED = ("script", "style", "svg", "noscript", "template", "select", "math", "textarea", "iframe", "object", "video")
_MARKUP = re.compile(
    r"(?:[ \t\n\r\f]++"
    rf"|<(?!(?i:{'|'.join(_CLOSED)})\b|!--)[/!?a-zA-Z]"
    r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>"
    r"|<!--.*?-->|" + "|".join(rf"<(?i:{name})\b[^>]*+>.*?</(?i:{name})\s*>" for name in _CLOSED) + r"|<[^>]*+>)++",
    re.DOTALL,
)
"""White space and tags, and whole elements that hold no text; the last are tags of such elements without an end."""
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?![\w-])")
_BREAKING = BLOCKS | {"br", "td", "th"}
_GAP = re.compile(r">[ \t\n\r\f]+(?:<|\Z)")
_HIDES = (
    re.compile(r"hidden(?<=[\s;:]hidden)[\s=>;\"']"),
    re.compile(r"display\s*:\s*none"),
)
"""What may hide text; each starts with letters, so that it is found at the speed of a search for a word."""


def end_of_aside(source: str, name: str, at: int) -> int | None:
    """Where the end tag of an element stands whose content starts at `at`.

    None where there is none, where other elements are not closed before it, or where parts of it are hidden: such an
    element has to be read tag by tag.
    """
    depth = 1
    for tag in _tags_named(name).finditer(source, at):
        depth += -1 if tag[1] else 1
        if not depth:
            end = tag.start()
            whole = source.count("<div", at, end) == source.count("</div", at, end)
            return end if whole and not any(sign.search(source, at, end) for sign in _HIDES) else None
    return None


def lines_of_aside(source: str, start: int, end: int) -> Iterator[list[Piece]]:
    """The pieces of each line between two offsets, in order."""
    pieces: list[Piece] = []
    at, linked = start, False
    while at < end:
        markup = _MARKUP.match(source, at, end)
        if markup:
            at = markup.end()
            skipped = markup[0]
            if pieces and _breaks(skipped):
                yield pieces
                pieces = []
            elif pieces and _GAP.search(skipped):
                pieces.append(SPACE)
            opened, closed = skipped.rfind("<a "), skipped.rfind("</a")
            linked = opened > closed if opened != closed else linked
        stop = source.find("<", at + 1, end)
        stop = stop if stop >= 0 else end
        if at < stop:
            pieces.append((at, stop, linked))
        at = stop
    if pieces:
        yield pieces


def _breaks(markup: str) -> bool:
    """Whether a line ends where this mark-up stands."""
    return not _BREAKING.isdisjoint(map(str.lower, _NAME.findall(markup)))


@cache
def _tags_named(name: str) -> re.Pattern[str]:
    letters = "".join(f"[{letter}{letter.upper()}]" for letter in name)
    return re.compile(rf"<(/?){letters}(?![\w-])")
