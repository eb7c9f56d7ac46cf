"""`posterior`: what is likely, given what is claimed and who claims it.

Each statement is right with the trust in its source: the truth then lies where its words allow. Or it is wrong, and
lies about the truth by chance. Best is a claimed value, never a mean of several; low and high hold 90 % of the mass.
After Dong et al., Integrating conflicting data (VLDB 2009), with the room of words and a log scale. Reliability is
learnt as in Pasternack and Roth, Knowing what to believe (COLING 2010).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tallybook.model import Hedge, Number
from tallybook.reconcile.methods.method import Question, Verdict, Vote
from tallybook.reconcile.methods.posterior.field import Array, Field
from tallybook.reconcile.methods.posterior.kernel import Kernel, kernel_of, on_log
from tallybook.reconcile.methods.posterior.shape import DEFAULT, Shape
from tallybook.reconcile.wording import between_words, number_words

LEVEL = 0.9
NEAR = 0.01
TIE = 0.02
"""Masses nearer than this are no ground to prefer a value."""


def judge(votes: Sequence[Vote], question: Question, shape: Shape = DEFAULT) -> Verdict:
    """Low, best and high of the posterior over the claimed values. A tie names no best."""
    usable = [vote for vote in votes if min(vote.low or 0, vote.high or 0) >= 0]
    if not usable:
        return _below_zero(votes, question, shape)
    trust, room = trust_of(usable, question, shape), question.counting.room if question.counting is not None else 0.0
    shape = shape_of(question, shape)
    kernels = [kernel_of(vote, room) for vote in usable]
    field = Field(kernels, shape, monotone=question.monotone, floor=_floor(question))
    mass, right = field.solve(trust)
    held = [_held(field, mass, kernel, max(NEAR, room)) for kernel in field.groups]
    chosen = _chosen(field.groups, held, right, question.floor or 0)
    low, high = _ends(field, mass, usable)
    if question.floor is not None:
        low, high = max(low, question.floor), max(high, question.floor)
    if chosen is None:
        said = [field.groups[i].value for i, share in enumerate(held) if share >= max(held) - TIE]
        why = f"{number_words(_plain(min(said)))} and {number_words(_plain(max(said)))} are equally likely"
        return Verdict(low, None, high, why)
    kernel = field.groups[chosen]
    best = _best(field, mass, kernel, [v for v, own in zip(usable, kernels, strict=True) if own == kernel])
    low, high = min(low, best), max(high, best)
    number = sum(1 for other in kernels if other == kernel)
    share = round(min(1.0, held[chosen]), 6)
    why = (
        f"{number_words(best)} is most likely, given by {number} of {len(votes)} independent statements; "
        f"90 % of the likelihood lies {_between(low, high)}"
    )
    return Verdict(low, best, high, why, share)


def _floor(question: Question) -> float | None:
    """On log scale, below the plateau of the number that was reached."""
    if question.floor is None or question.floor <= 0:
        return None
    return on_log(question.floor - 0.5 if float(question.floor).is_integer() else question.floor * (1 - NEAR))


def shape_of(question: Question, shape: Shape = DEFAULT) -> Shape:
    """The shape for a question: what nobody counts one by one is trusted less, and scatters more."""
    counting = question.counting
    if counting is None:
        return shape
    return replace(shape, trust=counting.trust, scale=counting.scatter, freedom=counting.freedom, junk=counting.junk)


def trust_of(votes: Sequence[Vote], question: Question, shape: Shape = DEFAULT) -> Array:
    """The trust in each statement: what the book has taught of its source, else what is usual. Where nobody counts one
    by one, the odds are as much longer for each source as for an unknown one."""
    found = np.array([question.trust.get(vote.speaker, shape.trust) for vote in votes], dtype=float)
    if question.counting is not None:
        odds = _odds(question.counting.trust) / _odds(shape.trust) * found / (1 - found)
        found = odds / (1 + odds)
    return np.asarray(np.clip(found, shape.least, shape.cap))


def _odds(chance: float) -> float:
    return chance / (1 - chance)


def study(series: Sequence[tuple[Sequence[Vote], Question]], shape: Shape = DEFAULT) -> dict[str, float]:
    """The trust in each source that speaks beside others, learnt from all series of a book by a few rounds of
    expectation and maximisation; that in a source with few claims is drawn to the mean of sources with as few."""
    claims: dict[str, int] = {}
    for votes, _ in series:
        for vote in votes:
            claims[vote.speaker] = claims.get(vote.speaker, 0) + 1
    fields = [_laid_out(votes, question, shape) for votes, question in series if len(votes) > 1]
    names = sorted({vote.speaker for _, votes in fields for vote in votes})
    index = {name: i for i, name in enumerate(names)}
    who = [np.array([index[vote.speaker] for vote in votes]) for _, votes in fields]
    trust = np.full(len(names), shape.trust)
    if not names:
        return {}
    likes = np.array([_stratum(claims[name]) for name in names])
    told = np.bincount(np.concatenate(who), minlength=len(names)).astype(float)
    for _ in range(shape.rounds):
        right = np.zeros(len(names))
        for (field, _votes), own in zip(fields, who, strict=True):
            np.add.at(right, own, field.solve(trust[own])[1][field.of])
        usual = (np.bincount(likes, right) + shape.pool * shape.trust) / (np.bincount(likes, told) + shape.pool)
        trust = np.clip((right + shape.shrink * usual[likes]) / (told + shape.shrink), shape.least, shape.cap)
    return {name: round(float(value), 6) for name, value in zip(names, trust, strict=True)}


def _laid_out(votes: Sequence[Vote], question: Question, shape: Shape) -> tuple[Field, list[Vote]]:
    usable = [vote for vote in votes if min(vote.low or 0, vote.high or 0) >= 0] or [_mirrored(v) for v in votes]
    return Field([kernel_of(vote) for vote in usable], shape, monotone=question.monotone), usable


def _stratum(claims: int) -> int:
    return int(np.searchsorted((1, 2, 5, 20), claims))


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
    inside = [i for i in order if _covers(top, groups[i]) and held[i] >= most / 2]
    sharp = min(inside, key=lambda i: (groups[i].width, -held[i]))
    rivals = [i for i in order[1:] if held[i] >= most - TIE and not _alike(top, groups[i])]
    return None if rivals and sharp == order[0] else sharp


def _alike(a: Kernel, b: Kernel) -> bool:
    return abs(a.at - b.at) <= NEAR or _covers(a, b) or _covers(b, a)


def _covers(outer: Kernel, inner: Kernel) -> bool:
    return outer.low - 3 * outer.down <= inner.at <= outer.high + 3 * outer.up


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


def _between(low: Number, high: Number) -> str:
    return f"at {number_words(low)}" if low == high else f"in {between_words(low, high)}"


def _below_zero(votes: Sequence[Vote], question: Question, shape: Shape) -> Verdict:
    """Numbers below zero are judged by their size."""
    found = judge([_mirrored(vote) for vote in votes], question, shape)
    low, best, high = (None if x is None else -x for x in (found.high, found.best, found.low))
    return Verdict(low, best, high, found.why.replace("likely, ", "likely by size, "), found.probability)


def _mirrored(vote: Vote) -> Vote:
    low, high = vote.low, vote.high
    ends = [abs(x) for x in (high, low) if x is not None]
    size = replace(
        vote.quantity, low=min(ends), high=max(ends), hedge=Hedge.RANGE if len(set(ends)) > 1 else Hedge.EXACT
    )
    return replace(vote, quantity=size)
