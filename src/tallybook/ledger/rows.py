"""Rows that exist once: find them by their key, add the missing ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, insert, select

T = TypeVar("T")
Key = tuple[Any, ...]

# Databases bound the parameters of one statement; the smallest bound still in use is SQLite's old 999.
_CHUNK = 500


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists short enough for one IN (…)."""
    waiting = iter(items)
    while chunk := list(islice(waiting, _CHUNK)):
        yield chunk


def add_missing(
    connection: Connection, table: Table, key: Sequence[str], wanted: Mapping[Key, Mapping[str, Any]]
) -> tuple[dict[Key, int], int]:
    """The row ids of the wanted keys, and how many rows were new.

    `key` names the columns that identify a row, the most telling first; `wanted` maps each key to its other columns.
    """
    ids = _ids(connection, table, key, wanted)
    missing = [dict(zip(key, values, strict=True)) | dict(rest) for values, rest in wanted.items() if values not in ids]
    if not missing:
        return ids, 0
    added = insert_many(connection, table, missing)
    return ids | {tuple(row[name] for name in key): new for row, new in zip(missing, added, strict=True)}, len(missing)


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert rows into a table with an `id` and return the new ids in the rows' order."""
    if not rows:
        return []
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return list(connection.execute(statement, list(rows)).scalars())


def _ids(connection: Connection, table: Table, key: Sequence[str], wanted: Iterable[Key]) -> dict[Key, int]:
    columns = [table.c[name] for name in key]
    found: dict[Key, int] = {}
    for chunk in chunks(dict.fromkeys(values[0] for values in wanted)):
        for row_id, *values in connection.execute(select(table.c.id, *columns).where(columns[0].in_(chunk))):
            found[tuple(values)] = row_id
    return found
