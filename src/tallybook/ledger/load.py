"""Read the book: the evidence as the latest runs found it, the runs, and the versions of a page."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, func, or_, select

from tallybook.ledger import schema
from tallybook.ledger.codec import decode
from tallybook.model import Claim, Denial, Document, Evidence, Refusal

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One recording: by which program version, when (if it was said), and of how many documents."""

    id: int
    program_version: str
    at: dt.datetime | None
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text of a page. `runs` read it, the latest last; `document` is it as the latest of them understood it."""

    page: str
    runs: tuple[int, ...]
    document: Document


def load_evidence(connection: Connection, *, until: int | None = None) -> Evidence:
    """What the latest run of every page found there; with `until`, as of that run, later ones left out.

    Sorted by page, then as recorded, so that the same pages give the same evidence in whatever order, and by however
    many processes, they were recorded.
    """
    rows = connection.execute(_documents().where(schema.is_current(until))).all()
    found = {row.id: _document(row) for row in sorted(rows, key=lambda row: (row.address, row.id))}
    return Evidence(
        documents=tuple(found.values()),
        claims=_bodies(connection, schema.reading, Claim, found, until),
        denials=_bodies(connection, schema.denial, Denial, found, until),
        refusals=_bodies(connection, schema.refusal, Refusal, found, until),
    )


def load_runs(connection: Connection) -> tuple[Run, ...]:
    """Every run that added something, the oldest first."""
    run, extraction = schema.run, schema.extraction
    query = select(run, func.count(extraction.c.id).label("documents")).join(extraction).group_by(run.c.id)
    return tuple(
        Run(
            id=row.id,
            program_version=row.program_version,
            at=dt.datetime.fromisoformat(row.at) if row.at else None,
            documents=row.documents,
        )
        for row in connection.execute(query.order_by(run.c.id))
    )


def load_stamp(connection: Connection) -> tuple[int, int]:
    """The id of the last run, 0 where there is none, and the number of decisions."""
    run = select(func.coalesce(func.max(schema.run.c.id), 0)).scalar_subquery()
    decisions = select(func.count(schema.decision.c.id)).scalar_subquery()
    last, decided = connection.execute(select(run, decisions)).one()
    return last, decided


def load_versions(connection: Connection, path_or_url: str) -> tuple[Version, ...]:
    """Every text seen at a path or URL, in the order first seen; empty where the book knows none."""
    asked = or_(schema.page.c.address == path_or_url, schema.extraction.c.url == path_or_url)
    texts: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_documents().where(asked).order_by(schema.extraction.c.id)):
        texts[row.version_id].append(row)
    return tuple(
        Version(page=rows[-1].address, runs=tuple(row.run_id for row in rows), document=_document(rows[-1]))
        for rows in texts.values()
    )


def _documents() -> Select[Any]:
    extraction, version, page = schema.extraction, schema.document_version, schema.page
    columns = (extraction.c.id, extraction.c.run_id, extraction.c.version_id, extraction.c.body)
    sources = extraction.join(version, version.c.id == extraction.c.version_id).join(
        page, page.c.id == extraction.c.page_id
    )
    return select(*columns, version.c.text, page.c.address).select_from(sources)


def _document(row: Row[Any]) -> Document:
    return replace(decode(row.body, Document, where=row.address), text=row.text)


def load_readers(connection: Connection, until: int | None = None) -> dict[str, str]:
    """The program version that last read each document up to a run, by the document's id."""
    run, extraction = schema.run, schema.extraction
    query = select(extraction.c.document_id, run.c.program_version).select_from(extraction.join(run))
    rows = connection.execute(query.where(schema.is_current(until)).order_by(extraction.c.id))
    return {row.document_id: row.program_version for row in rows}


def _bodies(
    connection: Connection, table: Table, kind: type[T], documents: Mapping[int, Document], until: int | None
) -> tuple[T, ...]:
    """The current rows of a table as values, in the order of their documents."""
    query = select(table.c.extraction_id, table.c.body).join(schema.extraction).where(schema.is_current(until))
    bodies: defaultdict[int, list[str]] = defaultdict(list)
    for extraction, body in connection.execute(query.order_by(table.c.extraction_id, table.c.position)):
        bodies[extraction].append(body)
    return tuple(
        decode(body, kind, where=document.id)
        for extraction, document in documents.items()
        for body in bodies.get(extraction, ())
    )
