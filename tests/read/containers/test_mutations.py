"""Files of every format with bytes changed, cut out, doubled or cut off: an error or pages, never a crash."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.errors import UnreadableInput
from tallybook.read import Capture, captures_in, read_captures
from tallybook.settings import Settings

SETTINGS = Settings(max_bytes=50_000)
PAGE = "<html><body><p>The governor said on Monday that 48 of the 300 workers had left the plant.</p></body></html>"
TEXT = "The governor said on Monday that 48 of the 300 workers had left the plant in Belmo for good.\n"
BLOCK = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: identity\r\n\r\n{PAGE}"
RECORD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nWARC-Date: 2024-03-05T12:30:00Z\r\n"
    f"Content-Type: application/http\r\nContent-Length: {len(BLOCK)}\r\n\r\n{BLOCK}\r\n\r\n"
).encode()
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Belmo Post</title><item><title>One</title><guid>1</guid>'
    f"<pubDate>Tue, 04 Mar 2025 23:30:00 -0500</pubDate><description>{TEXT}</description></item></channel></rss>"
).encode()
MAIL = (
    f"From: Ana <a@b.example>\nTo: c@d.example\nSubject: One\nDate: Tue, 5 Mar 2024 23:30:00 -0500\n\n{TEXT}".encode()
)
PDF = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids [4 0 R] /Count 1 >>\nendobj\n"
    b"3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
    b"4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
    b"/Resources << /Font << /F1 3 0 R >> >> >>\nendobj\n"
    b"5 0 obj\n<< /Length 81 >>\nstream\n"
    b"BT /F1 10 Tf 72 700 Td (The flood killed 48 people in Belmo, the mayor said.) Tj ET\n"
    b"endstream\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n"
)


def zipped() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.warc.gz", gzip.compress(RECORD))
        archive.writestr("pages/pages.jsonl", json.dumps({"url": "https://a.example/1", "title": "One"}))
    return held.getvalue()


FILES: dict[str, bytes] = {
    "warc": RECORD * 3,
    "warc.gz": gzip.compress(RECORD) * 3,
    "wacz": zipped(),
    "feed": FEED,
    "json feed": json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"content_html": PAGE}]}).encode(),
    "mail": MAIL,
    "mbox": (b"From a@b.example Tue Mar  5 23:30:00 2024\n" + MAIL + b"\n") * 2,
    "telegram": json.dumps(
        {"name": "B", "id": 1, "messages": [{"id": 2, "type": "message", "date": "2024-03-05", "text": TEXT}]}
    ).encode(),
    "articles": b"\n".join(json.dumps({"text": TEXT, "title": "One", "date": n}).encode() for n in range(3)),
    "page.gz": gzip.compress(PAGE.encode()),
    "pdf": PDF,
}


def replaced(data: bytes, at: int, other: bytes) -> bytes:
    return data[:at] + other + data[at + len(other) :]


CHANGES: tuple[Callable[[bytes, int, bytes], bytes], ...] = (
    replaced,
    lambda data, at, other: data[:at] + other + data[at:],
    lambda data, at, other: data[:at] + data[at + 1 + len(other) * 7 :],
    lambda data, at, other: data[:at],
    lambda data, at, other: data[:at] + data[at : at + 40] * 3 + data[at + 40 :],
)


@pytest.mark.parametrize("kind", FILES)
def test_the_file_itself_gives_pages(kind: str) -> None:
    found = list(captures_in(FILES[kind], "file", SETTINGS))
    assert found
    assert all(isinstance(one, Capture) for one in found)


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_changed_file_gives_pages_or_errors(kind: str, data: st.DataObject) -> None:
    content = FILES[kind]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, max(0, len(content) - 1)))
        content = data.draw(st.sampled_from(CHANGES))(content, at, data.draw(st.binary(min_size=1, max_size=6)))
    found = list(captures_in(content, "file", SETTINGS))
    assert found
    assert len({one.where for one in found if isinstance(one, Capture)}) == sum(
        isinstance(one, Capture) for one in found
    )
    for one in found:
        assert one.where.startswith("file")
        if isinstance(one, UnreadableInput):
            assert one.what and one.why and one.hint
    if kind in ("pdf", "telegram", "articles"):  # the ways of reading that are these formats' own
        list(read_captures(found, SETTINGS))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(head=st.sampled_from([content[:24] for content in FILES.values()]), tail=st.binary(max_size=300))
def test_a_beginning_that_promises_what_does_not_follow(head: bytes, tail: bytes) -> None:
    assert list(captures_in(head + tail, "file", SETTINGS))
