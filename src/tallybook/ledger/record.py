"""Append one run's extractions to the book."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, insert, select

from tallybook.errors import BookError
from tallybook.ledger import schema
from tallybook.ledger.extraction import Extraction
from tallybook.ledger.rows import Key, add_missing, chunks, insert_many


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """How much was new to the book. `run` is None, and all counts are 0, where nothing was."""

    run: int | None = None
    pages: int = 0
    versions: int = 0
    documents: int = 0
    anchors: int = 0
    readings: int = 0
    denials: int = 0
    refusals: int = 0


def record(
    connection: Connection,
    extractions: Iterable[Extraction],
    *,
    program_version: str,
    at: dt.datetime | None,
    run: int | None = None,
) -> Recorded:
    """Append what is new among the extractions as one run, or to that `run`; the caller commits.

    A page is new as a whole: where its extractions are those of the page's latest run, nothing of it is recorded;
    where one differs in text, in what was read or in the program version, all of the page's are. Raises BookError
    where a document id already names a document of another page, and for a moment without time zone.
    """
    moment = _moment(at)
    new = _changed(connection, extractions)
    if not new:
        return Recorded()
    _refuse_taken_ids(connection, new)
    pages, new_pages = add_missing(connection, schema.page, ("address",), {(each.page,): {} for each in new})
    versions, new_versions = _add_versions(connection, new, pages)
    if run is None:
        (run,) = insert_many(connection, schema.run, [{"program_version": program_version, "at": moment}])
    rows = [_row(each, run, pages[(each.page,)], versions) for each in new]
    ids = insert_many(connection, schema.extraction, rows)
    return Recorded(
        run=run,
        pages=new_pages,
        versions=new_versions,
        documents=len(new),
        anchors=_add_readings(connection, new, ids),
        readings=sum(len(each.readings) for each in new),
        denials=_add_bodies(connection, schema.denial, ids, (each.denials for each in new)),
        refusals=_add_bodies(connection, schema.refusal, ids, (each.refusals for each in new)),
    )


def _moment(at: dt.datetime | None) -> str | None:
    if at is None:
        return None
    if at.utcoffset() is None:
        raise BookError("a run's moment needs a time zone", why=f"{at} may mean any of a day's hours")
    return at.astimezone(dt.UTC).isoformat()


def _changed(connection: Connection, extractions: Iterable[Extraction]) -> list[Extraction]:
    """The extractions of those pages where the latest run read something else."""
    given: defaultdict[str, list[Extraction]] = defaultdict(list)
    for each in extractions:
        given[each.page].append(each)
    known = _current_digests(connection, given)
    return [
        each
        for address, group in given.items()
        if sorted(each.digest for each in group) != sorted(known.get(address, ()))
        for each in group
    ]


def _current_digests(connection: Connection, addresses: Iterable[str]) -> Mapping[str, Sequence[str]]:
    digests: defaultdict[str, list[str]] = defaultdict(list)
    query = select(schema.page.c.address, schema.extraction.c.digest).join(schema.extraction).where(schema.is_current())
    for chunk in chunks(addresses):
        for address, digest in connection.execute(query.where(schema.page.c.address.in_(chunk))):
            digests[address].append(digest)
    return digests


def _refuse_taken_ids(connection: Connection, new: Sequence[Extraction]) -> None:
    """Two documents with one id would mix up their claims when they are loaded together."""
    pages = {each.document.id: each.page for each in new}
    replaced = set(pages.values())
    document_id = schema.extraction.c.document_id
    query = select(document_id, schema.page.c.address).join(schema.page).where(schema.is_current())
    for chunk in chunks(pages):
        for taken, address in connection.execute(query.where(document_id.in_(chunk))):
            if address not in replaced:
                raise BookError(
                    f"the document id {taken} is taken", where=pages[taken], why=f"the book has it for {address}"
                )


def _add_versions(
    connection: Connection, new: Iterable[Extraction], pages: Mapping[Key, int]
) -> tuple[dict[Key, int], int]:
    wanted = {(pages[(each.page,)], each.document.content_hash): {"text": each.document.text} for each in new}
    return add_missing(connection, schema.document_version, ("page_id", "content_hash"), wanted)


def _row(each: Extraction, run: int, page: int, versions: Mapping[Key, int]) -> dict[str, object]:
    return {
        "run_id": run,
        "page_id": page,
        "version_id": versions[page, each.document.content_hash],
        "document_id": each.document.id,
        "url": each.document.url,
        "body": each.body,
        "digest": each.digest,
    }


def _add_readings(connection: Connection, new: Sequence[Extraction], ids: Sequence[int]) -> int:
    """Hang each reading on its anchor. Returns how many anchors were new."""
    keys = [[(each.document.content_hash, core.start, core.end) for core, _ in each.readings] for each in new]
    wanted: dict[Key, dict[str, object]] = {key: {} for group in keys for key in group}
    anchors, added = add_missing(connection, schema.anchor, ("content_hash", "core_start", "core_end"), wanted)
    rows = [
        {"extraction_id": extraction, "position": position, "anchor_id": anchors[key], "body": body}
        for extraction, each, group in zip(ids, new, keys, strict=True)
        for position, (key, (_, body)) in enumerate(zip(group, each.readings, strict=True))
    ]
    if rows:
        connection.execute(insert(schema.reading), rows)
    return added


def _add_bodies(connection: Connection, table: Table, ids: Sequence[int], bodies: Iterable[Sequence[str]]) -> int:
    rows = [
        {"extraction_id": extraction, "position": position, "body": body}
        for extraction, group in zip(ids, bodies, strict=True)
        for position, body in enumerate(group)
    ]
    if rows:
        connection.execute(insert(table), rows)
    return len(rows)
