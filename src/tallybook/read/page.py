"""One input into a document: told apart, decoded, cut into blocks, its facts gathered."""

from __future__ import annotations

import hashlib
import re

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read.decoding import decode
from tallybook.read.dump import read_dump
from tallybook.read.markup import read_markup
from tallybook.read.refusal import refuse_binary, refuse_unreadable_text
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
    """The document that `data` holds, as saved HTML or as plain text.

    Raises `UnreadableInput` where the bytes are too many, empty, binary, undecodable, or hold no sentences.
    """
    where = path or url or "input"
    refuse_large(len(data), where=where, settings=settings)
    refuse_binary(data, where=where)
    probe = data[:_HEAD].decode("latin-1")
    decoded = decode(data, where=where, markup=is_markup(probe))
    refuse_unreadable_text(decoded.text, where=where)
    read = read_markup if is_markup(decoded.text[:_HEAD]) else read_dump
    parts = read(decoded.text, where=where, settings=settings)
    digest = hashlib.sha256(parts.text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=digest[:12],
        text=parts.text,
        content_hash=digest,
        blocks=parts.blocks,
        path=path,
        url=url or parts.facts.url,
        title=parts.facts.title,
        outlet=parts.facts.outlet,
        author=parts.facts.author,
        language=parts.facts.language,
        published=parts.facts.published,
        not_after=parts.facts.not_after,
        source_map=parts.source_map,
        encoding=None if decoded.encoding == "utf-8" else f"{decoded.encoding} ({decoded.why})",
    )


def refuse_large(size: int, *, where: str, settings: Settings) -> None:
    """Raises `UnreadableInput` where an input is larger than `settings.max_bytes`."""
    if size > settings.max_bytes:
        raise UnreadableInput(
            "the file is too large for a page",
            where=where,
            why=f"{size / 1e6:.1f} MB; the limit is {settings.max_bytes / 1e6:.1f} MB",
            hint="split it into pages, or raise max_bytes",
        )


def is_markup(head: str) -> bool:
    """Whether a text starts as HTML does, or holds tags as HTML does."""
    start = head.lstrip("\ufeff \t\r\n")
    return _MARKUP_START.match(start) is not None or (start.startswith("<") and len(_TAG.findall(head)) >= 3)
