"""Which rows speak for their own origin, and which only repeat another's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from tallybook.model import Quantity
from tallybook.reconcile.intervals import Interval, allowed
from tallybook.table.rows import Row


@dataclass(frozen=True, slots=True)
class Heard:
    """The rows of a series by the voice they count for, and those that only repeat a voice which is heard itself."""

    voices: Mapping[str, Sequence[Row]]
    repeats: Sequence[tuple[Row, str]]

    def unlike(self) -> Iterator[Row]:
        """The repeats whose number is none that the repeated voice has given up to then, as people round and hedge."""
        given = {voice: _first_said(self.voices[voice]) for voice in dict.fromkeys(voice for _, voice in self.repeats)}
        for row, voice in self.repeats:
            until = row.day or dt.date.max
            same = given[voice].get(row.quantity)
            if (same is None or same > until) and not any(
                day <= until and _room(said).meets(_room(row.quantity)) for said, day in given[voice].items()
            ):
                yield row


def _first_said(rows: Iterable[Row]) -> dict[Quantity, dt.date]:
    """The day on which each number was first given; an undated one may be of any day."""
    first: dict[Quantity, dt.date] = {}
    for row in rows:
        day = row.day or dt.date.min
        first[row.quantity] = min(day, first.get(row.quantity, day))
    return first


def heard(rows: Sequence[Row]) -> Heard:
    """Who speaks in the rows of one series.

    A row that relays an origin which speaks for itself up to that day repeats it. Where the origin does not, all its
    relays are one voice, the origin's.
    """
    own = _first_days(row for row in rows if not _relays(row))
    sources = _sources(own, _targets(row for row in rows if _relays(row)))
    voices: dict[str, list[Row]] = {}
    repeats: list[tuple[Row, str]] = []
    for row in rows:
        source = sources[key_of(row.relay_of or "")] if _relays(row) else key_of(row.origin)
        if _relays(row) and source in own and (row.day is None or row.day >= own[source]):
            repeats.append((row, source))
        else:
            voices.setdefault(source, []).append(row)
    return Heard(voices, repeats)


def key_of(name: str) -> str:
    """Names that differ in capitals alone are one name."""
    return name.casefold()


def _room(quantity: Quantity) -> Interval:
    return allowed(quantity.low, quantity.high, quantity)


def _relays(row: Row) -> bool:
    return row.relay_of is not None and key_of(row.relay_of) != key_of(row.origin)


def _first_days(rows: Iterable[Row]) -> dict[str, dt.date]:
    """The day on which each origin first speaks for itself; an undated word may be of any day."""
    first: dict[str, dt.date] = {}
    for row in rows:
        key, day = key_of(row.origin), row.day or dt.date.min
        first[key] = min(day, first.get(key, day))
    return first


def _targets(rows: Iterable[Row]) -> dict[str, set[str]]:
    """Whom each relay repeats."""
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(key_of(row.origin), set()).add(key_of(row.relay_of or ""))
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
