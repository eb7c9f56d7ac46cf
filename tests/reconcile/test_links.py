"""What holds between two series, and between which nothing does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tallybook.model import Picture

ALL = "a1 | 12 killed | of Chad\na2 | 30 wounded | of Chad\na3 | 42 killed or wounded | of Chad"

LINKED = {
    "a part its words tell": ("a1 | 87 killed\na2 | 12 killed | part a1", ["subset a2 a1"]),
    "a part under another event": ("a1 | 87 deployed\na2 | 12 captured | part a1", ["subset a2 a1"]),
    "an event in another": ("a1 | 12 killed\na2 | 42 killed or wounded", ["subset a1 a2"]),
    "an event in a wider place": (
        "a1 | 12 killed | in Istanbul\na2 | 42 killed or wounded | in Turkey",
        ["subset a1 a2"],
    ),
    "an event, its place not known": ("a1 | 12 killed\na2 | 42 killed or wounded | in Turkey", ["subset a1 a2"]),
    "a place in a place": ("a1 | 90 killed | in Turkey\na2 | 15 killed | in Istanbul", ["subset a2 a1"]),
    "all of a sum": (ALL, ["sum a1 a3", "sum a2 a3"]),
    "waves and their total": ("a1 | 15 deployed | flow\na2 | 90 deployed", ["sum a1 a2"]),
    "units and people": ("a1 | 2 brigade deployed\na2 | 9,000 deployed", ["unit conversion a1 a2"]),
    "households and people": ("a1 | 20 household displaced\na2 | 100 displaced", ["unit conversion a1 a2"]),
    "a rate and its total": ("a1 | 92 a day infected\na2 | 900 infected", ["rate × time a1 a2"]),
    "a share and its count": ("a1 | 40 % killed | of Chad\na2 | 12 killed | of Chad", ["share a1 a2"]),
    "a share of what it is told of": ("a1 | 900 deployed\na2 | 40 % killed | part a1", ["share a2 a1"]),
    "two times": ("a1 | 12 killed | on 2010-01-12\na2 | 15 killed | on 2021-08-14", ["date shift a1 a2"]),
    "each time and the next": (
        "a1 | 15 attended | on 2024-05-21\na2 | 12 attended | on 2024-05-01\na3 | 9 attended | on 2024-05-11",
        ["date shift a2 a3", "date shift a3 a1"],
    ),
}

NOT_LINKED = {
    "two groups": "a1 | 12 killed | of Israel\na2 | 42 killed or wounded | of Lebanon",
    "two places": "a1 | 12 killed | in Syria\na2 | 42 killed or wounded | in Turkey",
    "a wider place in a narrower one": "a1 | 12 killed | in Turkey\na2 | 42 killed or wounded | in Istanbul",
    "an unknown place between two": (
        "a1 | 12 killed\na2 | 42 killed or wounded | in Syria\na3 | 50 killed or wounded | in Turkey"
    ),
    "events apart": "a1 | 12 killed\na2 | 30 wounded",
    "another unit": "a1 | 12 home damaged\na2 | 30 site damaged",
    "a unit without a size": "a1 | 12 vehicle arrived\na2 | 30 arrived",
    "a unit that brings nobody of the event": "a1 | 12 bus deployed\na2 | 30 deployed",
    "units of another event": "a1 | 2 brigade deployed\na2 | 30 captured",
    "a rate of another event": "a1 | 92 a day infected\na2 | 9 captured",
    "a share of another group": "a1 | 40 % killed | of Chad\na2 | 12 killed | of Sudan",
    "an event at another time": "a1 | 12 killed | on 2010-01-12\na2 | 42 killed or wounded | on 2021-08-14",
    "a wave and a level": "a1 | 15 deployed | flow\na2 | 90 deployed | level",
    "events nobody has a name for": "a1 | 12 other\na2 | 15 other",
    "a denied part": "a1 | 87 deployed\na2 | 12 captured | part a1 | denied",
    "one series": "a1 | 12 killed\na2 | 15 killed",
}

WHY = {
    "people killed are among people killed or wounded": "a1 | 12 killed\na2 | 42 killed or wounded",
    "people killed in Istanbul are among people killed in Turkey": (
        "a1 | 90 killed | in Turkey\na2 | 15 killed | in Istanbul"
    ),
    "brigades deployed are people deployed in another unit; one brigade is reckoned as 1,500 to 6,000 people": (
        "a1 | 2 brigade deployed\na2 | 9,000 deployed"
    ),
    "Chadian people killed and Chadian people wounded add up to Chadian people killed or wounded": ALL,
}


@pytest.fixture
def linked(picture_of: Callable[..., Picture]) -> Callable[[str], list[str]]:
    """Each link as its kind and the first claim of part and whole."""

    def linked(book: str) -> list[str]:
        picture = picture_of(book)
        first = {series.id: series.claims[0] for series in picture.series}
        return sorted(f"{link.kind} {first[link.part]} {first[link.whole]}" for link in picture.links)

    return linked


@pytest.mark.parametrize(("book", "expected"), LINKED.values(), ids=LINKED)
def test_links(book: str, expected: list[str], linked: Callable[[str], list[str]]) -> None:
    assert linked(book) == expected


@pytest.mark.parametrize("book", NOT_LINKED.values(), ids=NOT_LINKED)
def test_no_link(book: str, linked: Callable[[str], list[str]]) -> None:
    assert linked(book) == []


@pytest.mark.parametrize(("why", "book"), WHY.items())
def test_why(why: str, book: str, picture_of: Callable[..., Picture]) -> None:
    assert {link.why for link in picture_of(book).links} == {why}
