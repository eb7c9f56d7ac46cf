"""What a series goes by: the same id whatever joins the book, and never that of another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tallybook.model import Picture, Series

PictureOf = Callable[..., Picture]

PERU = "text {} | The quake near Arequipa hit Peru at dawn. In Camaná the mayor, Rosa Quispe, asked Lima for tents."
LATER = "text {} | Rescuers from Lima reached Camaná on foot, and the hospital of Arequipa took in the injured of Peru."
LYON = "text {} | A fire in the old town of Lyon, said Anne Morel of Lyon, spread to the Rhône before Paris sent help."
FIRST = f"page a | Reuters | 2024-05-03\n{PERU.format('a')}\na1 | 12 killed\n"
SECOND = f"page b | AFP | 2024-05-04\n{LYON.format('b')}\nb1 | 3 killed\n"

JOINING = {
    "a page of the same series": "page c | AP | 2024-05-05\n" + LATER.format("c") + "\nc1 | 15 killed\n",
    "an earlier one": "page c | AP | 2024-05-01\n" + LATER.format("c") + "\nc1 | 15 killed\n",
    "a page of the same story and another series": "page c | AP | 2024-05-05\n"
    + LATER.format("c")
    + "\nc1 | 9 missing\n",
    "a page that changes the name of the story": "page c | AP | 2024-05-05\n"
    "text c | In Camaná, near Camaná, Rosa Quispe of Lima, Peru, spoke of Camaná and of Arequipa.\nc1 | 9 missing\n",
    "a later story with a series of the same scope": SECOND,
    "a page that names nothing": "page c | AP | 2024-05-05\nc1 | 15 wounded\n",
    "a later incident": "page c | AP | 2026-05-05\n" + LATER.format("c") + "\nc1 | 15 killed\n",
    "an incident of the past": "page c | AP | 2024-05-05\n" + LATER.format("c") + "\nc1 | 900 killed | on 2001-06-23\n",
}


def of(picture: Picture, claim: str) -> Series:
    return next(series for series in picture.series if claim in series.claims)


@pytest.mark.parametrize("row", JOINING)
def test_an_id_outlives_what_joins(picture_of: PictureOf, row: str) -> None:
    before, after = picture_of(FIRST), picture_of(FIRST + JOINING[row])
    assert of(before, "a1").id == of(after, "a1").id


@pytest.mark.parametrize("row", JOINING)
def test_the_second_of_one_scope_keeps_its_id_too(picture_of: PictureOf, row: str) -> None:
    before, after = picture_of(FIRST + SECOND), picture_of(FIRST + SECOND + JOINING[row].replace(SECOND, ""))
    assert of(before, "b1").id == of(after, "b1").id != of(after, "a1").id


NUMBERS = st.sampled_from(["12", "about 300", "more than 300", "1,000-3,000", "1/3", "92 a day"])
EVENTS = st.sampled_from(["killed", "wounded", "deployed", "attended", "other"])
FIELDS = ["by Police", "of Chad", "of Sudan", "in Turkey", "in Istanbul", "in Syria", "flow", "level", "planned"]
TIMES = ["on 2023-02-06", "on 2020-01-01 to 2020-03-01", "on 2011-05-05"]
SAID = st.lists(st.sampled_from([*FIELDS, *TIMES]), max_size=4, unique_by=lambda field: field.split()[0])
CLAIMS = st.lists(st.tuples(NUMBERS, EVENTS, SAID), min_size=1, max_size=5)


def _page(name: str, day: str, rows: list[tuple[str, str, list[str]]]) -> str:
    told = [" | ".join([f"{name}{n}", f"{number} {event}", *said]) for n, (number, event, said) in enumerate(rows, 1)]
    return "\n".join([f"page {name} | Reuters | {day}", *told]) + "\n"


def _scope(series: Series) -> tuple[object, ...]:
    return series.event, series.unit, series.kind, series.group, series.place


def _told_first(series: Series, picture: Picture) -> bool:
    """Whether no other series of its scope has an earlier claim; ids of claims rise with their page."""
    return series is min((one for one in picture.series if _scope(one) == _scope(series)), key=lambda one: one.claims)


LEAVING = """
page a | Reuters | 2024-01-01
a1 | 12 killed
page b | Reuters | 2024-02-01
b1 | 12 killed | on 2020-01-01 to 2020-03-01
"""


def test_who_is_told_first_changes_where_the_first_gets_another_scope(picture_of: PictureOf) -> None:
    """The one exception that the property below makes: a1 comes to be of Turkey, and b1 goes by its scope alone."""
    before = picture_of(LEAVING)
    after = picture_of(LEAVING + "page c | Reuters | 2024-03-01\nc1 | 12 killed | in Turkey\n")
    assert of(after, "a1").claims == ("a1", "c1")
    assert of(after, "b1").id == of(before, "a1").id != of(before, "b1").id


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CLAIMS, CLAIMS, CLAIMS)
def test_a_later_page_leaves_the_id_of_a_series_unless_scopes_change(picture_of, first, second, joining) -> None:
    book = _page("a", "2024-01-01", first) + _page("b", "2024-02-01", second)
    before, after = picture_of(book), picture_of(book + _page("c", "2024-03-01", joining))
    for series in before.series:
        now = of(after, series.claims[0])
        alone = not any(set(other.claims) & set(now.claims) for other in before.series if other is not series)
        same = _scope(now) == _scope(series) and now.claims[0] == series.claims[0]
        if same and alone and _told_first(now, after) == _told_first(series, before):
            assert now.id == series.id


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CLAIMS, CLAIMS)
def test_no_two_series_have_one_id(picture_of, first, second) -> None:
    picture = picture_of(_page("a", "2024-01-01", first) + _page("b", "2024-02-01", second))
    assume(len(picture.series) > 1)
    assert len({series.id for series in picture.series}) == len(picture.series)
