"""The rows of one series into votes: one for each statement, however many rows repeat it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from tallybook.model import ClaimKind, Hedge
from tallybook.reconcile.methods.method import Vote
from tallybook.reconcile.world import World
from tallybook.table.relays import key_of
from tallybook.table.rows import Row

LINE = "line "
"""Before the number of its line, the name of a row in an estimate."""
SHARP = (Hedge.EXACT, Hedge.RANGE)


def votes_of(voices: Mapping[str, Sequence[Row]], kind: ClaimKind, world: World) -> list[Vote]:
    """One vote for each statement of a voice, in an order that does not depend on that of the rows.

    What a voice says again is one statement.
    """
    votes = [
        _vote(row, _spelled(voice, rows), world) for voice, rows in voices.items() for row in _statements(rows, kind)
    ]
    return sorted(votes, key=_vote_order)


def _spelled(voice: str, rows: Iterable[Row]) -> str:
    """The voice's name as its rows write it, the first by the alphabet where they differ."""
    names = {name for row in rows for name in (row.origin, row.relay_of or "") if key_of(name) == voice}
    return min(names, default=voice)


def _statements(rows: Iterable[Row], kind: ClaimKind) -> list[Row]:
    """The rows of one voice that say something it has not said: for a total a number it never gave, for a level one
    that differs from its last, for a flow any but the same of the same day."""
    kept: list[Row] = []
    said: dict[object, bool] = {}
    for row in sorted(rows, key=_row_order):
        key = (_point(row), row.day if kind is ClaimKind.FLOW else None)
        sharp = row.quantity.hedge in SHARP
        if key in said and (said[key] or not sharp):
            continue
        if kind is ClaimKind.LEVEL:
            said = {}
        said[key] = sharp
        kept.append(row)
    return kept


def _point(row: Row) -> tuple[float | None, ...]:
    """What a row shows as its number, whatever its hedge says about bounds; of a range both ends."""
    low, high = row.quantity.low, row.quantity.high
    return (low, high) if row.quantity.hedge is Hedge.RANGE else (high if high is not None else low,)


def _row_order(row: Row) -> tuple[object, ...]:
    low, high = row.quantity.low, row.quantity.high
    sharp = row.quantity.hedge in SHARP
    return (row.day or dt.date.max, not sharp, low or 0, high or 0, row.quantity.hedge, row.side or "", row.line)


def _vote(row: Row, voice: str, world: World) -> Vote:
    named = bool(voice)
    return Vote(
        claim=f"{LINE}{row.line}",
        quantity=row.quantity,
        speaker=voice or "nobody",
        named=named,
        official=named and world.is_official(voice),
        side=row.side or (world.speaks_for(voice) if named else None),
        outside=named and not row.side and world.is_outside(voice),
        grade=world.grade(voice) if named else None,
        at=row.day,
    )


def _vote_order(vote: Vote) -> tuple[object, ...]:
    return (vote.at or dt.date.max, vote.speaker, vote.low or 0, vote.high or 0, vote.quantity.hedge, vote.side or "")
