"""Text into records of cells, each with the line it starts in (RFC 4180, and what spreadsheets make of it)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t")
MOST_LINES = 50
"""A cell with more lines than this has a quotation mark that was never closed."""

_SEPARATOR = re.compile(r"\"?sep=(.)\"?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one record, without the blanks around them."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that is no record, and why. Reading goes on with the line behind it."""

    line: int
    why: str
    hint: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a table with their ends, and where its records begin.

    A first line "sep=;", as some spreadsheets write and read it, is no record.
    """

    lines: tuple[str, ...]
    first: int
    separator: str | None

    def records(self, delimiter: str) -> Iterator[Record | Broken]:
        """Every record that is not blank, in order."""
        at = self.first
        while at < len(self.lines):
            found, after = _record(self.lines, at, delimiter)
            if isinstance(found, Broken) or any(found.cells):
                yield found
            at = after

    def header(self, delimiter: str) -> Record | Broken:
        """The first record; one without cells where there is none."""
        return next(self.records(delimiter), Record(self.first + 1, ()))


def sheet_of(text: str) -> Sheet:
    """The lines of a text, which end with LF, CR LF or CR and nothing else."""
    lines = tuple(io.StringIO(text, newline=""))
    first = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    named = _SEPARATOR.fullmatch(lines[first]) if first < len(lines) else None
    return Sheet(lines, first + 1, named[1]) if named else Sheet(lines, first, None)


class _Feed:
    """Gives the csv module the lines of one record; it asks for a further one only inside a quoted cell."""

    def __init__(self, lines: Sequence[str], at: int, most: int) -> None:
        self._lines, self._end = lines, min(len(lines), at + most)
        self.after, self.ran_out = at, False

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self.after == self._end:
            self.ran_out = True
            raise StopIteration
        self.after += 1
        return self._lines[self.after - 1]


def _record(lines: Sequence[str], at: int, delimiter: str) -> tuple[Record | Broken, int]:
    if "\0" in lines[at]:
        return Broken(at + 1, "it holds the character NUL", "delete the line's hidden characters"), at + 1
    feed = _Feed(lines, at, MOST_LINES)
    try:
        cells = next(csv.reader(feed, delimiter=delimiter, strict=True))
    except csv.Error:
        return _one_line(lines, at, delimiter), at + 1
    return Record(at + 1, tuple(cell.strip() for cell in cells)), feed.after


def _one_line(lines: Sequence[str], at: int, delimiter: str) -> Record | Broken:
    """A record whose quotation marks break the rules (`"West" bank`), if it can be read without the next line."""
    feed = _Feed(lines, at, 1)
    try:
        cells = next(csv.reader(feed, delimiter=delimiter))
    except csv.Error as error:
        return Broken(at + 1, str(error), "shorten the cell")
    if feed.ran_out:
        why = "a quotation mark opens a cell and is never closed"
        return Broken(at + 1, why, 'close it, or write "" for a quotation mark inside a quoted cell')
    return Record(at + 1, tuple(cell.strip() for cell in cells))
