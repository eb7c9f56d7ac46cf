"""Which sources only repeat one another, seen from a whole table of what they say; no text is looked at.

Two sources that agree prove little, as both may be right. What counts is agreement on values that are rare or wrong,
and how much a source says that the other does not. After X. L. Dong, L. Berti-Équille, D. Srivastava: Integrating
conflicting data: the role of source dependence, VLDB 2009, and X. L. Dong, L. Berti-Équille, Y. Hu, D. Srivastava:
Global detection of complex copying relationships between sources, VLDB 2010.

Let $b$ take what it says from $a$ at the rate $c$, and let $p(v)$ be the chance that a source as accurate as the two
says $v$ by itself. Where $a$ says $v$, $b$ says it too with the chance $c + (1 - c) p(v)$; what $a$ does not say, $b$
says with $1 - c$ of the chance it has by itself. So against independence

    score = max over c of  Σ over equal values ln(c / p(v) + 1 - c)  +  n ln(1 - c)

in nats, with n the values of $b$ that $a$ does not give. The one that says less is taken for $b$. With $T(v)$ the
chance that $v$ is true, $A$ the mean accuracy of the two, and $q(v)$ how usual $v$ is among the wrong values of all
others, $p(v) = T(v) A + (1 - T(v)) (1 - A) q(v)$. $T$ is the belief of the 2009 paper, ln(10 A / (1 - A)) for each
voice; accuracies and groups of dependent sources, of which each has one voice, are estimated in turn, beginning with
0.8 and with none. Copies that outnumber all other sources look like the truth, and are not found.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tallybook.reconcile.grouping import joined

Table = Mapping[str, Mapping[str, Hashable]]
"""By source, its value for each item."""

ROUNDS = 4
FEWEST_SHARED = 5
LEAST_SCORE = 10.0
"""Odds of 22,000 to 1: among a hundred sources there are 5,000 pairs to be wrong about."""
LEAST_RATE = 0.9
"""A source that takes nine in ten values from another has no voice of its own."""
RATES = (0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995)
ACCURACY = 0.8
ACCURACY_WEIGHT = 10.0
WRONG_VALUES = 10.0
"""How many wrong values there are to choose from where nobody else gives one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """How much speaks for it that `copier` takes what it says from `source`, or both from a third.

    `rate` is the most likely share of the copier's values that are taken over, `score` the log-likelihood ratio against
    independence in nats. Which of two that say all the same is the copier cannot be told: the later in the alphabet.
    """

    source: str
    copier: str
    shared: int
    agreeing: int
    rate: float
    score: float

    @property
    def one_voice(self) -> bool:
        """Whether the two are to be heard as one."""
        return self.score >= LEAST_SCORE and self.rate >= LEAST_RATE


def dependences(claims: Iterable[tuple[str, str, Hashable]]) -> tuple[Dependence, ...]:
    """Every pair of sources that share five items, the strongest dependence first.

    `claims` are (source, item, value); of several values a source gives for an item the last counts. The order of the
    sources and items changes nothing.
    """
    table = _table(claims)
    pairs = list(_comparable(table))
    belief = _Belief(table, dict.fromkeys(table, 1.0), dict.fromkeys(table, ACCURACY))
    found: list[Dependence] = []
    for _ in range(ROUNDS):
        found = [_compared(a, b, table, belief) for a, b in pairs]
        sizes = {source: len(group) for group in one_voices(table, found) for source in group}
        belief = _Belief(table, {source: 1 / sizes[source] for source in table}, belief.accuracy)
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.source, pair.copier)))


def one_voices(sources: Iterable[str], found: Iterable[Dependence]) -> list[list[str]]:
    """The sources in groups of which each has one voice; most are alone."""
    bound = {frozenset((pair.source, pair.copier)) for pair in found if pair.one_voice}
    return joined(sorted(sources), lambda a, b: frozenset((a, b)) in bound)


