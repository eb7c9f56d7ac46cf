"""Why a field is filled where no words beside the number prove it, and the words it is taken over from.

`evidence` then holds the reason under the field's name, and the words that proved it elsewhere under `<field>_from`.
"""

from __future__ import annotations

from tallybook.model import Claim, Proof, Span

NO_HEDGE = "no hedge stands by the number"
NO_NOUN = "inferred from what is said of the counted"
NO_EVENT = "no verb or noun tells an event"
NOT_TOLD = "its verb tells no known event of it"
AS_BEFORE = "the same as the number before it"
SHARED = "the same as the number it stands with"
FORECASTER = "the body named just before"
TURN = "whose turn it is in a conversation"
WHOLE = "carried over from the whole it is part of"


def named_by(claim: Claim, field: str) -> tuple[Span, ...]:
    """The words that a claim's field was first read from; empty where it was only inferred."""
    proof = claim.evidence.get(f"{field}_from") or claim.evidence.get(field, ())
    return () if isinstance(proof, str) else proof


def speaker_named(claim: Claim) -> tuple[Span, ...]:
    """Where a claim's speaker is named: what a pronoun stands for, else the speaker's own words."""
    pointed, own = claim.evidence.get("origin_from"), claim.evidence.get("origin", ())
    if pointed is not None and not isinstance(pointed, str):
        return pointed[-1:]
    return () if isinstance(own, str) else own[:1]


def carried_event(giver: Claim, reason: str) -> dict[str, Proof]:
    """The evidence of an event that is taken over from another claim."""
    words = named_by(giver, "event")
    return {"event": reason, **({"event_from": words} if words else {})}
