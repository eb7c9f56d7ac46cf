"""The live report against pages that want to do harm, texts that are not what was read, and its own failure."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tallybook.model import Attribution, Evidence, Picture, Span
from tallybook.report import render_report
from tallybook.view import build_view, page_json

pytestmark = pytest.mark.browser

Book = tuple[Evidence, Picture]
VIEWS = ("overview", "numbers", "lineage", "findings", "forecasts", "map", "sources")
HOSTILE = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>&amp;&#60;b&#62;\u202e\u2028" + "w" * 3000


@contextmanager
def opened(chromium: Browser, path: Path, fragment: str = "") -> Iterator[tuple[Page, list[str]]]:
    """A page, with everything that happens on it but should not."""
    happened: list[str] = []
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("dialog", lambda dialog: happened.append(dialog.message))
    page.on("console", lambda message: happened.append(message.text))
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("request", lambda request: happened.append(request.url))
    page.goto(f"{path.as_uri()}#{fragment}")
    yield page, happened
    context.close()


def unexpected(happened: list[str], path: Path) -> list[str]:
    return [thing for thing in happened if not thing.startswith(("data:", path.as_uri()))]


def test_no_view_asks_for_anything_or_breaks_the_policy(chromium: Browser, live_file: Path) -> None:
    with opened(chromium, live_file) as (page, happened):
        page.wait_for_selector("html[data-ready]")
        for view in VIEWS:
            page.locator(f'nav a[href="#{view}"]').click()
            page.keyboard.press("j")
            page.keyboard.press("Escape")
        assert unexpected(happened, live_file) == []


def test_hostile_words_do_nothing_in_any_view(chromium: Browser, book: Book, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(render_report(*hostile(book)), encoding="utf-8")
    with opened(chromium, path) as (page, happened):
        page.wait_for_selector("html[data-ready]")
        for view in ("overview", "numbers", "lineage", "findings"):
            page.locator(f'nav a[href="#{view}"]').click()
            page.keyboard.press("j")
            expect(page.locator(".drawer")).to_have_count(1)
            assert page.locator("#live script, #live img").count() == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= 1280
            assert "\u202e" not in page.locator("body").inner_text()
            page.keyboard.press("Escape")
        assert unexpected(happened, path) == []


def hostile(book: Book) -> Book:
    evidence, picture = book
    documents = tuple(
        replace(d, title=HOSTILE, outlet=HOSTILE, url=f"javascript:{HOSTILE}") for d in evidence.documents
    )
    claims = tuple(replace(c, attribution=Attribution(origin=HOSTILE), place=HOSTILE) for c in evidence.claims)
    series = tuple(replace(s, title=HOSTILE) for s in picture.series)
    findings = tuple(replace(f, text=HOSTILE, arithmetic=HOSTILE) for f in picture.findings)
    return replace(evidence, documents=documents, claims=claims), replace(picture, series=series, findings=findings)


def test_altered_text_is_not_shown_as_evidence(chromium: Browser, book: Book, tmp_path: Path) -> None:
    evidence, picture = book
    first, *others = evidence.documents
    altered = replace(first, text=first.text.replace("at least 38", "at least 7,777"))
    path = tmp_path / "altered.html"
    path.write_text(render_report(replace(evidence, documents=(altered, *others)), picture), encoding="utf-8")
    claim = next(claim for claim in evidence.claims if claim.document_id == first.id)
    with opened(chromium, path, f"claim-{claim.id}") as (page, _):
        page.wait_for_selector(".drawer")
        text = page.locator(".drawer").inner_text()
        assert "The words cannot be shown: the text is not the one that was read" in text
        assert page.locator(".drawer blockquote").count() == 0


def test_a_line_of_a_megabyte_opens_around_its_number(chromium: Browser, book: Book, tmp_path: Path) -> None:
    evidence, picture = book
    first, *others = evidence.documents
    claim = next(claim for claim in evidence.claims if claim.document_id == first.id)
    text = first.text + "x " * 500_000 + "1,000 dead" + " y" * 500_000
    number = Span(at := text.index("1,000 dead"), at + 5)
    document = replace(first, text=text, content_hash=hashlib.sha256(text.encode()).hexdigest())
    line = Span(len(first.text), len(text))
    long = replace(claim, span=number, core=number, sentence=line, evidence={"value": (number,)})
    claims = tuple(long if one.id == claim.id else one for one in evidence.claims)
    path = tmp_path / "long.html"
    path.write_text(render_report(Evidence(documents=(document, *others), claims=claims), picture), encoding="utf-8")
    with opened(chromium, path, f"claim-{claim.id}") as (page, _):
        words = page.locator(".drawer blockquote")
        assert words.locator("mark").inner_text() == "1,000"
        assert len(words.inner_text()) < 2000


def test_where_the_script_fails_the_page_is_there(chromium: Browser, live_file: Path, tmp_path: Path) -> None:
    html = live_file.read_text(encoding="utf-8")
    path = tmp_path / "broken.html"
    path.write_text(re.sub(r'(id="data"[^>]*>)[^<]*', r"\1{", html), encoding="utf-8")
    with opened(chromium, path) as (page, _):
        page.wait_for_function("document.documentElement.className === ''")
        assert page.locator("#overview").is_visible()
        assert page.locator("#evidence").is_visible()


def test_an_error_event_without_an_error_changes_nothing(chromium: Browser, live_file: Path) -> None:
    with opened(chromium, live_file) as (page, _):
        page.wait_for_selector("html[data-ready]")
        page.evaluate("dispatchEvent(new ErrorEvent('error', {message: 'ResizeObserver loop'}))")
        assert page.evaluate("document.documentElement.className") == "live"


def test_the_same_script_runs_over_data_that_is_fetched(chromium: Browser, live_file: Path, book: Book) -> None:
    html = live_file.read_text(encoding="utf-8")
    html = re.sub(r'<script type="application/json".*?</script>', "", html, flags=re.DOTALL)
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    html = html.replace('<div id="live">', '<div id="live" data-source="/api">')
    answers = {"/": html, "/api/page": json.dumps(page_json(build_view(*book))), "/api/outline": "null"}

    def answer(route: Route) -> None:
        where = route.request.url.removeprefix("http://book.test")
        kind = "text/html" if where == "/" else "application/json"
        route.fulfill(body=answers[where], content_type=f"{kind}; charset=utf-8")

    context = chromium.new_context()
    page = context.new_page()
    page.route("http://book.test/**", answer)
    page.goto("http://book.test/")
    page.wait_for_selector("html[data-ready]")
    cards = page.locator(".card").count()
    context.close()
    assert cards >= 5
