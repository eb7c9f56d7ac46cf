"""One record of a WARC file into a capture, or into the word for what it is instead of a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tallybook.errors import UnreadableInput
from tallybook.read.capture import Capture, Stated
from tallybook.read.containers.payload import payload_of
from tallybook.read.page import is_markup
from tallybook.settings import Settings

if TYPE_CHECKING:
    from fastwarc import WarcRecord

Result = Capture | UnreadableInput | str
"""What a record gives: a capture, the reason there is none, or the word for what it is instead of a page."""

_OK = 200
_PAGES = frozenset(("text/html", "application/xhtml+xml", "text/plain", "application/pdf"))
_UNTOLD = frozenset(("", "application/octet-stream", "binary/octet-stream", "unk"))
_FILES_OF_SITES = ("/robots.txt", "/ads.txt", "/humans.txt", "/security.txt", "/llms.txt")
_NOTES = ("metadata:", "urn:", "dns:")
"""How addresses begin under which wget and Browsertrix put their logs, arguments and what they made of a page."""
_PROBE = 4096
_HEADER = 1 << 20
"""Bytes of an HTTP header: servers send more than the 32 KB that FastWARC takes unless told."""


def result_of(record: WarcRecord, name: str, *, settings: Settings, listed: Mapping[str, Stated]) -> Result:
    """What a record gives under its name. Raises OSError where its bytes cannot be read."""
    kind = (record.headers.get("WARC-Type") or "record without a type").lower()
    if kind not in ("response", "resource", "conversion"):
        return kind
    if not record.is_http:
        return _page(record, name, record.headers.get("Content-Type") or "", settings, listed)
    try:
        record.parse_http(quirks_mode=True, max_header_len=_HEADER)
    except OSError as error:
        return _broken(name, f"its HTTP header is broken: {' '.join(str(error).split())}")
    headers = record.http_headers
    if headers is None or headers.status_code is None:
        return _broken(name, "it has no HTTP header")
    if headers.status_code != _OK:
        return f"status {headers.status_code}"
    return _page(record, name, headers.get("Content-Type") or "", settings, listed)


def _page(record: WarcRecord, name: str, declared: str, settings: Settings, listed: Mapping[str, Stated]) -> Result:
    media = declared.partition(";")[0].strip().lower()
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    if media not in _PAGES and media not in _UNTOLD:
        return media
    if url and url.lower().startswith(_NOTES):
        return "note of the crawler"
    if url and _path_of(url) in _FILES_OF_SITES:
        return "file for crawlers"
    length = record.content_length
    if length > settings.max_bytes:
        return _broken(name, f"{length / 1e6:.1f} MB; the limit is {settings.max_bytes / 1e6:.1f} MB", "is too large")
    raw = record.reader.read(length + 1)
    if len(raw) < length:
        return _broken(name, f"{len(raw)} of its {length} bytes are there", "is cut")
    http = record.http_headers
    content, transfer = (http.get("Content-Encoding"), http.get("Transfer-Encoding")) if http else (None, None)
    data = payload_of(raw, content=content, transfer=transfer, limit=settings.max_bytes)
    if media in _UNTOLD and not is_markup(data[:_PROBE].decode("latin-1")):
        return media or "without media type"
    if not data.strip():
        return "empty"
    stated = listed.get(url or "", Stated())
    return Capture(
        data=data,
        where=f"{name} ({url})" if url else name,
        path=name,
        url=url,
        media_type=declared or None,
        seen=record.record_date,
        stated=stated,
    )


def _path_of(url: str) -> str:
    """Nothing where an address is none: a crawler notes what it was given."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _broken(name: str, why: str, how: str = "is damaged") -> UnreadableInput:
    return UnreadableInput(f"the record {how}", where=name, why=why, hint="the others are read; fetch this page again")
