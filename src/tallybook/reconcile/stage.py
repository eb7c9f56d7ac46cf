"""The stage itself: the same evidence gives the same picture, on any machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.model import Evidence, Picture
from tallybook.reconcile.estimates import estimates_of
from tallybook.reconcile.findings import find_all
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.lineage import build_statements
from tallybook.reconcile.moments import moments_of
from tallybook.reconcile.policies import method_of
from tallybook.reconcile.series import build_series
from tallybook.reconcile.world import World
from tallybook.settings import Policy

if TYPE_CHECKING:  # reading the registry takes longer than all the rest of this stage
    from tallybook.registry import Registry


def reconcile_claims(evidence: Evidence, *, policy: Policy, registry: Registry) -> Picture:
    """What the claims add up to under one policy.

    Pure and deterministic; a few milliseconds per series. Claims without a unit are in no series.
    """
    world = World(registry)
    documents = {document.id: document for document in evidence.documents}
    claims = {claim.id: claim for claim in evidence.claims}
    moments = moments_of(evidence.claims, documents)
    series = build_series(evidence.claims, moments, world)
    statements = build_statements(evidence.claims, documents, moments, world)
    method = method_of(policy)
    estimates = [
        estimate
        for one in series
        for estimate in estimates_of(
            one,
            claims=claims,
            documents=documents,
            moments=moments,
            statements=statements,
            method=method,
            world=world,
        )
    ]
    ground = Ground(claims, documents, evidence.denials, moments, series, statements, world)
    return Picture(
        method=method.name,
        series=series,
        statements=statements,
        estimates=tuple(estimates),
        findings=tuple(find_all(ground)),
    )
