"""Events shared by the numbers of a sentence: "killed 31 soldiers and [killed] 12 officers"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from tallybook.extract.events import OTHER
from tallybook.extract.reasons import NO_EVENT, SHARED, carried_event
from tallybook.lexicon.schema import Lexicon
from tallybook.model import Claim, ClaimKind

_LONGEST_GAP = 6
"""Words between two numbers that are coordinated."""
_DEADLY = frozenset({"killed", "wounded", "killed or wounded", "killed or missing"})
_NOT_COUNTS = frozenset({"money", "share"})


def share_events(claims: Sequence[Claim], verbs: Mapping[str, int], text: str, lexicon: Lexicon) -> list[Claim]:
    """Numbers without an event of their own take that of the number they stand with.

    That is the whole they are part of, a number they are coordinated with, or one that the same verb tells of. `verbs`
    maps claims to the tokens of their verbs; `text` is the document's.
    """
    shared = list(claims)
    there_and_back = (*range(len(shared)), *reversed(range(len(shared))))
    for place in there_and_back:
        claim = shared[place]
        giver = _giver(place, shared, verbs, text, lexicon) if claim.event == OTHER else None
        if giver is not None and (giver.event != OTHER or claim.evidence["event"] == NO_EVENT):
            shared[place] = _given(claim, giver)
    return shared


def _given(claim: Claim, giver: Claim) -> Claim:
    """The claim with the event of another; the drones of which some were shot down were launched."""
    shot_at = giver.event == "shot down" and giver.part_of == claim.id
    return replace(
        claim,
        event="launched" if shot_at else giver.event,
        kind=giver.kind if claim.kind is ClaimKind.TOTAL else claim.kind,
        modality=giver.modality,
        evidence={**claim.evidence, **carried_event(giver, SHARED)},
    )


def _giver(place: int, claims: Sequence[Claim], verbs: Mapping[str, int], text: str, lexicon: Lexicon) -> Claim | None:
    claim = claims[place]
    whole = next((other for other in claims if other.id == claim.part_of), None)
    told = claim.evidence["event"] != NO_EVENT
    if whole is not None and (whole.span.end <= claim.span.start or not told):
        return whole
    if told:
        return _told_by_same_verb(claim, claims, verbs, text, lexicon)
    neighbours = (*claims[max(0, place - 1) : place], *claims[place + 1 : place + 2])
    coordinated = next((other for other in neighbours if _are_coordinated(claim, other, text, lexicon)), None)
    return coordinated or _told_by_same_verb(claim, claims, verbs, text, lexicon)


def _told_by_same_verb(
    claim: Claim, claims: Sequence[Claim], verbs: Mapping[str, int], text: str, lexicon: Lexicon
) -> Claim | None:
    """A number that the same verb tells of; never for those who did it ("by 30 men")."""
    verb = verbs.get(claim.id)
    before = text[: claim.span.start].split()[-1:]
    if before and before[0].lower() in lexicon.text.agents:
        return None
    if verb is None or claim.quantity.unit in _NOT_COUNTS:
        return None
    return next((other for other in claims if verbs.get(other.id) == verb and _befalls(other, claim)), None)


def _befalls(giver: Claim, claim: Claim) -> bool:
    """Whether a known event of one number can befall what another counts: "killed in two townships"."""
    deadly = giver.event in _DEADLY
    return giver.event != OTHER and (not deadly or claim.quantity.unit == giver.quantity.unit)


def _are_coordinated(a: Claim, b: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether only a noun phrase and a comma or "and" stand between two numbers."""
    first, second = sorted((a.span, b.span))
    between = text[first.end : second.start]
    return len(between.split()) <= _LONGEST_GAP and bool(_coordination(lexicon).search(between))


@cache
def _coordination(lexicon: Lexicon) -> re.Pattern[str]:
    conjunctions = "|".join(rf"\b{re.escape(word)}\b" for word in sorted(lexicon.text.conjunctions))
    return re.compile(rf"^[^.;:]*(?:,|{conjunctions}|—|–|--|:)\s*$")
