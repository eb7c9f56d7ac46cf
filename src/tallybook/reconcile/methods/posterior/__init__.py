"""`posterior`: what is likely, given what is claimed and who claims it.

Each statement is right with the trust in its source: the truth then lies where its words allow. Or it is wrong, and
lies about the truth by chance. Best is a claimed value, never a mean of several; low and high hold 90 % of the mass.
After Dong et al., Integrating conflicting data (VLDB 2009), with the room of words and a log scale.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from tallybook.model import Hedge, Number
from tallybook.reconcile.methods.method import Bound, Question, Verdict, Vote
from tallybook.reconcile.methods.posterior.field import Array, Field
from tallybook.reconcile.methods.posterior.kernel import Kernel, kernel_of, mirrored, on_log
from tallybook.reconcile.methods.posterior.learning import copying_of, shape_of, stale_of, study, trust_of
from tallybook.reconcile.methods.posterior.shape import DEFAULT, Shape
from tallybook.reconcile.methods.posterior.words import best_words, tied_words, unlikely_words

__all__ = ["judge", "study"]

LEVEL = 0.9
NEAR = 0.01
LIKELY = 0.5
"""A value less likely than this is nobody's best."""
TIE = 0.02
"""Masses nearer than this are no ground to prefer a value."""


def judge(votes: Sequence[Vote], question: Question, shape: Shape = DEFAULT) -> Verdict:
    """Low, best and high of the posterior over the claimed values. Nothing is best in a tie, or
    where even the likeliest value is less likely than not."""
    usable = [vote for vote in votes if min(vote.low or 0, vote.high or 0) >= 0]
    if not usable:
        return _below_zero(votes, question, shape)
    trust, room = trust_of(usable, question, shape), question.counting.room if question.counting is not None else 0.0
    shape = shape_of(question, shape)
    kernels = [kernel_of(vote, room) for vote in usable]
    field = Field(kernels, shape, stale=stale_of(usable, question, shape), bounds=list(_bounds(question)))
    solved = field.solve(trust, copying_of(usable, question))
    mass, right = solved.mass, solved.right
    held = [_held(field, mass, kernel, max(NEAR, room)) for kernel in field.groups]
    chosen = _chosen(field.groups, held, right, question.floor or 0)
    low, high = _ends(field, mass, usable)
    if question.floor is not None:
        low, high = max(low, question.floor), max(high, question.floor)
    if chosen is None:
        said = [field.groups[i].value for i, share in enumerate(held) if share >= max(held) - TIE]
        return Verdict(low, None, high, tied_words(_plain(min(said)), _plain(max(said))))
    kernel, share = field.groups[chosen], round(min(1.0, held[chosen]), 6)
    own = [vote for vote, its in zip(usable, kernels, strict=True) if its == kernel]
    best = _best(field, mass, kernel, own)
    low, high = min(low, best), max(high, best)
    if share < LIKELY:
        return Verdict(low, None, high, unlikely_words(best, own, votes))
    return Verdict(low, best, high, best_words(best, own, votes, low, high), share)


def _bounds(question: Question) -> Iterator[tuple[float, float, float]]:
    """On log scale, half a unit off. What the total had reached is certain."""
    floor = () if question.floor is None else (Bound(question.floor, None, 1.0),)
    for bound in (*floor, *question.bounds):
        if bound.low > 0:
            yield _off(bound.low, -1), _off(bound.high, 1) if bound.high is not None else math.inf, bound.sure


def _off(value: Number, way: int) -> float:
    return on_log(value + way / 2 if float(value).is_integer() else value * (1 + way * NEAR))


def _held(field: Field, mass: Array, kernel: Kernel, near: float) -> float:
    """The mass about a claimed value: within its room, or `near` it."""
    low, high = min(kernel.low, kernel.at - near), max(kernel.high, kernel.at + near)
    low -= 3 * kernel.down if kernel.down > near else 0
    high += 3 * kernel.up if kernel.up > near else 0
    return field.within(mass, low, high)


def _chosen(groups: Sequence[Kernel], held: Sequence[float], right: Array, floor: Number) -> int | None:
    """The value that holds most; a sharper one inside its room that holds half as much says it better. Of values that
    hold each other's mass the one that is likelier given. Those below what was reached are chosen only by themselves.
    """
    order = sorted(range(len(groups)), key=lambda i: (-round(held[i], 2), -right[i]))
    order = [i for i in order if groups[i].value >= floor] or order
    top, most = groups[order[0]], held[order[0]]
    inside = [i for i in order if top.allows(groups[i].at) and held[i] >= most / 2]
    sharp = min(inside, key=lambda i: (groups[i].width, -held[i]))
    rivals = [i for i in order[1:] if held[i] >= most - TIE and not _alike(top, groups[i])]
    return None if rivals and sharp == order[0] else sharp


def _alike(a: Kernel, b: Kernel) -> bool:
    return abs(a.at - b.at) <= NEAR or a.allows(b.at) or b.allows(a.at)


def _best(field: Field, mass: Array, kernel: Kernel, own: Sequence[Vote]) -> Number:
    """The claimed number of `own` votes; inside a range that is claimed the middle of the mass."""
    if own[0].quantity.hedge is not Hedge.RANGE or own[0].low == own[0].high:
        return _plain(kernel.value)
    start = field.within(mass, field.edges[0], kernel.low)
    middle = math.exp(field.quantile(mass, start + field.within(mass, kernel.low, kernel.high) / 2))
    low, high = own[0].low or 0, own[0].high or 0
    whole = float(low).is_integer() and float(high).is_integer()
    return _plain(min(max(round(middle) if whole else _rounded(middle), low), high))


def _ends(field: Field, mass: Array, votes: Sequence[Vote]) -> tuple[Number, Number]:
    tail = (1 - LEVEL) / 2
    exact = [k for k in field.groups if k.high - k.low <= max(3e-4, 1.2 / max(k.value, 1)) and k.up + k.down < NEAR]
    ends = []
    for share in (tail, 1 - tail):
        at = field.quantile(mass, share)
        near = [k.value for k in exact if k.low - k.down <= at <= k.high + k.up]
        whole = all(float(x).is_integer() for v in votes for x in (v.low, v.high) if x is not None)
        free = 0.0 if at < math.log(0.5) and whole else _rounded(math.exp(at))
        ends.append(_plain(near[0] if near else round(free) if whole else free))
    return ends[0], ends[1]


def _rounded(value: float) -> float:
    """Three digits are more than such an end can promise."""
    return float(f"{value:.3g}")


def _plain(value: float) -> Number:
    return int(value) if float(value).is_integer() else value


def _below_zero(votes: Sequence[Vote], question: Question, shape: Shape) -> Verdict:
    """Numbers below zero are judged by their size."""
    found = judge([mirrored(vote) for vote in votes], question, shape)
    low, best, high = (None if x is None else -x for x in (found.high, found.best, found.low))
    return Verdict(low, best, high, f"by size: {found.why}", found.probability)
