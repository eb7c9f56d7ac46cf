"""Which words name a class of persons."""

from __future__ import annotations

import pytest

from tallybook.model import Span
from tallybook.reconcile.classes import classes_in, is_class

NAMED = [
    # the noun itself, whatever stands before it
    ("12 [children] drowned", "child"),
    ("nine [schoolgirls] were taken", "child"),
    ("12 Malian [civilians] died", "civilian"),
    ("seven special forces [soldiers] died", "soldier"),
    ("1,700 [police] were sent", "police"),
    ("40 [policemen] were hurt", "police"),
    ("three police [officers] were hurt", "police"),
    ("three [officers] were hurt", "officer"),
    ("five [nurses] were infected", "medic"),
    ("30 [gunmen] were killed", "attacker"),
    ("the [children] killed numbered 12", "child"),
    # a word before a noun that counts anybody
    ("120 civilian [deaths]", "civilian"),
    ("40 military [casualties]", "soldier"),
    ("the child death [toll] reached 9", "child"),
    ("three aid [workers] died", "aid worker"),
    ("14 medical [staff] died", "medic"),
    ("two foreign [nationals] died", "foreigner"),
    ("six crew [members] died", "crew member"),
    # what is said of the number behind it
    ("of the 34 [dead] are children", "child"),
    ("[thirty-one] of the dead are children", "child"),
    ("[12] of those killed were women", "woman"),
    ("seven of the [wounded] were police officers", "police"),
    ("70 [casualties] among civilians", "civilian"),
    # two words, one class
    ("60 [women] and children", "woman and child"),
    ("60 children and [women]", "woman and child"),
    ("11 [doctors] and nurses", "medic"),
]

NEUTRAL = [
    "34 [people] were killed",
    "34 [victims] of the flood",
    "12 [protesters] were detained",
    "30 [migrants] drowned",
    "60 [workers] were trapped",
    "100 [hostages] were freed",
    "200 [civilians] and soldiers",
    "200 civilians and [soldiers]",
    "34 [people], most of them children",
    "34 [people], including 12 children",
    "Police detained 40 [people]",
    "12 minor [injuries]",
    "34 [people] were killed by soldiers",
    "[12] of the children's parents were killed",
    "12 [deaths] at a children's hospital",
    "9 [residents] of the old town",
    "the dead numbered [12]",
]


def named(marked: str) -> str | None:
    at = Span(marked.index("["), marked.index("]") - 1)
    text = marked.replace("[", "").replace("]", "")
    classes = classes_in("en")
    assert classes is not None
    words = classes.words(text, 0)
    number = next((i for i, letter in enumerate(text) if letter.isdigit()), 0)
    found = words.said_of(at, among=True) or words.named_by(at, after=number)
    return found.name if found is not None else None


@pytest.mark.parametrize(("marked", "name"), NAMED)
def test_a_class_is_named(marked: str, name: str) -> None:
    assert named(marked) == name


@pytest.mark.parametrize("marked", NEUTRAL)
def test_no_class_is_named(marked: str) -> None:
    assert named(marked) is None


def test_a_language_without_a_lexicon_has_none() -> None:
    assert classes_in("xx") is None
    assert classes_in(None) is classes_in("en")


@pytest.mark.parametrize(("unit", "expected"), [("child", True), ("police", True), ("person", False), ("bus", False)])
def test_is_class(unit: str, expected: bool) -> None:
    assert is_class(unit) is expected
