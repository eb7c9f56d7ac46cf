"""Documents to claims, several at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.errors import DataFileError
from tallybook.extract import Extraction
from tallybook.model import Document
from tallybook.pipeline import extract_claims, extract_many, read_pages
from tallybook.read import read_page
from tallybook.settings import Settings

EXAMPLES = Path(__file__).parents[1] / "examples"
BASE = Settings(pack="base")
TEXTS = {
    "without numbers": b"The river rose again.\n\nNobody knows why it did, and the ministry would not say.",
    "German": "Bei dem Hochwasser starben 14 Menschen, zwölf werden noch vermisst.".encode(),
    "in capitals": b"AT LEAST 14 PEOPLE WERE KILLED IN THE FLOOD, THE INTERIOR MINISTRY SAID ON MONDAY.",
    "with soft hyphens": "At least 14 peo\u00adple were kil\u00adled, the mayor said. She denied more.".encode(),
    "one speaker late": b"The toll rose.\n\nIt reached 14 dead.\n\nThe figures were released by the fire service.",
}


@cache
def pages() -> tuple[Document, ...]:
    texts = [read_page(text, path=f"{name}.txt", settings=BASE) for name, text in TEXTS.items()]
    texts = [replace(page, language="de") if page.path == "German.txt" else page for page in texts]
    return (*(page for page in read_pages([EXAMPLES]) if isinstance(page, Document)), *texts)


@cache
def alone(at: int) -> Extraction:
    return extract_claims(pages()[at], settings=BASE)


@settings(max_examples=12)
@given(st.lists(st.integers(0, len(TEXTS) + 9), max_size=20))
def test_many_are_read_as_one_by_one(places):
    chosen = [pages()[at] for at in places]
    found = list(extract_many(chosen, settings=BASE))
    assert [one.document for one in found] == chosen
    assert [one.extraction for one in found] == [alone(at) for at in places]


def test_all_at_once():
    found = extract_many(pages() * 5, settings=BASE)
    assert [one.extraction for one in found] == [alone(at) for at in range(len(pages()))] * 5


def test_documents_are_taken_as_they_are_needed():
    taken = []

    def endless():
        while True:
            taken.append(pages()[0])
            yield taken[-1]

    found = extract_many(endless(), settings=BASE)
    assert next(found).document is pages()[0]
    assert len(taken) <= 64


def test_languages_may_be_mixed():
    english, german = pages()[0], next(page for page in pages() if page.language == "de")
    found = [one.extraction for one in extract_many([german, english, german, english], settings=BASE)]
    assert found[0] == found[2] and found[1] == found[3]
    assert found[1].claims
    assert not found[0].claims and found[0].refusals


def test_nothing_gives_nothing():
    assert list(extract_many([], settings=BASE)) == []


def test_an_unknown_pack_is_an_error():
    with pytest.raises(DataFileError, match="huge"):
        list(extract_many(pages(), settings=Settings(pack="huge")))  # type: ignore[arg-type]
