"""Statements as people have them: two claims that are one utterance, or are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tallybook.model import Claim, Document, SameStatement, Statement
from tallybook.reconcile.grouping import identity
from tallybook.reconcile.lineage import ALONE
from tallybook.reconcile.rulings import Rulings, signed
from tallybook.reconcile.sides import outlet_of, side_of_claim
from tallybook.reconcile.world import World


def restated(
    statements: Sequence[Statement],
    rulings: Rulings,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    world: World,
) -> tuple[Statement, ...]:
    """The statements of one story after all decisions on them, each in its turn.

    Two that are joined keep the origin and side of the first claim's; a claim that is parted from another leaves its
    statement alone. A decision on claims of two stories does nothing: their numbers are never compared.
    """
    found = {claim: one for one in statements for claim in one.claims}
    rank = {claim: index for index, claim in enumerate(claims)}
    for decision in rulings.statements:
        pair = rulings.pair(decision.act)
        if pair is None or pair[0] not in found or pair[1] not in found:
            continue
        first, second = found[pair[0]], found[pair[1]]
        if isinstance(decision.act, SameStatement) and first is not second:
            both = sorted((*first.claims, *second.claims), key=lambda claim: rank[claim])
            one = _said(first, both, _joined_why(first, second, signed("taken for one", decision)))
            found |= dict.fromkeys(both, one)
        elif not isinstance(decision.act, SameStatement) and first is second:
            rest = [claim for claim in first.claims if claim != pair[0]]
            found |= dict.fromkeys(rest, _said(first, rest, first.why if len(rest) > 1 else ALONE))
            found[pair[0]] = _alone(claims[pair[0]], documents, world, signed("parted", decision))
    ordered = sorted(found, key=lambda claim: rank[claim])
    return tuple(dict.fromkeys(found[claim] for claim in ordered))


def _said(statement: Statement, claims: Sequence[str], why: str) -> Statement:
    return replace(statement, id=identity(*sorted(claims)), claims=tuple(claims), why=why)


def _joined_why(first: Statement, second: Statement, words: str) -> str:
    reasons = dict.fromkeys(why for why in (first.why, second.why) if why != ALONE)
    return "; ".join((*reasons, words))


def _alone(claim: Claim, documents: Mapping[str, Document], world: World, why: str) -> Statement:
    return Statement(
        id=identity(claim.id),
        origin=claim.attribution.origin,
        claims=(claim.id,),
        why=why,
        side=side_of_claim(claim, outlet_of(claim, documents), world),
    )
