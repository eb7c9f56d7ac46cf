"""Denial: who contradicts the claims of a document without giving a number.

An evasive answer is named as such: it denies nothing. "No casualties" stands only against claims of casualties. Nobody
is taken to deny what their own side says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Claim, Denial, DenialKind, Finding, Severity
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.scope import stands
from tallybook.reconcile.speakers import of_one_state
from tallybook.reconcile.wording import distinct, listed

KIND = "denial"
VERBS = {
    DenialKind.DENIAL: ("denies it", "deny it"),
    DenialKind.EVASION: ("answers evasively, which is no denial", "answer evasively, which is no denial"),
    DenialKind.ZERO: ("says there were none", "say there were none"),
}
"""Of one speaker, and of several."""


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
    """What a denial stands against: the claims of its page that measure what it is about."""
    own = [claim for claim in ground.by_document.get(denial.document_id, ()) if stands(claim)]
    aim = _aim(denial, [claim for claim in own if not _own_side(denial, claim, ground)], ground)
    if aim is None or (denial.kind is DenialKind.ZERO and denial.speaker is None):
        return []
    series = ground.series_of.get(aim.id)
    return [c for c in own if (c is aim or ground.series_of.get(c.id) is series) and not _own_side(denial, c, ground)]


def _aim(denial: Denial, claims: Sequence[Claim], ground: Ground) -> Claim | None:
    """The last claim before it that is of what it denies; "the reports" are what the page begins with."""
    ordered = sorted(claims, key=lambda claim: claim.span.start)
    if denial.event is None:
        return next(iter(ordered), None)
    fits = [claim for claim in ordered if _akin(denial.event, claim.event, ground)]
    before = [claim for claim in fits if claim.span.start < denial.span.start]
    return before[-1] if before else next(iter(fits), None)


def _akin(denied: str, claimed: str, ground: Ground) -> bool:
    return ground.world.contains(denied, claimed) or ground.world.contains(claimed, denied)


def _own_side(denial: Denial, claim: Claim, ground: Ground) -> bool:
    origin = claim.attribution.origin
    if denial.speaker is None or origin is None:
        return False
    if ground.world.speaker(denial.speaker) == ground.world.speaker(origin):
        return True
    return of_one_state(denial.speaker, origin, ground.world)


def _finding(claims: Sequence[Claim], denials: Sequence[Denial]) -> Finding:
    said = listed([_said(kind, speakers) for kind, speakers in _by_kind(_plainest(denials)).items()])
    events = listed(list(dict.fromkeys(claim.event for claim in claims)))
    count = f"{len(claims)} claims" if len(claims) > 1 else "1 claim"
    text = f"Against {count} ({events}) of one document: {said}."
    severity = Severity.CHECK if any(d.kind is not DenialKind.EVASION for d in denials) else Severity.NOTE
    return finding(KIND, claims, text, denials=denials, severity=severity)


def _plainest(denials: Sequence[Denial]) -> list[Denial]:
    """Without the evasions of whoever also denies it."""
    firm = {denial.speaker for denial in denials if denial.kind is not DenialKind.EVASION}
    return [denial for denial in denials if denial.kind is not DenialKind.EVASION or denial.speaker not in firm]


def _by_kind(denials: Sequence[Denial]) -> dict[DenialKind, list[str]]:
    """Who denies in which way, each once."""
    told: dict[DenialKind, list[str]] = {}
    for denial in denials:
        told.setdefault(denial.kind, []).append(denial.speaker or "a speaker not named")
    return {kind: distinct(speakers) for kind, speakers in told.items()}


def _said(kind: DenialKind, speakers: Sequence[str]) -> str:
    return f"{listed(speakers)} {VERBS[kind][len(speakers) > 1]}"
