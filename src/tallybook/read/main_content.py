"""Which segments of a page belong to its main content, as trafilatura sees it (Barbaresi, ACL 2021)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml import etree

from tallybook.read.phrases import letters_of
from tallybook.read.segments import Segment

_LONG = 25
_PARAGRAPH = 80
_DEEPEST = 400
_MOST = 50_000


def in_main_content(root: etree._Element, segments: Sequence[Segment]) -> list[bool] | None:
    """For each segment whether the main content holds it; None where no main content was found.

    A segment of some length is looked up in the content as a whole, a shorter one among its lines and only between
    longer ones. What stands in the same containers as the paragraphs found is taken too, since trafilatura at times
    stops early.
    """
    content = _main_text(root)
    if not content:
        return None
    lines = {letters_of(line) for line in content.splitlines()}
    whole = "".join(letters_of(line) for line in content.splitlines())
    squeezed = [letters_of(segment.text) for segment in segments]
    long = [len(words) >= _LONG and words in whole for words in squeezed]
    if not any(long):
        return None
    held = [found or (words in lines) for found, words in zip(long, squeezed, strict=True)]
    return _extended(segments, _between(held, long))


def _between(held: Sequence[bool], long: Sequence[bool]) -> list[bool]:
    """`held` without what stands far from every long segment found."""
    first, last = long.index(True), len(long) - 1 - long[::-1].index(True)
    return [found and first - 3 <= index <= last + 3 for index, found in enumerate(held)]


def _extended(segments: Sequence[Segment], held: list[bool]) -> list[bool]:
    """`held` with what shares a container with at least two of the paragraphs found."""
    places = Counter(
        segment.place
        for segment, found in zip(segments, held, strict=True)
        if found and len(segment.text) >= _PARAGRAPH
    )
    return [
        found or (places[segment.place] >= 2 and segment.linked < 0.5 and segment.aside is None)
        for segment, found in zip(segments, held, strict=True)
    ]


def _main_text(root: etree._Element) -> str | None:
    if _too_much(root):
        return None
    import trafilatura  # a fifth of the time of starting up, and only mark-up needs it

    try:
        found = trafilatura.bare_extraction(root, include_comments=False, include_tables=True, as_dict=False)
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return None
    return getattr(found, "text", None)


def _too_much(root: etree._Element) -> bool:
    """Whether a page is deeper or larger than any article: recursion and quadratic steps would stall there."""
    depth = deepest = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        deepest = max(deepest, depth)
    return deepest > _DEEPEST or elements > _MOST
