"""What holds between two series, and between which nothing does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallybook.model import Picture
from tallybook.reconcile.links.rules import rules
from tallybook.reconcile.links.side import Sides, side_of
from tallybook.reconcile.series import build_series
from tallybook.reconcile.world import World

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
    "a part of a part": (
        "a1 | 5 killed | in Istanbul\na2 | 90 killed | in Turkey\na3 | 400 killed or wounded | in Turkey",
        ["subset a1 a2", "subset a2 a3"],
    ),
    "of two wholes the one that has a place": (
        "a1 | 5 killed | in Istanbul\na2 | 42 killed or wounded | in Turkey\na3 | 50 killed or wounded | in Peru",
        ["subset a1 a2"],
    ),
    "an event in three": (
        "a1 | 5 missing\na2 | 42 killed or missing\na3 | 5,000 affected",
        ["subset a1 a2", "subset a2 a3"],
    ),
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
    "a wave larger than the total": "a1 | 11,000 deployed | flow\na2 | 300 deployed",
    "more killed than killed or wounded": "a1 | 500 killed\na2 | 42 killed or wounded",
    "a few units and a whole army": "a1 | 95 battalion strength | level\na2 | 1,200,000 strength | level",
    "a count of a rate": "a1 | 12,000 a day arrived\na2 | 1,200 arrived | part a1",
    "a part of another group": "a1 | 12,000 deployed | of Kenya\na2 | 4,000 deployed | part a1 | of Chad",
    "a share of a crowd": "a1 | 40 % attended\na2 | 22,000 attended",
    "two days of pages": (
        "page a | Reuters | 2024-05-01 | March\npage b | BBC | 2024-05-21 | March\na1 | 12 attended\nb1 | 15 attended"
    ),
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


PLACES = st.sampled_from(["", " | in Turkey", " | in Istanbul", " | in Ankara", " | in Syria"])
COUNTED = st.sampled_from(
    [
        *(
            "killed",
            "wounded",
            "killed or wounded",
            "missing",
            "killed or missing",
            "affected",
            "evacuated",
            "deployed",
        ),
        *("brigade deployed", "household evacuated", "a day killed", "% killed", "deployed | flow", "deployed | level"),
    ]
)
LINES = st.tuples(st.integers(1, 5000), COUNTED, PLACES, st.sampled_from(["", " | of Chad", " | of Mali"]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, min_size=2, max_size=14))
def test_what_is_looked_up_is_what_comparing_all_pairs_finds(lines, registry, evidence):
    book = "\n".join(f"a{at} | {low} {counted}{place}{group}" for at, (low, counted, place, group) in enumerate(lines))
    told, world = evidence(book).claims, World(registry)
    claims = {claim.id: claim for claim in told}
    sides = Sides(side_of(one, claims, {}, world) for one in build_series(told, {}, world))
    for rule in rules():
        for part in sides.all:
            looked_up = {side.series.id for side in sides.of(part.matter, rule.keys(part, world))}
            for whole in sides.all:
                if whole is not part and whole.matter == part.matter and rule.fits(part, whole, world):
                    assert whole.series.id in looked_up
