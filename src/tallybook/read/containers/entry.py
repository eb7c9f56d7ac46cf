"""A text with a few facts beside it, as feeds and dumps of articles give it, into a capture."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from tallybook.read.capture import Capture, Stated
from tallybook.read.containers.source import Source
from tallybook.read.head import iso_date

_TAG = re.compile(r"<[^<>]{1,200}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One publication as a container lists it. `date` is as written, and of `markup` and `text` one is given."""

    key: str
    text: str | None = None
    markup: str | None = None
    title: str | None = None
    url: str | None = None
    date: str | None = None
    author: str | None = None
    outlet: str | None = None
    language: str | None = None


def entry_capture(entry: Entry, source: Source, *, kind: str, entire: bool) -> Capture | None:
    """The capture of an entry, its title as the headline above its text; None where it has neither.

    `kind` tells in the reason for its date what states it: "feed entry". `entire` keeps what is too short for a page.
    """
    title = plain_title(entry.title)
    page, media = _page(entry, title)
    if page is None:
        return None
    where = source.record(entry.key)
    stated = Stated(
        title=title,
        author=_clean(entry.author),
        outlet=_clean(entry.outlet),
        language=_language(entry.language),
        published=iso_date(entry.date, kind) if entry.date else None,
        wins=True,
    )
    return Capture(
        data=page.encode("utf-8", "replace"),
        where=where,
        path=where,
        url=entry.url if entry.url and entry.url.startswith(("http://", "https://")) else None,
        media_type=f"{media}; charset=utf-8",
        stated=stated,
        entire=entire,
    )


def plain_title(title: str | None) -> str | None:
    """A title without mark-up, in one line.

    >>> plain_title("Four &lt;b&gt;killed&lt;/b&gt;  &amp;amp; two hurt")
    'Four killed & two hurt'
    """
    words = html.unescape(_TAG.sub("", html.unescape(title or "")))
    return _clean(words)


def _page(entry: Entry, title: str | None) -> tuple[str | None, str]:
    if entry.markup and entry.markup.strip():
        headline = f"<h1>{html.escape(title)}</h1>" if title else ""
        head = f"<title>{html.escape(title)}</title>" if title else ""
        page = (
            f"<!DOCTYPE html><html><head>{head}</head><body><article>{headline}{entry.markup}</article></body></html>"
        )
        return page, "text/html"
    text = (entry.text or "").strip()
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}".strip()
    return (f"{text}\n" if text else None), "text/plain"


def _clean(words: str | None) -> str | None:
    return " ".join((words or "").split())[:300] or None


def _language(code: str | None) -> str | None:
    found = re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", code or "")
    return found.group(1).lower() if found else None
