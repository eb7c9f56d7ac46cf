"""A book of twenty thousand claims opens in the browser, and its lists come in pages within a second."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.web.conftest import SETTINGS, App, close_app, over_http

from tallybook.ledger import Book
from tallybook.model import Document, Evidence, Picture, Series
from tallybook.web.guard import Rules
from tallybook.web.shelf import Shelf

pytestmark = [pytest.mark.browser, pytest.mark.torture]

SIZE = 20_000
EACH = 50
PAGES = """async () => {
    const next = document.querySelector(".pager button:last-of-type");
    const first = document.querySelector(".claim-row").textContent;
    const before = performance.now();
    next.click();
    while (document.querySelector(".claim-row").textContent === first) await new Promise(requestAnimationFrame);
    return performance.now() - before;
}"""


def many(read: Evidence) -> Evidence:
    """The pages again and again, each with a last line of its own, so that they are different texts."""
    documents, claims = [], []
    for n in range(SIZE // len(read.claims)):
        pages = {document.id: numbered(document, n) for document in read.documents}
        documents += pages.values()
        claims += [
            replace(
                claim,
                id=f"{pages[claim.document_id].id}:{claim.core.start}-{claim.core.end}",
                document_id=pages[claim.document_id].id,
            )
            for claim in read.claims
        ]
    return Evidence(documents=tuple(documents), claims=tuple(claims))


def numbered(document: Document, n: int) -> Document:
    text = f"{document.text}\n{n}"
    content_hash = hashlib.sha256(text.encode()).hexdigest()
    return replace(document, id=content_hash[:12], text=text, content_hash=content_hash, path=f"{n}/{document.path}")


def few_words(evidence: Evidence, **_: object) -> Picture:
    """A picture of many series and no estimates: what is measured is the page, not the arithmetic."""
    claims = evidence.claims
    series = tuple(
        Series(
            id=f"s{n}",
            title=f"Series {n}",
            event=claims[n].event,
            unit="person",
            kind=claims[n].kind,
            group=None,
            place=None,
            claims=tuple(claim.id for claim in claims[n : n + EACH]),
        )
        for n in range(0, len(claims), EACH)
    )
    return Picture(method="none", series=series, statements=(), estimates=(), findings=())


@pytest.fixture
def address(read_pages: Evidence, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr("tallybook.pipeline.reconcile_claims", few_words)
    path, evidence = tmp_path / "book.db", many(read_pages)
    with Book.open(path) as opened, opened.transaction():
        opened.record(evidence.documents, evidence.claims, (), (), program_version="0.0")
    shelf = Shelf(Book.open(path), files=tmp_path / "files", settings=SETTINGS)
    app = App(shelf, Rules(names=frozenset({"127.0.0.1"})))
    assert shelf.worked(wait=240, current=True) is not None
    with over_http(app) as where:
        yield where
    close_app(app.app)


def test_a_large_book_opens_and_its_list_pages_within_a_second(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}#claims", timeout=120_000)
    page.wait_for_selector("html[data-ready]", timeout=120_000)
    expect(page.locator("#live").get_by_text("20,000 claims", exact=True)).to_be_visible(timeout=20_000)
    assert sorted(page.evaluate(PAGES) for _ in range(3))[1] <= 1000
    page.goto(f"{address}#review")
    expect(page.locator(".review .claim-figure")).to_be_visible(timeout=20_000)
    context.close()
