"""The blind case rows of tests/cases, by the same scorer as the seeds."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.cases import document_of, gold_of, rows_of
from benchmarks.scoring import Figures, score_claims, write_claims
from tallybook.model import Document
from tallybook.pipeline import extract_claims
from tallybook.settings import Settings

IN_CAPITALS = ("news", "kinds")
CASES = Path(__file__).parent.parent / "tests" / "cases" / "en"


def measure_rows(shared: Path) -> Figures:
    """Figures named after the case files; empty where the scorer is not there."""
    scorer = shared / "gold" / "score.py"
    if not scorer.is_file():
        return {}
    figures: Figures = {}
    for file in sorted(CASES.glob("*.jsonl")):
        found = score_rows(file, scorer)
        if "event" in found:
            figures.update({f"{file.stem}.{n}": found[n] for n in ("detection_f1", "event", "origin", "full_f1")})
        else:
            figures[f"{file.stem}.silent"] = share_silent(file)
    for name in IN_CAPITALS:
        found = score_rows(CASES / f"{name}.jsonl", scorer, capitals=True)
        figures.update({f"{name}.capitals.{n}": found[n] for n in ("detection_f1", "event", "origin", "full_f1")})
    return figures


def share_silent(file: Path) -> float:
    """Of the rows of a file without claims, the share in which none is found."""
    rows = list(rows_of(file))
    return sum(not extract_claims(document_of(row)).claims for row in rows) / len(rows)


def score_rows(
    file: Path, scorer: Path, *, pack: str = "big", details: bool = False, capitals: bool = False
) -> Figures:
    """The scorer's figures for one case file; with `details` its lines are printed too.

    With `capitals` the texts are read in capital letters, against the same gold.
    """
    rows = list(rows_of(file))
    with tempfile.TemporaryDirectory() as folder:
        gold, found, docs = (Path(folder) / name for name in ("gold.jsonl", "found.jsonl", "docs.txt"))
        gold.write_text("".join(json.dumps(g) + "\n" for row in rows for g in gold_of(row)), encoding="utf-8")
        docs.write_text("\n".join(row["id"] for row in rows), encoding="utf-8")
        documents = (in_capitals(document_of(row)) if capitals else document_of(row) for row in rows)
        write_claims(documents, found, Settings(pack="base" if pack == "base" else "big"))
        figures, output = score_claims(scorer, gold, found, "--docs", str(docs), *(["--details"] if details else []))
    if details:
        print(output)
    return figures


def in_capitals(document: Document) -> Document:
    """The document in capital letters, every character in its place."""
    text = "".join(c.upper() if len(c.upper()) == 1 else c for c in document.text)
    return replace(document, text=text)
