"""The lines of a page in the order in which one reads them.

Bands of white that cross the page part it from top to bottom, gutters part what lies between them into columns: the
recursive cut of Nagy and Seth (ICPR 1984), with the cuts chosen so that columns are kept as long as they can be.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.read.pdf.line import Line

_LEAST_LINES = 3
"""Rows on either side of a gutter."""
_LEAST_LETTERS = 18
"""Letters that rows of a column have on average: cells of tables have fewer, and are read row by row."""
_UNBROKEN = 1 / 3
"""Share of the rows of a column that no wide gap parts: in justified text some are parted, in tables all."""
_GUTTER = 7.0
"""Points."""
_ROW = 0.5
"""Share of its height by which a line may lie lower and still be of the same row."""


def reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines from top to bottom, column by column where there are columns."""
    return _ordered(sorted(lines, key=lambda line: -line.top))


def _ordered(lines: Sequence[Line]) -> list[Line]:
    bands = _bands(lines)
    ordered: list[Line] = []
    at = 0
    while at < len(bands):
        end, gutter = _columns_from(bands, at)
        if gutter is None:
            ordered += [line for row in _rows(bands[at]) for line in row]
        else:
            inside = [line for band in bands[at:end] for line in band]
            ordered += _ordered([line for line in inside if line.right <= gutter])
            ordered += _ordered([line for line in inside if line.left >= gutter])
        at = end
    return ordered


def _bands(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines between which white crosses the whole width."""
    bands: list[list[Line]] = []
    bottom = 0.0
    for line in lines:
        if not bands or line.top < bottom:
            bands.append([line])
            bottom = line.bottom
        else:
            bands[-1].append(line)
            bottom = min(bottom, line.bottom)
    return bands


def _columns_from(bands: Sequence[Sequence[Line]], at: int) -> tuple[int, float | None]:
    """The end of the longest run of bands that one gutter parts into columns, and where the gutter lies."""
    for end in range(len(bands), at, -1):
        gutter = _gutter([line for band in bands[at:end] for line in band])
        if gutter is not None:
            return end, gutter
    return at + 1, None


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the widest stretch that no line crosses and that has running text on either side."""
    best, middle = _GUTTER, None
    right = float("-inf")
    for line in sorted(lines, key=lambda line: line.left):
        gap = line.left - right
        if gap >= best and _parts_text(lines, line.left):
            best, middle = gap, line.left
        right = max(right, line.right)
    return middle


def _parts_text(lines: Sequence[Line], at: float) -> bool:
    sides = [line for line in lines if line.left < at], [line for line in lines if line.left >= at]
    return all(_is_column(_rows(side)) for side in sides)


def _is_column(rows: Sequence[Sequence[Line]]) -> bool:
    letters = sum(len(line.text) for row in rows for line in row)
    unbroken = sum(len(row) == 1 for row in rows)
    return len(rows) >= _LEAST_LINES and letters >= _LEAST_LETTERS * len(rows) and unbroken >= _UNBROKEN * len(rows)


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines from top to bottom, with those of one height, which stand from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if rows and rows[-1][0].bottom - line.bottom < _ROW * max(rows[-1][0].height, line.height):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]
