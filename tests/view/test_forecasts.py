"""Forecasts as a reader sees them: their order, their words, and who was right how often."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tallybook.model import (
    Attribution,
    Claim,
    ClaimKind,
    Document,
    Evidence,
    Forecast,
    Modality,
    Outcome,
    Period,
    Picture,
    Quantity,
    Span,
    TrackRecord,
)
from tallybook.report import render_report
from tallybook.view.build import build_view
from tallybook.view.forecasts import view_records

CLAIM = Claim(
    id="c", document_id="d", span=Span(0, 3), core=Span(0, 3), sentence=Span(0, 9), event="killed",
    quantity=Quantity(low=500, high=500, unit="person"), kind=ClaimKind.TOTAL, modality=Modality.EXPECTED,
    attribution=Attribution(origin="Coast Guard"),
)  # fmt: skip
FORECAST = Forecast(
    id="f", series="s", claims=("c",), origin="Coast Guard", due=Period(dt.date(2024, 6, 30), dt.date(2024, 6, 30)),
    condition="if it <rains>", outcome=Outcome.OPEN, settled_by=(), why="open, as nothing later here measures it",
)  # fmt: skip
DOCUMENT = Document(id="d", text="500 dead.", content_hash="", blocks=())


def _picture(*forecasts, records=()):
    return Picture(
        method="m", series=(), statements=(), estimates=(), findings=(), forecasts=forecasts, records=records
    )


def _view(*forecasts):
    return build_view(Evidence(documents=(DOCUMENT,), claims=(CLAIM,)), _picture(*forecasts)).forecasts


def test_words():
    (shown,) = _view(FORECAST)
    assert (shown.outcome, shown.due, shown.why, shown.compared) == (
        "open",
        "30 June 2024",
        "Nothing later here measures it.",
        True,
    )


def test_what_was_settled_comes_first():
    outcomes = [replace(FORECAST, id=outcome.value, outcome=outcome) for outcome in Outcome]
    assert [one.outcome for one in _view(*outcomes)] == ["missed", "reached", "unsettled", "open", "withdrawn"]


@pytest.mark.parametrize(
    ("error", "words"), [(0.0, "none"), (0.6931, "by a factor of 2.00"), (None, "not known")], ids=str
)
def test_error_in_words(error, words):
    (shown,) = view_records([TrackRecord(origin="a", reached=1, missed=0, unsettled=0, open=0, log_error=error)])
    assert shown.error == words


def test_what_took_its_place_is_shown():
    first, second = _view(replace(FORECAST, superseded_by="g"), replace(FORECAST, id="g"))
    assert (first.superseded_by, second.superseded_by) == (second.claim, None)


def test_who_has_nothing_settled_has_no_row():
    assert view_records([TrackRecord(origin="a", reached=0, missed=0, unsettled=3, open=1, log_error=None)]) == ()


def test_the_report_shows_them_escaped():
    page = render_report(Evidence(documents=(DOCUMENT,), claims=(CLAIM,)), _picture(FORECAST))
    assert 'id="forecasts"' in page
    assert "“if it &lt;rains&gt;”" in page


def test_a_report_without_forecasts_says_nothing_of_them():
    page = render_report(Evidence(documents=(DOCUMENT,), claims=()), _picture())
    assert 'id="forecasts"' not in page
    assert "#forecasts" not in page.split("</style>")[1]