def _table(claims: Iterable[tuple[str, str, Hashable]]) -> dict[str, dict[str, Hashable]]:
    table: defaultdict[str, dict[str, Hashable]] = defaultdict(dict)
    for source, item, value in claims:
        table[source][item] = value
    return {source: dict(sorted(table[source].items())) for source in sorted(table)}


def _comparable(table: Table) -> Iterator[tuple[str, str]]:
    tellers: defaultdict[str, list[str]] = defaultdict(list)
    for source, values in table.items():
        for item in values:
            tellers[item].append(source)
    shared = Counter(pair for sources in tellers.values() for pair in combinations(sources, 2))
    yield from sorted(pair for pair, items in shared.items() if items >= FEWEST_SHARED)


def _compared(a: str, b: str, table: Table, belief: _Belief) -> Dependence:
    shared = [item for item in table[a] if item in table[b]]
    equal = [item for item in shared if table[a][item] == table[b][item]]
    chances = [belief.chance(a, b, item) for item in equal]
    source, copier = (a, b) if len(table[b]) <= len(table[a]) else (b, a)
    own = len(table[copier]) - len(equal)
    score, rate = max((_score(chances, own, rate), rate) for rate in RATES)
    return Dependence(
        source=source, copier=copier, shared=len(shared), agreeing=len(equal), rate=rate, score=round(score, 3)
    )


def _score(chances: Sequence[float], own: int, rate: float) -> float:
    return sum(math.log(rate / chance + 1 - rate) for chance in chances) + own * math.log(1 - rate)


class _Belief:
    """How true each value looks, how accurate each source, and how usual a wrong value; one vote per voice."""

    def __init__(self, table: Table, weights: Mapping[str, float], accuracy: Mapping[str, float]) -> None:
        self._table = table
        self._weights = weights
        self._votes: defaultdict[str, defaultdict[Hashable, float]] = defaultdict(lambda: defaultdict(float))
        backing: defaultdict[str, defaultdict[Hashable, float]] = defaultdict(lambda: defaultdict(float))
        for source, values in table.items():
            trust = _trust(accuracy[source])
            for item, value in values.items():
                self._votes[item][value] += weights[source]
                backing[item][value] += weights[source] * trust
        self._true = {item: _believed(votes) for item, votes in backing.items()}
        self.accuracy = {source: self._accuracy(values) for source, values in table.items()}

    def chance(self, a: str, b: str, item: str) -> float:
        """How likely a source as accurate as these two says, by itself, what both say of the item."""
        value = self._table[a][item]
        true = self._true[item][value]
        accuracy = (self.accuracy[a] + self.accuracy[b]) / 2
        return true * accuracy + (1 - true) * (1 - accuracy) * self._usual(item, value, a, b)

    def _usual(self, item: str, value: Hashable, a: str, b: str) -> float:
        """The share of a wrong value among the wrong ones that others than `a` and `b` give."""
        own = self._weights[a] + self._weights[b]
        others = {
            other: (votes - own if other == value else votes) * (1 - self._true[item][other])
            for other, votes in self._votes[item].items()
        }
        return (max(0.0, others[value]) + 1 / WRONG_VALUES) / (sum(max(0.0, votes) for votes in others.values()) + 1)

    def _accuracy(self, values: Mapping[str, Hashable]) -> float:
        right = sum(self._true[item][value] for item, value in values.items())
        return min(0.99, (right + ACCURACY * ACCURACY_WEIGHT) / (len(values) + ACCURACY_WEIGHT))


def _trust(accuracy: float) -> float:
    return math.log(WRONG_VALUES * accuracy / (1 - accuracy))


def _believed(backing: Mapping[Hashable, float]) -> dict[Hashable, float]:
    """The chances of the values given, and of one that nobody gives."""
    top = max(0.0, *backing.values())
    odds = {value: math.exp(support - top) for value, support in backing.items()}
    total = sum(odds.values()) + math.exp(-top) * WRONG_VALUES
    return {value: one / total for value, one in odds.items()}
