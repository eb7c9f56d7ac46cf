"""What was fetched is kept as WARC: a run can be done again without the web, and a crash costs the last record."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from fastwarc import ArchiveIterator

from tallybook.errors import OutputError, UnreadableInput
from tallybook.read import Capture, captures_of
from tallybook.read.fetching import kept as module
from tallybook.settings import Settings

from .conftest import TALE, Reply

PAGE = "http://news.example/a"
OTHER = TALE.replace(b"14", b"19")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "book.db.warc.gz"


def kinds(file: Path) -> list[str]:
    return [str(record.headers["WARC-Type"]) for record in ArchiveIterator(str(file), parse_http=False)]


def pages(file: Path) -> list[tuple[str | None, bytes]]:
    found = captures_of(file, Settings())
    return [(one.url, one.data) for one in found if isinstance(one, Capture)]


def test_an_answer_and_its_request_are_records_with_date_address_and_digests(site, make, file):
    site.replies["/a"] = Reply(gzip.compress(TALE), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})
    make(kept=file).fetch(PAGE)
    assert kinds(file) == ["warcinfo", "response", "request"]
    _, given, asked = (record for record in ArchiveIterator(str(file)) if record.freeze() or True)
    assert given.headers["WARC-Target-URI"] == asked.headers["WARC-Target-URI"] == PAGE
    assert given.headers["WARC-Date"] == "2025-05-04T12:00:01Z"
    assert asked.headers["WARC-Concurrent-To"] == given.record_id
    assert given.headers["WARC-IP-Address"] == "127.0.0.1"
    assert given.verify_payload_digest() and given.reader.read() == TALE
    assert given.http_headers["X-Crawler-content-encoding"] == "gzip" and "Content-Encoding" not in given.http_headers
    assert asked.http_headers["host"] == "news.example"


def test_all_records_have_the_digests_of_their_bytes(site, make, file):
    site.replies |= {"/a": Reply(status=301, headers={"Location": "/b"}), "/b": Reply()}
    fetcher = make(kept=file)
    fetcher.fetch(PAGE)
    fetcher.fetch(PAGE)
    records = ArchiveIterator(str(file), parse_http=False)
    assert all(record.verify_block_digest() for record in records)
    assert kinds(file) == ["warcinfo", *["response", "request"] * 2, *["revisit", "request"] * 2]


def test_what_is_kept_is_read_as_pages_and_robots_is_not_among_it(site, make, file):
    site.replies |= {
        "/robots.txt": Reply(b"User-agent: *\nAllow: /"),
        "/a": Reply(status=301, headers={"Location": "/b"}),
        "/b": Reply(),
    }
    make(kept=file).fetch(PAGE)
    assert pages(file) == [("http://news.example/b", TALE)]


def test_a_run_is_repeated_without_the_web(site, world, make, file):
    site.replies |= {"/a": Reply(status=301, headers={"Location": "/b"}), "/b": Reply()}
    first = make(kept=file).fetch(PAGE)
    site.asked.clear()
    world.seconds += 1e6
    again = make(kept=file, offline=True)
    assert again.fetch(PAGE) == first
    with pytest.raises(UnreadableInput, match="not among what was kept"):
        again.fetch("http://news.example/c")
    assert site.asked == []


def test_without_a_file_nothing_is_known_offline(make, file):
    for more in ({}, {"kept": file}):
        with pytest.raises(UnreadableInput, match="not among what was kept"):
            make(offline=True, **more).fetch(PAGE)
    assert not file.exists()


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ({"ETag": '"x"'}, {"if-none-match": '"x"'}),
        ({"Last-Modified": "Sun, 04 May 2025 11:00:00 GMT"}, {"if-modified-since": "Sun, 04 May 2025 11:00:00 GMT"}),
        ({"ETag": '"\x80\xe4"'}, {"if-none-match": '"\x80\xe4"'}),
        ({"ETag": '"x"', "X-Long": "x" * 60_000}, {"if-none-match": '"x"'}),
        ({"ETag": 'W/"x"', "Last-Modified": "y"}, {"if-none-match": 'W/"x"', "if-modified-since": "y"}),
    ],
)
def test_of_a_page_that_is_kept_only_another_version_is_asked_for(site, world, make, file, headers, sent):
    site.replies["/a"] = [Reply(headers=headers), Reply(b"", status=304, headers={})]
    first = make(kept=file).fetch(PAGE)
    world.seconds += 86_400
    told: list[str] = []
    again = make(kept=file, tell=told.append)
    assert again.fetch(PAGE) == first
    assert {name: site.asked[-1][1][name] for name in sent} == sent
    assert told == [f"{PAGE}: unchanged since 2025-05-04 12:00 UTC, the copy that was kept is read"]
    assert kinds(file)[-2:] == ["revisit", "request"] and [data for _, data in pages(file)] == [TALE]


def test_the_same_bytes_are_kept_once(site, world, make, file):
    site.replies["/a"] = Reply()
    first = make(kept=file).fetch(PAGE)
    world.seconds += 86_400
    assert make(kept=file).fetch(PAGE) == first
    assert pages(file) == [(PAGE, TALE)]


def test_another_version_is_kept_beside_the_first(site, make, file):
    site.replies["/a"] = [Reply(headers={"ETag": "1", "Content-Type": "text/html"}), Reply(OTHER)]
    fetcher = make(kept=file)
    assert [fetcher.fetch(PAGE).data for _ in range(2)] == [TALE, OTHER]
    assert pages(file) == [(PAGE, TALE), (PAGE, OTHER)]
    assert make(kept=file, offline=True).fetch(PAGE).data == OTHER


def test_what_is_no_page_is_not_kept(site, make, file):
    site.replies["/a"] = Reply(status=404)
    with pytest.raises(UnreadableInput):
        make(kept=file).fetch(PAGE)
    assert not file.exists()


@pytest.fixture
def whole(site, make, file) -> tuple[bytes, int]:
    """A file of two pages, and where the records of the second begin."""
    site.replies |= {"/a": Reply(), "/b": Reply(OTHER)}
    fetcher = make(kept=file)
    fetcher.fetch(PAGE)
    end = file.stat().st_size
    fetcher.fetch("http://news.example/b")
    return file.read_bytes(), end


@pytest.mark.parametrize("left", [1, 2, 9, 10, 11, 40, 120])
@pytest.mark.parametrize("tail", [b"", b"\0" * 70_000])
def test_a_record_that_a_crash_cut_short_costs_no_other(site, make, file, whole, left, tail):
    data, end = whole
    file.write_bytes(data[: end + left] + tail)
    told: list[str] = []
    fetcher = make(kept=file, tell=told.append)
    assert file.read_bytes() == data[:end]
    assert told == [f"{file}: the last record was incomplete; its {left + len(tail)} bytes are cut off"]
    fetcher.fetch("http://news.example/b")
    assert pages(file) == [(PAGE, TALE), ("http://news.example/b", OTHER)]


def test_offline_a_file_is_left_as_it_is(make, file, whole):
    data, end = whole
    file.write_bytes(data[: end + 40])
    assert make(kept=file, offline=True).fetch(PAGE).data == TALE
    assert file.read_bytes() == data[: end + 40]


def test_a_file_that_is_damaged_in_the_middle_is_not_written_to(make, file, whole):
    data, end = whole
    file.write_bytes(data[: end + 30] + b"\xff" * 30 + data[end + 60 :])
    with pytest.raises(OutputError, match=f"no series of whole gzip members at byte {end}"):
        make(kept=file)
    assert len(file.read_bytes()) == len(data)


@pytest.mark.parametrize("data", [b"my notes", gzip.compress(b"my notes"), b"WARC/1.1\r\n\r\n"])
def test_a_file_of_something_else_is_not_written_to(make, file, data):
    file.write_bytes(data)
    with pytest.raises(OutputError):
        make(kept=file)
    assert file.read_bytes() == data


@pytest.mark.parametrize(("name", "why"), [("book.warc", "does not end in"), ("none/x.warc.gz", "no such folder")])
def test_what_cannot_be_kept_is_said_before_anything_is_asked(site, make, tmp_path, name, why):
    with pytest.raises(OutputError, match=why):
        make(kept=tmp_path / name)


def test_a_full_disk_leaves_no_part(site, make, file, whole, monkeypatch):
    data, _ = whole
    site.replies["/a"] = Reply(OTHER)
    fetcher = make(kept=file)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        fetcher.fetch(PAGE)
    monkeypatch.undo()
    assert file.read_bytes() == data
    assert fetcher.fetch(PAGE).data == OTHER
    assert len(pages(file)) == 3


def test_two_that_write_to_one_file_do_not_mix(site, make, file):
    site.replies |= {"/a": Reply(), "/b": Reply(OTHER)}
    one, other = make(kept=file), make(kept=file)
    one.fetch(PAGE)
    other.fetch("http://news.example/b")
    one.fetch("http://news.example/b")
    assert {url for url, _ in pages(file)} == {PAGE, "http://news.example/b"}
    assert kinds(file).count("warcinfo") == 1
