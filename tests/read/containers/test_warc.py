"""WARC files: which records are pages, how they were packed, and what damage costs."""

from __future__ import annotations

import datetime as dt
import gzip
import zlib
from pathlib import Path

import pytest

from tallybook.errors import UnreadableInput
from tallybook.read import Capture, captures_of
from tallybook.settings import Settings

SETTINGS = Settings(max_bytes=100_000)
PAGE = b"<html><body><p>The governor said on Monday that 48 of the 300 workers had left the plant.</p></body></html>"


def record(
    uri: str = "https://a.example/1",
    body: bytes = PAGE,
    *,
    kind: str = "response",
    status: str = "200 OK",
    media: str = "text/html; charset=utf-8",
    headers: str = "",
) -> bytes:
    http = (
        f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode()
        if kind in ("response", "request")
        else b""
    )
    outer = f"application/http; msgtype={kind}" if http else media
    block = http + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-03-05T12:30:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{zlib.crc32(block):032x}>\r\nContent-Type: {outer}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def numbered(count: int) -> list[bytes]:
    return [record(f"https://a.example/{n}", PAGE.replace(b"48", str(n).encode())) for n in range(count)]


def packed(records: list[bytes]) -> bytes:
    return b"".join(map(gzip.compress, records))


def read(tmp_path: Path, data: bytes) -> list[Capture | UnreadableInput]:
    path = tmp_path / "day.bin"  # a name that says nothing
    path.write_bytes(data)
    return list(captures_of(path, SETTINGS))


def told(tmp_path: Path, data: bytes) -> list[str]:
    """Each capture as its address, each error as what failed and its offset."""
    return [
        f"{one.what} #{one.where.rpartition('#')[2]}" if isinstance(one, UnreadableInput) else str(one.url)
        for one in read(tmp_path, data)
    ]


def test_a_record_is_a_capture_with_its_address_its_day_and_a_name_of_its_own(tmp_path: Path) -> None:
    first, second = numbered(2)
    captures = read(tmp_path, gzip.compress(first) + gzip.compress(second))
    assert [one.url for one in captures if isinstance(one, Capture)] == ["https://a.example/0", "https://a.example/1"]
    (one, two) = captures
    assert isinstance(one, Capture)
    assert isinstance(two, Capture)
    assert one.path == f"{tmp_path / 'day.bin'}#0"
    assert one.where == f"{one.path} (https://a.example/0)"
    assert two.path == f"{tmp_path / 'day.bin'}#{len(gzip.compress(first))}"
    assert one.data == PAGE.replace(b"48", b"0")
    assert one.seen == dt.datetime(2024, 3, 5, 12, 30, tzinfo=dt.UTC)
    assert one.media_type == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("one", "taken"),
    [
        (record(), True),
        (record(kind="resource", media="text/html"), True),
        (record(kind="conversion", media="text/plain"), True),
        (record(media="application/pdf", body=b"%PDF-1.7"), True),
        (record(media="application/xhtml+xml"), True),
        (record(media="application/octet-stream"), True),
        (record(media="application/octet-stream", body=b"\x00\x01" * 50), False),
        (record(media="image/png"), False),
        (record(media="application/json", body=b"{}"), False),
        (record(status="404 Not Found"), False),
        (record(status="301 Moved"), False),
        (record(kind="request"), False),
        (record(kind="metadata", media="text/plain"), False),
        (record(kind="revisit"), False),
        (record("metadata://gnu.org/software/wget/warc/wget.log", kind="resource", media="text/plain"), False),
        (record("urn:text:https://a.example/1", kind="resource", media="text/plain"), False),
        (record("https://a.example/robots.txt", b"User-agent: *", media="text/plain"), False),
        (record(body=b""), False),
    ],
)
def test_pages_are_taken_and_all_else_is_passed_over(tmp_path: Path, one: bytes, taken: bool) -> None:
    found = told(tmp_path, one + record("https://a.example/kept"))
    assert found == [*(["https://a.example/1"] if taken else []), "https://a.example/kept"]


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def brotli(data: bytes) -> bytes:
    return pytest.importorskip("brotli").compress(data)  # type: ignore[no-any-return]


