"""Any log is worth what its survivors are, and the order of decisions on different things is nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook import review
from tallybook.model import Accept, Act, Check, Decision, Edit, Evidence, Exclude, Note, Reject, ReviewState

from .conftest import NOON, anchors, log, read

EVIDENCE = read()


def acts(index: int) -> st.SearchStrategy[Act]:
    """Any act on the claim at this place."""
    claim, anchor = EVIDENCE.claims[index], anchors(EVIDENCE)[index]
    value = st.integers(1, 5).map(lambda n: replace(claim, quantity=replace(claim.quantity, low=n)))
    event = st.sampled_from(["wounded", "missing"]).map(lambda name: replace(claim, event=name))
    edited = (value | event).map(lambda after: Edit(anchor=anchor, before=claim, after=after))
    accepted = (value | event).map(lambda reading: Accept(anchor=anchor, reading=reading))
    return st.one_of(
        edited,
        accepted,
        st.just(Reject(anchor=anchor, reading=claim)),
        st.just(Exclude(anchor=anchor)),
        st.sampled_from(list(ReviewState)).map(lambda state: Check(anchor=anchor, state=state)),
        st.text(max_size=3).map(lambda text: Note(anchor=anchor, text=text)),
    )


@st.composite
def logs(draw: st.DrawFn) -> tuple[Decision, ...]:
    """Acts on three claims, mixed with undos of any decision that counts, undos among them."""
    found: list[Decision] = []
    for hour in range(draw(st.integers(0, 12))):
        at = NOON + dt.timedelta(hours=hour)
        undone = {one.undoes for one in review.surviving(found)}
        standing = [one for one in found if _counts(one, found) and one.id not in undone]
        if standing and draw(st.booleans()):
            found.append(review.undo(draw(st.sampled_from(standing)).id, by="A", at=at, seen=found))
        else:
            found.append(review.decide(draw(st.integers(0, 2).flatmap(acts)), by="A", at=at, seen=found))
    return tuple(found)


def _counts(one: Decision, found: list[Decision]) -> bool:
    try:
        review.undo(one.id, by="A", at=NOON, seen=found)
    except ValueError:
        return False
    return True


def effect(evidence: Evidence, decisions: tuple[Decision, ...]) -> tuple[object, ...]:
    return review.apply(evidence, decisions), review.desk_of(decisions)


def replayed(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The log as it would be had the undone never been decided, nor undone."""
    return review.surviving(decisions)


@given(logs())
def test_a_log_is_worth_what_a_replay_of_its_survivors_is(decisions):
    assert effect(EVIDENCE, decisions) == effect(EVIDENCE, replayed(decisions))
    assert review.surviving(replayed(decisions)) == replayed(decisions)


@given(logs(), st.data())
def test_undoing_the_undo_brings_it_back(decisions, data):
    standing = [one for one in decisions if _counts(one, list(decisions))]
    if not standing:
        return
    one = data.draw(st.sampled_from(standing))
    undone = (*decisions, review.undo(one.id, by="B", at=NOON, seen=decisions))
    again = (*undone, review.undo(undone[-1].id, by="B", at=NOON, seen=undone))
    assert effect(EVIDENCE, again) == effect(EVIDENCE, decisions)


@given(st.lists(st.tuples(*(acts(index) for index in range(3))), max_size=4), st.randoms(use_true_random=False))
def test_decisions_on_different_claims_may_come_in_any_order(rows, random):
    columns = [list(column) for column in zip(*rows, strict=True)]
    in_turn = [act for row in rows for act in row]
    mixed = []
    while any(columns):
        mixed.append(random.choice([column for column in columns if column]).pop(0))
    one, other = (review.apply(EVIDENCE, log(*acts)) for acts in (in_turn, mixed))
    assert one.claims == other.claims
    assert {repr(d.act) for d in one.decisions} == {repr(d.act) for d in other.decisions}


@given(logs(), st.integers(0, 12))
def test_as_of_a_moment_is_the_log_until_then(decisions, hour):
    moment = NOON + dt.timedelta(hours=hour)
    assert review.as_of(decisions, moment) == decisions[: hour + 1]


@given(logs())
def test_every_decision_follows_the_last_on_its_target(decisions):
    for index, one in enumerate(decisions):
        assert one.follows == review.latest(decisions[:index]).get(one.target)


def test_the_same_decision_has_the_same_id():
    act = Exclude(anchor=anchors(EVIDENCE)[0])
    assert log(act)[0].id == log(act)[0].id
    assert len({log(act)[0].id, log(act, by="B")[0].id, log(replace(act, why="x"))[0].id}) == 3


@pytest.mark.parametrize("by, at", [(" ", NOON), ("A", dt.datetime(2026, 5, 3))])
def test_a_decision_needs_a_name_and_a_zone(by, at):
    with pytest.raises(ValueError):
        review.decide(Exclude(anchor=anchors(EVIDENCE)[0]), by=by, at=at, seen=())


def test_what_is_not_there_or_undone_cannot_be_undone():
    made = log(Exclude(anchor=anchors(EVIDENCE)[0]), 0)
    for wrong in ("no such", made[0].id):
        with pytest.raises(ValueError):
            review.undo(wrong, by="A", at=NOON, seen=made)
