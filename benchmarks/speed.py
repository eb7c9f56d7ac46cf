"""How fast pages become claims, as a ratio to the language pipeline alone in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.scoring import Figures
from tallybook.lexicon import load_lexicon
from tallybook.model import Document
from tallybook.parse import load_pipeline, split_sentences
from tallybook.pipeline import extract_claims, read_pages
from tallybook.settings import Settings

EXAMPLES = Path(__file__).parent.parent / "examples"
ROUNDS = 3


def measure_speed(shared: Path) -> Figures:
    """`speed.*`: words a second of the whole way on the examples, and its time over that of the pipeline alone."""
    documents = [page for page in read_pages([EXAMPLES]) if isinstance(page, Document)]
    settings = Settings()
    lexicon, pipeline = load_lexicon("en"), load_pipeline("en", settings.pack)
    texts = [s.text for d in documents for s in split_sentences(d, lexicon)]
    words = sum(len(text.split()) for text in texts)
    whole = _best(lambda: [extract_claims(d, settings=settings) for d in documents])
    parse = _best(lambda: list(pipeline.pipe(texts, batch_size=64)))
    return {"speed.words_per_second": words / whole, "speed.ratio_to_pipeline": whole / parse}


def _best(task: Callable[[], object]) -> float:
    task()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        task()
        times.append(time.perf_counter() - started)
    return min(times)
