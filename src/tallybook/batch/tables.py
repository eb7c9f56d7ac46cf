"""The tables of a scan as Parquet: flat columns for queries, and `record`, which holds all of a value as JSON.

`record` is the form in which a book keeps the same value, so a scan can be brought into a book without loss.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tallybook.batch.files import make_folder, replacing
from tallybook.errors import ScanError

DOCUMENTS, CLAIMS, DENIALS, REFUSALS = "documents", "claims", "denials", "refusals"
SKETCHES, COPIES = "sketches", "copies"
OF_SHARD = (DOCUMENTS, CLAIMS, DENIALS, REFUSALS, SKETCHES)
"""The tables that every shard has a file of, in the order they are written."""

_STAMP = b"tallybook"
_WORDS = "string"
_HASHES = "list of uint64"
_PAGE = {"document": _WORDS, "url": _WORDS, "outlet": _WORDS, "published": "date32", "language": _WORDS}
_PROOF = {
    "text": _WORDS,
    "sentence": _WORDS,
    **dict.fromkeys(("span_start", "span_end", "sentence_start", "sentence_end"), "int32"),
    "record": _WORDS,
}
_COLUMNS: Mapping[str, Mapping[str, str]] = {
    DOCUMENTS: {
        "id": _WORDS,
        "url": _WORDS,
        "path": _WORDS,
        "title": _WORDS,
        "outlet": _WORDS,
        "author": _WORDS,
        "language": _WORDS,
        "published": "date32",
        "published_how": _WORDS,
        "content_hash": _WORDS,
        "text": _WORDS,
        "record": _WORDS,
    },
    CLAIMS: {
        "id": _WORDS,
        **_PAGE,
        "low": "float64",
        "high": "float64",
        "hedge": _WORDS,
        "unit": _WORDS,
        "per": _WORDS,
        "currency": _WORDS,
        "group": _WORDS,
        "event": _WORDS,
        "kind": _WORDS,
        "modality": _WORDS,
        "change": _WORDS,
        "origin": _WORDS,
        "relay": _WORDS,
        "time_from": "date32",
        "time_to": "date32",
        "place": _WORDS,
        "part_of": _WORDS,
        "each_of": _WORDS,
        **_PROOF,
    },
    DENIALS: {
        "id": _WORDS,
        **_PAGE,
        "kind": _WORDS,
        "speaker": _WORDS,
        "event": _WORDS,
        **_PROOF,
    },
    REFUSALS: {
        "what": _WORDS,
        "where": _WORDS,
        "document": _WORDS,
        "text": _WORDS,
        "span_start": "int32",
        "span_end": "int32",
        "reason": _WORDS,
        "hint": _WORDS,
    },
    SKETCHES: {
        "document": _WORDS,
        "day": "int32",
        "words": "int32",
        "site": "uint64",
        "below": "uint64",
        "shingles": _HASHES,
        "numbers": _HASHES,
    },
    COPIES: {
        "original": _WORDS,
        "copy": _WORDS,
        "copy_in_original": "float64",
        "original_in_copy": "float64",
    },
}

Row = dict[str, Any]
Write = Callable[[Sequence[Row]], None]


def file_of(folder: Path, table: str, name: str) -> Path:
    """Where the rows of a table lie that the shard of that name gave."""
    return folder / table / f"{name}.parquet"


@contextmanager
def writing(path: Path, *, table: str, stamp: str) -> Iterator[Write]:
    """Write rows to one file, bit by bit; the file is there when the block ends, and not at all where it raises.

    The same rows in the same bits give the same bytes. `stamp` is kept in the file and tells which scan and shard it
    belongs to. Raises OutputError.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = _schema(table).with_metadata({_STAMP: stamp.encode()})
    make_folder(path.parent)
    with replacing(path) as temporary, pq.ParquetWriter(temporary, schema, compression="zstd") as writer:
        yield lambda rows: writer.write_table(pa.Table.from_pylist(list(rows), schema=schema))


def stamp_of(path: Path) -> str | None:
    """The stamp of a file; None where there is no whole file of ours."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        metadata = pq.read_schema(path).metadata or {}
    except (OSError, pa.ArrowException):
        return None
    stamp = metadata.get(_STAMP)
    return stamp.decode() if stamp is not None else None


def read_columns(path: Path, columns: Iterable[str] | None = None) -> Any:
    """A file, or some columns of it, as an Arrow table. Raises ScanError where it cannot be read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.ParquetFile(path).read(None if columns is None else list(columns))
    except (OSError, pa.ArrowException) as error:
        raise ScanError(
            "a file of the scan cannot be read",
            where=str(path),
            why=str(error).partition("\n")[0],
            hint="give the command of the scan again; it makes what is missing",
        ) from error


def read_rows(path: Path, columns: Iterable[str] | None = None) -> list[Row]:
    """The rows of a file, or some columns of them. Raises ScanError where they cannot be read."""
    rows: list[Row] = read_columns(path, columns).to_pylist()
    return rows


def no_rows(table: str) -> Any:
    """An Arrow table without rows."""
    return _schema(table).empty_table()


@cache
def _schema(table: str) -> Any:
    import pyarrow as pa

    hashes = pa.list_(pa.uint64())
    columns = _COLUMNS[table].items()
    return pa.schema([(name, hashes if kind == _HASHES else getattr(pa, kind)()) for name, kind in columns])
