"""How much of one text stands in another, word for word, and whether their numbers agree where they do.

Containment of word shingles after A. Z. Broder, On the resemblance and containment of documents, 1997.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.copies.wording import Wording
from tallybook.copies.words import SHINGLE

AGREEING = 0.9
"""The share of numbers that have to agree: daily reports of one form agree in their words, not in their numbers."""


def words_shared(a: Wording, b: Wording) -> int:
    """How many words of `a` lie in a stretch of eight that `b` has too, numbers included."""
    covered, reach = 0, 0
    for at, stretch in enumerate(a.stretches):
        if stretch in b.places:
            covered += at + SHINGLE - max(at, reach)
            reach = at + SHINGLE
    return covered


def numbers_agree(a: Wording, b: Wording) -> bool:
    """Whether the numbers are the same wherever eight words of the two are the same but for their numbers."""
    pairs = frozenset(_facing_numbers(a, b))
    same = sum(a.words[i] == b.words[j] for i, j in pairs)
    return same >= AGREEING * len(pairs)


def _facing_numbers(a: Wording, b: Wording) -> Iterator[tuple[int, int]]:
    """The places of two numbers that stand in the same words. A stretch that `b` has as it is faces itself there."""
    for at, (stretch, masked) in enumerate(zip(a.stretches, a.masked, strict=True)):
        there = b.places.get(stretch, b.masked_places.get(masked))
        if there is not None:
            yield from ((at + k, there + k) for k in range(SHINGLE) if at + k in a.numbers)
