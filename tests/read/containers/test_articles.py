"""Articles as JSON: what the records of crawlers, extractors and news APIs state, and records that are none."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read import Capture, captures_of, read_paths
from tallybook.settings import Settings

SETTINGS = Settings(max_bytes=100_000)
TEXT = (
    "The governor said on Monday that 48 of the 300 workers had left the plant in Belmo for good.\n\n"
    "The company confirmed the figure on Tuesday and said that it would hire 20 new workers before the summer."
)
URL = "https://belmo.example/1"
NEWS_PLEASE = {
    "maintext": TEXT, "title": "Workers leave", "url": URL, "date_publish": "2024-03-05 10:00:00",
    "authors": ["Ana Ruiz"], "source_domain": "belmo.example", "language": "en",
}  # fmt: skip
FUNDUS = {
    "plaintext": TEXT, "title": "Workers leave", "url": URL, "publishing_date": "2024-03-05 10:00:00+00:00",
    "authors": ["Ana Ruiz"], "publisher": "belmo.example", "lang": "en",
}  # fmt: skip
EXTRACTED = {
    "text": TEXT, "title": "Workers leave", "source": URL, "date": "2024-03-05", "author": "Ana Ruiz",
    "hostname": "belmo.example",
}  # fmt: skip
API = {
    "content": TEXT, "title": "Workers leave", "url": URL, "publishedAt": "2024-03-05T10:00:00Z", "author": "Ana Ruiz",
    "source": {"id": None, "name": "belmo.example"},
}  # fmt: skip
SCHEMA_ORG = {
    "articleBody": TEXT, "headline": "Workers leave", "url": URL, "datePublished": "2024-03-05",
    "author": {"name": "Ana Ruiz"}, "publisher": {"name": "belmo.example"},
}  # fmt: skip
STAMPED = {"html": f"<p>{'</p><p>'.join(TEXT.split(chr(10) * 2))}</p>", "title": "Workers leave", "url": URL,
    "timestamp": 1709632800, "byline": "Ana Ruiz", "domain": "belmo.example"}  # fmt: skip
RECORDS = [NEWS_PLEASE, FUNDUS, EXTRACTED, API, SCHEMA_ORG, STAMPED]


def written(tmp_path: Path, data: str | bytes) -> Path:
    path = tmp_path / "dump"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def found_in(tmp_path: Path, data: str | bytes) -> list[Capture | UnreadableInput]:
    return list(captures_of(written(tmp_path, data), SETTINGS))


@pytest.mark.parametrize("record", RECORDS, ids=["news-please", "fundus", "trafilatura", "api", "schema.org", "html"])
def test_the_keys_of_common_dumps_are_known(tmp_path: Path, record: dict[str, Any]) -> None:
    (page,) = read_paths([written(tmp_path, json.dumps(record))], settings=SETTINGS)
    assert isinstance(page, Document)
    assert (page.title, page.url, page.author, page.outlet) == ("Workers leave", URL, "Ana Ruiz", "belmo.example")
    day = page.published
    assert day is not None
    assert (day.year, day.month, day.day, day.how) == (2024, 3, 5, "article record")
    assert "300 workers" in page.text
    assert len([block for block in page.article_blocks() if "workers" in block.span.of(page.text)]) == 2


SHAPES = {
    "lines": lambda records: "\n".join(map(json.dumps, records)),
    "lines with blanks": lambda records: "\n\n".join(map(json.dumps, records)) + "\n",
    "list": lambda records: json.dumps(records),
    "indented": lambda records: json.dumps(records, indent=2),
    "in an object": lambda records: json.dumps({"status": "ok", "articles": records}),
    "packed lines": lambda records: gzip.compress("\n".join(map(json.dumps, records)).encode()),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_same_pages_under_names_of_their_own(tmp_path: Path, shape: str) -> None:
    found = found_in(tmp_path, SHAPES[shape]([{**EXTRACTED, "source": f"{URL}{n}"} for n in range(3)]))
    assert [one.url for one in found if isinstance(one, Capture)] == [f"{URL}{n}" for n in range(3)]
    assert len({one.where for one in found}) == 3


@pytest.mark.parametrize(
    ("line", "what", "number"),
    [
        ('{"text": "cut of', "the record is no valid JSON", 2),
        ("[1, 2]", "the record is no article", 2),
        ('{"title": "Bare"}', "the record has no text", 2),
        (json.dumps({"text": "a" * 200_000}), "the record is too large", 2),
        ('{"text": "\xff"}', "the record is no valid JSON", 2),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, line: str, what: str, number: int) -> None:
    good = json.dumps(EXTRACTED)
    first, error, last = found_in(tmp_path, f"{good}\n{line}\n{good}\n".encode("latin-1"))
    assert isinstance(first, Capture) and isinstance(last, Capture)
    assert isinstance(error, UnreadableInput)
    assert error.what == what
    assert error.where == f"{tmp_path / 'dump'}#{number}"
    assert error.why and error.hint


@pytest.mark.parametrize(
    "data",
    [
        '{"name": "package", "version": "1.0"}',
        "[]",
        "{}",
        '{"a": ',
        json.dumps([{"id": n} for n in range(5)]),
        '[{"a": 1',
    ],
)
def test_json_that_is_no_dump_of_articles_is_one_error(tmp_path: Path, data: str) -> None:
    (error,) = read_paths([written(tmp_path, data)], settings=SETTINGS)
    assert isinstance(error, UnreadableInput)
    assert error.where == str(tmp_path / "dump")
    assert error.why and error.hint


def test_a_date_that_is_no_date_is_none(tmp_path: Path) -> None:
    for date in ("yesterday", 7, True, None, [], "05/03/2024"):
        (page,) = read_paths([written(tmp_path, json.dumps({**EXTRACTED, "date": date}))], settings=SETTINGS)
        assert isinstance(page, Document)
        assert page.published is None


def test_one_value_is_not_read_beyond_its_limit(tmp_path: Path) -> None:
    (error,) = found_in(tmp_path, json.dumps([{"text": "a " * 40_000}] * 40, indent=1))
    assert isinstance(error, UnreadableInput)
    assert "too large" in error.what
