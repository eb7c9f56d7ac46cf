"""The Admiralty code: a letter for a source, a digit for what it says (NATO AJP-2.1; US Army FM 2-22.3, appendix B).

The code has words and no probabilities. Those that stand here are ours: C and 3 are what is taken of a source that
nobody has graded, the others lie about them in equal steps of trust as far as words go.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tallybook.reconcile.methods.method import Judge, Question, Verdict, Vote

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
TRUST = {"A": 0.95, "B": 0.9, "C": 0.8, "D": 0.5, "E": 0.3, "1": 0.95, "2": 0.9, "3": 0.8, "4": 0.5, "5": 0.3}
"""The chance that a statement is right. F and 6 say nothing: then a source is as one without a grade."""


def grade_words(grade: str) -> str:
    """A grade as it is meant.

    >>> grade_words("B2")
    'usually reliable, probably true'
    """
    return ", ".join({**RELIABILITY, **CREDIBILITY}[mark] for mark in grade)


def trust_in(grade: str) -> float | None:
    """The chance that what a source of this grade says is right: of letter and digit the mean of their log odds; None
    where neither can be judged.

    >>> trust_in("B"), trust_in("F6")
    (0.9, None)
    """
    odds = [math.log(TRUST[mark] / (1 - TRUST[mark])) for mark in grade if mark in TRUST]
    return round(1 / (1 + math.exp(-sum(odds) / len(odds))), 6) if odds else None


def by_grade(judge: Judge) -> Judge:
    """A method's function with the trust that the user's grades give to speakers, before what it has learnt of them."""

    def graded(votes: Sequence[Vote], question: Question) -> Verdict:
        return judge(votes, replace(question, trust={**question.trust, **_trust(votes)}))

    return graded


def _trust(votes: Iterable[Vote]) -> dict[str, float]:
    given = ((vote.speaker, trust_in(vote.grade)) for vote in votes if vote.grade is not None)
    return {speaker: trust for speaker, trust in given if trust is not None}
