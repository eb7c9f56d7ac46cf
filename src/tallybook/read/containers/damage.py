"""Damaged WARC files: where a record that was read ends, if it is sound, and where the next one begins.

A packed file is one gzip member a record, so that reading can begin at any of them (WARC 1.1, annex D.2).
"""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

from tallybook.read.containers.formats import opens_record

_CHUNK = 1 << 20
_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
_PLAIN = re.compile(rb"WARC/1\.[01]\r?\n")
_LENGTH = re.compile(rb"\nContent-Length:[ \t]*(\d{1,12})[ \t]*\r?\n", re.IGNORECASE)
_KEPT = 4096
"""Bytes of one chunk that are looked at again with the next: enough to tell whether a record opens."""
_LONGEST_HEADER = 1 << 16


def next_record(file: BinaryIO, after: int, *, packed: bool) -> int | None:
    """The offset of the first record that begins behind `after`; None where there is none."""
    pattern = _MEMBER if packed else _PLAIN
    at = after + 1
    file.seek(at)
    held = b""
    while chunk := file.read(_CHUNK):
        held += chunk
        for found in pattern.finditer(held):
            if not packed or opens_record(held[found.start() : found.start() + _KEPT]):
                return at + found.start()
        at, held = at + max(0, len(held) - _KEPT), held[-_KEPT:]
    return None


def end_of_record(file: BinaryIO, at: int, *, packed: bool) -> int | None:
    """Where the record at an offset ends; None where its bytes are not what its sum or its length says."""
    return _end_of_member(file, at) if packed else _end_of_plain(file, at)


def _end_of_member(file: BinaryIO, at: int) -> int | None:
    member = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    file.seek(at)
    read = at
    try:
        while not member.eof:
            chunk = file.read(_CHUNK)
            if not chunk:
                return None
            read += len(chunk)
            while chunk and not member.eof:
                member.decompress(chunk, _CHUNK)
                chunk = member.unconsumed_tail
    except zlib.error:
        return None
    return read - len(member.unused_data)


def _end_of_plain(file: BinaryIO, at: int) -> int | None:
    """A length that is too long takes in the beginning of the next record."""
    file.seek(at)
    head = file.read(_LONGEST_HEADER)
    header = head.partition(b"\r\n\r\n")[0]
    length = _LENGTH.search(header + b"\r\n")
    if length is None:
        return None
    begin, size = at + len(header) + 4, int(length.group(1))
    swallowed = next_record(file, begin, packed=False)
    end = begin + size
    return None if swallowed is not None and swallowed < end else end + len(b"\r\n\r\n")
