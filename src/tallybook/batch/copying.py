"""The step after the shards: which documents of the whole scan are copies of which."""

from __future__ import annotations

from pathlib import Path

from tallybook.batch import tables
from tallybook.batch.manifest import Manifest
from tallybook.batch.rows import copy_row, document_of
from tallybook.model import Document, Evidence
from tallybook.pipeline import with_copies

_NAME = "copies"


def write_copies(out: Path, manifest: Manifest) -> int:
    """Find the copies among the documents of the finished shards, write them as one table, and return how many.

    What was found among the same shards is not found again. Raises OutputError and ScanError.
    """
    done = [shard.name for shard in manifest.shards if shard.counts is not None]
    path = tables.file_of(out, tables.COPIES, _NAME)
    stamp = f"{manifest.plan}:copies of {len(done)}"
    if manifest.copies is not None and tables.stamp_of(path) == stamp:
        return manifest.copies
    documents: dict[str, Document] = {}
    for name in done:
        for row in tables.read_table(tables.file_of(out, tables.DOCUMENTS, name), columns=("id", "text", "record")):
            documents.setdefault(row["id"], document_of(row))
    copies = with_copies(Evidence(documents=tuple(documents.values()), claims=())).copies
    tables.write_table([copy_row(copy) for copy in copies], path, table=tables.COPIES, stamp=stamp)
    return len(copies)
