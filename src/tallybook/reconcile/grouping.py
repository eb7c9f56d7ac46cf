"""Joining things that belong together, pair by pair."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")


def identity(*parts: object) -> str:
    """A short id that is the same for the same parts, in any run and on any machine."""
    words = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def joined(things: Sequence[T], belong: Callable[[T, T], bool]) -> list[list[T]]:
    """The smallest groups such that any two things that belong together share one, in the order first met."""
    leader = list(range(len(things)))

    def lead(index: int) -> int:
        while leader[index] != index:
            index = leader[index]
        return index

    for i, j in combinations(range(len(things)), 2):
        if lead(i) != lead(j) and belong(things[i], things[j]):
            leader[max(lead(i), lead(j))] = min(lead(i), lead(j))
    return list(by(range(len(things)), lead, things).values())


def by(indices: Iterable[int], key: Callable[[int], int], things: Sequence[T]) -> dict[int, list[T]]:
    """`things` by the key of their index."""
    groups: dict[int, list[T]] = {}
    for index in indices:
        groups.setdefault(key(index), []).append(things[index])
    return groups
