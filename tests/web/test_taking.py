"""Pages by their addresses in the app: one page an address."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tallybook.errors import UnreadableInput
from tallybook.settings import Fetching, Settings
from tallybook.web.taking import Taking

ITEM = "<item><title>Flood kills {}</title><link>http://news.example/{}</link></item>"
FEED = f'<rss version="2.0"><channel><title>Post</title>{ITEM.format(14, 1)}{ITEM.format(19, 2)}</channel></rss>'
PAGES = {"/page": b"<html><p>14 people were killed.</p></html>", "/feed": FEED.encode()}


@pytest.fixture
def address() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path in PAGES else 404)
            self.end_headers()
            self.wfile.write(PAGES.get(self.path, b""))

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join(timeout=5)


@pytest.fixture
def taking(tmp_path: Path) -> Iterator[Taking]:
    fetching = Fetching(allow_private=True, ignore_robots=True, delay=0.0, kept=tmp_path / "book.db.warc.gz")
    taking = Taking(Settings(fetching=fetching))
    yield taking
    taking.close()


def test_a_page_is_taken_and_kept(taking: Taking, address: str, tmp_path: Path) -> None:
    got = taking(f"{address}/page")
    assert (got.data, got.url) == (PAGES["/page"], f"{address}/page")
    assert (tmp_path / "book.db.warc.gz").stat().st_size > 0


@pytest.mark.parametrize(("path", "why"), [("/feed", "2 pages are in it"), ("/none", "the server answers 404")])
def test_what_is_no_single_page_is_named(taking: Taking, address: str, path: str, why: str) -> None:
    with pytest.raises(UnreadableInput, match=why) as raised:
        taking(f"{address}{path}")
    assert raised.value.where == f"{address}{path}" and raised.value.hint
