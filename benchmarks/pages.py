"""How well and how fast pages are read: main text, date and title of real news pages, beside trafilatura's fast mode.

Main text is scored as in Scrapinghub's article extraction benchmark (2020): shingles of four words counted on both
sides, precision and recall averaged over the pages. A date is right where it is the day that the set gives, in UTC or
in the time zone given; wrong where it is another; a page without one is neither. Days that the set gives after the day
on which the page was saved are the set's errors (day and month swapped) and left out. Titles are compared with single
spaces. Times are processor time of one thread.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean
from textwrap import wrap

from benchmarks.scoring import Figures
from tallybook.errors import UnreadableInput
from tallybook.model import ARTICLE_KINDS, BlockKind, Document
from tallybook.read import read_page
from tallybook.settings import Settings

SHINGLE = 4
ROUNDS = 2
DUMP_WIDTH = 100
TEXT_KINDS = ARTICLE_KINDS - {BlockKind.TITLE}
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A saved page with what people found in it."""

    html: bytes
    body: str
    title: str | None = None
    published: dt.datetime | None = None


def measure_pages(shared: Path) -> Figures:
    """`pages.SET.*`: F1 of the main text, dates, titles; `speed.pages_SET*`: pages a second, and over trafilatura's."""
    figures: Figures = {}
    for name, load in SETS.items():
        folder = shared / "data" / "pages" / name
        if not folder.exists():
            continue
        pages = load(folder)
        documents = [_read(page.html) for page in pages]
        figures[f"pages.{name}.f1"] = text_f1([page.body for page in pages], [_text(found) for found in documents])
        dumped = [_read(_dump(found)) if found else None for found in documents]
        figures[f"pages.{name}.dump_f1"] = text_f1([page.body for page in pages], [_text(found) for found in dumped])
        figures |= {f"pages.{name}.{fact}": value for fact, value in _facts(pages, documents).items()}
        figures |= {f"speed.pages_{name}{what}": value for what, value in _speed(pages).items()}
    return figures


def scrapinghub(folder: Path) -> list[Page]:
    """The pages of the benchmark of 2020, with their text."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return [Page(html=_unpacked(folder, f"{key}.html.gz"), body=row["articleBody"]) for key, row in truth.items()]


def fundus(folder: Path) -> list[Page]:
    """Pages of many countries, as the publishers' own parsers in Fundus (ACL 2024) read them."""
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Page(
            html=_unpacked(folder, row["page"]),
            body=row["body"],
            title=row["title"],
            published=_possible(dt.datetime.fromisoformat(row["published"]), row["page"]),
        )
        for row in rows
    ]


def _possible(published: dt.datetime, name: str) -> dt.datetime | None:
    """The time, unless it lies after the day of the name: "at_DerStandard_2024_05_03.html.gz"."""
    saved = dt.date(*map(int, name.split(".")[0].split("_")[-3:]))
    return published if published.date() <= saved + dt.timedelta(days=2) else None


SETS: dict[str, Callable[[Path], list[Page]]] = {"scrapinghub": scrapinghub, "fundus": fundus}


def _unpacked(folder: Path, name: str) -> bytes:
    return gzip.decompress((folder / "html" / name).read_bytes())


def _read(data: bytes) -> Document | None:
    try:
        return read_page(data, settings=Settings())
    except UnreadableInput:
        return None


def _text(document: Document | None) -> str:
    blocks = document.blocks if document else ()
    return "\n".join(block.span.of(document.text) for block in blocks if block.kind in TEXT_KINDS) if document else ""


def _dump(document: Document) -> bytes:
    """A page as a text dump has it: every line that it shows, menus and all, wrapped as terminals and mail do."""
    lines = (line for block in document.blocks for line in block.span.of(document.text).splitlines())
    return "\n".join(part for line in lines for part in (*wrap(line, DUMP_WIDTH), "")).encode()


def text_f1(true: Sequence[str], found: Sequence[str]) -> float:
    """F1 of the mean precision and the mean recall of four-word shingles over pages.

    >>> text_f1(["one two three four five"], ["one two three four"])
    0.6666666666666666
    """
    pairs = [(_shingles(one), _shingles(other)) for one, other in zip(true, found, strict=True)]
    precision = mean((one & other).total() / other.total() for one, other in pairs if other)
    recall = mean((one & other).total() / one.total() for one, other in pairs if one)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    starts = range(max(1, len(tokens) - SHINGLE + 1)) if tokens else ()
    return Counter(tuple(tokens[at : at + SHINGLE]) for at in starts)


def _facts(pages: Sequence[Page], documents: Sequence[Document | None]) -> Figures:
    dated = [(page.published, found) for page, found in zip(pages, documents, strict=True) if page.published]
    titled = [(page.title, found) for page, found in zip(pages, documents, strict=True) if page.title]
    if not dated or not titled:
        return {}
    right = [_same_day(published, found) for published, found in dated]
    return {
        "date_right": sum(one is True for one in right) / len(right),
        "date_wrong_share": sum(one is False for one in right) / len(right),
        "title_exact": mean(found is not None and _spaced(found.title) == _spaced(title) for title, found in titled),
    }


def _spaced(words: str | None) -> str:
    return " ".join((words or "").split())


def _same_day(published: dt.datetime, found: Document | None) -> bool | None:
    """None where no full date was found."""
    date = found.published if found else None
    if date is None or date.year is None or date.month is None or date.day is None:
        return None
    days = {published.date(), published.astimezone(dt.UTC).date()}
    return dt.date(date.year, date.month, date.day) in days


def _speed(pages: Sequence[Page]) -> Figures:
    """Pages a second, and how many times trafilatura's; page by page in turn, the least of a few rounds."""
    from trafilatura import extract

    tasks: list[tuple[Callable[[], object], Callable[[], object]]] = [
        (partial(_read, page.html), partial(extract, page.html.decode("utf-8", "replace"), fast=True)) for page in pages
    ]
    rounds = [[(_timed(ours), _timed(theirs)) for ours, theirs in tasks] for _ in range(ROUNDS)]
    ours, theirs = (sum(min(times[which] for times in page) for page in zip(*rounds, strict=True)) for which in (0, 1))
    return {"_per_second": len(pages) / ours, "_times_trafilatura_fast": theirs / ours}


def _timed(task: Callable[[], object]) -> float:
    started = time.process_time()
    task()
    return time.process_time() - started
