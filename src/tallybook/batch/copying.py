"""The step after the shards: which documents of the whole scan are copies of which."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from tallybook.batch import tables
from tallybook.batch.manifest import Manifest
from tallybook.copies import Joined, Lists, Sketches, join_sketches

_NAME = "copies"


def write_copies(out: Path, manifest: Manifest) -> int:
    """Find the copies among the documents of the finished shards, write them as one table, and return how many.

    What was found among the same shards is not looked for again. Raises OutputError and ScanError.
    """
    done = [shard.name for shard in manifest.shards if shard.counts is not None]
    path = tables.file_of(out, tables.COPIES, _NAME)
    stamp = f"{manifest.plan}:copies of {','.join(done)}"
    if manifest.copies is not None and tables.stamp_of(path) == stamp:
        return manifest.copies
    sketches = _sketches(tables.file_of(out, tables.SKETCHES, name) for name in done)
    copies = join_sketches(sketches)
    with tables.writing(path, table=tables.COPIES, stamp=stamp) as write:
        write(_rows(copies, sketches))
    return len(copies.copy)


def _sketches(paths: Iterable[Path]) -> Sketches:
    """The sketches of all files, of a document that several have the first."""
    import pyarrow as pa

    seen: set[str] = set()
    parts = []
    for path in paths:
        part = tables.read_columns(path)
        names = part["document"].to_pylist()
        parts.append(part.filter(pa.array([name not in seen for name in names], pa.bool_())))
        seen.update(names)
    columns = pa.concat_tables([tables.no_rows(tables.SKETCHES), *parts])
    return Sketches(
        documents=columns["document"].to_pylist(),
        day=columns["day"].to_numpy(),
        words=columns["words"].to_numpy(),
        site=columns["site"].to_numpy(),
        below=columns["below"].to_numpy(),
        shingles=_lists(columns["shingles"]),
        numbers=_lists(columns["numbers"]),
    )


def _lists(column: Any) -> Lists:
    lists = column.combine_chunks()
    return Lists(lists.offsets.to_numpy().astype(np.int64), lists.values.to_numpy())


def _rows(copies: Joined, sketches: Sketches) -> list[tables.Row]:
    pairs = zip(
        copies.original.tolist(),
        copies.copy.tolist(),
        copies.copy_in_original.tolist(),
        copies.original_in_copy.tolist(),
        strict=True,
    )
    return [
        {
            "original": sketches.documents[original],
            "copy": sketches.documents[copy],
            "copy_in_original": of_copy,
            "original_in_copy": of_original,
        }
        for original, copy, of_copy, of_original in pairs
    ]
