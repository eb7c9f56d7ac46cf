"""Classes of persons are counted apart from each other and from all; a force is its soldiers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tallybook.model import LinkKind, Picture, Span
from tallybook.reconcile.persons import by_class
from tallybook.reconcile.world import World

PictureOf = Callable[..., Picture]

POOLED = {
    "children and children": "a1 | 12 killed | counting children\nb1 | 14 killed | counting boys and girls",
    "police by two names": "a1 | 12 wounded | counting policemen\nb1 | 14 wounded | counting police officers",
    "people and victims": "a1 | 12 killed | counting people\nb1 | 14 killed | counting victims",
    "people and no noun": "a1 | 12 killed | counting people\nb1 | 14 killed",
    "migrants and people aboard": "a1 | 400 aboard | counting migrants\nb1 | 750 aboard | counting people",
    "protesters and people": "a1 | 40 detained | counting protesters\nb1 | 55 detained | counting people",
    "soldiers and troops deployed": "a1 | 110 deployed | counting soldiers\nb1 | 120 deployed | counting troops",
    "soldiers and people deployed": "a1 | 110 deployed | counting soldiers\nb1 | 120 deployed | counting people",
    "soldiers and personnel in training": (
        "a1 | 110 in training | level | counting soldiers\nb1 | 120 in training | level | counting personnel"
    ),
    "the dead of a force": (
        "a1 | 900 deployed | of Chad\na2 | 30 killed | of Chad | counting soldiers\n"
        "b1 | 40 killed | of Chad | counting men"
    ),
    "the dead of a force and a number without a noun": (
        "a1 | 900 deployed | of Chad\na2 | 30 killed | of Chad | counting soldiers\nb1 | 40 killed"
    ),
    "civilians by two pages": "a1 | 12 killed | counting civilians\nb1 | 15 killed | counting civilian deaths",
}

APART = {
    "children and people": "a1 | 12 killed | counting children\nb1 | 14 killed | counting people",
    "children and women": "a1 | 12 killed | counting children\nb1 | 14 killed | counting women",
    "women, and women and children": "a1 | 12 killed | counting women\nb1 | 14 killed | counting women and children",
    "civilians and soldiers": "a1 | 12 killed | counting civilians\nb1 | 14 killed | counting soldiers",
    "civilians and no noun": "a1 | 12 killed | counting civilians\nb1 | 14 killed",
    "soldiers and fighters": "a1 | 12 killed | counting soldiers\nb1 | 14 killed | counting militants",
    "soldiers and people in an attack": "a1 | 3 killed | counting soldiers\nb1 | 5 killed | counting people",
    "police and people deployed": "a1 | 12 deployed | counting police\nb1 | 14 deployed | counting people",
    "soldiers beside police deployed": (
        "a1 | 300 deployed | counting soldiers\na2 | 9 deployed | counting police\nb1 | 350 deployed | counting people"
    ),
    "officers and soldiers deployed": "a1 | 500 deployed | counting officers\nb1 | 900 deployed | counting soldiers",
    "medics and patients": "a1 | 12 killed | counting nurses\nb1 | 14 killed | counting patients",
    "journalists and aid workers": "a1 | 12 killed | counting journalists\nb1 | 14 killed | counting aid workers",
    "students and teachers": "a1 | 12 captured | counting students\nb1 | 14 captured | counting teachers",
    "foreigners and people": "a1 | 12 wounded | counting foreign tourists\nb1 | 14 wounded | counting people",
    "passengers and crew": "a1 | 181 aboard | counting passengers\nb1 | 8 aboard | counting crew members",
    "soldiers of a group that civilians are told of": (
        "a1 | 900 deployed | of Chad | counting soldiers\na2 | 30 killed | of Chad | counting soldiers\n"
        "a3 | 80 killed | of Chad | counting civilians\nb1 | 110 killed | of Chad | counting people"
    ),
}


def homes(picture: Picture, *names: str) -> list[int]:
    return [next(n for n, series in enumerate(picture.series) if name in series.claims) for name in names]


def last_two(book: str) -> list[str]:
    return [line.split(" | ")[0] for line in book.splitlines()[-2:]]


@pytest.mark.parametrize("row", POOLED)
def test_one_measure(picture_of: PictureOf, row: str) -> None:
    assert len(set(homes(picture_of(POOLED[row]), *last_two(POOLED[row])))) == 1


@pytest.mark.parametrize("row", APART)
def test_two_measures(picture_of: PictureOf, row: str) -> None:
    assert len(set(homes(picture_of(APART[row]), *last_two(APART[row])))) == 2


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("children", "Children killed in Lagos"),
        ("aid workers", "Aid workers killed in Lagos"),
        ("police", "Police killed in Lagos"),
        ("women and children", "Women and children killed in Lagos"),
        ("people", "People killed in Lagos"),
    ],
)
def test_a_title_names_the_class(picture_of: PictureOf, words: str, title: str) -> None:
    assert [one.title for one in picture_of(f"a1 | 12 killed | in Lagos | counting {words}").series] == [title]


def test_a_class_is_linked_as_a_part_of_all(picture_of: PictureOf) -> None:
    picture = picture_of("a1 | 34 killed | in Mali\nb1 | 12 killed | in Mali | counting children")
    whole, part = picture.series
    (link,) = picture.links
    assert (link.kind, link.part, link.whole) == (LinkKind.SUBSET, part.id, whole.id)
    assert link.why == "children killed in Mali are among people killed in Mali"


def test_a_part_of_two_pages_is_one_series(picture_of: PictureOf) -> None:
    book = "a1 | 34 killed\na2 | 12 killed | part a1 | counting children\n"
    book += "b1 | 40 killed\nb2 | 14 killed | part b1 | counting children"
    assert [series.claims for series in picture_of(book).series] == [("a1", "b1"), ("a2", "b2")]


def test_two_classes_with_one_number_are_no_statement(picture_of: PictureOf) -> None:
    book = "a1 | 12 killed | by Army | counting civilians\nb1 | 12 killed | by Army | counting soldiers"
    assert len(picture_of(book).statements) == 2


SAID = "Officials spoke of 40 dead. Of the dead, 12 were children, and 9 came from Mali."


@pytest.mark.parametrize(("number", "unit"), [("12", "child"), ("9", "person")])
def test_a_class_is_said_of_a_number_behind_it(evidence, registry, number: str, unit: str) -> None:
    told = evidence("a1 | 12 killed")
    at = SAID.index(number)
    claim = replace(told.claims[0], core=Span(at, at + len(number)), sentence=Span(SAID.index("Of"), len(SAID)))
    pages = {"a": replace(told.documents[0], text=SAID)}
    (counted,) = by_class([claim], pages, World(registry))
    assert counted.quantity.unit == unit


def test_the_unit_is_the_class(picture_of: PictureOf) -> None:
    assert [series.unit for series in picture_of("a1 | 12 killed | counting children").series] == ["child"]
