"""Denial: who contradicts the claims of a document without giving a number.

An evasive answer is named as such: it denies nothing. "No casualties" stands only against claims of casualties. Nobody
is taken to deny what their own side says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Claim, Denial, DenialKind, Finding
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.scope import stands
from tallybook.reconcile.wording import listed

KIND = "denial"
VERBS = {
    DenialKind.DENIAL: "denies it",
    DenialKind.EVASION: "answers evasively, which is no denial",
    DenialKind.ZERO: "says there were none",
}


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each document and set of claims that is denied there."""
    against: dict[tuple[str, ...], list[Denial]] = {}
    for denial in ground.denials:
        claims = _claims_denied(denial, ground)
        if claims:
            against.setdefault(tuple(claim.id for claim in claims), []).append(denial)
    for claims_denied, denials in against.items():
        yield _finding([ground.claims[claim] for claim in claims_denied], denials)


def _claims_denied(denial: Denial, ground: Ground) -> list[Claim]:
    own = [claim for claim in ground.by_document.get(denial.document_id, ()) if stands(claim)]
    event = denial.event if denial.event is not None else _leading_event(own)
    if event is None or (denial.kind is DenialKind.ZERO and denial.speaker is None):
        return []
    world = ground.world
    return [
        claim
        for claim in own
        if (world.contains(event, claim.event) or world.contains(claim.event, event))
        and not _own_side(denial, claim, ground)
    ]


def _leading_event(claims: Sequence[Claim]) -> str | None:
    """What a document is about: the event of its first claim."""
    first = min(claims, key=lambda claim: claim.span.start, default=None)
    return None if first is None else first.event


def _own_side(denial: Denial, claim: Claim, ground: Ground) -> bool:
    origin = claim.attribution.origin
    if denial.speaker is None or origin is None:
        return False
    if ground.world.speaker(denial.speaker) == ground.world.speaker(origin):
        return True
    side = ground.world.side_of(denial.speaker)
    return side is not None and side == ground.world.side_of(origin)


def _finding(claims: Sequence[Claim], denials: Sequence[Denial]) -> Finding:
    said = listed(
        list(dict.fromkeys(f"{denial.speaker or 'a speaker not named'} {VERBS[denial.kind]}" for denial in denials))
    )
    events = listed(list(dict.fromkeys(claim.event for claim in claims)))
    count = f"{len(claims)} claims" if len(claims) > 1 else "1 claim"
    text = f"Against {count} ({events}) of one document: {said}."
    return finding(KIND, claims, text, denials=denials)
