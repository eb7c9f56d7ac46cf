"""What changed in a book, as text and as JSON Lines, and every way to ask wrongly."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tallybook.ledger import Book

FIRST = """Flood in Tarnow valley kills 14

By Ada Quill
May 4, 2025

In all, 14 people were killed when the river Osk burst its banks in Tarnow on Saturday, the interior ministry said.
"""
SECOND = FIRST.replace("14", "19").replace("May 4", "May 6")


@pytest.fixture
def book(call, tmp_path: Path) -> Path:
    """Three runs: a page, the same page with another text, a second page."""
    page, other, path = tmp_path / "story.txt", tmp_path / "other.txt", tmp_path / "book.db"
    out = ("--pack", "base", "-o", tmp_path / "r.html", "--book", path)
    page.write_text(FIRST, encoding="utf-8")
    assert call("run", page, *out).code == 0
    page.write_text(FIRST.replace("14", "17"), encoding="utf-8")
    assert call("run", page, *out).code == 0
    other.write_text(SECOND, encoding="utf-8")
    assert call("run", other, *out).code == 0
    return path


def test_runs_keep_their_time(book):
    with Book.open(book) as opened:
        assert all(run.at is not None and run.at.tzinfo is not None for run in opened.runs())


def test_text(call, book):
    said = call("diff", book, "--since", "1")
    assert said.code == 0
    assert "Page added (1)" in said.out
    assert "Page changed (1)" in said.out
    assert "Number replaced (" in said.out
    assert "since run 1" in said.err


def test_json(call, book):
    kinds = [record["kind"] for record in call("diff", book, "--since", "2", "--json").records]
    assert "page added" in kinds
    assert "new high" in kinds
    assert "page changed" not in kinds


def test_findings_are_told_with_their_severity(call, book):
    told = [record for record in call("diff", book, "--since", "1", "--json").records if record["finding"]]
    assert told
    assert all(f"({record['severity']}): " in record["text"] for record in told)


def test_nothing_changed(call, book):
    assert call("diff", book, "--since", "3").out == "Nothing changed.\n"
    assert call("diff", book, "--since", "3", "--json").out == ""


@pytest.mark.parametrize("since", ["0", "2001-01-01", "2001-01-01T10:00+02:00"])
def test_before_the_first_run_everything_is_new(call, book, since):
    said = call("diff", book, "--since", since)
    assert said.code == 0
    assert "Page added (2)" in said.out
    assert "everything in it is new" in said.err


def test_after_the_last_run_nothing_is(call, book):
    assert call("diff", book, "--since", "2999-01-01").out == "Nothing changed.\n"


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("7", "there is no run 7; there are 1, 2, 3"),
        ("soon", "neither a run's number nor a date"),
        ("2025-13-01", "date"),
    ],
)
def test_asked_wrongly(call, book, since, words):
    said = call("diff", book, "--since", since)
    assert said.code == 2
    assert words in said.err


def test_no_book(call, tmp_path):
    said = call("diff", tmp_path / "none.db", "--since", "1")
    assert said.code == 1
    assert "there is no book here" in said.err
    assert not (tmp_path / "none.db").exists()


def test_only_a_newer_program(call, book):
    """The same texts read by another version: one line, and nothing that looks like news."""
    with Book.open(book) as opened, opened.transaction():
        held = opened.evidence()
        opened.record(
            held.documents,
            held.claims[1:],
            held.denials,
            held.refusals,
            program_version="9.9",
            at=dt.datetime(2099, 1, 1, tzinfo=dt.UTC),
        )
    said = call("diff", book, "--since", "3")
    assert said.out == "Nothing changed.\nRe-read by 9.9: 1 claim reads differently\n"


MORE = FIRST.rstrip() + " Another 30 people were injured, the ministry said.\n"


def _record_first(book, documents, claims, version):
    with Book.open(book) as opened, opened.transaction():
        opened.record(documents, claims, (), (), program_version=version, at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))


@pytest.fixture
def read_before(call, tmp_path):
    """A book of a page as another version read it, which missed a number, and a call that reads the edited page."""
    page, path, spare = tmp_path / "story.txt", tmp_path / "old.db", tmp_path / "spare.db"
    page.write_text(MORE, encoding="utf-8")
    assert call("run", page, "--pack", "base", "-o", tmp_path / "r.html", "--book", spare).code == 0
    with Book.open(spare) as opened:
        held = opened.evidence()
    missed = [claim for claim in held.claims if claim.event != "wounded"]
    assert len(missed) < len(held.claims)
    _record_first(path, held.documents, missed, "0.0.1")
    page.write_text(MORE.replace("14", "17"), encoding="utf-8")
    assert call("run", page, "--pack", "base", "-o", tmp_path / "r.html", "--book", path).code == 0
    return path


def test_edited_and_read_by_a_newer_program(call, read_before):
    """The number that the other version missed is no news; the one that was edited is."""
    said = call("diff", read_before, "--since", "1")
    assert "now 17" in said.out
    assert "wounded" not in said.out
    assert "Re-read by" in said.out


def test_edited_and_read_by_a_program_that_is_not_here(call, read_before):
    with Book.open(read_before) as opened, opened.transaction():
        held = opened.evidence()
        opened.record(
            held.documents,
            held.claims[1:],
            held.denials,
            held.refusals,
            program_version="9.9",
            at=dt.datetime(2099, 1, 1, tzinfo=dt.UTC),
        )
    said = call("diff", read_before, "--since", "1").out
    assert "its text is another, and another version of the program read it: what differs may come from either" in said


def test_the_same_twice(call, book):
    first, second = (call("diff", book, "--since", "1", "--json").out for _ in range(2))
    assert first == second
