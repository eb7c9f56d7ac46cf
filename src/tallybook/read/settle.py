"""What mark-up, main content and stated headline together say each segment is."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import BlockKind
from tallybook.read.head import Head
from tallybook.read.phrases import letters_of
from tallybook.read.segments import Segment

Hint = tuple[BlockKind | None, str]

NEAR = "between headline and main content"
"""Text that main-content detection leaves out where bylines and captions stand: only as those is it kept."""

OUTSIDE = (BlockKind.FURNITURE, "outside the main content")

_WRAPPERS = frozenset(("<form>", "<fieldset>", "<label>"))


def settle_hints(segments: Sequence[Segment], main: Sequence[bool] | None, head: Head) -> list[Hint]:
    """The kind that the page itself gives each segment, None where its words must decide; with the reason."""
    title = _find_title(segments, main, head)
    first_main = _first_main(segments, main)
    described = letters_of(head.description or "")
    top = min(title, default=None)
    return [
        (BlockKind.TITLE, f"headline, {segment.why or 'as the page states it'}")
        if index in title
        else _hint(index, segment, main, top, first_main, described)
        for index, segment in enumerate(segments)
    ]


def _first_main(segments: Sequence[Segment], main: Sequence[bool] | None) -> int:
    if main is None:
        return len(segments)
    return next((index for index, held in enumerate(main) if held and len(segments[index].text) >= 60), len(segments))


def _find_title(segments: Sequence[Segment], main: Sequence[bool] | None, head: Head) -> set[int]:
    """The headline as text of the page: the stated one, else the last <h1> above the main content."""
    wanted = [letters_of(headline) for headline in head.headlines]
    first = _first_main(segments, main)
    level_ones = [
        index
        for index, segment in enumerate(segments)
        if segment.tag == "h1" and segment.aside is None and index <= first
    ]
    stated = [index for index in level_ones if _agrees(letters_of(segments[index].text), wanted)]
    if stated:
        return {stated[0]}
    equal = [index for index, segment in enumerate(segments) if index <= first and _states(segment, wanted)]
    if equal:
        return {next((index for index in reversed(equal) if segments[index].aside is None), equal[-1])}
    above = [index for index in level_ones if len(segments[index].text.split()) >= 3]
    return {above[-1]} if above else set()


def _states(segment: Segment, wanted: Sequence[str]) -> bool:
    """Whether a segment that is no <h1> is the headline that the page states."""
    squeezed = letters_of(segment.text)
    return len(squeezed) > 15 and any(
        squeezed == headline or (len(squeezed) > 30 and headline.startswith(squeezed)) for headline in wanted
    )


def _agrees(squeezed: str, wanted: Sequence[str]) -> bool:
    return len(squeezed) > 8 and any(
        squeezed in headline or (headline in squeezed and len(headline) > 20) for headline in wanted
    )


def _hint(
    index: int, segment: Segment, main: Sequence[bool] | None, title: int | None, first_main: int, described: str
) -> Hint:
    if segment.aside and not (main and main[index] and segment.aside in _WRAPPERS):
        return BlockKind.FURNITURE, f"in {segment.aside}"
    near = title is not None and title < index < first_main
    if near and _is_description(segment, described):
        return BlockKind.STANDFIRST, "the page's own description"
    if segment.kind in (BlockKind.BYLINE, BlockKind.CAPTION) or (segment.kind is BlockKind.STANDFIRST and near):
        return segment.kind, segment.why
    if main is not None and not main[index]:
        return (None, NEAR) if near and segment.aside is None else OUTSIDE
    if segment.kind is BlockKind.TITLE:
        return BlockKind.HEADING, "a further <h1>"
    return segment.kind, segment.why


def _is_description(segment: Segment, described: str) -> bool:
    squeezed = letters_of(segment.text)
    return len(squeezed) > 30 and (
        squeezed == described or (len(described) > 60 and squeezed.startswith(described[:60]))
    )
