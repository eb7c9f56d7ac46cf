"""How a table writes numbers and dates, where one cell alone does not tell: "1.234", "03/04/2021"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_GROUPED = r"\d{{1,3}}(?:\{group}\d{{3}})"
_PROOF = _GROUPED + r"{{2,}}(?:\{mark}\d+)?|" + _GROUPED + r"+\{mark}\d+|\d+\{mark}(?:\d{{1,2}}|\d{{4,}})|0\{mark}\d+"
_POINT = re.compile(_PROOF.format(group=",", mark="."), re.ASCII)
_COMMA = re.compile(_PROOF.format(group=".", mark=","), re.ASCII)
_EITHER = re.compile(r"[1-9]\d{0,2}([.,])\d{3}", re.ASCII)
_DAY = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2\d{4}(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Conventions:
    """Whether the comma is the decimal mark, whether days stand before months (None: no cell tells), and a number that
    may be read either way, if there is one."""

    decimal_comma: bool = False
    day_first: bool | None = None
    doubtful: str | None = None


def conventions_of(numbers: Iterable[str], dates: Iterable[str], *, delimiter: str) -> Conventions:
    """What the unmistakable cells of a table tell about the others.

    "1,5" and "1.234.567" show that the comma is the decimal mark, "1.5" and "1,234,567" that the point is. Where both
    or neither stand there, the point is, unless semicolons part the cells: spreadsheets write them where the comma is
    the decimal mark. A 25 shows which number of a date is the day.
    """
    point = comma = False
    either: dict[str, str] = {}
    for cell in numbers:
        point = point or bool(_POINT.fullmatch(cell))
        comma = comma or bool(_COMMA.fullmatch(cell))
        if match := _EITHER.fullmatch(cell):
            either.setdefault(match[1], cell)
    if point is not comma:
        return Conventions(comma, _day_first(dates))
    decimal_comma = not point and delimiter == ";" and bool(either)
    doubtful = next(iter(either.values()), None) if decimal_comma else either.get(".")
    return Conventions(decimal_comma, _day_first(dates), doubtful)


def _day_first(dates: Iterable[str]) -> bool | None:
    found = [match for cell in dates if (match := _DAY.match(cell)) and match[2] != "."]
    first, second = any(int(match[1]) > 12 for match in found), any(int(match[3]) > 12 for match in found)
    return first if first is not second else None
