"""Lines in reading order into paragraphs: heads and feet that recur left out, words broken at line ends made whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from tallybook.read.pdf.line import Line

_MARGIN = 0.12
"""Share of a page's height at its top and bottom where heads, feet and page numbers stand."""
_RECURS = 3
_LARGER = 1.6
"""How many times as high as its neighbour a line is that is no part of it; letters without tails make it 1.4 times."""
_FAR = 1.45
"""Distance to the next paragraph, in distances of lines of that size."""
_SHORT = 0.5
"""Share of the usual width below which a line ends something of its own: a title, a day, a heading."""
_AS_HIGH = 3.0
"""Points."""
_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_BULLET = re.compile(r"[•●▪■◦‣∙·]\s*(?:\w|$)")
_ITEM = re.compile(r"(?:[–—-]|\(?\d{1,2}[.)])\s+[^\W\d_]")
_STOP = re.compile(r"[.!?:;。！？][\"'’”»)\]]*$")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?=[-\u00ad\u2010]$)")
_WORD = re.compile(r"[^\W\d_]+")


def without_margins(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[list[Line]]:
    """The lines of each page, given with its height, without those in the margins that recur but for their numbers.

    They recur where they stand as high on other pages; words of running text that reaches into the margin do not.
    """
    heights: defaultdict[tuple[str, int], list[float]] = defaultdict(list)
    for height, lines in pages:
        for line in {_alike(line): line for line in lines if _in_margin(line, height)}.values():
            heights[_alike(line)].append(line.top)
    enough = min(_RECURS, max(2, (len(pages) + 1) // 2))

    def recurs(line: Line) -> bool:
        return sum(abs(top - line.top) < _AS_HIGH for top in heights[_alike(line)]) >= enough

    return [[line for line in lines if not (_in_margin(line, height) and recurs(line))] for height, lines in pages]


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The text of each paragraph. One that goes on in the next column or on the next page stays one."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    compounds = {word.casefold() for line in lines for word in _HYPHENATED.findall(line.text)}
    usual = median(line.height for line in lines)
    leading, full = _leading(lines, usual), _full_width(lines)
    held, left = lines[0].text, lines[0].left
    for above, line in pairwise(lines):
        if _beside(above, line):
            held = f"{held} {line.text}"
            continue
        short = above.right - left < _SHORT * full and above.height < _LARGER * usual
        left = line.left
        if (short and _begins(above, line)) or _breaks(above, line, leading, usual):
            yield held
            held = line.text
        else:
            held = _append(held, line.text, compounds)
    yield held


def _in_margin(line: Line, height: float) -> bool:
    return line.bottom > (1 - _MARGIN) * height or line.top < _MARGIN * height


def _alike(line: Line) -> tuple[str, int]:
    """What heads and feet have in common; the title of the first page is larger than the head that repeats it."""
    return _DIGITS.sub("#", line.text.casefold()), round(line.height / 3)


def _leading(lines: Sequence[Line], usual: float) -> float:
    """The distance from line to line within paragraphs: its lower quartile, since others are those between them."""
    worded = [line for line in lines if len(line.text) > 3]
    steps = [above.bottom - line.bottom for above, line in pairwise(worded)]
    near = sorted(step for step in steps if 0.6 * usual < step < 60)
    return near[(len(near) - 1) // 4] if near else 14.0


def _breaks(above: Line, line: Line, leading: float, usual: float) -> bool:
    """Whether a line begins a paragraph: by its distance, its size, its indent, or the short line above it."""
    step = above.bottom - line.bottom
    ended = _STOP.search(above.text) is not None
    if _BULLET.match(line.text) or (ended and _ITEM.match(line.text)):
        return True
    if step <= 0 or step > 4 * leading:
        return ended or not line.text[:1].islower()
    low, high = sorted((above.height, line.height))
    if high > _LARGER * max(usual, low) or step > _FAR * leading * max(1.0, low / usual):
        return True
    indented = line.left > above.left + 0.7 * usual and line.left < above.left + 6 * usual
    return ended and (indented or above.right < line.right - 3 * usual)


def _begins(above: Line, line: Line) -> bool:
    return line.text[:1].isupper() and not _HYPHEN.search(above.text)


def _beside(above: Line, line: Line) -> bool:
    """Whether a line goes on to the right in the row of the one before it, as words far apart do, and cells."""
    return abs(above.bottom - line.bottom) < 0.5 * max(above.height, line.height) and line.left >= above.right


def _full_width(lines: Sequence[Line]) -> float:
    """How wide lines of running text are: those that hold five words and more."""
    wide = [line.width for line in lines if line.text.count(" ") >= 4]
    return median(wide) if wide else 0.0


def _append(held: str, more: str, compounds: set[str]) -> str:
    """Two lines as one; a hyphen at the break goes unless the word has it elsewhere in the text."""
    if not _HYPHEN.search(held) or not more[:1].islower():
        return f"{held} {more}"
    first, second = _WORD_BEFORE.search(held), _WORD.match(more)
    whole = f"{first.group()}-{second.group()}".casefold() if first and second else ""
    return f"{held}{more}" if whole in compounds and not held.endswith("\u00ad") else f"{held[:-1]}{more}"
