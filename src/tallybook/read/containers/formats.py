"""What a file is, told by how it begins. Names are not looked at."""

from __future__ import annotations

import re
import zlib
from enum import Enum, auto


class Format(Enum):
    """The kinds of files that are read."""

    PAGE = auto()
    WARC = auto()
    GZIP = auto()
    ZIP = auto()
    FEED = auto()
    JSON_FEED = auto()
    TELEGRAM = auto()
    ARTICLES = auto()
    MBOX = auto()
    MAIL = auto()


_SPACE = b" \t\r\n\xef\xbb\xbf"
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|(?:\w+:)?feed|rdf:RDF)\b",
    re.DOTALL | re.IGNORECASE,
)
_FEED_NAMED = re.compile(rb"<rss\b|purl\.org/rss/|purl\.org/atom|www\.w3\.org/2005/Atom", re.IGNORECASE)
_MBOX = re.compile(rb"From \S+ .{0,40}\d{4}[^\n]*\r?\n[\w-]+:")
_HEADER = re.compile(rb"([\w-]{1,60}):[ \t]?[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*\r?\n")
_MAIL_FIELDS = frozenset((b"from", b"date", b"subject", b"to", b"message-id", b"mime-version", b"received"))
_LEAST_FIELDS = 3
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https://jsonfeed\.org/')
_MESSAGES = re.compile(rb'"(?:messages|chats)"\s*:\s*[\[{]')
_JSON = re.compile(rb'\s*(?:\[\s*)?\{\s*"')
_RECORD = b"WARC/"
ZSTD, GZIP, LZ4 = b"\x28\xb5\x2f\xfd", b"\x1f\x8b", b"\x04\x22\x4d\x18"
_ZIP = b"PK\x03\x04", b"PK\x05\x06"


def format_of(head: bytes) -> Format:
    """The format of a file that begins with `head`. What gzip holds, but for WARC, has a head of its own."""
    start = head.lstrip(_SPACE)
    for found, looks in (
        (Format.WARC, head.startswith((_RECORD, ZSTD, LZ4)) or (head.startswith(GZIP) and opens_record(head))),
        (Format.GZIP, head.startswith(GZIP)),
        (Format.ZIP, head.startswith(_ZIP)),
        (Format.FEED, _FEED.match(start) is not None and _FEED_NAMED.search(head) is not None),
        (Format.MBOX, _MBOX.match(start) is not None),
        (Format.MAIL, _is_mail(start)),
    ):
        if looks:
            return found
    return _json_format(start) if _JSON.match(start) else Format.PAGE


def opens_record(packed: bytes) -> bool:
    """Whether bytes begin a gzip member that holds a WARC record."""
    try:
        return zlib.decompressobj(wbits=16 + zlib.MAX_WBITS).decompress(packed, len(_RECORD)) == _RECORD
    except zlib.error:
        return False


def _json_format(head: bytes) -> Format:
    if head.startswith(b"{") and _JSON_FEED.search(head):
        return Format.JSON_FEED
    if head.startswith(b"{") and _MESSAGES.search(head):
        return Format.TELEGRAM
    return Format.ARTICLES


def _is_mail(head: bytes) -> bool:
    """Whether a text begins with fields of a mail's header, as many as no article begins with."""
    names: set[bytes] = set()
    at = 0
    while field := _HEADER.match(head, at):
        names.add(field.group(1).lower())
        at = field.end()
    return len(names & _MAIL_FIELDS) >= _LEAST_FIELDS and b"from" in names
