"""Ordinary news at hand: English articles that were picked for no number in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read import read_page
from tallybook.settings import Settings

ARTICLE_WORDS = 500
_LONGEST_WORDS = 600
"""A stretch whose last paragraph carries it past this is no article of 500 words."""


def ordinary_news(shared: Path) -> dict[str, list[Document]]:
    """The English articles of each collection that is there, as plain text read by the program."""
    data = shared / "data"
    found = {
        "polnear": _polnear(data / "polnear" / "dev" / "text"),
        "scrapinghub": _scrapinghub(data / "pages" / "scrapinghub" / "ground-truth.json"),
        "fundus": _fundus(data / "pages" / "fundus" / "gold.jsonl"),
    }
    read = {
        name: [page for text in texts for page in _read(text) if page.language == "en"] for name, texts in found.items()
    }
    return {name: pages for name, pages in read.items() if pages}


def _polnear(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*.txt")):
        yield file.read_text(encoding="utf-8")


def _scrapinghub(file: Path) -> Iterator[str]:
    if file.is_file():
        yield from (page["articleBody"] for page in json.loads(file.read_text(encoding="utf-8")).values())


def _fundus(file: Path) -> Iterator[str]:
    if file.is_file():
        yield from (json.loads(line)["body"] for line in file.read_text(encoding="utf-8").splitlines())


def _read(text: str) -> Iterator[Document]:
    """A text as the program reads a text file; nothing where it finds no article in it."""
    try:
        yield read_page(text.encode("utf-8"), path="page.txt", settings=Settings())
    except UnreadableInput:
        return


def articles_of(documents: Iterable[Document]) -> Iterator[Document]:
    """Stretches of whole paragraphs of about 500 words, each as a page of its own; what is left over is dropped."""
    for document in documents:
        paragraphs: list[str] = []
        for paragraph in document.text.split("\n"):
            paragraphs.append(paragraph)
            text = "\n".join(paragraphs)
            if len(text.split()) >= ARTICLE_WORDS:
                paragraphs = []
                if len(text.split()) <= _LONGEST_WORDS:
                    yield from _read(text)
