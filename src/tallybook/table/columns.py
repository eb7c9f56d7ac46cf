"""Which column holds what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tallybook.errors import UnreadableInput
from tallybook.table.sheet import DELIMITERS, Broken, Sheet
from tallybook.table.words import shown

NEEDED = ("series", "origin")
NUMBERS = ("value", "low", "high")
KNOWN = frozenset({*NEEDED, *NUMBERS, "hedge", "date", "relay_of", "kind", "side"})
HINT = "name the columns series, origin, value in the first line; these may follow: date, relay_of, kind, side, hedge"
MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each known column stands, and the names of those that are not known."""

    delimiter: str
    at: Mapping[str, int]
    width: int
    ignored: tuple[str, ...]

    def cell(self, cells: Sequence[str], name: str) -> str:
        """What a record holds in a column; empty where it has no such cell."""
        index = self.at.get(name)
        return cells[index] if index is not None and index < len(cells) else ""


def columns_of(sheet: Sheet, *, where: str) -> Columns:
    """The columns by the names in the first record, under the delimiter that makes most of them known.

    Names may be in any order, in small letters or capitals, "relay of" for `relay_of`. Raises `UnreadableInput` where
    a needed column is missing or any known one stands twice.
    """
    choices = (sheet.separator,) if sheet.separator in DELIMITERS else DELIMITERS
    delimiter = max(choices, key=lambda choice: len(KNOWN.intersection(map(_name, _header(sheet, choice, where)))))
    header = _header(sheet, delimiter, where)
    names = [_name(cell) for cell in header]
    _refuse_missing(names, header, where)
    _refuse_doubled(names, where)
    ignored = tuple(cell for cell, name in zip(header, names, strict=True) if cell and name not in KNOWN)
    return Columns(delimiter, {name: names.index(name) for name in names if name in KNOWN}, len(header), ignored)


def _header(sheet: Sheet, delimiter: str, where: str) -> tuple[str, ...]:
    first = sheet.header(delimiter)
    if isinstance(first, Broken):
        raise UnreadableInput("the column names cannot be read", where=where, why=first.why, hint=first.hint)
    return first.cells


def _name(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().casefold())


def _refuse_missing(names: Sequence[str], header: Sequence[str], where: str) -> None:
    missing = [name for name in NEEDED if name not in names]
    if not any(name in names for name in NUMBERS):
        missing.append("value")
    if missing:
        there = ", ".join(shown(cell) for cell in header[:MOST_NAMED] if cell) or "nothing"
        what = f"the table lacks the column{'s' if len(missing) > 1 else ''} {', '.join(missing)}"
        raise UnreadableInput(what, where=where, why=f"its first line names {there}", hint=HINT)


def _refuse_doubled(names: Sequence[str], where: str) -> None:
    doubled = next((name for name in names if name in KNOWN and names.count(name) > 1), None)
    if doubled is not None:
        raise UnreadableInput(
            f"the column {doubled} stands twice", where=where, why="its first line names it twice", hint="rename one"
        )
