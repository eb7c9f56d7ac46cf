"""Which texts are copies, and which only look alike."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.copies.texts import COPIES, FERRY, HARVEST, LOOK_ALIKES, OWN, edited, first, page

from tallybook.copies import find, find_copies
from tallybook.model import Document


def pairs(*documents: Document) -> list[tuple[str, str]]:
    return [(copy.original, copy.copy) for copy in find_copies(documents)]


@pytest.mark.parametrize("kind", COPIES)
def test_copies_are_found(kind):
    found = find_copies([page("a", FERRY), page("b", COPIES[kind]), page("c", HARVEST)])
    assert ("a", "b") in {tuple(sorted((copy.original, copy.copy))) for copy in found}
    assert all(0.5 <= copy.containment <= 1 for copy in found)


@pytest.mark.parametrize("kind", LOOK_ALIKES)
def test_look_alikes_are_not(kind):
    a, b = LOOK_ALIKES[kind]
    assert pairs(page("a", a), page("b", b)) == []


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        pytest.param([page("a", first(FERRY, 2), 3), page("b", FERRY, 4)], ("a", "b"), id="earlier, though shorter"),
        pytest.param([page("a", first(FERRY, 2), 3), page("b", FERRY)], ("b", "a"), id="a day unknown: the longer"),
        pytest.param([page("a", FERRY, 3), page("b", OWN + FERRY, 3)], ("b", "a"), id="one day: the longer"),
    ],
)
def test_which_is_the_original(documents, expected):
    assert pairs(*documents) == [expected]


def test_copies_of_one_text_are_named_beside_it_only():
    copies = [page(name, FERRY, day) for name, day in zip("bcde", (4, 5, 6, 7), strict=True)]
    assert pairs(page("a", FERRY, 3), *copies) == [("a", "b"), ("a", "c"), ("a", "d"), ("a", "e")]


def test_a_text_that_many_take_over_is_no_boilerplate():
    many = [page(f"p{n:02}", f"{OWN.split()[n]} reports. {FERRY}", 4) for n in range(25)]
    assert len(pairs(page("a", FERRY, 3), *many)) == 25


def test_an_imprint_that_many_share_makes_no_copies():
    """Thirty pages with one line of thirty words below different texts."""
    line = " ".join(OWN.split()[:30])
    own = [" ".join(f"{word}{n}" for word in ("field", "mill", "road", "brook", "gate") * 24) for n in range(30)]
    assert pairs(*[page(f"p{n:02}", f"{text} {line}") for n, text in enumerate(own)]) == []


def test_a_language_without_a_lexicon_is_compared_by_its_digits():
    assert pairs(page("a", FERRY, language="xx"), page("b", FERRY + OWN, language="xx")) == [("b", "a")]


def test_the_order_of_the_documents_changes_nothing():
    documents = [page("a", FERRY, 3), page("b", edited(FERRY)), page("c", OWN + FERRY, 2), page("d", HARVEST + FERRY)]
    assert len({tuple(find_copies(order)) for order in permutations(documents)}) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["mill", "road", "brook", "12", "37", "nine", "of", "the", "said"]), max_size=60))
def test_a_text_is_a_copy_of_itself_or_too_short(words):
    text = " ".join(words)
    assert pairs(page("a", text), page("b", text)) in ([], [("a", "b")])
    assert find_copies([page("a", text)]) == ()


@pytest.mark.parametrize("kind", COPIES)
def test_copies_in_a_large_book(kind, monkeypatch):
    """Their pairs come from sketches, and are compared word for word all the same."""
    documents = [page("a", FERRY), page("b", COPIES[kind]), page("c", HARVEST), page("d", OWN + FERRY, 2)]
    few = find_copies(documents)
    monkeypatch.setattr(find, "MANY", 0)
    assert find_copies(documents) == few != ()


@pytest.mark.parametrize("kind", LOOK_ALIKES)
def test_look_alikes_in_a_large_book(kind, monkeypatch):
    a, b = LOOK_ALIKES[kind]
    monkeypatch.setattr(find, "MANY", 0)
    assert find_copies([page("a", a), page("b", b)]) == ()
