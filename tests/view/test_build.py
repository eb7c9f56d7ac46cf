"""From evidence and picture to what a reader is shown."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import Any

import pytest

from tallybook.model import (
    Alternative,
    Assessed,
    Attribution,
    Block,
    BlockKind,
    Borrowed,
    Claim,
    ClaimKind,
    Document,
    Estimate,
    Evidence,
    Finding,
    Modality,
    PartialDate,
    Period,
    Picture,
    Pivot,
    Quantity,
    Series,
    Severity,
    Span,
    Statement,
)
from tallybook.view import SeriesView, build_view, page_json
from tallybook.view.claims import anchor_of


def page(name: str, **more: Any) -> Document:
    text = f"Toll at 41, {name} says."
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY, why="")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=name, text=text, content_hash=digest, blocks=(block,), **{"outlet": name, **more})


def claim(name: str, *, on: str | None = "2031-03-04", origin: str | None = None, **more: Any) -> Claim:
    day = dt.date.fromisoformat(on) if on else None
    return Claim(
        id=f"{name}-1",
        document_id=name,
        span=Span(8, 10),
        core=Span(8, 10),
        sentence=Span(0, 23),
        event="killed",
        kind=ClaimKind.TOTAL,
        modality=Modality.REPORTED,
        attribution=Attribution(origin=origin),
        time=Period(day, day) if day else None,
        **{"quantity": Quantity(low=41, high=41, unit="person"), **more},
    )


def series_view(
    claims: list[Claim], *, same: tuple[str, ...] = (), origin: str | None = None, estimate: Estimate | None = None
) -> SeriesView:
    ids = tuple(one.id for one in claims)
    statements = (Statement(id="s", origin=origin, claims=same, why="one"),) if same else ()
    series = Series(
        id="k", title="Dead", event="killed", unit="person", kind=ClaimKind.TOTAL, group=None, place=None, claims=ids
    )
    picture = Picture(
        method="range",
        series=(series,),
        statements=statements,
        estimates=(estimate,) if estimate else (),
        findings=(),
    )
    documents = tuple(page(one.document_id) for one in claims)
    return build_view(Evidence(documents=documents, claims=tuple(claims)), picture).series[0]


NO_BEST = "What the claims allow as of 4 March 2031; none of them is best."


@pytest.mark.parametrize(
    ("fields", "certainty"),
    [
        (
            {"best": 41, "probability": 0.72, "likelihood": "likely"},
            "Best supported as of 4 March 2031, likely to be about right. The evidence allows 40 to 50.",
        ),
        (
            {"best": None, "claimed_by": "Andara"},
            "Claimed by Andara alone as of 4 March 2031; nobody of another side confirms it.",
        ),
    ],
)
def test_how_sure_an_estimate_is(fields: dict[str, Any], certainty: str) -> None:
    estimate = Estimate(
        series="k", at=dt.date(2031, 3, 4), low=40, high=50, independent=2, method="m", claims=("A-1",), **fields
    )
    assert series_view([claim("A")], estimate=estimate).certainty == certainty


def test_the_claim_that_an_estimate_hangs_on() -> None:
    pivot = Pivot(claim="A-1", best=38)
    estimate = Estimate(
        series="k", at=None, low=40, best=41, high=50, independent=2, method="m", claims=("A-1",), pivot=pivot,
        probability=0.72, likelihood="likely",
    )  # fmt: skip
    shown = series_view([claim("A")], estimate=estimate).estimates[0]
    assert shown.pivot is not None
    assert (shown.pivot.claim.id, shown.pivot.without, shown.likelihood) == ("A-1", "38", "likely (72%)")


def test_repeats_are_folded_under_one_statement() -> None:
    shown = series_view([claim("A", origin="police"), claim("B", origin="police")], same=("A-1", "B-1"))
    assert len(shown.statements) == 1
    assert [repeat.id for repeat in shown.statements[0].repeats] == ["B-1"]
    assert shown.basis == "2 articles, 1 independent origin"


def test_a_claim_that_names_the_speaker_stands_for_the_statement() -> None:
    shown = series_view([claim("A"), claim("B", origin="police")], same=("A-1", "B-1"), origin="police")
    assert shown.statements[0].lead.id == "B-1"


def test_statements_stand_in_order_of_time_and_undated_last() -> None:
    shown = series_view([claim("A", on=None), claim("B", on="2031-03-05"), claim("C", on="2031-03-04")])
    assert [group.lead.id for group in shown.dated] == ["C-1", "B-1"]
    assert [group.lead.id for group in shown.undated] == ["A-1"]


@pytest.mark.parametrize(
    ("low", "best", "high", "independent", "figure", "certainty"),
    [
        (40, 41, 50, 2, "41", "Best supported as of 4 March 2031. The evidence allows 40 to 50."),
        (40, 41, None, 2, "41", "Best supported as of 4 March 2031. The evidence allows at least 40."),
        (41, 41, 41, 2, "41", "Agreed as of 4 March 2031 by 2 independent statements."),
        (41, 41, 41, 1, "41", "One independent statement alone, as of 4 March 2031."),
        (40, None, 50, 2, "40 to 50", NO_BEST),
    ],
)
def test_certainty(
    low: float, best: float | None, high: float | None, independent: int, figure: str, certainty: str
) -> None:
    estimate = Estimate(
        series="k",
        at=dt.date(2031, 3, 4),
        low=low,
        best=best,
        high=high,
        independent=independent,
        method="range",
        claims=("A-1",),
        why="one side only",
    )
    shown = series_view([claim("A")], estimate=estimate)
    assert (shown.figure, shown.certainty) == (figure, certainty)
    assert shown.headline == f"Dead: {figure}. {certainty}" + ("" if best else " One side only.")


def test_without_an_estimate_the_claims_speak() -> None:
    wide = Quantity(low=60, high=70, unit="person")
    assert series_view([claim("A", origin="police")]).certainty == "Said by police alone."
    assert series_view([claim("A"), claim("B", quantity=wide)]).figure == "41 to 70"


PUBLISHED = PartialDate(year=2031, month=5, day=1, how="time element")


@pytest.mark.parametrize(
    ("document", "text", "at"),
    [
        (page("A", published=PUBLISHED), "article of 1 May 2031", dt.date(2031, 5, 1)),
        (page("A", published=replace(PUBLISHED, day=None)), "article of May 2031", dt.date(2031, 5, 31)),
        (page("A", not_after=PUBLISHED), "seen on 1 May 2031", None),
        (page("A"), "no date", None),
    ],
)
def test_a_number_without_its_own_date(document: Document, text: str, at: dt.date | None) -> None:
    evidence = Evidence(documents=(document,), claims=(claim("A", on=None),))
    moment = build_view(evidence, EMPTY).documents[0].sentences[0].claims[0].moment
    assert (moment.text, moment.at) == (text, at)


@pytest.mark.parametrize(
    ("told", "text", "how"),
    [
        (10, "October 2030, year taken from there", "the words give no year"),
        (None, "article of October 2030, year taken from there", "the words give no date of their own"),
    ],
)
def test_a_borrowed_year_is_marked(told: int | None, text: str, how: str) -> None:
    day = PartialDate(year=None, month=told, day=None, how="words") if told else None
    evidence = Evidence(documents=(page("A"),), claims=(claim("A", on=None, partial_time=day),))
    october = Period(dt.date(2030, 10, 1), dt.date(2030, 10, 31))
    borrowed = Borrowed(claim="A-1", period=october, why="year taken from there")
    view = build_view(evidence, replace(EMPTY, borrowed=(borrowed,)))
    moment = view.documents[0].sentences[0].claims[0].moment
    assert (moment.text, moment.how, moment.at, view.dates) == (text, how, october.end, "October 2030")


@pytest.mark.parametrize(
    ("own", "moment"), [(None, "31 October 2030, year taken from there"), ("2030-10-31", "31 October 2030")]
)
def test_a_borrowed_year_is_marked_beside_estimates(own: str | None, moment: str) -> None:
    evidence = Evidence(documents=(page("A"), page("B")), claims=(claim("A", on=None), claim("B", on=own)))
    october = Period(dt.date(2030, 10, 1), dt.date(2030, 10, 31))
    borrowed = (Borrowed(claim="A-1", period=october, why="year taken from there"),)
    series = Series(
        id="s", title="dead", event="killed", unit="person", kind=ClaimKind.TOTAL, group=None, place=None,
        claims=("A-1", "B-1"),
    )  # fmt: skip
    estimate = Estimate(
        series="s", at=october.end, low=1, best=None, high=2, independent=2, method="range", claims=("A-1", "B-1")
    )
    view = build_view(evidence, replace(EMPTY, borrowed=borrowed, series=(series,), estimates=(estimate,)))
    (shown,) = view.series
    assert [one.moment for one in shown.estimates] == [moment]


EMPTY = Picture(method="range", series=(), statements=(), estimates=(), findings=())


def test_findings_that_matter_stand_first_and_unknown_kinds_are_kept() -> None:
    kinds = ("same statement", "a new kind", "date", "conflict")
    findings = tuple(Finding(id=str(i), kind=kind, claims=("gone",), text="") for i, kind in enumerate(kinds))
    view = build_view(Evidence(documents=(), claims=()), replace(EMPTY, findings=findings))
    assert [group.kind for group in view.findings] == ["conflict", "date", "same statement", "a new kind"]
    assert [finding.kind for finding in view.first] == ["conflict", "a new kind"]


def test_kinds_stand_by_their_gravest_finding() -> None:
    told = (("denial", Severity.NOTE), ("sum", Severity.NOTE), ("sum", Severity.CLASH), ("share", Severity.CHECK))
    findings = tuple(
        Finding(id=str(i), kind=kind, claims=("gone",), text=kind, severity=severity)
        for i, (kind, severity) in enumerate(told)
    )
    groups = build_view(Evidence(documents=(), claims=()), replace(EMPTY, findings=findings)).findings
    assert [(group.kind, group.findings[0].severity) for group in groups] == [
        ("sum", "clash"),
        ("share", "check"),
        ("denial", "note"),
    ]


def test_a_claim_whose_document_is_missing_is_still_counted() -> None:
    view = build_view(Evidence(documents=(), claims=(claim("A"),)), EMPTY)
    assert view.title == "1 number in 0 articles, from 1 origin"


def test_words_between_two_sentences_are_shown_once() -> None:
    text = "One is 41. Two is nothing. Three is 41. Four is 41."
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY, why="")
    document = replace(page("A"), text=text, blocks=(block,), content_hash=hashlib.sha256(text.encode()).hexdigest())
    places = [(7, 0, 10), (36, 27, 39), (48, 40, 51)]
    claims = tuple(
        replace(claim("A"), id=str(at), span=Span(at, at + 2), core=Span(at, at + 2), sentence=Span(start, end))
        for at, start, end in places
    )
    sentences = build_view(Evidence(documents=(document,), claims=claims), EMPTY).documents[0].sentences
    assert [(s.before, s.after) for s in sentences] == [("", "Two is nothing."), ("", ""), ("", "")]


@pytest.mark.parametrize("identity", ["a b", "a/b", "ä", "x" * 99, "", "\ud800", '"><script>'])
def test_anchors_are_plain_and_distinct(identity: str) -> None:
    anchor = anchor_of("claim", identity)
    assert anchor.isascii()
    assert not set(anchor) & set(" \"'<>#%")
    assert anchor != anchor_of("claim", identity + "!")


@pytest.mark.parametrize(
    ("path", "url", "internal", "shown"),
    [
        ("/home/me/a.html", None, False, (None, None)),
        ("/home/me/a.html", None, True, ("/home/me/a.html", None)),
        (None, "file:///home/me/a.html", False, (None, None)),
        (None, "https://example.org/a", False, (None, "https://example.org/a")),
    ],
)
def test_local_paths(path: str | None, url: str | None, internal: bool, shown: tuple[str | None, str | None]) -> None:
    evidence = Evidence(documents=(page("A", path=path, url=url),), claims=())
    document = build_view(evidence, EMPTY, internal=internal).documents[0]
    assert (document.path, document.url) == shown


def test_words_of_another_sentence_are_quoted() -> None:
    one = claim("A", evidence={"value": (Span(8, 10),), "origin": (Span(12, 13),), "time": (Span(24, 31),)})
    document = page("A")
    text = document.text.ljust(24) + "Tuesday"
    document = replace(document, text=text, content_hash=hashlib.sha256(text.encode()).hexdigest())
    view = build_view(Evidence(documents=(document,), claims=(replace(one, sentence=Span(0, 20)),)), EMPTY)
    assert view.documents[0].sentences[0].claims[0].notes == ("In other sentences: when (“Tuesday”)",)


def test_policies_stand_side_by_side_in_words() -> None:
    rows = (
        Alternative(policy="range", low=1200, best=None, high=None, why="the range of what is claimed"),
        Alternative(policy="majority", low=None, best=None, high=None, why="no statement gives a single value"),
        Alternative(policy="posterior", low=1100, best=1200, high=1400, why="1,200 is most likely."),
    )
    estimate = Estimate(
        series="k",
        at=None,
        low=1200,
        best=None,
        high=None,
        independent=1,
        method="range/1",
        claims=("A-1",),
        compared=rows,
    )
    (shown,) = series_view([claim("A")], estimate=estimate).estimates
    assert shown.policy == "range"
    assert [(row.policy, row.best, row.range, row.why) for row in shown.compared] == [
        ("range", "none", "at least 1,200", "The range of what is claimed."),
        ("majority", "none", "no estimate", "No statement gives a single value."),
        ("posterior", "1,200", "1,100 to 1,400", "1,200 is most likely."),
    ]


@pytest.mark.parametrize(
    ("statements", "voices", "basis"),
    [
        (1, 1, "1 independent statement"),
        (2, 2, "2 independent statements"),
        (2, 1, "2 statements of one voice"),
        (4, 2, "4 statements of 2 independent voices"),
    ],
)
def test_what_an_estimate_rests_on(statements: int, voices: int, basis: str) -> None:
    claims = tuple(f"{name}-1" for name in "ABCD"[:statements])
    estimate = Estimate(
        series="k", at=None, low=41, best=41, high=41, independent=voices, method="range/1", claims=claims
    )
    (shown,) = series_view([claim(name) for name in "ABCD"], estimate=estimate).estimates
    assert shown.basis == basis


def test_a_grade_stands_beside_whoever_it_is_of() -> None:
    documents = (page("A"), page("B"))
    claims = (claim("A", origin="Meridian Wire"), claim("B"))
    assessed = (
        Assessed(source="B", grade="D4", words="not usually reliable, doubtful", side=None),
        Assessed(source="Meridian Wire", grade="B2", words="usually reliable, probably true", side=None),
        Assessed(source="A", grade=None, words="", side="Andara"),
    )
    picture = Picture(method="range", series=(), statements=(), estimates=(), findings=(), assessed=assessed)
    shown = build_view(Evidence(documents=documents, claims=claims), picture)
    assert [document.grade for document in shown.documents] == ["", "graded D4: not usually reliable, doubtful"]
    assert [one.grade for d in shown.documents for s in d.sentences for one in s.claims] == ["B2", "D4"]


def test_the_page_is_handed_what_each_policy_makes_of_a_series() -> None:
    rows = (Alternative(policy="majority", low=40, best=None, high=41, why="no value leads"),)
    estimate = Estimate(
        series="k", at=None, low=41, best=41, high=41, independent=1, method="range/1", claims=("A-1",), compared=rows
    )
    told = [_page_series(one)["estimates"][0]["policies"] for one in (estimate, replace(estimate, compared=()))]
    assert told == [[{"name": "majority", "best": "none", "range": "40 to 41", "why": "No value leads."}], []]


def _page_series(estimate: Estimate) -> dict[str, Any]:
    series = Series(
        id="k",
        title="Dead",
        event="killed",
        unit="person",
        kind=ClaimKind.TOTAL,
        group=None,
        place=None,
        claims=("A-1",),
    )
    picture = Picture(method="range/1", series=(series,), statements=(), estimates=(estimate,), findings=())
    shown = page_json(build_view(Evidence(documents=(page("A"),), claims=(claim("A"),)), picture))
    (told,) = shown["series"]
    return dict(told)
