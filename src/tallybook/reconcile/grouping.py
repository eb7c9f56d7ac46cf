"""Joining things that belong together, pair by pair."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")


def identity(*parts: object) -> str:
    """A short id that is the same for the same parts, in any run and on any machine."""
    words = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def joined(
    things: Sequence[T], belong: Callable[[T, T], bool], *, keys: Callable[[T], Iterable[Hashable]] | None = None
) -> list[list[T]]:
    """The smallest groups such that any two things that belong together share one, in the order first met.

    `keys` saves time: only things that share a key are compared.
    """
    leader = list(range(len(things)))

    def lead(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    for pool in _pools(things, keys):
        for i, j in combinations(pool, 2):
            if lead(i) != lead(j) and belong(things[i], things[j]):
                first, second = sorted((lead(i), lead(j)))
                leader[second] = first
    groups: dict[int, list[T]] = {}
    for index, thing in enumerate(things):
        groups.setdefault(lead(index), []).append(thing)
    return list(groups.values())


def _pools(things: Sequence[T], keys: Callable[[T], Iterable[Hashable]] | None) -> Iterable[Sequence[int]]:
    if keys is None:
        return [range(len(things))]
    pools: dict[Hashable, list[int]] = {}
    for index, thing in enumerate(things):
        for key in keys(thing):
            pools.setdefault(key, []).append(index)
    return pools.values()
