"""What reviewers keep for themselves, in words: notes, who is to look, how far they are, what they rejected.

Only a report that was asked to be internal may hold any of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallybook.model import Anchor, Claim, Decision, Document, Note, Reject, ReviewState
from tallybook.review import Desk, anchor_of, desk_of
from tallybook.view.claims import passage_of_claim, trouble_with
from tallybook.view.days import plain_day
from tallybook.view.read_types import RejectedView
from tallybook.view.words import plain_claim


@dataclass(frozen=True, slots=True)
class Private:
    """The desk of the decisions that count. Of no decisions at all it says nothing of anything."""

    desk: Desk

    def on_claim(self, claim: Claim, document: Document | None) -> tuple[str, ...]:
        """A line for each thing that is kept beside a claim; none where its document is not there."""
        if document is None:
            return ()
        return tuple(_lines(self.desk, anchor_of(claim, document)))

    def rejected_on(self, document: Document) -> tuple[RejectedView, ...]:
        """What was read on a page, and rejected, in the order of the text."""
        found = ((one, one.act) for one in self.desk.verdicts.values() if isinstance(one.act, Reject))
        own = [(one, act) for one, act in found if act.anchor.content_hash == document.content_hash]
        return tuple(_rejected(one, act, document) for one, act in sorted(own, key=lambda pair: pair[1].anchor))


def private_of(decisions: Sequence[Decision]) -> Private:
    """What the decisions that were not undone leave on the reviewers' desk."""
    return Private(desk_of(decisions))


def _lines(desk: Desk, anchor: Anchor) -> Iterator[str]:
    verdict = desk.verdicts.get(anchor)
    if verdict is not None:
        yield f"Decided: {verdict.kind}, {_signed(verdict)}"
    state = desk.states.get(anchor, ReviewState.UNCHECKED)
    if state is not ReviewState.UNCHECKED:
        yield f"State: {state.value}"
    if anchor in desk.assignees:
        yield f"To be looked at by {desk.assignees[anchor]}"
    for note in desk.notes.get(anchor, ()):
        if isinstance(note.act, Note):
            yield f"Note by {_signed(note)}: {note.act.text}"


def _signed(decision: Decision) -> str:
    return f"{decision.by}, {plain_day(decision.at.date())}"


def _rejected(decision: Decision, act: Reject, document: Document) -> RejectedView:
    passage = passage_of_claim(act.reading, document, trouble_with(document))
    words = "" if passage.problem else act.reading.span.of(document.text)
    return RejectedView(said=plain_claim(act.reading, words=words), by=_signed(decision), why=act.why, passage=passage)
