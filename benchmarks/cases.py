"""Case rows (tests/cases/<language>/*.jsonl): text with expected claims, written blind to the rules."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tallybook.model import Block, BlockKind, Document, PartialDate, Span

Row = dict[str, Any]
ALWAYS = ("low", "high", "origin", "group", "time", "place")


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a case file."""
    yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def document_of(row: Row) -> Document:
    """A document that holds just the row's text: a title for headline rows, body otherwise."""
    text: str = row["text"]
    kind = BlockKind.TITLE if row.get("style") == "headline" else BlockKind.BODY
    published = None
    if row.get("published"):
        year, month, day = map(int, row["published"].split("-"))
        published = PartialDate(year=year, month=month, day=day, how="the row's date")
    return Document(
        id=row["id"],
        text=text,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        blocks=tuple(_blocks(text, kind)),
        path=f"{row['id']}.txt",
        language=row.get("language", "en"),
        published=published,
    )


def _blocks(text: str, kind: BlockKind) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Block(span=Span(start, start + len(line)), kind=kind, why="a case row")
        start += len(line) + 1


def gold_of(row: Row) -> Iterator[Row]:
    """The row's claims in the form of the gold files."""
    for claim in row["claims"]:
        at = row["text"].index(claim["context"]) + claim["context"].index(claim["number"])
        kept = {k: v for k, v in claim.items() if k != "n" and (v is not None or k in ALWAYS)}
        yield {
            **kept,
            "id": f"{row['id']}.{claim['n']}",
            "doc": row["id"],
            "start": at,
            "end": at + len(claim["number"]),
            "part_of": _link(row, claim.get("part_of")),
            "each_of": _link(row, claim.get("each_of")),
            "relays": claim.get("relays") or [],
        }


def _link(row: Row, number: int | None) -> str | None:
    return f"{row['id']}.{number}" if number is not None else None
