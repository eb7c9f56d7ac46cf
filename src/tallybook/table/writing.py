"""Estimates as a table that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

from tallybook.model import Estimate, Number

HEADER = ("series", "date", "low", "best", "high", "independent", "method")
FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula: OWASP, CSV Injection."""
DIGITS = 12


def csv_of(estimates: Iterable[Estimate]) -> str:
    """The estimates as CSV with a first line of names; a value that is open or not named is an empty cell.

    A series whose name could be taken for a formula gets an apostrophe in front; ends of lines in it become blanks.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for one in estimates:
        values = (_written(value) for value in (one.low, one.best, one.high))
        day = one.at.isoformat() if one.at is not None else ""
        writer.writerow((_harmless(one.series), day, *values, one.independent, one.method))
    return out.getvalue()


def _harmless(text: str) -> str:
    line = text.replace("\r", " ").replace("\n", " ")
    return f"'{line}" if line.startswith(FORMULA) else line


def _written(value: Number | None) -> str:
    """Digits alone, without an exponent; floats to twelve digits, so that no noise of arithmetic shows."""
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    return str(int(value)) if value.is_integer() else format(Decimal(f"{value:.{DIGITS}g}"), "f")
