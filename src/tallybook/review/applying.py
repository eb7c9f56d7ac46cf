"""What the decisions that count make of the evidence. A pure function of both, computed anew every time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tallybook.model import (
    Accept,
    AddByHand,
    AddMissed,
    Anchor,
    Assign,
    Check,
    Claim,
    Decision,
    Document,
    Edit,
    Evidence,
    Exclude,
    KeptFile,
    Note,
    Reject,
    Settle,
)
from tallybook.review.by_hand import READ_BY_PERSON
from tallybook.review.fields import changed, changes, with_reasons
from tallybook.review.log import surviving
from tallybook.review.making import anchored

SOMEBODY = "a reviewer"
_OnClaim = Accept | Reject | Edit | AddMissed | AddByHand
_ASIDE = (Accept, Reject, Note, Assign, Check)
"""Acts of which reconciliation need not know: they are in the claims already, or are the reviewers' own."""


def apply(evidence: Evidence, decisions: Sequence[Decision], *, names: bool = True, by_hand: bool = True) -> Evidence:
    """The evidence as the decisions that were not undone have it, with those that reconciliation needs.

    `evidence` is what the program read, to which nothing was applied yet. A claim that was accepted, edited or added
    stands as decided although the program now reads it otherwise or not at all; one that was rejected is gone. A
    decision on a text that is not among the documents does nothing (see `stale`). Without `names` it holds nobody's
    name and no reviewer's words; without `by_hand` no claim that stands on no page.
    """
    counting = [one for one in surviving(decisions) if by_hand or not isinstance(one.act, AddByHand)]
    acts = _on_claims(counting)
    noted = {one.act.document.content_hash: one.act.document for one in counting if isinstance(one.act, AddByHand)}
    pages = {**noted, **{page.content_hash: page for page in evidence.documents}}
    claims = [*_read(evidence, acts), *_added(evidence, acts, pages)]
    told = {claim.document_id for claim in claims}
    documents = (*evidence.documents, *(page for page in noted.values() if page.id in told))
    return replace(
        evidence,
        documents=documents,
        claims=_in_order(claims, documents) if acts else evidence.claims,
        decisions=tuple(one if names else _nameless(one) for one in counting if not isinstance(one.act, _ASIDE)),
    )


def _on_claims(decisions: Iterable[Decision]) -> Mapping[Anchor, Sequence[_OnClaim]]:
    found: dict[Anchor, list[_OnClaim]] = {}
    for one in decisions:
        if isinstance(one.act, _OnClaim):
            found.setdefault(one.act.anchor, []).append(one.act)
    return found


def _read(evidence: Evidence, acts: Mapping[Anchor, Sequence[_OnClaim]]) -> Iterator[Claim]:
    """What the program read, each claim as decided."""
    for anchor, claim in anchored(evidence):
        standing = _standing(acts[anchor], claim) if anchor in acts else claim
        if standing is not None:
            yield standing if standing is claim else replace(standing, id=claim.id, document_id=claim.document_id)


def _added(
    evidence: Evidence, acts: Mapping[Anchor, Sequence[_OnClaim]], pages: Mapping[str, Document]
) -> Iterator[Claim]:
    """What stands by decision where the program reads nothing."""
    known = {anchor for anchor, _ in anchored(evidence)}
    for anchor, own in acts.items():
        standing = _standing(own, None)
        if standing is not None and anchor not in known and anchor.content_hash in pages:
            yield replace(standing, document_id=pages[anchor.content_hash].id)


def _standing(acts: Iterable[_OnClaim], read: Claim | None) -> Claim | None:
    """The claim after all acts on its anchor; None where the last of them rejects it."""
    rejected = False
    for act in acts:
        rejected = isinstance(act, Reject)
        if isinstance(act, Edit):
            found = changes(act.before, act.after)
            read = changed(read or act.before, with_reasons(found, READ_BY_PERSON))
        elif not isinstance(act, Reject):
            read = act.reading
    return None if rejected else read


def _in_order(claims: Iterable[Claim], documents: Sequence[Document]) -> tuple[Claim, ...]:
    """By document, then by their place in the text."""
    rank = {document.id: index for index, document in enumerate(documents)}
    return tuple(sorted(claims, key=lambda claim: (rank.get(claim.document_id, len(rank)), claim.core)))


def _nameless(decision: Decision) -> Decision:
    """The decision without anybody's name, reasons given in private, and the names of files."""
    act = decision.act
    if isinstance(act, (Exclude, Settle)):
        act = replace(act, why="")
    elif isinstance(act, AddByHand) and act.file is not None:
        act = replace(act, file=KeptFile(name="", sha256=act.file.sha256))
    return replace(decision, by=SOMEBODY, act=act)
