"""What a reader meets in a browser: links that arrive, nothing asked of the network, nothing in the way of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tallybook.model import Attribution, Evidence, Picture
from tallybook.report import render_report

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "axe.min.js"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
SCREENS = [(DESK, "light"), (DESK, "dark"), (PHONE, "light"), (PHONE, "dark")]


@pytest.fixture
def page(chromium: Browser, report_file: Path) -> Iterator[Page]:
    """The page as it is without its script."""
    context = chromium.new_context(viewport=DESK, reduced_motion="reduce", java_script_enabled=False)
    page = context.new_page()
    page.goto(report_file.as_uri())
    yield page
    context.close()


def on_screen(page: Page, selector: str) -> bool:
    box = page.locator(selector).bounding_box()
    size = page.viewport_size
    return bool(box and size and 0 <= box["y"] < size["height"])


def test_a_row_leads_to_its_highlighted_words(page: Page) -> None:
    page.locator('.row a[href="#claim-m3a"]').first.click()
    assert page.evaluate("document.querySelector(':target').id") == "claim-m3a"
    assert on_screen(page, "#claim-m3a")
    assert page.locator("#claim-m3a mark.m-value").inner_text() == "12,000"
    plain = page.locator("#claim-m3b").evaluate("e => getComputedStyle(e).backgroundColor")
    shown = page.locator("#claim-m3a").evaluate("e => getComputedStyle(e).backgroundColor")
    assert shown != plain


def test_the_bar_itself_is_a_link(page: Page) -> None:
    row = page.locator(".row", has=page.locator('a[href="#claim-k1a"]'))
    row.scroll_into_view_if_needed()
    box = row.locator("svg").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2)
    assert page.evaluate("location.hash") == "#claim-k1a"


def test_a_mark_of_the_timeline_is_a_link(page: Page) -> None:
    page.locator('.time a[href="#claim-h2a"]').click()
    assert page.evaluate("location.hash") == "#claim-h2a"


def test_a_repeat_leads_to_its_own_words(page: Page) -> None:
    row = page.locator(".row", has=page.locator('p > a[href="#claim-m1b"]'))
    row.locator("summary").click()
    row.locator('a[href="#claim-t1a"]').click()
    assert page.evaluate("location.hash") == "#claim-t1a"


def test_evidence_leads_back_to_its_series(page: Page) -> None:
    page.locator('#claim-h2a a[href="#series-killed"]').click()
    assert on_screen(page, "#series-killed h3")


def test_keyboard_reaches_the_numbers_first(page: Page) -> None:
    page.keyboard.press("Tab")
    assert on_screen(page, ".skip")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_nothing_is_asked_of_the_network(chromium: Browser, report_file: Path) -> None:
    asked: list[str] = []
    context = chromium.new_context()

    def note(request: Request) -> None:
        asked.append(request.url)

    page = context.new_page()
    page.on("request", note)
    page.goto(report_file.as_uri(), wait_until="networkidle")
    context.close()
    assert [url for url in asked if not url.startswith("data:")] == [report_file.as_uri()]


def test_nothing_breaks_the_policy(chromium: Browser, report_file: Path) -> None:
    said: list[str] = []
    context = chromium.new_context()
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.goto(report_file.as_uri())
    context.close()
    assert said == []


@pytest.mark.parametrize(("size", "scheme"), SCREENS)
def test_axe_finds_nothing(chromium: Browser, report_file: Path, size: dict[str, int], scheme: str) -> None:
    context = chromium.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)  # axe is a script
    page = context.new_page()
    page.goto(report_file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {rules: {'target-size': {enabled: true}}})")
    context.close()
    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_readable_without_scripts(chromium: Browser, report_file: Path, size: dict[str, int]) -> None:
    context = chromium.new_context(viewport=size, java_script_enabled=False)
    page = context.new_page()
    page.goto(report_file.as_uri())
    text = page.locator("body").inner_text()
    context.close()
    for words in ("46 numbers in 13 articles", "Best supported", "at least 38", "The health ministry of Andara"):
        assert words in text


@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 700}])
def test_a_phone_never_scrolls_sideways(chromium: Browser, report_file: Path, size: dict[str, int]) -> None:
    context = chromium.new_context(viewport=size)
    page = context.new_page()
    page.goto(report_file.as_uri())
    width = page.evaluate("document.documentElement.scrollWidth")
    small = page.evaluate(
        "[...document.querySelectorAll('p, li, a, text, td, th, h4, code')]"
        ".filter(e => parseFloat(getComputedStyle(e).fontSize) < 12).length"
    )
    context.close()
    assert width <= size["width"]
    assert small == 0


HOSTILE = '<script>alert(1)</script>"><img src="https://evil.example/x" onerror=alert(2)>\u202e' + "w" * 3000


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_hostile_words_do_nothing(
    chromium: Browser, book: tuple[Evidence, Picture], tmp_path: Path, size: dict[str, int]
) -> None:
    evidence, picture = book
    documents = tuple(replace(d, title=HOSTILE, outlet=HOSTILE, author=HOSTILE) for d in evidence.documents)
    claims = tuple(replace(c, attribution=Attribution(origin=HOSTILE)) for c in evidence.claims)
    series = tuple(replace(s, title=HOSTILE) for s in picture.series)
    findings = tuple(replace(f, text=HOSTILE, arithmetic=HOSTILE) for f in picture.findings)
    path = tmp_path / "hostile.html"
    hostile = replace(evidence, documents=documents, claims=claims)
    path.write_text(render_report(hostile, replace(picture, series=series, findings=findings)), encoding="utf-8")
    happened: list[str] = []
    context = chromium.new_context(viewport=size)
    page = context.new_page()
    page.on("dialog", lambda dialog: happened.append(dialog.message))
    page.on("console", lambda message: happened.append(message.text))
    page.on("request", lambda request: happened.append(request.url))
    page.goto(path.as_uri(), wait_until="networkidle")
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [thing for thing in happened if not thing.startswith(("data:", path.as_uri()))] == []
    assert width <= size["width"]
