"""What every policy makes of the same statements, side by side.

Series, statements and votes are those that the estimates were made of; only the verdict is drawn again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tallybook.model import Alternative, Estimate
from tallybook.reconcile.estimates import estimates_of
from tallybook.reconcile.factors import Linked
from tallybook.reconcile.hearing import Hearing
from tallybook.reconcile.methods.method import Method
from tallybook.reconcile.world import World

FEWEST = 2
"""Statements that stand at the end. Of a single one no policy makes anything else."""


def compared(
    estimates: Sequence[Estimate],
    hearing: Hearing,
    methods: Iterable[Method],
    world: World,
    *,
    linked: Linked | None,
    war: bool,
) -> Sequence[Estimate]:
    """The estimates of a series by one method, the last of them with what each of `methods` makes of its statements."""
    if len(hearing.course[-1].votes) < FEWEST:
        return estimates
    *before, last = estimates
    others = (
        (method, last if method.name == last.method else _last(hearing, method, world, linked=linked, war=war))
        for method in methods
    )
    return (*before, replace(last, compared=tuple(_alternative(method, other) for method, other in others)))


def _last(hearing: Hearing, method: Method, world: World, *, linked: Linked | None, war: bool) -> Estimate:
    *_, last = estimates_of(hearing, method, world, linked=linked, war=war, pivot=False)
    return last


def _alternative(method: Method, estimate: Estimate) -> Alternative:
    return Alternative(policy=method.policy, low=estimate.low, best=estimate.best, high=estimate.high, why=estimate.why)
