"""Which documents are copies of which so far: copies of one text are not named as copies of each other too."""

from __future__ import annotations

from collections import defaultdict


class Originals:
    """The originals of each document so far. Pairs have to come in rising order of the copy, then of the original."""

    def __init__(self) -> None:
        self._of: defaultdict[int, set[int]] = defaultdict(set)

    def in_common(self, one: int, other: int) -> bool:
        """Whether both are copies of one text already."""
        return not self._of[one].isdisjoint(self._of[other])

    def add(self, original: int, copy: int) -> None:
        """Keep that `copy` is one of `original`."""
        self._of[copy].add(original)
