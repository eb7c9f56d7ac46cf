"""The cells of a record into one row: who says how many of what, when."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tallybook.lexicon.schema import Lexicon
from tallybook.model import ClaimKind, Hedge, Quantity
from tallybook.table.cells import BadCell
from tallybook.table.columns import Columns
from tallybook.table.conventions import Conventions
from tallybook.table.days import read_day
from tallybook.table.numbers import between, hedged, read_hedge, read_number
from tallybook.table.words import shown

KINDS = {kind.value: kind for kind in (ClaimKind.TOTAL, ClaimKind.LEVEL, ClaimKind.FLOW)}
LONGEST_NAME = 1000
REMEMBERED = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table as read. `relay_of` is None where the origin speaks for itself, `side` where none is given;
    an empty `origin` is nobody's name."""

    line: int
    series: str
    origin: str
    quantity: Quantity
    day: dt.date | None
    relay_of: str | None
    kind: ClaimKind
    side: str | None


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one table; equal cells are read once."""

    columns: Columns
    number: Callable[[str, str], Quantity]
    hedge: Callable[[str], Hedge]
    day: Callable[[str], dt.date]

    def row(self, line: int, cells: Sequence[str]) -> Row:
        """The row that a record's cells say. Raises `BadCell`."""
        self._refuse_wider(cells)
        cell = self.columns.cell
        origin, relay_of = (_one_line(cell(cells, name), name) for name in ("origin", "relay_of"))
        date = cell(cells, "date")
        return Row(
            line=line,
            series=self._series(cells),
            origin=origin,
            quantity=self._quantity(cells),
            day=self.day(date) if date else None,
            relay_of=relay_of or None,
            kind=_kind(cell(cells, "kind")),
            side=_one_line(cell(cells, "side"), "side") or None,
        )

    def _series(self, cells: Sequence[str]) -> str:
        series = _one_line(self.columns.cell(cells, "series"), "series")
        if not series:
            raise BadCell("no series", "series", "the cell is empty", "name what is counted")
        return series

    def _refuse_wider(self, cells: Sequence[str]) -> None:
        if any(cells[self.columns.width :]):
            why = f"{len(cells)} cells, the first line names {self.columns.width}"
            raise BadCell("more cells than columns", "", why, 'put a number with a comma in quotation marks: "1,234"')

    def _quantity(self, cells: Sequence[str]) -> Quantity:
        value, low, high, hedge = (self.columns.cell(cells, name) for name in ("value", "low", "high", "hedge"))
        if value and (low or high):
            raise BadCell(
                "a value and bounds", "value", "value stands beside low or high", "keep the value or the bounds"
            )
        if not (value or low or high):
            name = "value" if "value" in self.columns.at else "low" if "low" in self.columns.at else "high"
            raise BadCell("no number", name, "the cell is empty", "write how many there are")
        if value:
            found = self.number(value, "value")
        else:
            found = between(*(self.number(c, name) if c else None for c, name in ((low, "low"), (high, "high"))))
        return hedged(found, self.hedge(hedge)) if hedge else found


def row_reader(columns: Columns, conventions: Conventions, lexicon: Lexicon) -> RowReader:
    """What reads the rows of a table with these columns, written in this way."""
    return RowReader(
        columns=columns,
        number=lru_cache(REMEMBERED)(
            lambda cell, column: read_number(cell, column, lexicon, decimal_comma=conventions.decimal_comma)
        ),
        hedge=lru_cache(REMEMBERED)(lambda cell: read_hedge(cell, lexicon)),
        day=lru_cache(REMEMBERED)(lambda cell: read_day(cell, lexicon, day_first=conventions.day_first)),
    )


def _kind(cell: str) -> ClaimKind:
    if not cell:
        return ClaimKind.TOTAL
    found = KINDS.get(cell.casefold())
    if found is None:
        raise BadCell("an unknown kind", "kind", f"{shown(cell)} is none", f"use one of: {', '.join(KINDS)}")
    return found


def _one_line(cell: str, column: str) -> str:
    if len(cell) > LONGEST_NAME:
        raise BadCell("too long a name", column, f"{len(cell)} characters", f"use {LONGEST_NAME} at most")
    return re.sub(r"\s+", " ", cell) if not cell.isalnum() else cell
