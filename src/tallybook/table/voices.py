"""The rows of one series into votes: one for each statement, however many rows repeat it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from tallybook.model import ClaimKind, Hedge
from tallybook.reconcile.methods.method import Vote
from tallybook.reconcile.world import World
from tallybook.table.rows import Row

LINE = "line "
"""Before the number of its line, the name of a row in an estimate."""
SHARP = (Hedge.EXACT, Hedge.RANGE)


@dataclass(frozen=True, slots=True)
class _Said:
    """A row with the voice it counts for: the origin's, or that of the origin it relays."""

    row: Row
    voice: str


def votes_of(rows: Sequence[Row], kind: ClaimKind, world: World) -> list[Vote]:
    """One vote for each statement of a voice, in an order that does not depend on that of the rows.

    A row that relays an origin which speaks for itself up to that day adds nothing: it repeats that origin's latest
    word. Where the origin does not, all its relays are one voice. What a voice says again is one statement.
    """
    spelled: dict[str, str] = {}
    for row in rows:
        for name in (row.origin, row.relay_of or ""):
            spelled[_key(name)] = min(name, spelled.get(_key(name), name))
    by_voice: dict[str, list[Row]] = {}
    for said in _said(rows):
        by_voice.setdefault(said.voice, []).append(said.row)
    votes = [_vote(row, spelled[voice], world) for voice, own in by_voice.items() for row in _statements(own, kind)]
    return sorted(votes, key=_vote_order)


def _key(name: str) -> str:
    """Names that differ in capitals alone are one name."""
    return name.casefold()


def _said(rows: Sequence[Row]) -> Iterable[_Said]:
    own = _first_days(row for row in rows if not _relays(row))
    sources = _sources(own, _targets(row for row in rows if _relays(row)))
    for row in rows:
        if not _relays(row):
            yield _Said(row, _key(row.origin))
            continue
        source = sources[_key(row.relay_of or "")]
        if source not in own or (row.day is not None and row.day < own[source]):
            yield _Said(row, source)


def _relays(row: Row) -> bool:
    return row.relay_of is not None and _key(row.relay_of) != _key(row.origin)


def _first_days(rows: Iterable[Row]) -> dict[str, dt.date]:
    """The day on which each origin first speaks for itself; an undated word may be of any day."""
    first: dict[str, dt.date] = {}
    for row in rows:
        key, day = _key(row.origin), row.day or dt.date.min
        first[key] = min(day, first.get(key, day))
    return first


def _targets(rows: Iterable[Row]) -> dict[str, set[str]]:
    """Whom each relay repeats."""
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(_key(row.origin), set()).add(_key(row.relay_of or ""))
    return found


def _sources(own: Collection[str], targets: Mapping[str, set[str]]) -> dict[str, str]:
    """Where the chain of relays behind each name ends: with who speaks for himself or relays nobody, or several; a ring
    with its first name by the alphabet."""
    found: dict[str, str] = {}
    for name in sorted({*targets, *chain.from_iterable(targets.values())}):
        path: dict[str, None] = {}
        at = name
        while at not in found and at not in path and at not in own and len(targets.get(at, ())) == 1:
            path[at] = None
            (at,) = targets[at]
        end = found.get(at, at)
        if at in path:
            ring = list(path)
            end = min(ring[ring.index(at) :])
        found |= dict.fromkeys(path, end)
        found.setdefault(at, end)
    return found


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
        side=row.side or (world.side_of(voice) if named else None),
        at=row.day,
    )


def _vote_order(vote: Vote) -> tuple[object, ...]:
    return (vote.at or dt.date.max, vote.speaker, vote.low or 0, vote.high or 0, vote.quantity.hedge, vote.side or "")
