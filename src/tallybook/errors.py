"""One exception tree. Every error says what failed, where, why, and what to do next."""

from __future__ import annotations


class TallybookError(Exception):
    """Base of all errors a user can meet.

    `what` failed, `where` (a path, a line, a field), `why`, and a `hint` with the next step.
    """

    def __init__(self, what: str, *, where: str = "", why: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.why = why
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        reason = f" ({self.why})" if self.why else ""
        return f"{place}{self.what}{reason}"


class UnreadableInput(TallybookError):
    """An input that cannot be read as a page. The other inputs are still processed."""


class DataFileError(TallybookError):
    """A lexicon, registry or settings file that breaks its schema. `further` are the other faults of the file."""

    further: tuple[DataFileError, ...] = ()


class BookError(TallybookError):
    """The ledger cannot be opened, or refuses what it is asked to store."""


class DecisionConflict(BookError):
    """Somebody else decided on the same thing, which the author had not seen. `between` is that decision, by id."""

    def __init__(self, what: str, *, where: str = "", why: str = "", hint: str = "", between: str) -> None:
        super().__init__(what, where=where, why=why, hint=hint)
        self.between = between


class ScanError(TallybookError):
    """The folder of a scan, or what lies in it, is not what was asked for."""


class OutputError(TallybookError):
    """A result could not be written. Nothing half-written is left behind."""
