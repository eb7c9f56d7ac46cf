"""JSON and JSON Lines of articles, as news APIs, crawlers and extractors write them: one capture an object.

The keys are those of newspaper3k, news-please, Fundus, trafilatura, schema.org and the common news APIs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from tallybook.errors import UnreadableInput
from tallybook.read.capture import Capture
from tallybook.read.containers.entry import Entry, entry_capture
from tallybook.read.containers.source import BROKEN, Source, damaged, nothing_in, whole
from tallybook.settings import Settings

MAX_WHOLE = 20
"""How many times the size of a page a file may have that is one JSON value."""
_TEXT = (
    *(
        "maintext",
        "text",
        "body",
        "plaintext",
        "article_text",
        "article_body",
        "articleBody",
        "full_text",
        "cleaned_text",
    ),
    *("content_text", "content", "raw_text", "summary", "description"),
)
_MARKUP = ("content_html", "raw_html", "article_html", "html")
_TITLE = ("title", "headline", "name")
_URL = ("url", "link", "canonical_link", "canonical_url", "webUrl", "source")
_DATE = (
    *(
        "date_publish",
        "publish_date",
        "published_date",
        "publication_date",
        "publicationDate",
        "publishing_date",
        "date_published",
        "datePublished",
        "published_at",
        "publishedAt",
    ),
    *("published", "pubDate", "pub_date", "webPublicationDate", "date", "timestamp"),
)
_AUTHOR = ("authors", "author", "byline", "creator")
_OUTLET = (
    "publisher",
    "outlet",
    "site_name",
    "sitename",
    "source_name",
    "source",
    "source_domain",
    "hostname",
    "domain",
)
_LANGUAGE = ("language", "lang", "inLanguage")
_LISTS = ("articles", "items", "results", "docs", "data", "entries")
_EPOCH = 100_000_000, 100_000_000_000_000
_MILLISECONDS = 100_000_000_000
_KIND = "article record"
_ENOUGH = 1000
"""Records without text after which a file is no dump of articles."""


def article_captures(source: Source, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """The articles of a JSON file: of one object, of a list, of an object that holds a list, or of one object a line.

    A record that is no JSON, or has no text, is named by its number or line, and the others are read. Raises
    `UnreadableInput` where no record has any.
    """
    given = False
    waiting: list[Capture | UnreadableInput] = []
    for key, record in _records(source, settings):
        waiting.append(record if isinstance(record, UnreadableInput) else _capture(key, record, source))
        given = given or isinstance(waiting[-1], Capture)
        if given:
            yield from waiting
            waiting.clear()
        elif len(waiting) >= _ENOUGH:
            break
    if not given:
        why = next((f"{one.what}: {one.why}" for one in waiting if isinstance(one, UnreadableInput)), "no records")
        raise nothing_in(source.name, "JSON file", why)


def _records(source: Source, settings: Settings) -> Iterator[tuple[str, object]]:
    """The records with their keys: lines by number, the records of one value by place."""
    first = source.head().lstrip(b"\xef\xbb\xbf").partition(b"\n")[0]
    if _is_line(first):
        yield from _lines(source, settings)
        return
    data = whole(source, MAX_WHOLE * settings.max_bytes, "JSON file")
    try:
        value = msgspec.json.decode(data.lstrip(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        if b"\n{" in data:  # the first line is longer than the head, or broken
            source.file.seek(0)
            yield from _lines(source, settings)
            return
        raise _no_json(source.name, error) from error
    yield from ((str(place), one) for place, one in enumerate(_listed(value)))


def _is_line(line: bytes) -> bool:
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False


def _lines(source: Source, settings: Settings) -> Iterator[tuple[str, object]]:
    number = 0
    limit = settings.max_bytes
    try:
        while line := source.file.readline(limit + 1):
            number += 1
            if len(line) > limit:
                while line and not line.endswith(b"\n"):
                    line = source.file.readline(limit)
                why = f"more than {limit / 1e6:.1f} MB"
                yield str(number), _unread(source.record(number), "the record is too large", why)
            elif line.strip():
                yield from _of_line(number, _decoded(line.lstrip(b"\xef\xbb\xbf"), source.record(number)))
    except BROKEN as error:
        yield str(number + 1), damaged(source.record(number + 1), error)


def _of_line(number: int, value: object) -> Iterator[tuple[str, object]]:
    records = _listed(value) if isinstance(value, dict) else [value]
    yield from ((f"{number}.{place}" if len(records) > 1 else str(number), one) for place, one in enumerate(records))


def _decoded(line: bytes, where: str) -> object:
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return _no_json(where, error)


def _listed(value: object) -> Sequence[object]:
    """The records in a value: the list that it is or that an object without text holds, else the value alone."""
    if isinstance(value, dict) and not any(_all(value, (*_TEXT, *_MARKUP))):
        return next((value[key] for key in _LISTS if isinstance(value.get(key), list)), [value])
    return value if isinstance(value, list) else [value]


def _capture(key: str, record: object, source: Source) -> Capture | UnreadableInput:
    where = source.record(key)
    if not isinstance(record, dict):
        return _unread(where, "the record is no article", "it is no object")
    entry = entry_of(key, record)
    capture = entry_capture(entry, source, kind=_KIND, entire=False) if entry.text or entry.markup else None
    if capture is None:
        names = ", ".join(sorted(record)[:8])
        return _unread(where, "the record has no text", f"its keys are {names}" if names else "it is empty")
    return capture


def entry_of(key: str, record: Mapping[str, Any]) -> Entry:
    """What an object states under the names that are known."""
    markup = _first(record, _MARKUP)
    text = None if markup else _first(record, _TEXT)
    if text and text.lstrip().startswith("<") and "</" in text:
        markup, text = text, None
    return Entry(
        key=key,
        text=text,
        markup=markup,
        title=_first(record, _TITLE),
        url=next((found for found in _all(record, _URL) if found.startswith("http")), None),
        date=next((found for name in _DATE if (found := _date(record.get(name)))), None),
        author=_first(record, _AUTHOR),
        outlet=next((found for found in _all(record, _OUTLET) if "://" not in found), None),
        language=_first(record, _LANGUAGE),
    )


def _first(record: Mapping[str, Any], names: Sequence[str]) -> str | None:
    return next(_all(record, names), None)


def _all(record: Mapping[str, Any], names: Sequence[str]) -> Iterator[str]:
    return (words for name in names if name in record and (words := _words(record[name])))


def _words(value: object) -> str:
    """A value as words: a list of names in a row, an object by its name."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value[:8])))
    if isinstance(value, dict):
        return next((value[key] for key in ("name", "title") if isinstance(value.get(key), str)), "")
    return ""


def _date(value: object) -> str:
    """A date as written; seconds or milliseconds since 1970 as the day in UTC."""
    if isinstance(value, int | float) and not isinstance(value, bool) and _EPOCH[0] < value < _EPOCH[1]:
        seconds = value / 1000 if value > _MILLISECONDS else value
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat()
    return _words(value)


def _no_json(where: str, error: Exception) -> UnreadableInput:
    return _unread(where, "the record is no valid JSON", str(error))


def _unread(where: str, what: str, why: str) -> UnreadableInput:
    return UnreadableInput(what, where=where, why=why, hint="an article is an object with text, title, url and date")
