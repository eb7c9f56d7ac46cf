"""Copies among documents: whole, cut, framed by an own introduction, lightly edited, or embedded in a longer text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from tallybook.copies.candidates import likely_pairs
from tallybook.copies.containment import numbers_agree, words_shared
from tallybook.copies.furniture import without_furniture
from tallybook.copies.originals import Originals
from tallybook.copies.sketch import day_of, sketch_of
from tallybook.copies.sketches import Sketches
from tallybook.copies.stars import linked_pairs
from tallybook.copies.wording import Wording, wording_of
from tallybook.model import Copy, Document

LEAST_CONTAINED = 0.5
"""Of the words of the one text that stand in the other; `benchmarks/copies.py` measures it."""

FEWEST_WORDS = 16
"""A shorter shared passage is a quotation."""

MANY = 2_000
"""From here on an index over all stretches costs more time and memory than the few pairs that it finds beyond."""

_AT_HAND = 1_000

Pairs = Iterable[tuple[int, int]]
WordingAt = Callable[[int], Wording]


def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """Every document whose words stand to a large part in another, or the other's in it, with their numbers.

    The original is the one published earlier where both days are known, else the longer one. Copies of one text are
    not named as copies of each other too. The order of the documents changes nothing. Of more than 2,000 documents
    those pairs are compared word for word that their sketches suggest.
    """
    by_age, wording_at, pairs = _of_many(documents) if len(documents) > MANY else _of_few(documents)
    found = _contained_pairs(wording_at, pairs)
    copies = [_copy((by_age[i], wording_at(i)), (by_age[j], wording_at(j)), contained) for i, j, contained in found]
    return tuple(sorted(copies, key=lambda copy: (copy.original, copy.copy)))


def _of_few(documents: Sequence[Document]) -> tuple[list[Document], WordingAt, Pairs]:
    """The documents by age, how to come by their words, and the pairs of them that all their stretches suggest."""
    made = [(document, wording_of(document)) for document in documents]
    made.sort(key=lambda one: (day_of(one[0]) or np.inf, -len(one[1].words), one[0].id))
    wordings = [wording for _, wording in made]
    return [document for document, _ in made], wordings.__getitem__, likely_pairs(wordings)


def _of_many(documents: Sequence[Document]) -> tuple[list[Document], WordingAt, Pairs]:
    """As `_of_few`, from sketches; the words of a document are made out when they are compared."""
    sketches = Sketches.of(map(sketch_of, documents))
    order = sketches.by_age()
    by_age = [documents[at] for at in order.tolist()]
    earlier, later = linked_pairs(without_furniture(sketches), order)
    wording_at = lru_cache(maxsize=_AT_HAND)(lambda at: wording_of(by_age[at]))
    return by_age, wording_at, zip(earlier.tolist(), later.tolist(), strict=True)


def _contained_pairs(wording_at: WordingAt, pairs: Pairs) -> Iterator[tuple[int, int, float]]:
    """Pairs of copies by their places, the likelier original first, with the larger containment."""
    originals = Originals()
    for i, j in pairs:
        if not originals.in_common(i, j):
            contained = _contained(wording_at(i), wording_at(j))
            if contained is not None:
                originals.add(i, j)
                yield i, j, contained


def _contained(a: Wording, b: Wording) -> float | None:
    """The larger of the two containments, None where the texts are no copies."""
    shared = words_shared(a, b), words_shared(b, a)
    share = max(shared[0] / len(a.words), shared[1] / len(b.words))
    enough = share >= LEAST_CONTAINED and min(shared) >= FEWEST_WORDS
    return round(share, 3) if enough and numbers_agree(a, b) else None


def _copy(a: tuple[Document, Wording], b: tuple[Document, Wording], contained: float) -> Copy:
    """`a` comes first where both days are known; else the longer one is the original."""
    known = day_of(a[0]) and day_of(b[0])
    turned = not known and len(b[1].words) > len(a[1].words)
    original, copy = (b[0], a[0]) if turned else (a[0], b[0])
    return Copy(original=original.id, copy=copy.id, containment=contained)
