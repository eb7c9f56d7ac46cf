"""Decisions as they are made: by whom, when, with which program, after which other."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence

import msgspec

from tallybook import __version__
from tallybook.model import Act, Anchor, Claim, Decision, Document, Evidence, Undo
from tallybook.review.log import latest, undone_by


def anchor_of(claim: Claim, document: Document) -> Anchor:
    """What decisions on a claim hang on. Raises ValueError for another document than its own."""
    if claim.document_id != document.id:
        raise ValueError(f"claim {claim.id!r} does not stand in document {document.id!r}")
    return Anchor(document.content_hash, claim.core)


def anchored(evidence: Evidence) -> Iterator[tuple[Anchor, Claim]]:
    """Every claim of a document that is there, with what decisions on it hang on."""
    pages = {document.id: document for document in evidence.documents}
    for claim in evidence.claims:
        if claim.document_id in pages:
            yield anchor_of(claim, pages[claim.document_id]), claim


def decide(act: Act, *, by: str, at: dt.datetime, seen: Sequence[Decision]) -> Decision:
    """The decision of one person, who has seen the decisions `seen`; its id is the hash of all it says.

    Raises ValueError where nobody is named, or `at` names no time zone.
    """
    if not by.strip():
        raise ValueError("a decision needs the name of whoever makes it")
    if at.utcoffset() is None:
        raise ValueError(f"a decision's moment needs a time zone: {at}")
    follows = latest(seen).get(act.target)
    said = msgspec.json.encode((by, at, act.kind, act, follows), enc_hook=dict)
    return Decision(
        id=hashlib.sha256(said).hexdigest()[:16],
        at=at,
        by=by,
        act=act,
        program_version=__version__,
        follows=follows,
    )


def undo(decision: str, *, by: str, at: dt.datetime, seen: Sequence[Decision]) -> Decision:
    """The decision that takes another back, by its id, wherever in the log that stands.

    Raises ValueError where `seen` does not hold it, or it counts no more.
    """
    known = next((one for one in seen if one.id == decision), None)
    if known is None:
        raise ValueError(f"there is no decision {decision!r} to undo")
    if decision in undone_by(seen):
        raise ValueError(f"decision {decision!r} is undone already")
    return decide(Undo(decision=decision, of=known.target), by=by, at=at, seen=seen)
