"""The course of a toll is scored as promised, on reports of our own."""

from __future__ import annotations

import pytest
from benchmarks.haiti import measure_haiti
from benchmarks.table import measure_table

REPORTS = """time_utc,quantifier,value,value_hi,source_text,relay_of,relevant,note
2021-08-14T14:00,more_than,90000,,post,,0,other event
2021-08-14T15:00,at_least,2,,post,,1,
2021-08-14T16:00,exact,40,,post,rescue,1,
2021-08-14T17:00,at_least,40,,post,rescue,1,
2021-08-15T10:00,exact,2000,,wire,rescue,1,
2021-08-16T10:00,more_than,1900,,wire,rescue,1,rounded
"""


@pytest.fixture
def shared(tmp_path):
    folder = tmp_path / "data" / "truth"
    folder.mkdir(parents=True)
    (folder / "haiti2021_claims.csv").write_text(REPORTS, encoding="utf-8")
    return tmp_path


def test_what_does_not_belong_is_out_and_the_rest_is_kept(shared):
    figures = measure_haiti(shared)
    assert (figures["haiti.foreign_out"], figures["haiti.own_kept"]) == (1, 1)
    assert figures["haiti.majority.days_covered"] == 1
    assert figures["haiti.majority.last_best"] == pytest.approx(2000 / 2248)


@pytest.mark.parametrize("measure", [measure_haiti, measure_table])
def test_without_the_data_nothing_is_measured(tmp_path, measure):
    assert measure(tmp_path) == {}
