"""Decisions in a book, on every backend: all come back as given, none is lost, none overrules an unseen one."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import get_context
from typing import get_args

import pytest

from tallybook.errors import BookError, DecisionConflict
from tallybook.ledger import Book
from tallybook.model import (
    Accept,
    Act,
    AddByHand,
    AddMissed,
    Anchor,
    Assign,
    Check,
    Decision,
    DifferentStatement,
    Edit,
    Exclude,
    Grade,
    KeptFile,
    Medium,
    Merge,
    Move,
    Note,
    Reject,
    Rename,
    ReviewState,
    SameStatement,
    Settle,
    Span,
    Split,
    Undo,
)

NOON = dt.datetime(2026, 5, 3, 12, 30, tzinfo=dt.UTC)
A, B = Anchor("a" * 64, Span(3, 5)), Anchor("b" * 64, Span(8, 10))


def decided(name: str, act: Act, *, follows: str | None = None, by: str = "A. Editor") -> Decision:
    return Decision(id=name, at=NOON, by=by, act=act, program_version="1.0", follows=follows)


def into(book: Book, *decisions: Decision) -> int:
    with book.transaction():
        return book.decide(decisions)


def every_act(read: Callable) -> list[Act]:
    page = read()
    claim, other = page.claims
    return [
        Accept(anchor=A, reading=claim),
        Reject(anchor=A, reading=claim, why="an age"),
        Edit(anchor=A, before=claim, after=replace(claim, event="wounded", evidence={})),
        AddMissed(anchor=B, reading=other),
        AddByHand(
            anchor=B, reading=claim, document=page.documents[0], medium=Medium.PHONE_CALL, seen=NOON,
            file=KeptFile(name="call.ogg", sha256="0" * 64),
        ),
        Exclude(anchor=A),
        Rename(anchor=A, title="Killed in the flood", was="People killed"),
        Merge(anchor=A, into=B),
        Move(anchor=A, to=B),
        Split(anchors=(A, B)),
        SameStatement(anchor=A, other=B),
        DifferentStatement(anchor=B, other=A),
        Grade(source="Reuters", grade="B", was="C"),
        Settle(finding="f1", why="asked the ministry"),
        Note(anchor=A, text="a note\u2028with \U0001f30a"),
        Assign(anchor=A, to=None),
        Check(anchor=A, state=ReviewState.SECOND_CHECKED),
        Undo(decision="d0", of="x"),
    ]  # fmt: skip


def test_every_act_comes_back_as_it_was_given(book, read):
    acts = every_act(read)
    assert {type(act) for act in acts} == set(get_args(Act))
    lasts: dict[str, str] = {}
    given = []
    for index, act in enumerate(acts):
        given.append(decided(f"d{index}", act, follows=lasts.get(act.target)))
        lasts[act.target] = given[-1].id
    assert into(book, *given) == len(given)
    assert book.decisions() == tuple(given)


def test_the_zone_of_a_moment_is_kept(book):
    at = dt.datetime(2026, 5, 3, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=45)))
    into(book, replace(decided("d1", Exclude(anchor=A)), at=at))
    assert book.decisions()[0].at.isoformat() == "2026-05-03T23:30:00+05:45"


def test_deciding_twice_adds_nothing(book):
    one = decided("d1", Exclude(anchor=A))
    assert (into(book, one, one), into(book, one)) == (1, 0)
    assert book.decisions() == (one,)


def test_evidence_is_what_the_program_read(book, read):
    page = read()
    page.into(book)
    into(book, decided("d1", Reject(anchor=A, reading=page.claims[0])))
    assert book.evidence().claims == page.claims


def test_who_did_not_see_the_last_decision_is_told(book):
    into(book, decided("d1", Exclude(anchor=A), by="B. Second"))
    with pytest.raises(DecisionConflict, match=r"B\. Second on 2026-05-03 12:30 UTC: exclude") as caught:
        into(book, decided("d2", Exclude(anchor=B)), decided("d3", Exclude(anchor=A, why="doubt")))
    assert (caught.value.between, caught.value.where) == ("d1", Exclude(anchor=A).target)
    assert [one.id for one in book.decisions()] == ["d1"]
    into(book, decided("d3", Exclude(anchor=A, why="doubt"), follows="d1"))


@pytest.mark.parametrize(
    "first, second, clash",
    [
        pytest.param(Exclude(anchor=A), Exclude(anchor=B), False, id="another claim"),
        pytest.param(Exclude(anchor=A), Check(anchor=A, state=ReviewState.CHECKED), False, id="another respect"),
        pytest.param(Note(anchor=A, text="x"), Note(anchor=A, text="y"), False, id="notes stand side by side"),
        pytest.param(SameStatement(anchor=A, other=B), DifferentStatement(anchor=B, other=A), True, id="one pair"),
        pytest.param(Merge(anchor=A, into=B), Move(anchor=A, to=B), True, id="where a claim belongs"),
        pytest.param(Split(anchors=(B, A)), Move(anchor=A, to=B), True, id="the first that is split off"),
        pytest.param(Exclude(anchor=A), Undo(decision="d1", of=Exclude(anchor=A).target), True, id="an undo, unseen"),
    ],
)
def test_what_is_at_odds(book, first, second, clash):
    into(book, decided("d1", first))
    if clash:
        with pytest.raises(DecisionConflict):
            into(book, decided("d2", second))
    else:
        assert into(book, decided("d2", second)) == 1


def test_decisions_given_together_follow_each_other(book):
    chain = [decided("d1", Exclude(anchor=A)), decided("d2", Exclude(anchor=A, why="x"), follows="d1")]
    assert into(book, *chain) == 2
    with pytest.raises(DecisionConflict):
        into(book, decided("d3", Exclude(anchor=A)), decided("d4", Exclude(anchor=A)))


@pytest.mark.parametrize(
    "wrong, says",
    [
        pytest.param({"follows": "d9"}, "not in the book", id="follows a stranger"),
        pytest.param({"at": dt.datetime(2026, 5, 3)}, "time zone", id="no zone"),
    ],
)
def test_what_a_book_does_not_take(book, wrong, says):
    with pytest.raises(BookError, match=says):
        into(book, replace(decided("d1", Exclude(anchor=A)), **wrong))
    with pytest.raises(BookError, match="transaction"):
        book.decide([])


def _note_much(address: str, who: str) -> None:
    with Book.open(address) as book:
        for number in range(20):
            with book.transaction():
                book.decide([decided(f"{who}{number}", Note(anchor=A, text=f"{who} {number}"), by=who)])


def test_several_writers_lose_nothing(tmp_path):
    address = str(tmp_path / "book.db")
    Book.open(address).close()
    writers = [get_context("spawn").Process(target=_note_much, args=(address, who)) for who in "xyz"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    with Book.open(address) as book:
        assert sorted(one.id for one in book.decisions()) == sorted(f"{w}{n}" for w in "xyz" for n in range(20))


def test_ten_thousand_decisions(tmp_path, read):
    """Within 2 seconds of computing in, within 1 out."""
    claim = read().claims[0]
    many = [
        decided(f"d{n}", Reject(anchor=Anchor("a" * 64, Span(n, n + 1)), reading=claim)) for n in range(10_000)
    ]  # fmt: skip
    with Book.open(tmp_path / "book.db") as book:
        start = time.process_time()
        into(book, *many)
        between = time.process_time()
        found = book.decisions()
        end = time.process_time()
    assert found == tuple(many)
    assert (between - start < 2, end - between < 1) == (True, True), (between - start, end - between)


def test_one_decision_is_saved_at_once(tmp_path, read):
    """With ten thousand before it, within 50 ms."""
    with Book.open(tmp_path / "book.db") as book:
        into(book, *(decided(f"d{n}", Exclude(anchor=Anchor("a", Span(n, n + 1)))) for n in range(10_000)))
        start = time.process_time()
        into(book, decided("last", Exclude(anchor=B)))
        assert time.process_time() - start < 0.05


def test_the_stamp_grows_with_runs_and_decisions(book, read):
    assert book.stamp() == (0, 0)
    page = read()
    with book.transaction():
        book.record(page.documents, page.claims, (), (), program_version="1.0")
    assert book.stamp() == (1, 0)
    into(book, decided("d1", Note(anchor=A, text="a")), decided("d2", Note(anchor=A, text="b")))
    assert book.stamp() == (1, 2)
