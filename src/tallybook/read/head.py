"""What a page's mark-up says about it: JSON-LD, meta elements, <title>, <time>, lang."""

from __future__ import annotations

import datetime as dt
import email.utils
import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tallybook.model import PartialDate
from tallybook.read.raw_facts import RawFacts

_ARTICLE = re.compile(r"article|posting|report|newsstory", re.IGNORECASE)
_ISO = re.compile(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\d)|\s*(\d{4})(\d{2})(\d{2})(?!\d)")
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published"),
    *(
        "publish-date",
        "publish_date",
        "publishdate",
        "pubdate",
        "article.published",
        "parsely-pub-date",
        "sailthru.date",
    ),
    *("dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "cxenseparse:recs:publishtime", "date"),
)
_SPLIT = re.compile(r"\s+(?:::|[|–—\-·•»:])\s+|\s*\|\s*")
_LONGEST = 400
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Head:
    """The facts as strings. `headlines` are all wordings of the title that the mark-up gives, the best first.

    `is_article` says that the page calls itself one.
    """

    headlines: tuple[str, ...]
    outlet: str | None
    author: str | None
    language: str | None
    url: str | None
    description: str | None
    published: PartialDate | None
    is_article: bool


def read_head(raw: RawFacts) -> Head:
    """The facts that the mark-up of a page states."""
    metas = raw.metas
    article = _json_article(raw)
    window = _clipped(raw.window)
    headlines = _distinct(_string(article.get("headline")), metas.get("og:title"), metas.get("twitter:title"), window)
    return Head(
        headlines=headlines,
        outlet=_clipped(metas.get("og:site_name")) or _name(article.get("publisher")) or _outlet_in(window, headlines),
        author=_name(article.get("author")) or _meta_author(metas),
        language=_language(raw),
        url=raw.canonical or (metas.get("og:url") if metas.get("og:url", "").startswith("http") else None),
        description=metas.get("og:description") or metas.get("description"),
        published=_published(raw, article),
        is_article=bool(article) or metas.get("og:type", "").lower() == "article",
    )


def stated_times(raw: RawFacts) -> Iterator[tuple[str, PartialDate]]:
    """The words of each <time> of a page with the day that it states, in order."""
    for moment, inside in raw.times:
        words = " ".join(html.unescape(_TAG.sub("", inside)).split())
        day = iso_date(moment, "<time>")
        if words and day is not None and day.date() is not None:
            yield words, day


def iso_date(words: str, how: str) -> PartialDate | None:
    """The date that an ISO 8601 or RFC 2822 string names, as far as it goes; None where it names none."""
    found = _ISO.match(words)
    if found:
        year, month, day = (
            int(part) if part else None for part in (found.groups()[:3] if found[1] else found.groups()[3:])
        )
        return _checked(year, month, day, how)
    try:
        parsed = email.utils.parsedate(words[:80])
    except (ValueError, IndexError, TypeError):
        return None
    return _checked(parsed[0], parsed[1], parsed[2], how) if parsed else None


def _checked(year: int | None, month: int | None, day: int | None, how: str) -> PartialDate | None:
    if year is None or not 1900 <= year <= 2200:
        return None
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return PartialDate(year=year, month=month, day=day, how=how)


def _published(raw: RawFacts, article: Mapping[str, Any]) -> PartialDate | None:
    words = _string(article.get("datePublished"))
    found = iso_date(words, "JSON-LD datePublished") if words else None
    if found:
        return found
    for name in _PUBLISHED:
        found = iso_date(raw.metas[name], f"meta {name}") if name in raw.metas else None
        if found:
            return found
    for moment, _ in raw.times:
        found = iso_date(moment, "<time>")
        if found:
            return found
    return None


def _json_article(raw: RawFacts) -> Mapping[str, Any]:
    """The JSON-LD object of the article; the one with most of the facts where there are several."""
    best: Mapping[str, Any] = {}
    for words in raw.json:
        for item in _objects(words):
            if _is_article(item) and _worth(item) > _worth(best):
                best = item
    return best


def _worth(item: Mapping[str, Any]) -> int:
    return sum(key in item for key in ("headline", "datePublished", "author", "publisher"))


def _is_article(item: Mapping[str, Any]) -> bool:
    kind = item.get("@type")
    return any(isinstance(one, str) and _ARTICLE.search(one) for one in (kind if isinstance(kind, list) else [kind]))


def _objects(words: str) -> Iterator[Mapping[str, Any]]:
    """Every object in a JSON text, the outer ones first; none where it does not parse."""
    try:
        waiting = [json.loads(words.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, dict):
            yield item
            waiting.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item)
        elif isinstance(item, list):
            waiting.extend(item)


def _string(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return _clipped(value) if isinstance(value, str) else None


def _clipped(value: str | None) -> str | None:
    words = " ".join(html.unescape(value or "").split())
    return words if 0 < len(words) <= _LONGEST else None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        names = [name for one in value[:8] if (name := _name(one))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    return _string(value)


def _meta_author(metas: Mapping[str, str]) -> str | None:
    stated = next(
        (
            metas[name]
            for name in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
            if name in metas
        ),
        None,
    )
    return None if stated is None or "://" in stated or len(stated) > 120 else stated


def _outlet_in(window: str | None, headlines: tuple[str, ...]) -> str | None:
    """The outlet after the last bar of the window title, where the rest is the headline."""
    if not window:
        return None
    parts = [part for part in _SPLIT.split(window) if part]
    if len(parts) < 2 or len(parts[-1].split()) > 5:
        return None
    barred = "|" in window or any(headline != window and window.startswith(headline[:40]) for headline in headlines)
    return parts[-1] if barred else None


def _language(raw: RawFacts) -> str | None:
    words = raw.language or raw.metas.get("og:locale") or raw.metas.get("content-language")
    code = re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", words or "")
    return code.group(1).lower() if code else None


def _distinct(*values: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clipped for value in values if (clipped := _clipped(value))))
