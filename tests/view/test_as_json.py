"""The contract of the `claims` export and its siblings."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.made import document_of

from tallybook.model import (
    Alternative,
    Attribution,
    Borrowed,
    Claim,
    ClaimKind,
    Denial,
    DenialKind,
    Document,
    Estimate,
    Evidence,
    Finding,
    Hedge,
    LeftOut,
    Modality,
    PartialDate,
    Period,
    Picture,
    Pivot,
    Product,
    Quantity,
    Reading,
    Refusal,
    Series,
    Span,
    Statement,
)
from tallybook.view import (
    book_json,
    claim_json,
    denial_json,
    document_json,
    estimate_json,
    finding_json,
    json_line,
    refusal_json,
    series_json,
    statement_json,
)

TEXT = "The agency said about 3,000 soldiers had left. It denied losses."
DOCUMENT = document_of(
    TEXT,
    id="d1",
    path="pages/one.html",
    url="https://example.org/one",
    title="One",
    outlet="Harbour Courier",
    language="en",
    published=PartialDate(year=2031, month=3, day=4, how="JSON-LD datePublished"),
)
CLAIM = Claim(
    id="c1",
    document_id="d1",
    span=Span(16, 27),
    core=Span(22, 27),
    sentence=Span(0, 46),
    quantity=Quantity(low=3000.0, high=3000.0, hedge=Hedge.ABOUT, unit="person"),
    event="deployed",
    kind=ClaimKind.TOTAL,
    modality=Modality.REPORTED,
    attribution=Attribution(origin="Intelligence Service (Weymark)", relays=("Meridian Wire",)),
    group="Norrland",
    time=Period(dt.date(2031, 3, 1), dt.date(2031, 3, 4)),
    place="Kaskia",
    evidence={"value": (Span(22, 27),), "hedge": (Span(16, 21),), "time": "inferred from the article's date"},
    readings=(Reading(differs={"event": "returned", "quantity": {"low": 2.0}}, why="'left' says no direction"),),
)


def test_a_claim_is_written_by_the_contract() -> None:
    assert claim_json(CLAIM, DOCUMENT) == {
        "id": "c1",
        "document": {
            "id": "d1",
            "path": "pages/one.html",
            "url": "https://example.org/one",
            "title": "One",
            "outlet": "Harbour Courier",
            "published": "2031-03-04",
            "language": "en",
        },
        "span": [16, 27],
        "text": "about 3,000",
        "sentence": "The agency said about 3,000 soldiers had left.",
        "quantity": {"low": 3000, "high": 3000, "hedge": "about", "unit": "person", "per": None},
        "group": "Norrland",
        "event": "deployed",
        "kind": "total",
        "modality": "reported",
        "origin": "Intelligence Service (Weymark)",
        "relays": ["Meridian Wire"],
        "time": ["2031-03-01", "2031-03-04"],
        "place": "Kaskia",
        "part_of": None,
        "evidence": {"value": [[22, 27]], "hedge": [[16, 21]], "time": "inferred from the article's date"},
        "readings": [{"differs": {"event": "returned", "quantity": {"low": 2}}, "why": "'left' says no direction"}],
        "change": None,
        "each_of": None,
    }


@pytest.mark.parametrize(
    ("changes", "path", "expected"),
    [
        ({"quantity": Quantity(low=300, high=None, hedge=Hedge.AT_LEAST)}, ("quantity", "high"), None),
        ({"quantity": Quantity(low=0.5, high=0.5, unit="share")}, ("quantity", "low"), 0.5),
        ({"quantity": Quantity(low=1, high=1, unit="money", currency="EUR")}, ("quantity", "currency"), "EUR"),
        ({"quantity": Quantity(low=92, high=92, unit="person", per="day")}, ("quantity", "per"), "day"),
        ({"time": None}, ("time",), None),
        ({"change": "up"}, ("change",), "up"),
        ({"each_of": "c0", "total": Product(low=None, high=12000.0)}, ("total",), {"low": None, "high": 12000}),
        ({"part_of": "c0"}, ("part_of",), "c0"),
        ({"condition": Span(0, 3)}, ("condition",), [0, 3]),
        (
            {"partial_time": PartialDate(year=None, month=10, day=None, how="words")},
            ("partial_time",),
            {"year": None, "month": 10, "day": None},
        ),
        ({"attribution": Attribution()}, ("origin",), None),
        ({"attribution": Attribution()}, ("relays",), []),
    ],
)
def test_fields(changes: dict[str, Any], path: tuple[str, ...], expected: object) -> None:
    found: Any = claim_json(replace(CLAIM, **changes), DOCUMENT)
    for key in path:
        found = found[key]
    assert found == expected
    assert isinstance(found, type(expected))


@pytest.mark.parametrize("key", ["total", "condition", "partial_time"])
def test_rare_fields_are_absent_without_a_value(key: str) -> None:
    assert key not in claim_json(CLAIM, DOCUMENT)


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (PartialDate(year=2031, month=3, day=4, how=""), "2031-03-04"),
        (PartialDate(year=2031, month=3, day=None, how=""), None),
        (PartialDate(year=None, month=3, day=4, how=""), None),
        (None, None),
    ],
)
def test_only_a_whole_date_is_written(date: PartialDate | None, written: str | None) -> None:
    assert document_json(replace(DOCUMENT, published=date))["published"] == written


def test_unknown_places_of_a_document_are_no_keys() -> None:
    assert not {"path", "url"} & document_json(replace(DOCUMENT, path=None, url=None)).keys()


@pytest.mark.parametrize("document", [replace(DOCUMENT, id="d2"), replace(DOCUMENT, text="short")])
def test_a_claim_of_another_text_is_refused(document: Document) -> None:
    with pytest.raises(ValueError, match="does not stand in document"):
        claim_json(CLAIM, document)


DENIAL = Denial(
    id="n1", document_id="d1", span=Span(50, 63), sentence=Span(47, 64), kind=DenialKind.DENIAL, speaker="the agency"
)
SERIES = Series(
    id="s1",
    title="Soldiers",
    event="deployed",
    unit="person",
    kind=ClaimKind.TOTAL,
    group=None,
    place=None,
    claims=("c1",),
)
ESTIMATE = Estimate(
    series="s1",
    at=dt.date(2031, 3, 4),
    low=3000.0,
    best=None,
    high=None,
    independent=1,
    method="range",
    claims=("c1",),
    left_out=(LeftOut(claim="c2", why="planned"),),
    why="one side only",
    probability=0.81234,
    likelihood="very likely",
    claimed_by="Andara",
    pivot=Pivot(claim="c1", best=None),
    applied=("graded C by the registry",),
    compared=(Alternative(policy="majority", low=3000.0, best=None, high=None, why="no value leads"),),
)
FINDING = Finding(id="f1", kind="conflict", claims=("c1",), text="No.", arithmetic="1 + 1 = 2", denials=("n1",))


def test_denials() -> None:
    record = denial_json(DENIAL, DOCUMENT)
    assert record["text"] == "denied losses"
    assert record["kind"] == "denial"
    with pytest.raises(ValueError, match="does not stand in document"):
        denial_json(DENIAL, replace(DOCUMENT, id="d2"))


def test_estimates() -> None:
    assert estimate_json(ESTIMATE) == {
        "series": "s1",
        "at": "2031-03-04",
        "low": 3000,
        "best": None,
        "high": None,
        "independent": 1,
        "method": "range",
        "claims": ["c1"],
        "left_out": [{"claim": "c2", "why": "planned", "by": None}],
        "why": "one side only",
        "probability": 0.8123,
        "likelihood": "very likely",
        "claimed_by": "Andara",
        "pivot": {"claim": "c1", "best": None},
        "applied": ["graded C by the registry"],
        "compared": [{"policy": "majority", "low": 3000, "best": None, "high": None, "why": "no value leads"}],
    }
    assert estimate_json(replace(ESTIMATE, at=None))["at"] is None


def test_findings() -> None:
    record = finding_json(FINDING)
    assert {key: record[key] for key in ("kind", "claims", "text", "arithmetic")} == {
        "kind": "conflict",
        "claims": ["c1"],
        "text": "No.",
        "arithmetic": "1 + 1 = 2",
    }


def test_series_statements_refusals() -> None:
    assert series_json(SERIES)["claims"] == ["c1"]
    assert statement_json(Statement(id="t1", origin=None, claims=("c1",), why="alone"))["origin"] is None
    assert refusal_json(Refusal(document_id="d1", span=Span(1, 2), reason="a date"))["span"] == [1, 2]


def test_the_whole_book_is_one_object() -> None:
    evidence = Evidence(documents=(DOCUMENT,), claims=(CLAIM,), denials=(DENIAL,))
    picture = Picture(method="range", series=(SERIES,), statements=(), estimates=(ESTIMATE,), findings=(FINDING,))
    days = Period(dt.date(2031, 3, 1), dt.date(2031, 3, 4))
    picture = replace(picture, borrowed=(Borrowed(claim="c1", period=days, why="year from there"),))
    book = book_json(evidence, picture)
    assert json.loads(json_line(book)) == book
    assert book["documents"][0]["content_hash"] == DOCUMENT.content_hash
    assert book["borrowed"] == [{"claim": "c1", "period": ["2031-03-01", "2031-03-04"], "why": "year from there"}]


@given(st.text())
def test_any_text_makes_one_line_that_utf8_can_carry(text: str) -> None:
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert "\n" not in line
    line.encode("utf-8")


def test_a_lone_surrogate_is_escaped() -> None:
    json_line({"text": "\ud800é"}).encode("utf-8")
