"""Copies among documents: whole, cut, framed by an own introduction, lightly edited, or embedded in a longer text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tallybook.copies.candidates import likely_pairs
from tallybook.copies.containment import numbers_agree, words_shared
from tallybook.copies.wording import Wording, wording_of
from tallybook.model import Copy, Document

LEAST_CONTAINED = 0.5
"""Of the words of the one text that stand in the other; `benchmarks/copies.py` measures it."""

FEWEST_WORDS = 16
"""A shorter shared passage is a quotation."""


def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """Every document whose words stand to a large part in another, or the other's in it, with their numbers.

    The original is the one published earlier where both days are known, else the longer one. Copies of one text are
    not named as copies of each other too. The order of the documents changes nothing.
    """
    made = [(document, wording_of(document)) for document in documents]
    made.sort(key=lambda one: (_day(one[0]) or dt.date.max, -len(one[1].words), one[0].id))
    copies = [_copy(made[i], made[j], contained) for i, j, contained in _contained_pairs([own for _, own in made])]
    return tuple(sorted(copies, key=lambda copy: (copy.original, copy.copy)))


def _contained_pairs(wordings: Sequence[Wording]) -> Iterator[tuple[int, int, float]]:
    """Pairs of copies by their places, the likelier original first, with the larger containment."""
    hubs: list[set[int]] = [set() for _ in wordings]
    for i, j in likely_pairs(wordings):
        if hubs[i].isdisjoint(hubs[j]):
            contained = _contained(wordings[i], wordings[j])
            if contained is not None:
                hubs[j].add(i)
                yield i, j, contained


def _contained(a: Wording, b: Wording) -> float | None:
    """The larger of the two containments, None where the texts are no copies."""
    shared = words_shared(a, b), words_shared(b, a)
    share = max(shared[0] / len(a.words), shared[1] / len(b.words))
    enough = share >= LEAST_CONTAINED and min(shared) >= FEWEST_WORDS
    return round(share, 3) if enough and numbers_agree(a, b) else None


def _copy(a: tuple[Document, Wording], b: tuple[Document, Wording], contained: float) -> Copy:
    """`a` comes first where both days are known; else the longer one is the original."""
    known = _day(a[0]) is not None and _day(b[0]) is not None
    turned = not known and len(b[1].words) > len(a[1].words)
    original, copy = (b[0], a[0]) if turned else (a[0], b[0])
    return Copy(original=original.id, copy=copy.id, containment=contained)


def _day(document: Document) -> dt.date | None:
    return document.published.date() if document.published is not None else None
