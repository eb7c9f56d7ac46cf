"""The gate: which sentences are parsed at once. Its recall over gold claims, and how few words of news it takes.

Recall is the share of gold claims whose number stands in a sentence that the gate lets through. MUC keys name
incidents, not places of the text: a keyed count that the text gives once stands for the sentence where it does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.articles import SETS
from benchmarks.cases import document_of, gold_of, rows_of
from benchmarks.muc import stories
from benchmarks.ordinary import ordinary_news
from benchmarks.rows import CASES
from benchmarks.scoring import Figures
from tallybook.extract import Survey, read_claims, survey
from tallybook.lexicon import load_lexicon
from tallybook.model import Document, Sentence, Span
from tallybook.parse import load_pipeline, parse_sentences, plain_document, spellings, split_sentences
from tallybook.pipeline import read_pages
from tallybook.quantity import read_quantities
from tallybook.registry import load_registry

Gold = tuple[Document, list[Span]]


def measure_gate(shared: Path) -> Figures:
    """`gate.recall.*` for every set with gold, `gate.words_parsed.*` for each collection of ordinary news.

    `at_once` are words of the sentences that the gate takes, `all` also those parsed later to find a speaker.
    """
    figures: Figures = {}
    for name, pages in _sets(shared):
        found = [_passes(document, span) for document, spans in pages for span in spans]
        if found:
            figures[f"gate.recall.{name}"] = sum(found) / len(found)
    for name, documents in ordinary_news(shared).items():
        at_once, everything, words = _words_parsed(documents)
        figures[f"gate.words_parsed.at_once.{name}"] = at_once / words
        figures[f"gate.words_parsed.all.{name}"] = everything / words
    return figures


def _sets(shared: Path) -> Iterator[tuple[str, Iterable[Gold]]]:
    seeds = shared / "gold" / "seeds.jsonl"
    if seeds.is_file():
        yield "seeds", _pages(shared / "seeds", seeds)
    for file in sorted(CASES.glob("*.jsonl")):
        yield file.stem, ((document_of(row), [_span(gold) for gold in gold_of(row)]) for row in rows_of(file))
    for name in SETS:
        yield f"articles.{name}", _pages(CASES / "articles" / name, CASES / "articles" / f"{name}.jsonl")
    if (shared / "data" / "muc" / "dev.jsonl").is_file():
        yield "muc", _muc(shared)


def _span(gold: dict[str, Any]) -> Span:
    return Span(gold["start"], gold["end"])


def _pages(folder: Path, gold: Path) -> Iterator[Gold]:
    """Pages with their gold claims; one whose text is not what the gold was made on is left out."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    for page in read_pages([folder]):
        if isinstance(page, Document) and page.path is not None:
            own = [row for row in rows if row["doc"] == Path(page.path).stem]
            yield page, [_span(row) for row in own if _span(row).of(page.text) == row["number"]]


def _muc(shared: Path) -> Iterator[Gold]:
    for parity in (0, 1):
        for story in stories(shared / "data", parity):
            counts = {number for key in story.keys for number in key.numbers}
            yield story.document, list(_keyed(story.document, counts))


def _keyed(document: Document, counts: set[int]) -> Iterator[Span]:
    """The places of the keyed counts that the text gives once."""
    found = read_quantities(document.text, load_lexicon("en"))
    for count in counts:
        same = [m.core for m in found if m.quantity.low == m.quantity.high == count]
        if len(same) == 1:
            yield same[0]


def _surveyed(document: Document) -> Survey:
    lexicon, registry = load_lexicon("en"), load_registry()
    return survey(document, split_sentences(document, lexicon), lexicon=lexicon, registry=registry)


def _passes(document: Document, span: Span) -> bool:
    """Whether the gate takes the sentence of a number."""
    lexicon, registry = load_lexicon("en"), load_registry()
    plain = plain_document(document, lambda: spellings(lexicon, registry))
    return any(plain.back(sentence.span).touches(span) for sentence in _surveyed(plain.document).to_parse())


def _words_parsed(documents: Iterable[Document]) -> tuple[int, int, int]:
    """Words parsed at once, words parsed in all, and words."""
    parse = partial(parse_sentences, pipeline=load_pipeline("en", "base"))
    taken: list[Sentence] = []
    at_once = words = 0

    def counted(sentences: Iterable[Sentence]) -> list[Sentence]:
        taken.extend(sentences)
        return parse(list(sentences))

    for document in documents:
        surveyed = _surveyed(document)
        at_once += _words(surveyed.to_parse())
        words += _words(surveyed.sentences)
        read_claims(surveyed, counted(surveyed.to_parse()), counted)
    return at_once, _words(taken), words


def _words(sentences: Iterable[Sentence]) -> int:
    return sum(len(re.findall(r"\S+", sentence.text)) for sentence in sentences)
