"""How fast pages become claims, beside the time that spaCy with the same pack alone takes over the same texts.

Processor time of one thread, the least of several rounds; start-up is apart. Both are timed in the same run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

import tallybook
from benchmarks.ordinary import ARTICLE_WORDS, articles_of, ordinary_news
from benchmarks.scoring import Figures
from tallybook.lexicon import load_lexicon
from tallybook.model import Document
from tallybook.parse import split_sentences
from tallybook.pipeline import extract_many, read_pages
from tallybook.settings import PackSize, Settings

EXAMPLES = Path(__file__).parent.parent / "examples"
PACKS = Path(tallybook.__file__).parent / "packs" / "en"
ROUNDS = 3
ARTICLES = 120


def measure_speed(shared: Path) -> Figures:
    """`speed.*`: words a second on the examples, which are dense with claims, and articles a second of ordinary news.

    Each stands with its time over that of the pipeline alone on the whole text.
    """
    examples = [page for page in read_pages([EXAMPLES]) if isinstance(page, Document)]
    rate, ratio = time_to_claims(examples, "big")
    figures = {"speed.words_per_second": rate, "speed.ratio_to_pipeline": ratio}
    rate, ratio = time_to_claims(examples, "base")
    figures |= {"speed.dense_articles_per_second": rate / ARTICLE_WORDS, "speed.dense_articles_ratio": ratio}
    news = [article for pages in ordinary_news(shared).values() for article in articles_of(pages)]
    if news:
        rate, ratio = time_to_claims(news[:: max(1, len(news) // ARTICLES)], "base")
        figures |= {"speed.articles_per_second": rate / ARTICLE_WORDS, "speed.articles_ratio": ratio}
    return figures


def time_to_claims(documents: Sequence[Document], pack: PackSize) -> tuple[float, float]:
    """Words a second from text to claims, many documents together, and the time over that of the pipeline alone."""
    settings = Settings(pack=pack)
    lexicon, pipeline = load_lexicon("en"), spacy.load(PACKS / pack)
    texts = [[s.text for s in split_sentences(d, lexicon)] for d in documents]
    words = sum(len(text.split()) for article in texts for text in article)
    whole, alone = _least(
        lambda: list(extract_many(documents, settings=settings)),
        lambda: [list(pipeline.pipe(article, batch_size=64)) for article in texts],
    )
    return words / whole, whole / alone


def _least(*tasks: Callable[[], object]) -> list[float]:
    """The least processor time of each task, the tasks taken in turn so that a busy machine slows them alike."""
    for task in tasks:
        task()
    rounds = [[_timed(task) for task in tasks] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def _timed(task: Callable[[], object]) -> float:
    started = time.process_time()
    task()
    return time.process_time() - started
