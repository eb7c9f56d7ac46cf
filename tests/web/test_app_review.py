"""What reviewers do in the browser, with keys, with buttons, and two at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
Open = Callable[..., Page]


@pytest.fixture
def at(chromium: Browser, served: str) -> Iterator[Open]:
    """Opens the app at a fragment as somebody, each in a browser of their own; None has no name yet."""
    contexts = []

    def open_at(fragment: str = "review", *, who: str | None = "A. Editor") -> Page:
        context = chromium.new_context(viewport=DESK, reduced_motion="reduce")
        contexts.append(context)
        if who is not None:
            context.add_init_script(f"localStorage.setItem('tallybook.reviewer', '{who}')")
        page = context.new_page()
        page.goto(f"{served}#{fragment}")
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_at
    for context in contexts:
        context.close()


def history(page: Page) -> list[dict[str, Any]]:
    """What the book knows, the newest first, once nothing is being saved."""
    page.wait_for_selector(".doing[data-saving='0']")
    return page.evaluate("fetch('/api/v1/history').then(answer => answer.json()).then(told => told.items)")  # type: ignore[no-any-return]


def figure(page: Page) -> str:
    return page.locator(".review .claim-figure bdi").inner_text()


def test_keys_alone_go_through_the_queue(at: Open) -> None:
    page = at()
    expect(page.locator(".review .claim-figure")).to_be_visible()
    first = figure(page)
    page.keyboard.press("a")
    expect(page.locator(".review .claim-figure bdi")).not_to_have_text(first)
    page.keyboard.press("x")
    assert [one["kind"] for one in history(page)] == ["reject", "accept"]
    assert {one["by"] for one in history(page)} == {"A. Editor"}
    left = page.locator(".badge").inner_text()
    page.keyboard.press("Space")
    expect(page.get_by_text("1 skipped")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(".badge")).to_have_text(str(int(left) + 1))
    assert history(page)[0]["kind"] == "undo"
