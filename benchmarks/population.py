"""Populations of towns as many editors gave them, against the settled figure: best value and 90 % interval.

One row is one vote, heard as `tallybook estimate --csv` hears it: without a kind it is of a total, of which numbers a
hundred times off are left out. The numbers that shape the posterior are chosen from a small grid on four fifths of the
settled figures and scored on the other fifth; the score is the mean interval score in natural log units (width, and
twenty times what the truth lies outside; Gneiting and Raftery 2007). Intervals are of 1,000 samples with replacement.
Numbers are taken as at least one half, so that a zero has a logarithm. Settled figures without any claim are left out.
The grid lies around values found on the same figures, so the scores flatter the method.
"""

from __future__ import annotations

import csv
import itertools
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.scoring import Figures
from tallybook.model import ClaimKind, Quantity
from tallybook.reconcile.methods.method import Vote
from tallybook.reconcile.methods.posterior import judge, study
from tallybook.reconcile.methods.posterior.shape import DEFAULT, Shape
from tallybook.table.course import lesson_of, question_of

FOLDS = 5
SAMPLES = 1000
SEED = 5
NEAR = 0.01
GRID = tuple(
    replace(DEFAULT, scale=scale, copying=copying)
    for scale, copying in itertools.product((0.1, 0.2), (0.0, 0.02, 0.05))
)
Votes = Mapping[str, Sequence[Vote]]
Row = tuple[float, bool, bool]
"""Interval score, whether the interval holds the truth, whether best is within one per cent of it."""


def measure_population(shared: Path) -> Figures:
    """`population.*`, each with its interval; beside the posterior the median, the commonest and min-max."""
    folder = shared / "data" / "truth"
    if not (folder / "population_claims.csv").is_file():
        return {}
    votes = _votes(folder / "population_claims.csv")
    truth = {name: value for name, value in _truth(folder / "population_truth_dev.csv").items() if name in votes}
    rows = _cross_validated(votes, truth)
    figures = _summed("population", rows)
    for name, plain in (("median", _median), ("majority", _commonest)):
        best = [_close(plain(votes[series]), value) for series, value in truth.items()]
        figures[f"population.best_of_{name}"] = float(np.mean(best))
    whole = [_row(min(_values(votes[s])), max(_values(votes[s])), None, value) for s, value in truth.items()]
    figures["population.interval_score_of_range"] = float(np.mean([row[0] for row in whole]))
    return figures


def _cross_validated(votes: Votes, truth: Mapping[str, float]) -> list[Row]:
    scored = [scored_by(shape, votes, truth) for shape in GRID]
    fold = np.random.default_rng(SEED).permutation(len(truth)) % FOLDS
    rows: list[Row] = []
    for held in range(FOLDS):
        means = [np.mean([row[0] for row, f in zip(each, fold, strict=True) if f != held]) for each in scored]
        chosen = scored[int(np.argmin(means))]
        rows += [row for row, f in zip(chosen, fold, strict=True) if f == held]
    return rows


def scored_by(shape: Shape, votes: Votes, truth: Mapping[str, float]) -> list[Row]:
    """A row for each settled figure, under one shape."""
    lessons = {name: lesson_of(own, ClaimKind.TOTAL) for name, own in votes.items()}
    learnt = study(list(lessons.values()), shape)
    question = replace(question_of(ClaimKind.TOTAL), trust=learnt.trust, copying=learnt.copying)
    verdicts = {series: judge(lessons[series][0], question, shape) for series in truth}
    return [_row(v.low or 0, v.high or 0, v.best, truth[series]) for series, v in verdicts.items()]


def _row(low: float, high: float, best: float | None, value: float) -> Row:
    a, b, at = _log(low), _log(high), _log(value)
    score = (b - a) + 20 * max(a - at, 0) + 20 * max(at - b, 0)
    return score, low <= value <= high, _close(best, value)


def _summed(name: str, rows: Sequence[Row]) -> Figures:
    table = np.array(rows, dtype=float)
    chance = np.random.default_rng(SEED)
    means = np.array([table[chance.integers(0, len(table), len(table))].mean(0) for _ in range(SAMPLES)])
    low, high = np.quantile(means, (0.025, 0.975), axis=0)
    figures: Figures = {}
    for at, what in enumerate(("interval_score", "coverage", "best")):
        figures[f"{name}.{what}"] = float(table[:, at].mean())
        figures[f"{name}.{what}_from"], figures[f"{name}.{what}_to"] = float(low[at]), float(high[at])
    return figures


def _log(value: float) -> float:
    return math.log(max(value, 0.5))


def _close(best: float | None, value: float) -> bool:
    return best is not None and abs(best - value) <= NEAR * value


def _values(votes: Sequence[Vote]) -> list[float]:
    return [float(vote.low or 0) for vote in votes]


def _median(votes: Sequence[Vote]) -> float:
    return float(np.median(_values(votes)))


def _commonest(votes: Sequence[Vote]) -> float:
    return Counter(_values(votes)).most_common(1)[0][0]


def _votes(path: Path) -> Votes:
    series: dict[str, list[Vote]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for line, row in enumerate(csv.DictReader(stream)):
            value = int(float(row["value"]))
            quantity = Quantity(low=value, high=value, unit="person")
            vote = Vote(claim=str(line), quantity=quantity, speaker=row["origin"])
            series.setdefault(row["series"], []).append(vote)
    return series


def _truth(path: Path) -> dict[str, float]:
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["series"]: float(row["value"]) for row in csv.DictReader(stream)}
