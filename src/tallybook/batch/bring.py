"""A scan into a book: what was read is recorded as if it had been read there."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tallybook.batch import tables
from tallybook.batch.manifest import Manifest
from tallybook.batch.rows import claim_of, denial_of, document_of, refusal_of
from tallybook.batch.tables import Row
from tallybook.ledger import Book
from tallybook.model import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """How many documents a scan holds, and how many of them the book did not have so; with their claims."""

    documents: int
    new: int
    claims: int


def bring_into(book: Book, folder: Path, manifest: Manifest) -> Brought:
    """Record the finished shards of a scan as one run of the program version that read them; all of it or nothing.

    Recording again adds nothing. Of a text that was read in several places the first is recorded. Copies are not: a
    book finds them among its documents. Raises ScanError for tables that cannot be read, BookError for what the book
    refuses.
    """
    run, documents, new, claims = None, 0, 0, 0
    with book.transaction():
        for evidence in _parts(folder, [shard.name for shard in manifest.shards if shard.counts is not None]):
            recorded = book.record(
                evidence.documents,
                evidence.claims,
                evidence.denials,
                evidence.refusals,
                program_version=manifest.program,
                at=dt.datetime.now(dt.UTC),
                run=run,
            )
            run = recorded.run if run is None else run
            documents, new = documents + len(evidence.documents), new + recorded.documents
            claims += recorded.readings
    return Brought(documents=documents, new=new, claims=claims)


def _parts(folder: Path, shards: Sequence[str]) -> Iterator[Evidence]:
    """What the shards hold, a shard at a time, each text once; what shares its address with a page of another last.

    A book takes the texts of one address for versions of one page, and has to be given them together.
    """
    own, apart = _shares(folder, shards)
    for shard in shards:
        yield _evidence(folder, shard, own[shard] - apart)
    if apart:
        parts = [_evidence(folder, shard, own[shard] & apart) for shard in shards if own[shard] & apart]
        yield Evidence(
            documents=tuple(document for part in parts for document in part.documents),
            claims=tuple(claim for part in parts for claim in part.claims),
            denials=tuple(denial for part in parts for denial in part.denials),
            refusals=tuple(refusal for part in parts for refusal in part.refusals),
        )


def _shares(folder: Path, shards: Sequence[str]) -> tuple[dict[str, set[str]], set[str]]:
    """The documents that each shard is the first to have; and those whose address is one of another shard's too."""
    own: dict[str, set[str]] = {}
    seen: set[str] = set()
    at: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for shard in shards:
        rows = tables.read_rows(tables.file_of(folder, tables.DOCUMENTS, shard), ("id", "path", "url"))
        new = {row["id"]: row["path"] or row["url"] or row["id"] for row in rows if row["id"] not in seen}
        own[shard] = set(new)
        seen |= own[shard]
        for identity, address in new.items():
            at[address][identity] = shard
    apart = {identity for pages in at.values() if len(set(pages.values())) > 1 for identity in pages}
    return own, apart


def _evidence(folder: Path, shard: str, wanted: Container[str]) -> Evidence:
    """What a shard holds of the wanted documents."""
    return Evidence(
        documents=tuple(document_of(row) for row in _rows(folder, tables.DOCUMENTS, shard, "id", wanted)),
        claims=tuple(claim_of(row) for row in _rows(folder, tables.CLAIMS, shard, "document", wanted)),
        denials=tuple(denial_of(row) for row in _rows(folder, tables.DENIALS, shard, "document", wanted)),
        refusals=tuple(refusal_of(row) for row in _rows(folder, tables.REFUSALS, shard, "document", wanted)),
    )


def _rows(folder: Path, table: str, shard: str, key: str, wanted: Container[str]) -> Iterator[Row]:
    """The rows of a shard's file about wanted documents; a page that gave none is about no document."""
    return (row for row in tables.read_rows(tables.file_of(folder, table, shard)) if row[key] in wanted)
