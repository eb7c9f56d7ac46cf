"""How reliable a statement is before anybody has graded its source, on the same scale as the grades of the user."""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.reconcile.methods.admiralty import CREDIBILITY, RELIABILITY, grade_words
from tallybook.reconcile.methods.method import Question, Vote

LAST_CREDIBLE = "D"
UNKNOWN = "3"
"""What is taken of a statement that no digit is given for, or one that says nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A letter and a digit of the Admiralty code, and why."""

    letter: str
    digit: str
    why: str

    @property
    def rank(self) -> tuple[str, str]:
        """The more reliable come first."""
        return self.letter, self.digit


def standing_of(vote: Vote, question: Question) -> Standing:
    """The user's grade of the source; where there is none or it cannot be judged, what the source's place gives."""
    letter, why = _presumed(vote, question)
    if vote.grade is None:
        return Standing(letter, UNKNOWN, why)
    given, digit = vote.grade[0], vote.grade[1:]
    digit = digit if digit in CREDIBILITY and digit != "6" else UNKNOWN
    if given not in RELIABILITY or given == "F":
        return Standing(letter, digit, why)
    return Standing(given, digit, f"graded {vote.grade}, {grade_words(vote.grade)}")


def credible(standing: Standing) -> bool:
    """Whether a statement may set low, high and best."""
    return standing.letter <= LAST_CREDIBLE


def _presumed(vote: Vote, question: Question) -> tuple[str, str]:
    """Independence first, then knowledge. In peace whoever counts in office knows best; in a war who is of no side."""
    if vote.outside and vote.side is None:
        return "B", "of no side"
    if question.contested and vote.side is not None:
        if question.people is None:
            return "D", "of a side"
        return ("C", "of its own side") if vote.side == question.people else ("E", "a side on another side's numbers")
    if vote.official or (vote.named and vote.side is not None):
        return "B", "official"
    return ("C", "of no known side") if vote.named else ("D", "names no source")
