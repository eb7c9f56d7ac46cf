"""Who, when, before, after: as rows. And the reviewers' desk."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tallybook import review
from tallybook.model import (
    Accept,
    Assign,
    Check,
    Edit,
    Exclude,
    Grade,
    Merge,
    Move,
    Note,
    Period,
    Reject,
    Rename,
    ReviewState,
    Settle,
    Split,
)

from .conftest import anchors, log, read

EVIDENCE = read()
CLAIM = EVIDENCE.claims[0]
A, B, _ = anchors(EVIDENCE)
WOUNDED = replace(CLAIM, event="wounded")
MAYBE = replace(WOUNDED, quantity=replace(CLAIM.quantity, low=43, high=43))


@pytest.mark.parametrize(
    "acts, changed",
    [
        pytest.param([Accept(anchor=A, reading=CLAIM)], [("claim", None, "accepted")], id="accept"),
        pytest.param(
            [Accept(anchor=A, reading=CLAIM), Reject(anchor=A, reading=CLAIM, why="an age")],
            [("claim", "accepted", "rejected: an age")],
            id="reject",
        ),
        pytest.param([Edit(anchor=A, before=CLAIM, after=WOUNDED)], [("event", "killed", "wounded")], id="edit"),
        pytest.param(
            [Edit(anchor=A, before=WOUNDED, after=MAYBE)],
            [("quantity.low", "40", "43"), ("quantity.high", "40", "43")],
            id="edit of numbers",
        ),
        pytest.param(
            [Rename(anchor=A, title="Dead", was="People killed")], [("title", "People killed", "Dead")], id="rename"
        ),
        pytest.param(
            [Rename(anchor=A, title="Dead", was="People killed"), 0], [("title", "Dead", None)], id="undo"
        ),
        pytest.param(
            [Rename(anchor=A, title="Dead"), Rename(anchor=A, title="Died"), 0], [("title", "Died", "Died")],
            id="undo from the middle",
        ),
        pytest.param(
            [Grade(source="X", grade="B", was="C")], [("source", "C", "B")], id="grade"
        ),
        pytest.param([Merge(anchor=A, into=B)], [("series", None, f"one with the series of {B}")], id="merge"),
        pytest.param([Merge(anchor=A, into=B), Move(anchor=A, to=B)],
                     [("series", f"one with the series of {B}", f"in the series of {B}")], id="move"),
        pytest.param([Split(anchors=(A,))], [("series", None, f"a series of its own, with {A}")], id="split"),
        pytest.param([Settle(finding="f")], [("finding", None, "settled")], id="settle"),
        pytest.param([Exclude(anchor=A)], [("use", None, "out of estimates")], id="exclude"),
        pytest.param([Assign(anchor=A, to="B"), Assign(anchor=A, to=None)], [("assignee", "B", "nobody")], id="assign"),
        pytest.param([Check(anchor=A, state=ReviewState.CHECKED)], [("state", None, "checked")], id="check"),
        pytest.param([Note(anchor=A, text="x"), Note(anchor=A, text="y")], [("notes", "x", "y")], id="note"),
    ],
)  # fmt: skip
def test_what_the_last_decision_changed(acts, changed):
    entry = review.history(log(*acts))[-1]
    assert [(one.field, one.before, one.after) for one in entry.changed] == changed


def test_a_value_that_is_no_word_is_told_as_json():
    day = Period(start=dt.date(2026, 5, 2), end=dt.date(2026, 5, 2))
    (entry,) = review.history(log(Edit(anchor=A, before=CLAIM, after=replace(CLAIM, time=day))))
    assert entry.changed == (
        review.Changed(field="time", before=None, after='{"start":"2026-05-02","end":"2026-05-02"}'),
    )


def test_what_was_undone_says_by_which_decision():
    made = log(Exclude(anchor=A), 0, 1, Note(anchor=A, text="x"))
    assert [entry.undone_by for entry in review.history(made)] == [None, made[2].id, None, None]
    assert [entry.undone_by for entry in review.history(made[:2])] == [made[1].id, None]


def test_the_desk():
    made = log(
        Accept(anchor=A, reading=CLAIM),
        Reject(anchor=B, reading=CLAIM),
        Check(anchor=A, state=ReviewState.CHECKED),
        Assign(anchor=A, to="B. Second"),
        Assign(anchor=B, to="B. Second"),
        Assign(anchor=B, to=None),
        Note(anchor=A, text="x"),
        Note(anchor=A, text="y"),
        6,
    )
    desk = review.desk_of(made)
    assert {anchor: one.kind for anchor, one in desk.verdicts.items()} == {A: "accept", B: "reject"}
    assert desk.states == {A: ReviewState.CHECKED}
    assert desk.assignees == {A: "B. Second"}
    assert desk.notes == {A: (made[7],)}
