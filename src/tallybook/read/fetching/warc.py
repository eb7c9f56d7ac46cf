"""Records of WARC 1.1 (ISO 28500), written and read with fastwarc, each a gzip member of its own."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import hashlib
import io
import uuid
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

import httpx
from fastwarc.warc import WarcRecord, WarcRecordType

from tallybook import __version__
from tallybook.read.fetching.answer import Answer, Headers

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_CHUNK, _LONGEST = 1 << 16, 1 << 27
_HEAD = 1 << 20
"""Bytes of an answer's headers: more than is ever taken of a server."""
_OF_THE_WIRE = frozenset((b"content-encoding", b"content-length", b"transfer-encoding"))


def digest_of(body: bytes) -> str:
    """A payload's digest as WARC writes it."""
    return f"sha1:{base64.b32encode(_sha1(body)).decode('ascii')}"


def opening() -> bytes:
    """The first record of a file: who wrote it."""
    told = f"software: tallybook/{__version__}\r\nformat: WARC File Format 1.1\r\n"
    record = WarcRecord()
    record.init_headers(WarcRecordType.warcinfo)
    record.headers["Content-Type"] = "application/warc-fields"
    record.set_bytes_content(told.encode("ascii"))
    return _member(record)


def exchange(answer: Answer) -> bytes:
    """An answer and the request for it, as two records.

    The body is written unpacked; what told of its packing stands under `X-Crawler-` names, as Common Crawl has it.
    """
    block = _head(f"HTTP/1.1 {answer.status} {answer.reason}", _kept_headers(answer)) + answer.body
    given = _record(WarcRecordType.response, answer, block)
    return _member(given, payload=answer.body) + _request(answer, given)


def revisit(answer: Answer, kept: Answer, profile: str) -> bytes:
    """An answer that says that a page is as it was kept, and the request for it, as two records."""
    given = _record(WarcRecordType.revisit, answer, _head(f"HTTP/1.1 {answer.status} {answer.reason}", answer.headers))
    given.headers["WARC-Profile"] = profile
    given.headers["WARC-Refers-To-Target-URI"] = str(kept.url)
    given.headers["WARC-Refers-To-Date"] = _date(kept.at)
    return _member(given, payload=kept.body) + _request(answer, given)


@dataclass(frozen=True, slots=True)
class Member:
    """One gzip member of a file: the bytes from where to where, and what is in it."""

    offset: int
    end: int
    data: bytes


class Broken(Exception):
    """A file that is no series of whole gzip members. `at` is where the last whole one ends; `cut` that the rest of
    the file is the beginning of one, as a crash leaves it."""

    def __init__(self, at: int, *, cut: bool) -> None:
        super().__init__(f"byte {at}")
        self.at, self.cut = at, cut


def members(file: IO[bytes]) -> Iterator[Member]:
    """The members of a file from its position on. Raises Broken behind the last whole one where there is more."""
    start, rest = file.tell(), b""
    while rest or (rest := file.read(_CHUNK)):
        member, rest = _read_member(file, start, rest)
        yield member
        start = member.end


def _read_member(file: IO[bytes], start: int, chunk: bytes) -> tuple[Member, bytes]:
    """The member that begins with `chunk`, and what was read past its end."""
    packed, data, end = zlib.decompressobj(16 + zlib.MAX_WBITS), bytearray(), start
    while chunk:
        end += len(chunk)
        try:
            data += packed.decompress(chunk)
        except zlib.error as error:
            raise Broken(start, cut=_is_cut(file, start)) from error
        if packed.eof:
            return Member(start, end - len(packed.unused_data), bytes(data)), packed.unused_data
        chunk = file.read(_CHUNK)
    raise Broken(start, cut=True)


def _is_cut(file: IO[bytes], start: int) -> bool:
    """Whether nothing stands from `start` on but the beginning of a member, and zeros where a disk lost the rest."""
    file.seek(start)
    rest = file.read(_LONGEST)
    if len(rest) == _LONGEST:
        return False
    packed = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        packed.decompress(rest.rstrip(b"\0"))
    except zlib.error:
        return False
    return not packed.eof


def read_answer(data: bytes) -> Answer | None:
    """The answer over HTTP that a record holds; None of any other record. Raises OSError for what is no record."""
    record = WarcRecord.from_bytes(data)
    if record.record_type != WarcRecordType.response or not record.is_http:
        return None
    try:
        url = httpx.URL((record.headers.get("WARC-Target-URI") or "").strip("<> "))
        record.parse_http(auto_decode="all", max_header_len=_HEAD)
    except (httpx.InvalidURL, OSError):
        return None
    return Answer(
        url=url,
        status=record.http_headers.status_code or 0,
        reason=record.http_headers.reason_phrase or "",
        headers=tuple(record.http_headers.items_bytes()),
        body=record.reader.read(),
        at=record.record_date,
    )


def _kept_headers(answer: Answer) -> Headers:
    plain = ((b"X-Crawler-" + name if name.lower() in _OF_THE_WIRE else name, value) for name, value in answer.headers)
    return (*plain, (b"Content-Length", str(len(answer.body)).encode("ascii")))


def _request(answer: Answer, given: WarcRecord) -> bytes:
    target = answer.url.raw_path.decode("ascii")
    record = _record(WarcRecordType.request, answer, _head(f"GET {target} HTTP/1.1", answer.asked))
    record.headers["WARC-Concurrent-To"] = given.headers["WARC-Record-ID"]
    return _member(record)


def _record(kind: WarcRecordType, answer: Answer, block: bytes) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(kind, record_urn=uuid.uuid4().urn.removeprefix("urn:").encode("ascii"))
    record.headers["WARC-Target-URI"] = str(answer.url)
    record.headers["WARC-Date"] = _date(answer.at)
    if answer.address is not None:
        record.headers["WARC-IP-Address"] = answer.address
    message = "request" if kind == WarcRecordType.request else "response"
    record.headers["Content-Type"] = f"application/http; msgtype={message}"
    record.set_bytes_content(block)
    return record


def _head(first: str, headers: Headers) -> bytes:
    lines = (first.encode("latin-1"), *(name + b": " + value for name, value in headers))
    return b"\r\n".join(lines) + b"\r\n\r\n"


def _member(record: WarcRecord, *, payload: bytes | None = None) -> bytes:
    out = io.BytesIO()
    record.write(out, checksum_data=True, payload_digest=None if payload is None else _sha1(payload))
    return gzip.compress(out.getvalue(), mtime=0)


def _date(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def _sha1(body: bytes) -> bytes:
    return hashlib.sha1(body, usedforsecurity=False).digest()
