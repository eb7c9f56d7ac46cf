"""The parts of a WARC file together are the file, wherever it is cut."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tallybook.read import Part, can_be_parted, captures_of, captures_of_part
from tallybook.settings import Settings

SETTINGS = Settings()


def record(number: int) -> bytes:
    page = (
        f"<html><body><p>On day {number} the mayor said that {number} of 300 had left.</p></body></html>" + "x" * number
    )
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\n"
    outer = f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    named = f"WARC-Date: 2024-03-05T12:30:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032}>\r\n"
    return f"{head}{named}{outer}{block}\r\n\r\n".encode()


RECORDS = [record(number) for number in range(9)]
FORMS = {"packed": b"".join(map(gzip.compress, RECORDS)), "plain": b"".join(RECORDS)}
DAMAGED = b"".join([*map(gzip.compress, RECORDS[:4]), gzip.compress(RECORDS[4])[:-9], *map(gzip.compress, RECORDS[5:])])


@pytest.mark.parametrize("data", [*FORMS.values(), DAMAGED], ids=[*FORMS, "damaged"])
@pytest.mark.parametrize("parts", [1, 2, 3, 7, 50])
def test_every_page_comes_once_and_in_order(tmp_path: Path, data: bytes, parts: int) -> None:
    path = tmp_path / "day"
    path.write_bytes(data)
    step = -(-len(data) // parts)
    cuts = [Part(start, start + step) for start in range(0, len(data), step)]
    found = [capture for cut in cuts for capture in captures_of_part(path, cut, SETTINGS)]
    whole = list(captures_of(path, SETTINGS))
    assert [str(one) for one in found] == [str(one) for one in whole]


@pytest.mark.parametrize(
    ("data", "expected"),
    [(FORMS["packed"], True), (FORMS["plain"], True), (gzip.compress(b"<html>"), False), (b"some text", False)],
)
def test_what_can_be_parted(tmp_path: Path, data: bytes, expected: bool) -> None:
    path = tmp_path / "day"
    path.write_bytes(data)
    assert can_be_parted(path) is expected


def test_what_is_not_there_is_one_error(tmp_path: Path) -> None:
    assert not can_be_parted(tmp_path / "none")
    (error,) = captures_of_part(tmp_path / "none", Part(), SETTINGS)
    assert "no such file" in str(error)
