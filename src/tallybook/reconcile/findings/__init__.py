"""What the audit points out. One module per kind, each with a function `find(ground)`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Finding
from tallybook.reconcile.findings import (
    category_slip,
    conflict,
    correction,
    dates,
    denial,
    falling_share,
    falling_total,
    growth,
    hedge_drift,
    part_whole,
    plan_outcome,
    projection,
    same_statement,
    share,
    shared_ratio,
    stale,
    sums,
    unit_conversion,
    waves,
)
from tallybook.reconcile.forecasts import Outlook
from tallybook.reconcile.ground import Ground


def find_all(ground: Ground, outlooks: Sequence[Outlook]) -> Iterator[Finding]:
    """All findings, kind by kind; `outlooks` are the forecasts of the same ground."""
    yield from same_statement.find(ground)
    yield from hedge_drift.find(ground)
    yield from stale.find(ground)
    yield from category_slip.find(ground)
    conflicts = tuple(conflict.find(ground))
    yield from conflicts
    yield from falling_total.find(ground)
    yield from falling_share.find(ground)
    yield from correction.find(ground)
    yield from growth.find(ground, conflicts)
    yield from sums.find(ground)
    yield from waves.find(ground)
    yield from part_whole.find(ground)
    yield from unit_conversion.find(ground)
    yield from share.find(ground)
    yield from shared_ratio.find(ground)
    yield from projection.find(ground, outlooks)
    yield from plan_outcome.find(ground, outlooks)
    yield from denial.find(ground)
    yield from dates.find(ground)
