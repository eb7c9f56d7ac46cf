"""Bars, bands and labels of a series."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import Evidence, Picture
from tallybook.report.bars import Bar, Chart, chart_of
from tallybook.report.labels import Mark, _box, _mark_box, place_labels
from tallybook.report.timeline import Timeline, timeline_of
from tallybook.view import SeriesView, build_view

Book = tuple[Evidence, Picture]


@pytest.fixture(scope="module")
def series(book: Book) -> dict[str, SeriesView]:
    return {one.anchor.removeprefix("series-"): one for one in build_view(*book).series}


def drawn(series: SeriesView) -> tuple[Chart, Timeline | None]:
    chart = chart_of(series)
    return chart, timeline_of(series, chart.scale, chart.ticks)


@pytest.mark.parametrize(
    ("name", "claim", "points", "shape"),
    [
        ("killed", "h2a", 1, ""),
        ("killed", "m1d", 2, "line"),
        ("killed", "h1b", 1, "line open_right"),
        ("march", "s1c", 1, "hollow"),
        ("march", "k1c", 1, "hollow near"),
        ("march", "t2a", 0, "line open_left open_right vague"),
        ("deployed", "o1e", 1, "line open_left"),
    ],
)
def test_a_bar_has_the_shape_of_its_bounds(
    series: dict[str, SeriesView], name: str, claim: str, points: int, shape: str
) -> None:
    bar = drawn(series[name])[0].bars[claim]
    assert len(bar.points) == points
    flags = ("line", "open_left", "open_right", "hollow", "near", "vague")
    assert [flag for flag in flags if getattr(bar, flag)] == shape.split()


def test_behind_a_row_stands_the_estimate_of_its_day(series: dict[str, SeriesView]) -> None:
    chart = drawn(series["killed"])[0]
    assert [chart.background[claim] for claim in ("h1b", "h2a", "l1b", "m2a")] == [0, 1, 2, 2]


def test_marks_of_one_day_step_aside(series: dict[str, SeriesView]) -> None:
    timeline = drawn(series["killed"])[1]
    assert timeline
    places = {(dot.x, dot.shift, dot.bar.points) for dot in timeline.dots}
    assert len(places) == len(timeline.dots)
    shifts = {dot.claim.id: dot.shift for dot in timeline.dots}
    assert shifts["h1b"] != shifts["m1b"]


@pytest.mark.parametrize(
    ("name", "why"),
    [("homeless", "two statements"), ("missing", "two statements"), ("dead-or-missing", "one statement")],
)
def test_too_few_statements_make_no_timeline(series: dict[str, SeriesView], name: str, why: str) -> None:
    assert drawn(series[name])[1] is None, why


def test_a_claim_without_bounds_has_no_height(series: dict[str, SeriesView]) -> None:
    timeline = drawn(series["march"])[1]
    assert timeline
    assert "t2a" not in [dot.claim.id for dot in timeline.dots]


def test_an_upright_bar_is_the_level_one_turned(series: dict[str, SeriesView]) -> None:
    chart, timeline = drawn(series["killed"])
    assert timeline
    upright: dict[str, Bar] = {dot.claim.id: dot.bar for dot in timeline.dots}
    level = chart.bars["m1d"]
    assert sorted(round(100 - point, 1) for point in level.points) == sorted(upright["m1d"].points)


MARKS = st.builds(
    Mark,
    st.floats(5, 95),
    st.integers(0, 24),
    st.lists(st.floats(4, 96), min_size=1, max_size=2).map(tuple),
    st.sampled_from(["41", "between 20,000 and 23,000", "nearly half"]),
    st.sampled_from(["police", "Ministry of Health (Andara)", "x" * 80]),
)


@given(st.lists(MARKS, max_size=12))
def test_labels_cover_no_mark_and_no_label(marks: list[Mark]) -> None:
    for screen, width in (("desk", 1000), ("phone", 290)):
        labels = [label for label in place_labels(marks, [], height=240) if label.screen in ("", screen)]
        boxes = [_box(label if screen == "desk" else replace(label, who=""), width, 240) for label in labels]
        taken = [_mark_box(mark, point, width, 240) for mark in marks for point in mark.points]
        for index, box in enumerate(boxes):
            assert box.left >= 0
            assert box.right <= width
            assert not any(map(box.meets, taken))
            assert not any(map(box.meets, boxes[:index]))
