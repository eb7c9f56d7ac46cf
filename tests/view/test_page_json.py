"""The JSON that the script of the report draws from: complete, told by number, and nothing a stranger could use."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from tests.made import claim_at, document_of

from tallybook.model import (
    Anchor,
    Assessed,
    Assign,
    Attribution,
    Check,
    Claim,
    ClaimKind,
    Denial,
    DenialKind,
    Estimate,
    Evidence,
    Finding,
    LeftOut,
    Note,
    PartialDate,
    Period,
    Picture,
    Reject,
    ReviewState,
    Series,
    Span,
    Statement,
)
from tallybook.review import decide
from tallybook.view import Passage, Piece, build_view, page_json
from tallybook.view.page_json import passage_json

TEXT = "The ministry said 40 died. Later it said 55 died."
DOCUMENT = document_of(
    TEXT,
    id="d",
    path="/home/reader/page.html",
    url="file:///home/reader/page.html",
    outlet="Harbour Courier",
    published=PartialDate(year=2031, month=3, day=4, how="byline"),
)


def claim(name: str, at: int, sentence: Span) -> Claim:
    number = Span(at, at + 2)
    return claim_at(
        DOCUMENT,
        number,
        id=name,
        sentence=sentence,
        attribution=Attribution(origin="Ministry of Health (Peru)", relays=("Meridian Wire",)),
        time=Period(dt.date(2031, 3, 3), dt.date(2031, 3, 4)),
        place="Peru",
        evidence={"value": (number,), "event": (Span(at + 3, at + 7),)},
    )


CLAIMS = (claim("a", 18, Span(0, 26)), claim("b", 41, Span(27, 49)))
PICTURE = Picture(
    method="range/1",
    series=(
        Series(
            id="s", title="Killed", event="killed", unit="person", kind=ClaimKind.TOTAL, group=None, place=None,
            claims=("a", "b"),
        ),
    ),
    statements=(Statement(id="t", origin=None, claims=("a", "b"), why="the same"),),
    estimates=(
        Estimate(
            series="s", at=dt.date(2031, 3, 4), low=40, best=None, high=55, independent=1, method="range/1",
            claims=("b",), left_out=(LeftOut(claim="a", why="older", by="b"),),
        ),
    ),
    findings=(Finding(id="f", kind="conflict", claims=("b", "a"), text="40 against 55."),),
)  # fmt: skip
EVIDENCE = Evidence(documents=(DOCUMENT,), claims=CLAIMS)
PAGE = page_json(build_view(EVIDENCE, PICTURE))


@pytest.mark.parametrize(
    ("column", "values", "why"),
    [
        ("id", ["claim-a", "claim-b"], "the anchors of the page, in the order of the text"),
        ("low", [40, 55], "numbers stay numbers"),
        ("start", ["2031-03-03"] * 2, "days as ISO 8601"),
        ("relays", [["Meridian Wire"]] * 2, "who passed it on"),
        ("side", ["Peru"] * 2, "the side its speaker speaks for"),
        ("place", ["Peru"] * 2, "where"),
        ("series", [0, 0], "a series by its number"),
        ("document", [0, 0], "a document by its row"),
    ],
)
def test_claims_are_a_table_by_column(column: str, values: list[object], why: str) -> None:
    assert PAGE["claims"][column] == values, why


def test_all_columns_are_as_long_as_the_claims() -> None:
    assert {len(values) for values in PAGE["claims"].values()} == {2}
    assert {len(values) for values in PAGE["documents"].values()} == {1}


def test_claims_are_told_by_row() -> None:
    series = PAGE["series"][0]
    assert sorted(series["statements"][0]["claims"]) == [0, 1]
    assert series["estimates"][0]["used"] == [1]
    assert series["estimates"][0]["leftOut"] == [{"claim": 0, "why": "older", "by": 1}]
    assert PAGE["findings"][0]["findings"][0]["claims"] == [1, 0]


def test_a_place_is_told_with_its_spot() -> None:
    (place,) = PAGE["places"]
    assert (place["name"], place["at"]) == ("Peru", "Peru")


def test_a_passage_is_plain_words_and_marked_ones() -> None:
    passage = Passage(before="Before.", pieces=(Piece("said "), Piece("40", "value")), after="")
    assert passage_json(passage) == {"pieces": ["said ", ["40", "value"]], "before": "Before."}
    assert passage_json(Passage(problem="altered")) == {"problem": "altered"}


NOON = dt.datetime(2031, 3, 5, 12, tzinfo=dt.UTC)
HASH = DOCUMENT.content_hash
ACTS = (
    Note(anchor=Anchor(HASH, CLAIMS[0].core), text="ring them again"),
    Assign(anchor=Anchor(HASH, CLAIMS[0].core), to="C. Second"),
    Check(anchor=Anchor(HASH, CLAIMS[0].core), state=ReviewState.CHECKED),
    Reject(anchor=Anchor(HASH, Span(0, 3)), reading=replace(CLAIMS[1], event="displaced"), why="a headline's pun"),
)
DECISIONS = tuple(decide(act, by="A. Editor", at=NOON, seen=()) for act in ACTS)
PRIVATE = (
    "/home/reader",
    "ring them again",
    "C. Second",
    "A. Editor",
    "a headline's pun",
    "displaced",
    "State: checked",
)


@pytest.mark.parametrize("words", PRIVATE)
@pytest.mark.parametrize(("viewed", "paged"), [(False, False), (False, True), (True, False)])
def test_what_is_internal_needs_both_to_say_so(words: str, viewed: bool, paged: bool) -> None:
    view = build_view(EVIDENCE, PICTURE, internal=viewed, decisions=DECISIONS)
    assert words not in json.dumps(page_json(view, internal=paged))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("paths", {"0": "/home/reader/page.html"}),
        (
            "review",
            {
                "0": [
                    "State: checked",
                    "To be looked at by C. Second",
                    "Note by A. Editor, 5 March 2031: ring them again",
                ]
            },
        ),
    ],
)
def test_an_internal_page_tells_what_reviewers_keep(key: str, value: object) -> None:
    page = page_json(build_view(EVIDENCE, PICTURE, internal=True, decisions=DECISIONS), internal=True)
    assert page["private"][key] == value


def test_an_internal_page_tells_what_was_rejected_and_why() -> None:
    page = page_json(build_view(EVIDENCE, PICTURE, internal=True, decisions=DECISIONS), internal=True)
    (rejected,) = page["private"]["rejected"]["0"]
    assert (rejected["said"], rejected["why"]) == ("55 people displaced", "a headline's pun")
    assert rejected["by"] == "A. Editor, 5 March 2031"
    assert rejected["passage"]["pieces"]


def test_a_page_tells_the_grades_of_its_sources_once() -> None:
    graded = Assessed(source="Harbour Courier", grade="B2", words="usually reliable, probably true", side=None)
    ungraded = Assessed(source="Meridian Wire", grade=None, words="", side="Peru")
    page = page_json(build_view(EVIDENCE, replace(PICTURE, assessed=(graded, ungraded))))
    assert page["grades"] == [{"source": "Harbour Courier", "grade": "B2", "words": "usually reliable, probably true"}]


def test_a_finding_tells_who_settled_it_and_its_denials_by_row() -> None:
    denial = Denial(
        id="n", document_id="d", span=Span(4, 12), sentence=Span(0, 25), kind=DenialKind.DENIAL, speaker="a general"
    )
    settled = replace(PICTURE.findings[0], settled="settled by a reviewer", denials=("n",))
    page = page_json(build_view(replace(EVIDENCE, denials=(denial,)), replace(PICTURE, findings=(settled,))))
    assert [one["id"] for one in page["denials"]] == ["denial-n"]
    (finding,) = page["findings"][0]["findings"]
    assert (finding["denials"], finding["settled"]) == ([0], "settled by a reviewer")


def test_disguising_characters_are_made_visible() -> None:
    hostile = replace(DOCUMENT, title="a\u202eb\x00")
    page = page_json(build_view(replace(EVIDENCE, documents=(hostile,)), PICTURE))
    assert page["documents"]["title"] == ["a⟨U+202E⟩b⟨U+0000⟩"]


def test_it_is_json_and_the_same_for_the_same_view() -> None:
    again = page_json(build_view(EVIDENCE, PICTURE))
    assert json.dumps(PAGE, allow_nan=False) == json.dumps(again, allow_nan=False)
