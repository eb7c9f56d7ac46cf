"""What people decide about a book: one appended record for each decision.

A decision hangs on anchors, not on what a program version read there, so that neither a second run nor a better rule
overrides it. What follows from decisions is computed by `tallybook.review`; none of it is stored.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tallybook.model.acts import Act, Undo


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One act of one person. `at` names its time zone.

    `follows` is the last decision on the same target that its author had seen, None where there was none: a book takes
    no decision whose author did not see the last one. `program_version` is the program it was made with.
    """

    id: str
    at: dt.datetime
    by: str
    act: Act
    program_version: str
    follows: str | None = None

    @property
    def kind(self) -> str:
        """What is done."""
        return self.act.kind

    @property
    def target(self) -> str:
        """What it is about."""
        return self.act.target

    @property
    def undoes(self) -> str | None:
        """The decision it undoes, by id; None for every other act."""
        return self.act.decision if isinstance(self.act, Undo) else None
