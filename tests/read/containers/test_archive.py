"""Zip files: the WARC files of a WACZ with the titles of its index, pages packed together, and what is refused."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from tallybook.errors import UnreadableInput
from tallybook.read import Capture, captures_of
from tallybook.settings import Settings

SETTINGS = Settings()
PAGE = b"<html><body><p>The governor said on Monday that 48 of the 300 workers had left the plant.</p></body></html>"


def record(url: str) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-05T12:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


def packed(tmp_path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    path = tmp_path / "archive"
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


INDEX = (
    b"\n".join(
        json.dumps(line).encode()
        for line in (
            {"format": "json-pages-1.0", "id": "pages"},
            {"id": "1", "url": "https://a.example/1", "title": "Workers  leave", "ts": "2024-03-05T12:30:00Z"},
            {"id": "2", "url": "https://a.example/2"},
        )
    )
    + b"\n{broken\n"
)
WACZ = {
    "datapackage.json": b"{}",
    "archive/data.warc.gz": record("https://a.example/1") + record("https://a.example/2"),
    "archive/more.warc.gz": record("https://a.example/3"),
    "indexes/index.cdx.gz": b"",
    "pages/pages.jsonl": INDEX,
}


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_wacz_is_the_pages_of_its_warc_files_with_the_titles_of_its_index(tmp_path: Path, compression: int) -> None:
    path = packed(tmp_path, WACZ, compression)
    found = [one for one in captures_of(path, SETTINGS) if isinstance(one, Capture)]
    assert [(one.url, one.stated.title) for one in found] == [
        ("https://a.example/1", "Workers leave"),
        ("https://a.example/2", None),
        ("https://a.example/3", None),
    ]
    assert found[0].where == f"{path}#archive/data.warc.gz#0 (https://a.example/1)"
    assert len({one.where for one in found}) == 3


def test_damage_in_a_wacz_costs_one_record(tmp_path: Path) -> None:
    first, second, third = (record(f"https://a.example/{n}") for n in range(3))
    broken = bytearray(second)
    broken[80:90] = b"\xff" * 10
    path = packed(tmp_path, {"archive/data.warc.gz": first + bytes(broken) + third})
    found = list(captures_of(path, SETTINGS))
    assert [type(one) for one in found] == [Capture, UnreadableInput, Capture]
    assert found[1].where == f"{path}#archive/data.warc.gz#{len(first)}"


def test_pages_packed_together_are_each_a_page(tmp_path: Path) -> None:
    members = {
        "b.html": PAGE,
        "a/one.jsonl": json.dumps({"text": "Four people were killed.", "title": "One"}).encode(),
        "a/two.html.gz": gzip.compress(PAGE),
        "__MACOSX/._b.html": b"\x00",
        ".hidden": b"x",
        "folder/": b"",
    }
    path = packed(tmp_path, members)
    found = list(captures_of(path, SETTINGS))
    assert [one.where for one in found] == [f"{path}#a/one.jsonl#1", f"{path}#a/two.html.gz", f"{path}#b.html"]
    assert all(isinstance(one, Capture) for one in found)


def nested(depth: int) -> bytes:
    data = PAGE
    for _ in range(depth):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr("page", data)
        data = held.getvalue()
    return data


@pytest.mark.parametrize(
    ("members", "what"),
    [
        ({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<t/>"}, "not an archive of pages"),
        ({"mimetype": b"application/epub+zip", "a.xhtml": PAGE}, "not an archive of pages"),
        ({}, "the archive holds no page"),
        ({"bomb.html": b"\0" * 30_000_000}, "it unpacks to more than any text would"),
        ({"page": nested(4)}, "the archive is packed too often"),
        ({"archive/data.warc.gz": b""}, "the WARC file holds no page"),
    ],
)
def test_what_is_no_archive_of_pages_is_refused(tmp_path: Path, members: dict[str, bytes], what: str) -> None:
    (error,) = captures_of(packed(tmp_path, members), SETTINGS)
    assert isinstance(error, UnreadableInput)
    assert error.what == what
    assert error.where.startswith(str(tmp_path / "archive"))
    assert error.why and error.hint


def test_a_damaged_member_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.html": PAGE, "b.html": PAGE + b"<!-- b -->", "c.html": PAGE}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"<!-- b -->", b"<!-- x -->"))
    found = list(captures_of(path, SETTINGS))
    assert [type(one) for one in found] == [Capture, UnreadableInput, Capture]
    assert found[1].where == f"{path}#b.html"


def test_a_cut_archive_is_an_error(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.html": PAGE})
    path.write_bytes(path.read_bytes()[:-30])
    (error,) = captures_of(path, SETTINGS)
    assert isinstance(error, UnreadableInput)
    assert error.what == "the archive is damaged"


def test_what_a_browser_saved_beside_a_page_is_left_out(tmp_path: Path) -> None:
    members = {"a/flood.html": PAGE, "a/flood_files/frame.html": PAGE, "a/other_files/notes.html": PAGE}
    captures = captures_of(packed(tmp_path, members), SETTINGS)
    assert [one.where.split("#")[1] for one in captures] == ["a/flood.html", "a/other_files/notes.html"]


def test_a_member_whose_name_leads_out_of_the_archive_is_read_like_others(tmp_path: Path) -> None:
    captures = captures_of(packed(tmp_path, {"../../flood.html": PAGE}), SETTINGS)
    assert [one.where.split("#")[1] for one in captures] == ["../../flood.html"]
