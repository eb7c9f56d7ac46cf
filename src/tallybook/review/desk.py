"""What reviewers keep for themselves: what was rejected, who is to look at what, how far they are, their notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tallybook.model import (
    Accept,
    AddByHand,
    AddMissed,
    Anchor,
    Assign,
    Check,
    Decision,
    Edit,
    Note,
    Reject,
    ReviewState,
)
from tallybook.review.log import surviving


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All of it by the claims' anchors. A claim without a state is unchecked, one without a verdict undecided.

    `verdicts` are the last decisions on whether the claim is one: to accept, reject, edit or add it.
    """

    verdicts: Mapping[Anchor, Decision]
    states: Mapping[Anchor, ReviewState]
    assignees: Mapping[Anchor, str]
    notes: Mapping[Anchor, tuple[Decision, ...]]


def desk_of(decisions: Sequence[Decision]) -> Desk:
    """The desk as the decisions that were not undone leave it."""
    verdicts: dict[Anchor, Decision] = {}
    states: dict[Anchor, ReviewState] = {}
    assignees: dict[Anchor, str | None] = {}
    notes: dict[Anchor, tuple[Decision, ...]] = {}
    for one in surviving(decisions):
        match one.act:
            case Accept() | Reject() | Edit() | AddMissed() | AddByHand():
                verdicts[one.act.anchor] = one
            case Check(anchor=anchor, state=state):
                states[anchor] = state
            case Assign(anchor=anchor, to=to):
                assignees[anchor] = to
            case Note(anchor=anchor):
                notes[anchor] = (*notes.get(anchor, ()), one)
            case _:  # about series, statements, sources and findings: the picture shows those
                pass
    named = {anchor: to for anchor, to in assignees.items() if to is not None}
    return Desk(verdicts=verdicts, states=states, assignees=named, notes=notes)
