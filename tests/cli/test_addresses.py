"""Addresses among the pages: fetched, kept beside the book, and read again without the web."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from .conftest import STORY, Call

READING = ("--pack", "base", "--ignore-robots")
ASKING = (*READING, "--allow-private-addresses")


class Handler(BaseHTTPRequestHandler):
    """A news page at every path."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        unchanged = self.headers.get("If-None-Match") == '"one"'
        self.send_response(304 if unchanged else 200)
        self.send_header("ETag", '"one"')
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"" if unchanged else STORY.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join(timeout=5)


@pytest.fixture
def page(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}/flood"


def test_the_claims_of_a_page_by_its_address(call: Call, page: str) -> None:
    got = call("claims", *ASKING, page)
    assert got.code == 0 and 14 in {claim["quantity"]["low"] for claim in got.records}
    assert {claim["document"]["url"] for claim in got.records} == {page}


def test_this_machine_is_not_asked_without_leave(call: Call, page: str, server: ThreadingHTTPServer) -> None:
    got = call("claims", *READING, page)
    assert (got.code, got.out, len(got.errors)) == (1, "", 1)
    assert "into this machine" in got.err and "--allow-private-addresses" in got.hints[0]
    assert server.asked == []  # type: ignore[attr-defined]


def test_what_cannot_be_fetched_leaves_the_rest(call: Call, page: str, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(STORY)
    got = call("claims", *ASKING, "http://nobody.invalid/", tmp_path / "page.txt", page)
    assert (got.code, len(got.errors)) == (3, 1) and got.records
    assert "note: " in got.err and "the same text" in got.err


def test_a_run_keeps_what_it_fetched_beside_the_book_and_is_done_again_without_the_web(
    call: Call, page: str, server: ThreadingHTTPServer, tmp_path: Path
) -> None:
    book, report = tmp_path / "book.db", tmp_path / "report.html"
    run = ("run", *ASKING, "--book", book, "-o", report)
    assert call(*run, page).code == 0
    first, kept = report.read_bytes(), tmp_path / "book.db.warc.gz"
    assert kept.exists()
    assert call(*run, "--offline", page).code == 0
    assert (report.read_bytes(), server.asked) == (first, ["/flood"])  # type: ignore[attr-defined]
    again = call(*run, page)
    assert again.code == 0 and "unchanged since" in again.err and report.read_bytes() == first
    (tmp_path / "page.txt").write_text(STORY.replace("14", "16"))
    folder = call(*run, tmp_path)
    assert folder.code == 0 and folder.err.startswith("1 page, "), "its own files are no pages"
    read = call("claims", "--pack", "base", kept)
    assert read.code == 0 and {claim["document"]["url"] for claim in read.records} == {page}


def test_where_nothing_can_be_kept_nothing_is_asked(call: Call, page: str, server: ThreadingHTTPServer) -> None:
    got = call("claims", *ASKING, "--keep-fetched", "notes.txt", page)
    assert (got.code, len(got.errors)) == (1, 1) and "does not end in .warc.gz" in got.err
    assert server.asked == []  # type: ignore[attr-defined]


def test_a_proxy_that_is_none_is_named(call: Call, page: str) -> None:
    got = call("claims", *READING, "--proxy", "socks5://me:secret@x", page)
    assert (got.code, len(got.errors)) == (1, 1) and "no proxy" in got.err and "secret" not in got.err
