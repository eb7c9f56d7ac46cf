"""The blind case rows of tests/cases, by the same scorer as the seeds."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.cases import Row, document_of, gold_of, rows_of
from benchmarks.scoring import Figures, score_claims, write_claims
from tallybook.model import Document
from tallybook.pipeline import extract_claims
from tallybook.settings import Settings

IN_CAPITALS = ("news", "kinds")
TAKEN_BACK = ("taken_back_precision", "taken_back_recall")
Place = tuple[str, int, int]
"""A document, and where in it a number begins and ends."""
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
            told = ("detection_f1", "event", "origin", "full_f1", *TAKEN_BACK)
            figures.update({f"{file.stem}.{n}": found[n] for n in told if n in found})
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

    With `capitals` the texts are read in capital letters, against the same gold. Where a row says of a claim that it is
    taken back, the precision and the recall of that are among the figures.
    """
    rows = list(rows_of(file))
    with tempfile.TemporaryDirectory() as folder:
        gold, found, docs = (Path(folder) / name for name in ("gold.jsonl", "found.jsonl", "docs.txt"))
        gold.write_text("".join(json.dumps(g) + "\n" for row in rows for g in gold_of(row)), encoding="utf-8")
        docs.write_text("\n".join(row["id"] for row in rows), encoding="utf-8")
        documents = (in_capitals(document_of(row)) if capitals else document_of(row) for row in rows)
        write_claims(documents, found, Settings(pack="base" if pack == "base" else "big"))
        figures, output = score_claims(scorer, gold, found, "--docs", str(docs), *(["--details"] if details else []))
        figures |= taken_back_figures(list(rows_of(gold)), list(rows_of(found)))
    if details:
        print(output)
    return figures


def taken_back_figures(gold: Sequence[Row], found: Sequence[Row]) -> Figures:
    """Precision and recall of `taken_back` over the numbers of the gold; empty where none of it is taken back.

    A number that is found nowhere counts as one that is not marked.
    """
    wanted = {(row["doc"], row["start"], row["end"]) for row in gold if row.get("taken_back")}
    if not wanted:
        return {}
    stem = {row["id"]: Path(row["document"]["path"]).stem for row in found}
    marked = [(stem[row["id"]], *row["span"]) for row in found if row.get("taken_back")]
    hit = {place for place in wanted if any(_touch(place, mark) for mark in marked)}
    right = sum(any(_touch(place, mark) for place in wanted) for mark in marked)
    return dict(zip(TAKEN_BACK, (right / len(marked) if marked else 0.0, len(hit) / len(wanted)), strict=True))


def _touch(a: Place, b: Place) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def in_capitals(document: Document) -> Document:
    """The document in capital letters, every character in its place."""
    text = "".join(c.upper() if len(c.upper()) == 1 else c for c in document.text)
    return replace(document, text=text)
