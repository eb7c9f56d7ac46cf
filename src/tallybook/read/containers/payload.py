"""What an answer over HTTP carried, with its packing undone."""

from __future__ import annotations

import zlib

_NONE = frozenset(("", "identity", "none"))


def payload_of(raw: bytes, *, content: str | None, transfer: str | None, limit: int) -> bytes:
    """The bytes that `raw` stands for under a Content-Encoding and a Transfer-Encoding, at most `limit` and one.

    Crawlers often store what they have unpacked under the header it came with, so bytes that are not packed as the
    header says are taken as they are.
    """
    encodings = [("Transfer-Encoding", transfer), ("Content-Encoding", content)]
    told = [(name, value) for name, value in encodings if value and value.strip().lower() not in _NONE]
    if not told:
        return raw
    for given in (told, told[1:], told[:-1]) if len(told) > 1 else (told,):
        found = _decoded(raw, given, limit)
        if found is not None:
            return found
    return _inflated(raw, limit) or raw


def _decoded(raw: bytes, headers: list[tuple[str, str]], limit: int) -> bytes | None:
    """As FastWARC decodes it: gzip, deflate, brotli and chunks. None where the bytes are packed in another way."""
    from fastwarc import WarcRecord, WarcRecordType

    lines = "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in headers)
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.is_http = True
    record.set_bytes_content(f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode("latin-1", "replace") + raw)
    try:
        record.parse_http(auto_decode="all")
        found = record.reader.read(limit + 1)
    except OSError:
        return None
    return bytes(found) if found or not raw else None


def _inflated(raw: bytes, limit: int) -> bytes | None:
    """Deflate without its zlib wrapper, as some servers send it."""
    try:
        return zlib.decompressobj(wbits=-zlib.MAX_WBITS).decompress(raw, limit + 1)
    except zlib.error:
        return None
