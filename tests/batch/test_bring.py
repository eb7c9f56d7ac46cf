"""A scan brought into a book is what `run` would have recorded there."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tallybook.batch import Manifest, bring_into, load_manifest, open_scan, run_here
from tallybook.batch import shards as cutting
from tallybook.ledger import Book
from tallybook.model import Evidence
from tallybook.pipeline import Extracted, extract_claims, gather, read_pages
from tallybook.settings import Settings

SETTINGS = Settings(pack="base")


def scanned(pages: Path, out: Path) -> Manifest:
    with open_scan([pages], out, settings=SETTINGS) as scan:
        list(scan.follow(run_here(scan.tasks(), workers=2)))
        return scan.finish()


def recorded(pages: Path, book: Path) -> Evidence:
    """The evidence of a book that the pages were read into."""
    read = [Extracted(page, extract_claims(page, settings=SETTINGS)) for page in read_pages([pages], settings=SETTINGS)]
    evidence = gather(read)
    with Book.open(book) as opened, opened.transaction():
        opened.record(evidence.documents, evidence.claims, evidence.denials, evidence.refusals, program_version="0.1.0")
    with Book.open(book) as opened:
        return opened.evidence()


def test_it_gives_the_same_book_as_reading_the_pages(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutting, "MOST_FILES", 2)
    manifest = scanned(pages, tmp_path / "scan")
    assert len(manifest.shards) == 3
    with Book.open(tmp_path / "brought.db") as book:
        brought = bring_into(book, tmp_path / "scan", manifest)
        assert book.evidence() == recorded(pages, tmp_path / "run.db")
        assert len(book.runs()) == 1
    assert (brought.documents, brought.new) == (6, 6)
    assert brought.claims == manifest.counts.claims > 6


def test_twice_adds_nothing(pages: Path, tmp_path: Path) -> None:
    manifest = scanned(pages, tmp_path / "scan")
    with Book.open(tmp_path / "book.db") as book:
        bring_into(book, tmp_path / "scan", manifest)
        before = book.stamp()
        again = bring_into(book, tmp_path / "scan", manifest)
        assert book.stamp() == before
    assert (again.documents, again.new, again.claims) == (6, 0, 0)


def test_duckdb_reads_the_tables_as_they_are(pages: Path, tmp_path: Path) -> None:
    scanned(pages, tmp_path / "scan")
    rows = duckdb.sql(
        f"SELECT event, low, hedge, origin, published, sentence, span_end - span_start AS length, text "
        f"FROM '{tmp_path}/scan/claims/*.parquet' WHERE event = 'killed' AND low = 15"
    ).fetchall()
    assert rows
    assert all(length == len(text) for *_, length, text in rows)
    (counts,) = duckdb.sql(
        f"SELECT (SELECT count(*) FROM '{tmp_path}/scan/documents/*.parquet'), "
        f"(SELECT count(*) FROM '{tmp_path}/scan/denials/*.parquet'), "
        f"(SELECT count(*) FROM '{tmp_path}/scan/copies/*.parquet')"
    ).fetchall()
    manifest = load_manifest(tmp_path / "scan")
    assert manifest is not None
    assert counts == (6, manifest.counts.denials, manifest.copies)
