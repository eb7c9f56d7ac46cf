"""The app in Debian's chromium: the page comes to life over the API, and the door opens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

TOKEN = "a token of many letters"
pytestmark = pytest.mark.browser


@pytest.fixture
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def served(book):
    running: list[subprocess.Popen] = []

    def serve(*options: str) -> str:
        command = [sys.executable, "-m", "tallybook", "serve", "--book", str(book), "--port", "0", "--pack", "base"]
        process = subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True, env={**os.environ})
        running.append(process)
        return process.stdout.readline().strip()

    yield serve
    for process in running:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def watched(browser):
    page = browser.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    return page, trouble


def test_the_page_comes_to_life_over_the_api(browser, served):
    page, trouble = watched(browser)
    page.goto(served())
    page.wait_for_selector("html[data-ready]", timeout=60_000)
    assert page.locator("#live .view").count() == 1
    assert trouble == []


def test_a_link_lets_in_once_and_the_token_always(browser, served):
    link = served("--token", TOKEN)
    home = link.partition("enter")[0]
    page, _ = watched(browser)
    page.goto(link)
    page.get_by_role("button", name="Open the book").click()
    page.wait_for_selector("html[data-ready]", timeout=60_000)
    other = browser.new_context().new_page()
    assert other.goto(home).status == 401
    other.goto(f"{home}enter")
    other.get_by_label("Token").fill(TOKEN)
    other.get_by_role("button", name="Open the book").click()
    other.wait_for_selector("html[data-ready]", timeout=60_000)
