"""A cell that cannot be used."""

from __future__ import annotations


class BadCell(Exception):
    """What is wrong with a cell, in which column, why, and what to do. Its row is named and skipped."""

    def __init__(self, what: str, column: str, why: str, hint: str) -> None:
        super().__init__(what)
        self.what, self.column, self.why, self.hint = what, column, why, hint
