"""Decisions and what they settled, as a reader sees them."""

from __future__ import annotations

import datetime as dt

import pytest

from tallybook.model import Anchor, Decision, Finding, Note, Severity, Span
from tallybook.review import history
from tallybook.view import entry_json, entry_line
from tallybook.view.findings import first_of, group_findings

AT = dt.datetime(2026, 5, 3, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def noted(text: str) -> Decision:
    act = Note(anchor=Anchor("ab" * 32, Span(3, 5)), text=text)
    return Decision(id="d1", at=AT, by="A. Editor", act=act, program_version="1.0")


@pytest.mark.parametrize(
    "text, shown",
    [
        ("ask again", "ask again"),
        ("two\nlines", "two lines"),
        ("50\u202e000", "50⟨U+202E⟩000"),
    ],
)
def test_a_decision_is_one_line(text, shown):
    (entry,) = history([noted(text)])
    start = "d1  2026-05-03 12:05 UTC  A. Editor  note  notes on abababababab:3-5  notes: – → "
    assert entry_line(entry) == start + shown
    assert entry_line(entry, stale="no text") == f"{start}{shown}  [no text]"


def test_a_decision_as_json_keeps_all_of_it():
    (entry,) = history([noted("x")])
    assert entry_json(entry) == {
        "id": "d1",
        "at": "2026-05-03T14:05:00+02:00",
        "by": "A. Editor",
        "kind": "note",
        "target": f"notes on {'ab' * 32}:3-5",
        "changed": [{"field": "notes", "before": None, "after": "x"}],
        "program_version": "1.0",
        "follows": None,
        "undoes": None,
        "undone_by": None,
        "stale": None,
    }


def test_a_settled_finding_is_not_among_the_first():
    def found(name: str, settled: str | None) -> Finding:
        return Finding(id=name, kind="conflict", claims=(), text=name, severity=Severity.CLASH, settled=settled)

    groups = group_findings([found("one", "settled by A. Editor, 3 May 2026"), found("two", None)], {}, {})
    assert [one.text for one in first_of(groups)] == ["two"]
    assert [one.settled for one in groups[0].findings] == [None, "settled by A. Editor, 3 May 2026"]
