"""Decisions of a book in its history, its report and what changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tallybook import review
from tallybook.ledger import Book
from tallybook.model import Edit, Note, Reject, Rename

STORY = """Flood in Tarnow valley kills 14

By Ada Quill
May 4, 2025

In all, 14 people were killed when the river Osk burst its banks in Tarnow on Saturday, the interior ministry said.
The flood injured 230 people, the interior ministry said.
"""
NOW = dt.datetime(2030, 5, 3, 12, tzinfo=dt.UTC)


@pytest.fixture
def book(call, tmp_path: Path) -> Path:
    """A page, and decisions on it: a claim rejected, one edited, a title, a note; the rejection is undone."""
    page, path = tmp_path / "story.txt", tmp_path / "book.db"
    page.write_text(STORY, encoding="utf-8")
    assert call("run", page, "--pack", "base", "-o", tmp_path / "r.html", "--book", path).code == 0
    with Book.open(path) as opened:
        (document,) = opened.evidence().documents
        claims = {claim.quantity.low: claim for claim in opened.evidence().claims}
        killed, injured = claims[14], claims[230]
        after = replace(injured, quantity=replace(injured.quantity, low=235, high=235))
        at, other = (review.anchor_of(claim, document) for claim in (killed, injured))
        acts = (
            Reject(anchor=at, reading=killed, why="as Jane says"),
            Edit(anchor=other, before=injured, after=after),
            Rename(anchor=other, title="Hurt by the flood"),
            Note(anchor=other, text="Jane will\ncall again"),
        )
        made: list = []
        for act in acts:
            made.append(review.decide(act, by="J. Doe", at=NOW, seen=made))
        made.append(review.undo(made[0].id, by="R. Roe", at=NOW, seen=made))
        with opened.transaction():
            assert opened.decide(made) == 5
    return path


def test_history(call, book):
    lines = call("history", "--book", book).out.splitlines()
    assert len(lines) == 5
    assert "J. Doe  reject  claim " in lines[0] and "[undone by " in lines[0]
    assert "quantity.low: 230 → 235" in lines[1]
    assert lines[3].endswith("notes: – → Jane will call again")
    assert lines[4].endswith("claim: rejected: as Jane says → –")
    records = call("history", "--book", book, "--json").records
    assert [record["kind"] for record in records] == ["reject", "edit", "rename", "note", "undo"]
    assert records[0]["undone_by"] == records[4]["id"]
    assert records[1]["changed"][0] == {"field": "quantity.low", "before": "230", "after": "235"}


def test_the_report_is_as_decided_and_names_nobody(call, book, tmp_path):
    page = tmp_path / "of-book.html"
    for internal, named in (((), False), (("--internal",), True)):
        assert call("report", "--book", book, "-o", page, *internal).code == 0
        text = page.read_text(encoding="utf-8")
        assert "Hurt by the flood" in text
        assert "235" in text
        assert ("J. Doe" in text, "a reviewer" in text) == (named, not named)
        assert ("Jane" in text) == named


def test_decisions_are_among_what_changed(call, book):
    said = call("diff", book, "--since", "1").out
    assert "235" in said
    assert "Doe" not in said


def test_no_book_is_made(call, tmp_path):
    assert call("history", "--book", tmp_path / "none.db").code == 1
    assert not (tmp_path / "none.db").exists()
