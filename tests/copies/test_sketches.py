"""Copies found by sketches alone."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.copies.texts import COPIES, FERRY, HARVEST, LOOK_ALIKES, OWN, edited, page

from tallybook.copies import Sketches, join_sketches, sketch_of
from tallybook.model import Document


def pairs(*documents: Document) -> list[tuple[str, str]]:
    joined = join_sketches(Sketches.of(map(sketch_of, documents)))
    return [(documents[i].id, documents[j].id) for i, j in zip(joined.original, joined.copy, strict=True)]


@pytest.mark.parametrize("kind", COPIES)
def test_copies_are_found(kind):
    found = pairs(page("a", FERRY), page("b", COPIES[kind]), page("c", HARVEST))
    assert ("a", "b") in {tuple(sorted(pair)) for pair in found}


@pytest.mark.parametrize("kind", LOOK_ALIKES)
def test_look_alikes_are_not(kind):
    a, b = LOOK_ALIKES[kind]
    assert pairs(page("a", a), page("b", b)) == []


def test_the_order_of_the_documents_changes_nothing():
    documents = [page("a", FERRY, 3), page("b", edited(FERRY)), page("c", OWN + FERRY, 2), page("d", HARVEST + FERRY)]
    assert len({tuple(pairs(*order)) for order in permutations(documents)}) == 1