def chunked(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (10, data[:10], len(data) - 10, data[10:])


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n"),
        (gzip.compress(PAGE), "Content-Encoding: GZip\r\n"),
        (brotli(PAGE), "Content-Encoding: br\r\n"),
        (zlib.compress(PAGE), "Content-Encoding: deflate\r\n"),
        (raw_deflate(PAGE), "Content-Encoding: deflate\r\n"),
        (chunked(PAGE), "Transfer-Encoding: chunked\r\n"),
        (chunked(gzip.compress(PAGE)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        (gzip.compress(PAGE), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        (PAGE, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        (PAGE, "Content-Encoding: gzip\r\n"),
        (PAGE, "Content-Encoding: identity\r\n"),
        (PAGE, "Content-Encoding: no-such\r\n"),
    ],
)
def test_packing_of_an_answer_is_undone(tmp_path: Path, body: bytes, headers: str) -> None:
    (found,) = read(tmp_path, record(body=body, headers=headers))
    assert isinstance(found, Capture)
    assert found.data == PAGE


def test_a_bomb_is_read_no_further_than_a_page_may_be_long(tmp_path: Path) -> None:
    bomb = record(body=gzip.compress(b" x" * 20_000_000), headers="Content-Encoding: gzip\r\n")
    (found, _) = read(tmp_path, bomb + record())
    assert isinstance(found, Capture)
    assert len(found.data) == SETTINGS.max_bytes + 1  # one more, so that it is refused for its size


def offsets(records: list[bytes], pack: bool) -> list[int]:
    sizes = [len(gzip.compress(one) if pack else one) for one in records]
    return [sum(sizes[:n]) for n in range(len(sizes) + 1)]


def damaged(pack: bool, at: int, with_: bytes) -> bytes:
    """Five records, of which the second has bytes replaced at an offset of its own (negative: from its end)."""
    records = numbered(5)
    data = bytearray(packed(records) if pack else b"".join(records))
    start, end = offsets(records, pack)[1:3]
    place = start + at if at >= 0 else end + at
    data[place : place + len(with_)] = with_
    return bytes(data)


OTHERS = ["https://a.example/0", "https://a.example/2", "https://a.example/3", "https://a.example/4"]


@pytest.mark.parametrize(
    ("pack", "at", "with_"),
    [
        (True, 60, b"\xff\x00\xff\x00\xff"),  # the packed bytes
        (True, -7, b"\x00\x01\x02"),  # the sum behind them
        (True, 0, b"\x00\x00\x00\x00"),  # the beginning
        (False, 0, b"XXXX"),  # the version
        (False, 0, b"\x00" * 400),  # the whole header
    ],
)
def test_damage_costs_one_record_which_is_named(tmp_path: Path, pack: bool, at: int, with_: bytes) -> None:
    at_second = offsets(numbered(5), pack)[1]
    expected = [OTHERS[0], f"the record is damaged #{at_second}", *OTHERS[1:]]
    assert told(tmp_path, damaged(pack, at, with_)) == expected


def test_a_damaged_beginning_costs_one_record(tmp_path: Path) -> None:
    data = bytearray(packed(numbered(3)))
    data[10:60] = b"\xff" * 50
    assert told(tmp_path, bytes(data)) == ["the record is damaged #0", "https://a.example/1", "https://a.example/2"]


def test_a_length_that_is_too_long_costs_its_own_record(tmp_path: Path) -> None:
    records = numbered(4)
    length = records[1].index(b"Content-Length: ") + len("Content-Length: ")
    records[1] = records[1][:length] + b"9" + records[1][length + 1 :]
    found = told(tmp_path, b"".join(records))
    assert found == [OTHERS[0], f"the record is damaged #{len(records[0])}", *OTHERS[1:3]]


def test_noise_between_records_is_named_and_costs_none(tmp_path: Path) -> None:
    first, second = numbered(2)
    noisy = told(tmp_path, first + b"noise\nand more\n" + second)
    assert noisy == ["https://a.example/0", f"the record is damaged #{len(first)}", "https://a.example/1"]


@pytest.mark.parametrize("pack", [True, False])
def test_a_cut_file_keeps_what_stands_before_the_cut(tmp_path: Path, pack: bool) -> None:
    records = numbered(3)
    data = packed(records) if pack else b"".join(records)
    second, third = offsets(records, pack)[1:3]
    found = told(tmp_path, data[: third - 20])
    assert found[0] == "https://a.example/0"
    assert found[1].endswith(f"#{second}")
    assert len(found) == 2


def test_a_broken_answer_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    whole = record()
    broken = whole.replace(b"HTTP/1.1 200 OK", b"ZZZZ\x00\x01\x02 200 K")
    found = told(tmp_path, broken + numbered(1)[0])
    assert found == ["the record is damaged #0", "https://a.example/0"]


def test_a_page_above_the_limit_is_named(tmp_path: Path) -> None:
    found = told(tmp_path, record(body=b"a" * 200_000) + numbered(1)[0])
    assert found == ["the record is too large #0", "https://a.example/0"]


def test_a_file_packed_as_one_gives_names_that_differ(tmp_path: Path) -> None:
    found = read(tmp_path, gzip.compress(b"".join(numbered(5))))
    assert [one.url for one in found if isinstance(one, Capture)] == [f"https://a.example/{n}" for n in range(5)]
    assert len({one.where for one in found}) == 5


def test_an_archive_without_pages_says_what_it_holds(tmp_path: Path) -> None:
    (error,) = read(tmp_path, record(media="image/png") + record(kind="request") + record(status="404 No"))
    assert isinstance(error, UnreadableInput)
    assert error.what == "the WARC file holds no page"
    assert error.why == "its records are 1 × image/png, 1 × request, 1 × status 404"
