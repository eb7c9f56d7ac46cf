"""One capture into a document: told apart, decoded, cut into blocks, its facts gathered."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read.capture import Capture
from tallybook.read.decoding import charset_of, decode
from tallybook.read.dump import read_dump
from tallybook.read.entire import read_entire
from tallybook.read.header import bound
from tallybook.read.markup import read_markup
from tallybook.read.parts import Parts
from tallybook.read.pdf import is_pdf, pdf_text
from tallybook.read.refusal import refuse_binary, refuse_large, refuse_unreadable_text
from tallybook.read.shown import shown_text
from tallybook.read.stated import with_stated
from tallybook.settings import Settings

_MARKUP_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|ul|li|article|section|main|table|img|script|meta|title|nav|header)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_HEAD = 20_000


def read_page(data: bytes, *, path: str | None = None, url: str | None = None, settings: Settings) -> Document:
    """The document that `data` holds, as `read_capture` reads it. Raises what that raises."""
    return read_capture(Capture(data=data, where=path or url or "input", path=path, url=url), settings)


def read_capture(capture: Capture, settings: Settings) -> Document:
    """The document that a capture holds, as saved HTML, as plain text or as PDF.

    Raises `UnreadableInput` where the bytes are too many, empty, binary, undecodable, or hold no sentences.
    """
    refuse_large(len(capture.data), where=capture.where, settings=settings)
    read = _read_pdf if is_pdf(capture.data) else _read_text
    parts, encoding = read(capture, settings)
    digest = hashlib.sha256(parts.text.encode("utf-8", "surrogatepass")).hexdigest()
    facts = with_stated(parts.facts, capture)
    return Document(
        id=digest[:12],
        text=parts.text,
        content_hash=digest,
        blocks=parts.blocks,
        path=capture.path,
        url=facts.url,
        title=facts.title,
        outlet=facts.outlet,
        author=facts.author,
        language=facts.language,
        published=facts.published,
        not_after=facts.not_after,
        source_map=parts.source_map,
        posts=parts.posts,
        encoding=encoding,
    )


def _read_pdf(capture: Capture, settings: Settings) -> tuple[Parts, None]:
    found = pdf_text(capture.data, where=capture.where)
    parts = read_dump(found.text, where=capture.where, settings=settings)
    facts = parts.facts
    clock = facts.not_after or bound(facts.published, found.made)
    return replace(
        parts, facts=replace(facts, title=found.headline or facts.title or found.title, not_after=clock)
    ), None


def _read_text(capture: Capture, settings: Settings) -> tuple[Parts, str | None]:
    """What is read of bytes that are text, and how they were decoded where they are not UTF-8."""
    data, where = capture.data, capture.where
    refuse_binary(data, where=where)
    declared = charset_of(capture.media_type)
    decoded = decode(data, where=where, markup=is_markup(data[:_HEAD].decode("latin-1")), declared=declared)
    refuse_unreadable_text(decoded.text, where=where)
    encoding = None if decoded.encoding == "utf-8" else f"{decoded.encoding} ({decoded.why})"
    return _parts(decoded.text, capture, settings), encoding


def _parts(text: str, capture: Capture, settings: Settings) -> Parts:
    """What is read of a decoded text: as mark-up, as a dump, or as a publication that stands alone."""
    if is_markup(text[:_HEAD]):
        try:
            return read_markup(text, where=capture.where, settings=settings)
        except UnreadableInput:
            if not capture.entire:
                raise
            return read_entire(shown_text(text), title=capture.stated.title, settings=settings)
    if capture.entire:
        return read_entire(text, title=capture.stated.title, settings=settings)
    return read_dump(text, where=capture.where, settings=settings)


def is_markup(head: str) -> bool:
    """Whether a text starts as HTML does, or holds tags as HTML does."""
    start = head.lstrip("\ufeff \t\r\n")
    return _MARKUP_START.match(start) is not None or (start.startswith("<") and len(_TAG.findall(head)) >= 3)
