"""The server as a process: it answers before all is loaded, says where it is, and ends with a reason."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import httpx
import pytest

from tallybook.errors import TallybookError
from tallybook.web.loading import Loading
from tallybook.web.serving import Binding, address_of, rules_of


@contextmanager
def served(book, *options):
    command = [
        sys.executable,
        "-m",
        "tallybook",
        "serve",
        "--book",
        str(book),
        "--port",
        "0",
        "--pack",
        "base",
        *options,
    ]
    environment = {**os.environ, "XDG_STATE_HOME": str(book.parent)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def test_a_book_is_served_until_it_is_interrupted(book):
    with served(book) as (process, address):
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200 and b"tallybook" in answer.read()
        with urllib.request.urlopen(f"{address}api/v1/status") as answer:
            assert b'"documents":2' in answer.read()
    assert process.returncode in (0, 130)


@pytest.mark.parametrize(("options", "kept"), [((), True), (("--no-cache",), False)])
def test_what_was_worked_out_is_kept_beside_the_book(book, options, kept):
    with served(book, *options) as (_, address), urllib.request.urlopen(f"{address}api/v1/status") as answer:
        assert answer.status == 200
    found = {path.name.partition("-")[0] for path in book.parent.glob("book.db.cache/*")}
    assert found == ({"copies", "picture", "proofs"} if kept else set())


def test_what_is_no_book_ends_it_with_the_reason(tmp_path):
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database, " * 100)
    command = [sys.executable, "-m", "tallybook", "serve", "--book", str(broken), "--port", "0"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1 and "this file is no book" in ended.stderr


@pytest.mark.parametrize(
    ("binding", "names", "needs_token"),
    [
        (Binding(), {"localhost", "127.0.0.1", "::1"}, False),
        (Binding(host="::1"), {"localhost", "127.0.0.1", "::1"}, False),
        (Binding(token="sixteen letters!"), {"localhost"}, True),
        (Binding(host="0.0.0.0"), {"localhost", "0.0.0.0"}, True),
        (Binding(host="192.168.7.7"), {"localhost", "192.168.7.7"}, True),
        (Binding(host="Desk.example"), {"desk.example"}, True),
    ],
)
def test_a_token_is_needed_where_others_can_reach_it(binding, names, needs_token):
    rules = rules_of(binding)
    assert names <= rules.names and (rules.token is not None) == needs_token
    assert rules.token is None or len(rules.token) >= 16


def test_a_short_token_is_refused():
    with pytest.raises(TallybookError, match="too short"):
        rules_of(Binding(token="short"))


def test_the_link():
    assert address_of("127.0.0.1", 80, code="c") == "http://127.0.0.1:80/enter?code=c"


def test_before_it_is_loaded_the_page_says_so_and_the_rest_waits():
    async def asked(loading: Loading) -> tuple[httpx.Response, httpx.Response]:
        transport = httpx.ASGITransport(app=loading)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            first = await client.get("/")
            loading.start(failed=lambda: None)
            return first, await client.get("/api/v1/status")

    def load():
        raise TallybookError("nothing there")

    loading = Loading(load)
    with ThreadPoolExecutor(1) as thread:  # a browser that other tests keep open has a loop in this one
        first, later = thread.submit(asyncio.run, asked(loading)).result()
    assert first.status_code == 200 and "being worked out" in first.text
    assert later.status_code == 500 and later.headers["content-type"] == "application/problem+json"
    assert str(loading.failure) == "nothing there"
