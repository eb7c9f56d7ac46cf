"""Where the time from a document to its claims goes, stage by stage, over real pages of the web.

Processor time of one thread, start-up and the reading of the pages apart. A stage's time is without that of the stages
it calls: `extract` without the sentences it has parsed later, and without the proof of its claims.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.scoring import Figures
from tallybook import extraction
from tallybook.extract import claims
from tallybook.model import Document
from tallybook.pipeline import extract_many, read_pages
from tallybook.settings import Settings

SETS = ("scrapinghub", "fundus")
STAGES: tuple[tuple[str, object, str], ...] = (
    ("gate_of_languages", extraction, "language_of"),
    ("digits_only", extraction, "_digits_only"),
    ("plain", extraction, "plain_document"),
    ("split", extraction, "split_sentences"),
    ("survey", extraction, "survey"),
    ("parse", extraction, "parse_sentences"),
    ("extract", extraction, "read_claims"),
    ("verify", claims, "verify_page"),
    ("corrections", claims, "with_corrections"),
)
"""The functions that are timed, by the modules that call them."""
ROUNDS = 2


def measure_stages(shared: Path) -> Figures:
    """`speed.stages.*`: milliseconds a page, of each stage and `all`, over every real page that is there."""
    folders = [shared / "data" / "pages" / name / "html" for name in SETS]
    pages = [page for page in read_pages(f for f in folders if f.is_dir()) if isinstance(page, Document)]
    if not pages:
        return {}
    rounds = [_timed(pages) for _ in range(ROUNDS + 1)][1:]  # the first one loads and compiles
    return {f"speed.stages.{name}_ms": 1000 * min(one[name] for one in rounds) / len(pages) for name in rounds[0]}


class _Stopwatch:
    """Adds up the time of functions that call each other, each without that of the ones it calls."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def around(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed; one that yields is run to its end."""

        def timed(*args: Any, **named: Any) -> Any:
            started = time.process_time()
            self._inner.append(0.0)
            given = call(*args, **named)
            given = iter(tuple(given)) if isinstance(given, Iterator) else given
            whole = time.process_time() - started
            self.spent[stage] += whole - self._inner.pop()
            self._inner[-1] += whole
            return given

        return timed


def _timed(pages: Sequence[Document]) -> dict[str, float]:
    """Seconds of each stage, and `all` without a stopwatch."""
    watch = _Stopwatch()
    with ExitStack() as stack:
        for stage, module, name in STAGES:
            watch.spent[stage] = 0.0
            stack.enter_context(patch.object(module, name, watch.around(stage, getattr(module, name))))
        list(extract_many(pages, settings=Settings(pack="base")))
    started = time.process_time()
    list(extract_many(pages, settings=Settings(pack="base")))
    return {**watch.spent, "all": time.process_time() - started}
