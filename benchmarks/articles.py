"""Whole blind pages of tests/cases: claims against their gold."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.rows import CASES
from benchmarks.scoring import Figures, score_claims, write_claims
from tallybook.model import Document
from tallybook.pipeline import read_pages
from tallybook.settings import Settings

SETS = ("first", "second", "third", "fourth", "held_out", "held_out_third", "held_out_fourth")


def measure_articles(shared: Path) -> Figures:
    """Figures named `articles.<set>.*`; empty where the scorer is not there."""
    scorer = shared / "gold" / "score.py"
    if not scorer.is_file():
        return {}
    figures: Figures = {}
    for name in SETS:
        found = score_articles(CASES / "articles" / name, scorer)
        figures.update({f"articles.{name}.{f}": found[f] for f in ("detection_f1", "event", "origin", "full_f1")})
    return figures


def score_articles(folder: Path, scorer: Path) -> Figures:
    """The scorer's figures for one folder of pages, whose gold stands beside it."""
    documents = [page for page in read_pages([folder]) if isinstance(page, Document)]
    with tempfile.TemporaryDirectory() as scratch:
        claims = Path(scratch) / "claims.jsonl"
        write_claims(documents, claims, Settings())
        figures, _ = score_claims(scorer, folder.with_suffix(".jsonl"), claims)
    return figures
