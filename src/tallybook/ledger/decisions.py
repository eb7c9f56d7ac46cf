"""Append decisions to the book, each only if its author saw the last one on its target; and read them back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, get_args

from sqlalchemy import Connection, Row, insert, select

from tallybook.errors import BookError, DecisionConflict
from tallybook.ledger import schema
from tallybook.ledger.codec import decode, encode
from tallybook.ledger.rows import chunks
from tallybook.model import Act, Decision, Note

_ACTS: dict[str, type[Act]] = {act.kind: act for act in get_args(Act)}


def append_decisions(connection: Connection, decisions: Iterable[Decision]) -> int:
    """Append those that are new, in order, and return how many; the caller commits.

    A decision whose id is in the book, or given twice, is recorded already. Raises DecisionConflict where another than
    `follows` is the last on a target, and BookError for a moment without time zone.
    """
    given = {decision.id: decision for decision in decisions}
    known = {name for chunk in chunks(given) for name in connection.scalars(_names(chunk))}
    new = [decision for decision in given.values() if decision.id not in known]
    _refuse_unseen(connection, new)
    if new:
        connection.execute(insert(schema.decision), [_values(decision) for decision in new])
    return len(new)


def load_decisions(connection: Connection) -> tuple[Decision, ...]:
    """All decisions in the order they were recorded."""
    rows = connection.execute(select(schema.decision).order_by(schema.decision.c.id))
    return tuple(_decision(row) for row in rows)


def _names(chunk: Sequence[str]) -> Any:
    return select(schema.decision.c.name).where(schema.decision.c.name.in_(chunk))


def _refuse_unseen(connection: Connection, new: Sequence[Decision]) -> None:
    """A note is never in the way of another decision, nor another decision in its way."""
    recorded = _by_target(connection, {decision.target for decision in new})
    for decision in new:
        line = recorded.setdefault(decision.target, [])
        for between in _since(decision.follows, line, decision):
            if between.kind != Note.kind and decision.kind != Note.kind:
                raise _conflict(between, decision)
        line.append(decision)


def _since(follows: str | None, line: Sequence[Decision], decision: Decision) -> Iterator[Decision]:
    """The decisions on one target after the last that an author saw, the latest first."""
    for other in reversed(line):
        if other.id == follows:
            return
        yield other
    if follows is not None:
        raise BookError(
            "the decision it follows is not in the book", where=decision.target, why=f"there is no {follows} on it"
        )


def _by_target(connection: Connection, targets: Iterable[str]) -> dict[str, list[Decision]]:
    column = schema.decision.c.target
    found: dict[str, list[Decision]] = {}
    for chunk in chunks(targets):
        rows = connection.execute(select(schema.decision).where(column.in_(chunk)).order_by(schema.decision.c.id))
        for row in rows:
            found.setdefault(row.target, []).append(_decision(row))
    return found


def _conflict(between: Decision, decision: Decision) -> DecisionConflict:
    when = between.at.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M UTC")
    return DecisionConflict(
        "somebody else decided meanwhile",
        where=decision.target,
        why=f"{between.by} on {when}: {between.kind}",
        hint="Look at that decision, then decide again.",
        between=between.id,
    )


def _values(decision: Decision) -> dict[str, object]:
    if decision.at.utcoffset() is None:
        raise BookError("the moment of a decision needs a time zone", where=decision.target, why=str(decision.at))
    return {
        "name": decision.id,
        "at": decision.at.isoformat(),
        "author": decision.by,
        "program_version": decision.program_version,
        "kind": decision.kind,
        "target": decision.target,
        "follows": decision.follows,
        "body": encode(decision.act, where=decision.target),
    }


def _decision(row: Row[Any]) -> Decision:
    if row.kind not in _ACTS:
        raise BookError(
            f"a decision of the kind {row.kind!r} cannot be read",
            where=row.target,
            hint="The book may come from a newer tallybook: upgrade and open it again.",
        )
    return Decision(
        id=row.name,
        at=dt.datetime.fromisoformat(row.at),
        by=row.author,
        act=decode(row.body, _ACTS[row.kind], where=row.target),
        program_version=row.program_version,
        follows=row.follows,
    )
