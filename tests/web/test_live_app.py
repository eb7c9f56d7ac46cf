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
def served(book):
    running: list[subprocess.Popen] = []

    def serve(*options: str) -> str:
        command = [sys.executable, "-m", "tallybook", "serve", "--book", str(book), "--port", "0", "--pack", "base"]
        environment = {**os.environ, "XDG_STATE_HOME": str(book.parent)}
        process = subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True, env=environment)
        running.append(process)
        return process.stdout.readline().strip()

    yield serve
    for process in running:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def watched(chromium):
    page = chromium.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    return page, trouble


def test_the_page_comes_to_life_over_the_api(chromium, served):
    page, trouble = watched(chromium)
    page.goto(served())
    page.wait_for_selector("html[data-ready]", timeout=60_000)
    assert page.locator("#live .view").count() == 1
    assert trouble == []


def test_a_link_lets_in_once_and_the_token_always(chromium, served):
    link = served("--token", TOKEN)
    home = link.partition("enter")[0]
    page, _ = watched(chromium)
    page.goto(link)
    page.get_by_role("button", name="Open the book").click()
    page.wait_for_selector("html[data-ready]", timeout=60_000)
    other = chromium.new_context().new_page()
    assert other.goto(home).status == 401
    other.goto(f"{home}enter")
    other.get_by_label("Token").fill(TOKEN)
    other.get_by_role("button", name="Open the book").click()
    other.wait_for_selector("html[data-ready]", timeout=60_000)
