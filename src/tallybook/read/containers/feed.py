"""RSS, RDF, Atom and JSON feeds: one capture an entry.

fastfeedparser reads the entries of XML. Their dates are read here as they are written: it turns them into UTC, where
the day can be another, and words such as "yesterday" into a day that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from lxml import etree

from tallybook.errors import UnreadableInput
from tallybook.read.capture import Capture
from tallybook.read.containers.articles import entry_of
from tallybook.read.containers.entry import Entry, entry_capture, plain_title
from tallybook.read.containers.source import Source, nothing_in, whole
from tallybook.settings import Settings

_KIND = "feed entry"
_DATES = ("pubDate", "published", "issued", "date", "created", "updated", "modified", "lastBuildDate")
_KEYS = ("guid", "id", "link")
_HINT = "save the feed again as the server sends it"


@dataclass(frozen=True, slots=True)
class _Said:
    """What the XML of an entry says beside what the library gives."""

    date: str | None
    source: str | None


def feed_captures(source: Source, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """The entries of an XML feed: the whole text where the feed has it, else the teaser, under the title.

    An entry is named by its id or link, so that it stays the same page when the feed moves on. Raises
    `UnreadableInput` where the feed cannot be read.
    """
    from fastfeedparser import parse

    data = whole(source, settings.max_bytes, "feed")
    try:
        feed = parse(data, include_media=False, include_enclosures=False, include_tags=False)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, etree.LxmlError) as error:
        raise UnreadableInput("the feed cannot be read", where=source.name, why=str(error), hint=_HINT) from error
    said, language = _said(data)
    about = feed["feed"]
    outlet = outlet_of(about.get("title"))
    entries = [
        _entry(one, place, outlet, about.get("language") or language, said) for place, one in enumerate(feed["entries"])
    ]
    yield from _captures(entries, source)


def json_feed_captures(source: Source, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """The items of a JSON feed (jsonfeed.org), as `feed_captures` gives those of XML."""
    data = whole(source, settings.max_bytes, "feed")
    try:
        feed = msgspec.json.decode(data.lstrip(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableInput("the feed cannot be read", where=source.name, why=str(error), hint=_HINT) from error
    outlet, items = outlet_of(_text(feed.get("title"))), feed.get("items")
    entries = [
        replace(entry_of(_text(item.get("id")) or _text(item.get("url")) or str(place), item), outlet=outlet)
        for place, item in enumerate(items if isinstance(items, list) else [])
        if isinstance(item, dict)
    ]
    yield from _captures(entries, source)


def outlet_of(title: str | None) -> str | None:
    """The outlet in the title of its feed: what stands behind the bar, where there is one.

    >>> outlet_of("World news | Belmo Post"), outlet_of("Belmo Post")
    ('Belmo Post', 'Belmo Post')
    """
    words = plain_title(title)
    return (words.rpartition("|")[2].strip() or words) if words else None


def _captures(entries: list[Entry], source: Source) -> Iterator[Capture | UnreadableInput]:
    given = 0
    seen: set[str] = set()
    for place, entry in enumerate(entries):
        named = entry if entry.key not in seen else replace(entry, key=f"{entry.key}#{place}")
        seen.add(named.key)
        capture = entry_capture(named, source, kind=_KIND, entire=True)
        if capture is not None:
            given += 1
            yield capture
    if not given:
        yield nothing_in(source.name, "feed", f"{len(entries)} entries, none with text" if entries else "no entries")


def _entry(
    found: Mapping[str, Any], place: int, outlet: str | None, language: str | None, said: dict[str, _Said]
) -> Entry:
    contents = [one["value"] for one in found.get("content") or () if one.get("value")]
    markup = max((*contents, found.get("description") or ""), key=len)
    url = found.get("link")
    own = next((said[key] for key in (found.get("id"), url, found.get("title")) if key in said), _Said(None, None))
    return Entry(
        key=found.get("id") or url or str(place),
        markup=markup,
        text=None,
        title=found.get("title"),
        url=url,
        date=own.date,
        author=found.get("author"),
        outlet=own.source or outlet,
        language=language,
    )


def _said(data: bytes) -> tuple[dict[str, _Said], str | None]:
    """Dates as written and the names of sources, by id, link and title; and the language of the feed."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        return {}, None
    said: dict[str, _Said] = {}
    language = None
    for element in root.iter():
        name = _local(element)
        if name in ("item", "entry"):
            _note(element, said)
        elif name == "language" and language is None:
            language = element.text
    return said, language


def _note(item: etree._Element, said: dict[str, _Said]) -> None:
    texts: dict[str, str] = {}
    for child in item:
        words = (child.text or "").strip() or (child.get("href") or "").strip()
        if words:
            texts.setdefault(_local(child), words)
    date = next((texts[name] for name in _DATES if name in texts), None)
    for key in (*_KEYS, "title"):
        if key in texts:
            said.setdefault(texts[key], _Said(date, texts.get("source")))


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
