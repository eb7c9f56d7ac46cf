"""Which pages tell of one story."""

from __future__ import annotations

import hashlib

import pytest

from tallybook.model import Block, BlockKind, Document, Span
from tallybook.reconcile.stories import tell_stories

QUAKE = "The quake near Arequipa hit Peru at dawn. In Camaná the mayor of Camaná, Rosa Quispe, asked Lima for tents."
QUAKE_LATER = (
    "Rescuers from Lima reached Camaná on foot, and in Arequipa the hospital of Arequipa took in the injured of Peru."
)
MARCH = (
    "The march through Lyon ended at the Rhône, where the union of Lyon, led by Anne Morel, called on Paris to talk."
)
MARCH_LATER = "After the march in Lyon the prefect of the Rhône and Paris gave other figures than Anne Morel of Lyon."
NAMELESS = "many people came, and nobody counted them."


def page(name: str, text: str) -> Document:
    return Document(
        id=name,
        text=text,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY, why="a test"),),
    )


@pytest.mark.parametrize(
    ("texts", "stories"),
    [
        ([], [set()]),
        ([QUAKE], [{0}]),
        ([QUAKE, QUAKE_LATER], [{0, 1}]),
        ([QUAKE, MARCH], [{0}, {1}]),
        ([QUAKE, MARCH, QUAKE_LATER, MARCH_LATER], [{0, 2}, {1, 3}]),
        ([QUAKE, NAMELESS], [{0, 1}]),
        ([NAMELESS, NAMELESS], [{0, 1}]),
    ],
)
def test_stories(texts: list[str], stories: list[set[int]]) -> None:
    found = tell_stories([page(str(index), text) for index, text in enumerate(texts)])
    assert [{int(document) for document in story.documents} for story in found] == stories


@pytest.mark.parametrize("others", [(), (MARCH,), (MARCH, MARCH_LATER)])
def test_a_story_keeps_its_name_when_others_join(others: tuple[str, ...]) -> None:
    pages = [page(str(index), text) for index, text in enumerate((QUAKE, QUAKE_LATER, *others))]
    assert tell_stories(pages)[0].name == "Arequipa"


def test_two_stories_are_named_by_what_their_pages_share() -> None:
    names = [story.name for story in tell_stories([page("a", QUAKE), page("b", MARCH)])]
    assert len(set(names)) == 2 and "" not in names
