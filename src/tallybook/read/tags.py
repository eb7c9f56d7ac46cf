"""The tags of an HTML source, each with its place, as the tokenizer of the HTML standard (13.2.5) finds them.

HTML parsers forget offsets, and marking the source for them costs more than parsing does. So the source is walked
once, tag by tag; text is what stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

Tag = tuple[int, int, str, bool, str, str | None]
"""Start, end, name, whether it closes, attributes and content.

An element that is taken whole reaches to its end and has content, others None; a comment, a declaration and an end of
the page inside a tag have no name. A tuple, since a page has thousands.
"""

_TAG = re.compile(
    r"<(?:(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>"
    r"|!--|[!?/])"
)
_OPENING = re.compile(r"<[a-zA-Z/!?]")
_COMMENT_END = re.compile(r"--!?>")
_RAW = frozenset(("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"))
"""Elements whose content is no mark-up, whatever it looks like."""
_SEALED = frozenset(("svg", "noscript", "template", "math", "select"))
"""Elements with mark-up inside that is no text of the page; taken whole where they are closed."""
_WHOLE = _RAW | _SEALED


def tags_of(source: str, at: int = 0) -> Iterator[Tag]:
    """The tags of a page from an offset on, in order, in time linear in its size.

    As in browsers, a comment, a raw element or a tag that is never closed reaches to the end. A tag whose quotes are
    never closed ends at the next ">".
    """
    last = source.rfind(">") + 1
    unclosed: set[str] = set()
    while (start := source.find("<", at, last)) >= 0:
        found = _TAG.match(source, start, last)
        if found is None:
            at = start + 1
            continue
        closing, name, attributes = found.groups()
        end = found.end()
        if name is None:
            end = _other_end(source, start)
            yield start, end, "", False, "", None
        elif closing or (name := name.lower()) not in _WHOLE or name in unclosed:
            yield start, end, name.lower(), closing == "/", attributes, None
        else:
            close = _end_tag(name).search(source, end)
            if close is None and name in _SEALED:
                unclosed.add(name)
            inner, end = end, close.end() if close else end if name in _SEALED else len(source)
            yield start, end, name, False, attributes, source[inner : close.start() if close else end]
        at = end
    cut = _OPENING.search(source, at)
    if cut:
        yield cut.start(), len(source), "", False, "", None


def _other_end(source: str, start: int) -> int:
    """Where a comment, declaration or processing instruction ends."""
    if not source.startswith("<!--", start):
        return source.find(">", start) + 1 or len(source)
    end = _COMMENT_END.search(source, start + 2)
    return end.end() if end else len(source)


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    """The end tag of an element; both cases of each letter are found faster than by a search without case."""
    return re.compile("</" + "".join(f"[{letter}{letter.upper()}]" for letter in name) + r"(?=[\s/>])[^>]*>")
