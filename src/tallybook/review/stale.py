"""Decisions that count and yet do nothing, since what they hang on is not there. They are kept, and shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tallybook.model import (
    AddByHand,
    Anchor,
    Decision,
    DifferentStatement,
    Evidence,
    Exclude,
    Merge,
    Move,
    Rename,
    SameStatement,
    Split,
)
from tallybook.review.applying import apply
from tallybook.review.log import surviving
from tallybook.review.making import anchored

CHANGED = "its page has another text now, or is not in this book"
NO_CLAIM = "no claim stands there now"

_NEED_A_CLAIM = (Exclude, Merge, Move, Rename, SameStatement, DifferentStatement, Split)


@dataclass(frozen=True, slots=True)
class Stale:
    """A decision that does nothing now, and why. It does again when its text or its claim is back."""

    decision: Decision
    why: str


def stale(evidence: Evidence, decisions: Sequence[Decision]) -> tuple[Stale, ...]:
    """Those of the decisions that were not undone whose text or claim is not there, in their order.

    `evidence` is what the program read, as for `apply`.
    """
    applied = apply(evidence, decisions)
    pages = {page.content_hash for page in applied.documents}
    claims = {anchor for anchor, _ in anchored(applied)}
    found = ((one, _why(one, pages, claims)) for one in surviving(decisions) if not isinstance(one.act, AddByHand))
    return tuple(Stale(one, why) for one, why in found if why is not None)


def _why(decision: Decision, pages: set[str], claims: set[Anchor]) -> str | None:
    anchors = decision.act.anchors
    if any(anchor.content_hash not in pages for anchor in anchors):
        return CHANGED
    needs = isinstance(decision.act, _NEED_A_CLAIM)
    return NO_CLAIM if needs and any(anchor not in claims for anchor in anchors) else None
