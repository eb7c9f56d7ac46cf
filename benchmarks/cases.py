"""Score extraction on case rows (tests/cases/<lang>/*.jsonl): text with expected claims, written blind to the rules.

    python -m benchmarks.cases FILE.jsonl… --score ../shared/gold/score.py [--details] [--pack base]

Each row becomes a one-block document published on the row's date; what is found is compared by the scorer.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tallybook.model import Block, BlockKind, Document, PartialDate, Span
from tallybook.pipeline import extract_claims
from tallybook.settings import Settings
from tallybook.view import claim_json, json_line

Row = dict[str, Any]


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
        link = lambda key: f"{row['id']}.{claim[key]}" if claim.get(key) is not None else None  # noqa: B023, E731
        gold = {k: v for k, v in claim.items() if k != "n" and v is not None or k in ("low", "high", "origin", "group", "time", "place")}
        yield {
            **gold,
            "id": f"{row['id']}.{claim['n']}",
            "doc": row["id"],
            "start": at,
            "end": at + len(claim["number"]),
            "part_of": link("part_of"),
            "each_of": link("each_of"),
            "relays": claim.get("relays") or [],
        }


def main() -> None:
    """Write gold and predictions to a folder and print the scorer's figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--score", type=Path, default=Path("../shared/gold/score.py"))
    parser.add_argument("--pack", choices=["big", "base"], default="big")
    parser.add_argument("--details", action="store_true")
    args = parser.parse_args()
    rows = [row for file in args.files for row in rows_of(file)]
    settings = Settings(pack=args.pack)
    with tempfile.TemporaryDirectory() as folder:
        gold, found, docs = (Path(folder) / name for name in ("gold.jsonl", "found.jsonl", "docs.txt"))
        gold.write_text("".join(json.dumps(g) + "\n" for row in rows for g in gold_of(row)), encoding="utf-8")
        docs.write_text("\n".join(row["id"] for row in rows), encoding="utf-8")
        with found.open("w", encoding="utf-8") as out:
            for row in rows:
                document = document_of(row)
                claims = extract_claims(document, settings=settings).claims
                out.writelines(json_line(claim_json(c, document)) + "\n" for c in claims)
        command = [sys.executable, str(args.score), str(gold), str(found), "--docs", str(docs)]
        subprocess.run([*command, *(["--details"] if args.details else [])], check=True)


if __name__ == "__main__":
    main()
