"""Simulated series with origins and relays: does the 90 % interval hold the truth nine times in ten?

Each origin measures the truth with an error, relays repeat an origin's number. Counted as one vote with its origin a
relay says nothing new; counted apart it looks like agreement, and the interval is too narrow. Fixed seed.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.scoring import Figures
from tallybook.model import ClaimKind, Quantity
from tallybook.reconcile.methods import method_of
from tallybook.reconcile.methods.method import Question, Vote

SERIES = 600
ORIGINS = 3
RELAYS = 12
ERROR = 0.15
RIGHT = (0.0, 0.2, 0.4, 0.6)
"""Shares of origins that have the exact number; the others lie about it with `ERROR` on log scale (Student-t, 3). All
are shown: the interval is as good as the trust it is given, and where nobody is ever right it is too narrow."""
SEED = 20


def measure_simulation(shared: Path) -> Figures:
    """`simulation.*`: coverage with relays as one vote with their origin, and counted apart, by the share of origins
    that are right. Reads nothing."""
    figures: Figures = {}
    for right in RIGHT:
        one, apart = simulate(SERIES, right=right)
        figures |= {
            f"simulation.coverage_{right * 100:.0f}_right": one,
            f"simulation.apart_{right * 100:.0f}_right": apart,
        }
    return figures


def simulate(series: int, *, right: float) -> tuple[float, float]:
    """Coverage of the 90 % interval over `series` made series: relays as one vote with their origin, and apart."""
    chance = np.random.default_rng(SEED)
    method = method_of("posterior")
    question = Question(event="strength", unit="person", kind=ClaimKind.LEVEL)
    held = np.zeros(2)
    for _ in range(series):
        truth = round(float(np.exp(chance.uniform(6, 12))))
        own = [_measured(truth, right, chance) for _ in range(ORIGINS)]
        told = [own[i] for i in np.minimum(chance.geometric(0.5, RELAYS) - 1, ORIGINS - 1)]
        for way, numbers in enumerate((own, [*own, *told])):
            verdict = method.judge([_vote(n, i) for i, n in enumerate(numbers)], question)
            held[way] += verdict.low is not None and verdict.high is not None and verdict.low <= truth <= verdict.high
    return float(held[0] / series), float(held[1] / series)


def _measured(truth: int, right: float, chance: np.random.Generator) -> int:
    if chance.random() < right:
        return truth
    return max(1, round(truth * float(np.exp(ERROR * chance.standard_t(3)))))


def _vote(number: int, at: int) -> Vote:
    return Vote(claim=str(at), quantity=Quantity(low=number, high=number, unit="person"), speaker=f"voice {at}")
