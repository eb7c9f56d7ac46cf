"""What people decided, in the picture: series, statements, estimates, findings, grades."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallybook.model import (
    Act,
    Anchor,
    Decision,
    DifferentStatement,
    Estimate,
    Evidence,
    Exclude,
    Grade,
    Merge,
    Move,
    Picture,
    Rename,
    SameStatement,
    Settle,
    Split,
)
from tallybook.reconcile import reconcile_claims

BOOK = """
    page a | Reuters | 2024-05-03 | Lima
    page b | AFP | 2024-05-03 | Lima
    page c | BBC | 2024-05-04 | Lima
    a1 | 40 killed | by Ann Onym | in Lima
    a2 | 300 wounded | by Ann Onym | in Lima
    b1 | 45 killed | by Ben Onym | in Lima
    b2 | 90 killed | by Ben Onym | in Cusco
    c1 | 45 killed | by Cay Onym | in Lima
    """


def ruled(evidence: Evidence, *acts: Act, by: str = "A. Editor") -> Evidence:
    at = dt.datetime(2026, 5, 3, tzinfo=dt.UTC)
    decisions = (Decision(id=f"d{n}", at=at, by=by, act=act, program_version="1") for n, act in enumerate(acts))
    return replace(evidence, decisions=tuple(decisions))


@pytest.fixture
def at(evidence) -> Callable[[str], Anchor]:
    """The anchor of a claim of the book."""
    cores = {claim.id: Anchor(claim.document_id, claim.core) for claim in evidence(BOOK).claims}
    return cores.__getitem__


@pytest.fixture
def decided(evidence, registry) -> Callable[..., Picture]:
    def decided(*acts: Act, policy="range", book: str = BOOK) -> Picture:
        return reconcile_claims(ruled(evidence(book), *acts), policy=policy, registry=registry)

    return decided


def members(picture: Picture) -> list[str]:
    return sorted(" ".join(sorted(one.claims)) for one in picture.series)


def last_of(picture: Picture, claim: str) -> Estimate:
    """The last estimate of the series that holds a claim."""
    (series,) = (one for one in picture.series if claim in one.claims)
    return [one for one in picture.estimates if one.series == series.id][-1]


def test_as_read(decided):
    assert members(decided()) == ["a1 b1 c1", "a2", "b2"]


@pytest.mark.parametrize(
    "acts, expected",
    [
        pytest.param(lambda at: [Merge(anchor=at("b2"), into=at("a1"))], ["a1 b1 b2 c1", "a2"], id="merge"),
        pytest.param(lambda at: [Merge(anchor=at("b1"), into=at("a1"))], ["a1 b1 c1", "a2", "b2"], id="are one"),
        pytest.param(lambda at: [Split(anchors=(at("c1"),))], ["a1 b1", "a2", "b2", "c1"], id="split"),
        pytest.param(lambda at: [Split(anchors=(at("a1"), at("b2")))], ["a1 b2", "a2", "b1 c1"], id="split two"),
        pytest.param(lambda at: [Split(anchors=(at("a2"),))], ["a1 b1 c1", "a2", "b2"], id="split all"),
        pytest.param(lambda at: [Move(anchor=at("c1"), to=at("b2"))], ["a1 b1", "a2", "b2 c1"], id="move"),
        pytest.param(
            lambda at: [Move(anchor=at("c1"), to=at("b2")), Move(anchor=at("c1"), to=at("a1"))],
            ["a1 b1 c1", "a2", "b2"],
            id="there and back",
        ),
        pytest.param(
            lambda at: [Merge(anchor=at("b2"), into=Anchor("gone", at("a1").core))],
            ["a1 b1 c1", "a2", "b2"],
            id="a claim that is not there",
        ),
    ],
)
def test_where_claims_belong(decided, at, acts, expected):
    assert members(decided(*acts(at))) == expected


def test_a_merged_series_keeps_the_id_and_scope_of_the_one_it_is_merged_into(decided, at):
    (kept,) = (one for one in decided().series if "a1" in one.claims)
    (merged,) = (one for one in decided(Merge(anchor=at("b2"), into=at("c1"))).series if "a1" in one.claims)
    assert (merged.id, merged.title) == (kept.id, kept.title)


def test_what_is_split_off_has_an_id_of_its_own_and_the_rest_keeps_its(decided, at):
    before, after = decided(), decided(Split(anchors=(at("a1"),)))
    assert {one.id for one in before.series} < {one.id for one in after.series}
    assert [one.title for one in after.series if one.claims == ("a1",)] == ["People killed in Lima, set apart"]


def test_the_estimate_names_the_decision(decided, at):
    words = "a claim moved by A. Editor, 3 May 2026"
    moved = decided(Move(anchor=at("c1"), to=at("b2")))
    assert (last_of(moved, "b2").low, last_of(moved, "b2").high) == (45, 90)
    assert words in last_of(moved, "b2").applied
    assert words in last_of(moved, "a1").applied
    assert words not in last_of(moved, "a2").applied


STORIES = """
    page a | Reuters | 2024-05-03 | Storm hits Lima harbour
    text a | The storm reached Lima, said Ann Onym of the Peru Navy, and 40 died.
    page b | AFP | 2024-05-03 | Fire burns Oslo market
    text b | The fire in Oslo spread, said Ben Onym of the Norway Guard, and 45 died.
    a1 | 40 killed | by Ann Onym
    b1 | 45 killed | by Ben Onym
    b2 | 60 wounded | by Ben Onym
    """


@pytest.mark.parametrize(
    "kind, merged",
    [
        pytest.param(lambda a, b: Merge(anchor=b, into=a), ["a1 b1", "b2"], id="merge"),
        pytest.param(lambda a, b: Move(anchor=b, to=a), ["a1 b1", "b2"], id="move"),
    ],
)
def test_claims_go_from_one_story_to_another(decided, evidence, kind, merged):
    a, b = (Anchor(claim.document_id, claim.core) for claim in evidence(STORIES).claims[:2])
    assert members(decided(book=STORIES)) == ["a1", "b1", "b2"]
    picture = decided(kind(a, b), book=STORIES)
    assert members(picture) == merged
    estimate = last_of(picture, "a1")
    assert (estimate.low, estimate.high, estimate.independent) == (40, 45, 2)
    assert sorted(claim for one in picture.statements for claim in one.claims) == ["a1", "b1", "b2"]


@pytest.mark.parametrize(
    "act, votes",
    [
        pytest.param(lambda at: SameStatement(anchor=at("b1"), other=at("c1")), ["a1", "b1"], id="same"),
        pytest.param(lambda at: SameStatement(anchor=at("a1"), other=at("b1")), ["a1", "c1"], id="other numbers"),
    ],
)
def test_two_claims_are_one_statement(decided, at, act, votes):
    picture = decided(act(at))
    estimate = last_of(picture, "a1")
    assert len(estimate.claims) == len(votes)
    (one,) = (one for one in picture.statements if len(one.claims) == 2)
    assert one.why == "taken for one by A. Editor, 3 May 2026"
    assert "two claims taken for one statement by A. Editor, 3 May 2026" in estimate.applied


def test_of_a_claim_that_is_not_there_nothing_is_done(decided, at):
    gone = Anchor("elsewhere", at("a1").core)
    act = SameStatement(anchor=at("a1"), other=gone)
    assert decided(act).statements == decided().statements


def test_a_claim_is_a_statement_of_its_own(decided, evidence):
    book = """
        a1 | 45 killed | by Ann Onym
        b1 | 45 killed | by Ann Onym
        """
    apart = DifferentStatement(
        anchor=Anchor("b", evidence(book).claims[1].core), other=Anchor("a", evidence(book).claims[0].core)
    )
    assert [one.claims for one in decided(book=book).statements] == [("a1", "b1")]
    assert [(one.claims, one.why) for one in decided(apart, book=book).statements] == [
        (("a1",), "no other claim repeats it"),
        (("b1",), "parted by A. Editor, 3 May 2026"),
    ]


def test_an_excluded_claim_is_left_out_with_the_reason(decided, at):
    estimate = last_of(decided(Exclude(anchor=at("a1"), why="a slip of the tongue")), "a1")
    assert (estimate.low, estimate.high) == (45, 45)
    assert [one.why for one in estimate.left_out if one.claim == "a1"] == [
        "left out by A. Editor, 3 May 2026: a slip of the tongue"
    ]


def test_a_series_goes_by_its_given_title(decided, at):
    picture = decided(Rename(anchor=at("c1"), title="First"), Rename(anchor=at("a1"), title="Dead in Lima"))
    assert [one.title for one in picture.series if "a1" in one.claims] == ["Dead in Lima"]


def test_a_settled_finding_is_shown_as_settled(decided):
    before = decided().findings
    assert before
    after = decided(Settle(finding=before[0].id, why="both were asked")).findings
    assert after[0] == replace(before[0], settled="settled by A. Editor, 3 May 2026: both were asked")
    assert after[1:] == before[1:]


def test_a_grade_of_the_book_comes_before_the_registrys(evidence, registry, decided):
    acts = [
        Grade(source="ann onym", grade="A"),
        Grade(source="Ben Onym", grade="E"),
        Grade(source="Cay Onym", grade="E"),
    ]
    estimate = last_of(decided(*acts, policy="posterior"), "a1")
    assert estimate.best == 40
    assert "Ann Onym graded A by A. Editor, 3 May 2026: completely reliable" in estimate.applied
    graded = decided(*acts).assessed
    assert [(one.source, one.grade) for one in graded] == [("Ann Onym", "A"), ("Ben Onym", "E"), ("Cay Onym", "E")]


def test_a_part_of_a_rejected_whole_stays_a_part(decided, evidence, registry):
    book = """
        a1 | 40 killed | by Ann Onym
        a2 | 12 killed | by Ann Onym | part a1
        b1 | 45 killed | by Ben Onym
        """
    read = evidence(book)
    without = replace(read, claims=tuple(claim for claim in read.claims if claim.id != "a1"))
    assert members(reconcile_claims(without, policy="range", registry=registry)) == ["a2", "b1"]


def _disjoint(at: Callable[[str], Anchor]) -> Sequence[Act]:
    return (
        Split(anchors=(at("c1"),)),
        Rename(anchor=at("a2"), title="Wounded"),
        Exclude(anchor=at("b2")),
        SameStatement(anchor=at("a1"), other=at("b1")),
        Grade(source="Ben Onym", grade="B"),
    )


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)))
def test_independent_decisions_may_come_in_any_order(decided, at, order):
    acts = _disjoint(at)
    one, other = decided(*acts), decided(*(acts[index] for index in order))
    assert sorted((s.title, s.claims) for s in one.series) == sorted((s.title, s.claims) for s in other.series)
    assert [(e.low, e.best, e.high, sorted(e.applied)) for e in one.estimates] == [
        (e.low, e.best, e.high, sorted(e.applied)) for e in other.estimates
    ]


NAMES = ("a1", "a2", "b1", "b2", "c1")


@st.composite
def placings(draw: st.DrawFn) -> list[tuple[str, ...]]:
    kinds = st.sampled_from(("merge", "move", "split", "same", "different"))
    claims = st.lists(st.sampled_from(NAMES), min_size=2, max_size=3, unique=True)
    return draw(st.lists(st.tuples(kinds, claims).map(lambda pair: (pair[0], *pair[1])), max_size=6))


def _act(row: tuple[str, ...], at: Callable[[str], Anchor]) -> Act:
    kind, *names = row
    a, b = at(names[0]), at(names[1])
    match kind:
        case "merge":
            return Merge(anchor=a, into=b)
        case "move":
            return Move(anchor=a, to=b)
        case "split":
            return Split(anchors=tuple(at(name) for name in names))
        case "same":
            return SameStatement(anchor=a, other=b)
        case _:
            return DifferentStatement(anchor=a, other=b)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=placings())
def test_every_claim_stays_in_one_series_and_one_statement(decided, at, rows):
    picture = decided(*(_act(row, at) for row in rows))
    assert sorted(claim for one in picture.series for claim in one.claims) == list(NAMES)
    assert sorted(claim for one in picture.statements for claim in one.claims) == list(NAMES)
    assert len({one.id for one in picture.series}) == len(picture.series)
    assert {one.series for one in picture.estimates} == {one.id for one in picture.series}
