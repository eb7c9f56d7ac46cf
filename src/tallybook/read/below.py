"""What stands below a unit: the questions that the walk down a page asks of the rest of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tallybook.read.units import Unit
from tallybook.read.verdict import Role, Verdict

_LONGEST_RUN = 8
_REACH = 40
_TICKER_GAP = 4
_TEASER_WORDS = 60
_HEADLINE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Below:
    """The units of a page from the first body paragraph on, with their verdicts."""

    units: Sequence[Unit]
    verdicts: Sequence[Verdict]

    def prose_run(self, index: int) -> list[Unit]:
        """The paragraphs from here to the next line that is none; a few are enough to judge by."""
        run: list[Unit] = []
        for at in range(index, min(index + _LONGEST_RUN, len(self.units))):
            if self.verdicts[at].role is not Role.PROSE or self.units[at].cut:
                break
            run.append(self.units[at])
        return run

    def goes_on_after(self, index: int) -> bool:
        """Whether article text can still come below this unit, before any section line ends the page."""
        for at in range(index + 1, len(self.units)):
            if self.verdicts[at].role is Role.CLOSER:
                return False
            if self.verdicts[at].role is Role.PROSE and not self.units[at].cut:
                return True
        return False

    def next_after(self, index: int) -> int | None:
        """The next unit that is no furniture by its own words."""
        rest = range(index + 1, len(self.units))
        return next((at for at in rest if self.verdicts[at].role is not Role.FURNITURE), None)

    def prose_after_items(self, index: int) -> bool:
        """Whether a list that this unit belongs to is followed by a paragraph."""
        for at in range(index + 1, min(index + _REACH, len(self.units))):
            if self.verdicts[at].role is not Role.ITEM:
                return self.verdicts[at].role is Role.PROSE
        return False

    def is_ticker(self, index: int) -> bool:
        """Whether times of day from here on head short items, as in a news feed below an article."""
        reach = range(index, min(index + _REACH, len(self.units)))
        stamps = [at for at in reach if self.verdicts[at].role is Role.STAMP]
        return len(stamps) >= 2 and all(after - before <= _TICKER_GAP for before, after in pairwise(stamps))

    def alternating(self, index: int) -> list[Unit]:
        """The paragraphs from here to the end where each is short and stands below a headline; else none."""
        prose: list[Unit] = []
        previous: Role | None = None
        for at in range(index, len(self.units)):
            unit, role = self.units[at], self.verdicts[at].role
            if role is Role.CLOSER:
                break
            if role is Role.PROSE:
                if previous is Role.PROSE or unit.words > _TEASER_WORDS:
                    return []
                prose.append(unit)
            elif role in (Role.HEADLINE, Role.LABEL) and unit.words < _HEADLINE_WORDS:
                return []
            previous = role
        return prose
