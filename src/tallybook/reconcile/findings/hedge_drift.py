"""Hedge drift: one document gives a number twice, to two names of one side, and the hedge changes on the way.

"Around 14,000, according to Ukrainian officials" and "the 14,000 reported by Ukraine" are one statement; the second is
surer than the first, and of another speaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Finding
from tallybook.reconcile.findings.same_statement import renamed
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.wording import capital, stated_words

KIND = "hedge drift"


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each statement told under two names with two hedges."""
    for statement in ground.statements:
        if renamed(statement, ground):
            claims = ground.members(statement)
            told = [f"{stated_words(claim)} ({ground.speaker(claim)})" for claim in claims]
            text = f"{capital(told[0])} and {told[1]} in one document are one statement, told more or less surely."
            yield finding(KIND, claims, text)
