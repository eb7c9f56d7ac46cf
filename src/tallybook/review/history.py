"""What was decided: who, when, what stood before and after, with which program, and whether it still counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from tallybook.model import (
    Act,
    Assign,
    Check,
    Decision,
    Edit,
    Exclude,
    Grade,
    Merge,
    Move,
    Note,
    Reject,
    Rename,
    Settle,
    Split,
)
from tallybook.review.fields import Path, changes
from tallybook.review.log import surviving, undone_by

_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "edited",
    "add missed": "added",
    "add by hand": "added by hand",
    "exclude": "out of estimates",
    "same statement": "one statement",
    "different statement": "two statements",
    "settle": "settled",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One field that a decision changes, in words; None where nothing was decided."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One decision with what it changed when it was made. `undone_by` is the undo that takes it back, by id."""

    decision: Decision
    changed: tuple[Changed, ...]
    undone_by: str | None = None


def history(decisions: Sequence[Decision]) -> tuple[Entry, ...]:
    """One entry for each decision, in the order recorded. Those on one target are compared with each other alone."""
    undone = undone_by(decisions)
    lines: dict[str, list[Decision]] = {}
    entries: list[Entry] = []
    for one in decisions:
        line = lines.setdefault(one.target, [])
        changed = tuple(_changed(one, _last(line), _last([*line, one])))
        line.append(one)
        entries.append(Entry(decision=one, changed=changed, undone_by=undone.get(one.id)))
    return tuple(entries)


def _last(line: Sequence[Decision]) -> Act | None:
    """What counts of the decisions on one target."""
    left = surviving(line)
    return left[-1].act if left else None


def _changed(decision: Decision, before: Act | None, after: Act | None) -> Iterator[Changed]:
    act = decision.act
    if isinstance(act, Edit):
        old, new = changes(act.after, act.before), changes(act.before, act.after)
        for path in new:
            yield Changed(field=".".join(path), before=_value(path, old), after=_value(path, new))
        return
    seen = act.was if isinstance(act, (Rename, Grade)) else None
    yield Changed(
        field=decision.target.split()[0],
        before=_words(before) if before is not None else seen,
        after=_words(after) if after is not None else None,
    )


def _value(path: Path, found: dict[Path, object]) -> str | None:
    value = found.get(path)
    if value is None or isinstance(value, str):
        return value
    return msgspec.json.encode(value).decode()


def _words(act: Act) -> str:
    match act:
        case Rename(title=words) | Note(text=words) | Grade(grade=words):
            return words
        case Check(state=state):
            return state.value
        case Assign(to=to):
            return to or "nobody"
        case Merge(into=other):
            return f"one with the series of {other}"
        case Move(to=other):
            return f"in the series of {other}"
        case Split(anchors=anchors):
            return f"a series of its own, with {', '.join(map(str, anchors))}"
        case Reject(why=why) | Exclude(why=why) | Settle(why=why):
            return f"{_DONE[act.kind]}: {why}" if why else _DONE[act.kind]
        case _:
            return _DONE[act.kind]
