"""How long reconciliation takes for a series, and how long it takes to be imported."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from benchmarks.scoring import Figures
from benchmarks.synthetic_book import synthetic_book
from tallybook.model import Document, Evidence
from tallybook.pipeline import Extracted, extract_claims, gather, read_pages
from tallybook.reconcile import reconcile_claims
from tallybook.registry import load_registry
from tallybook.settings import Policy, Settings

SYNTHETIC = 300, 3000
"""Documents and claims of the made-up books."""
STORIES = (3, 60)
EXAMPLES = Path(__file__).parent.parent / "examples"
ROUNDS = 3
IMPORTS = 10
MOST_MILLISECONDS = 5
MOST_SECONDS = 0.3
TIMED = "import time; t = time.process_time(); import tallybook.reconcile; print(time.process_time() - t)"


def measure_reconciling(shared: Path) -> Figures:
    """`speed.reconcile_ms_per_series.*` of the examples, the seeds and made-up books by policy,
    `speed.import_reconcile_seconds`, and `reconciling.in_time`: the share within 5 ms and 0.3 s, made up ones apart."""
    books = {"examples": _evidence(EXAMPLES)}
    if (shared / "seeds").is_dir():
        books["seeds"] = _evidence(shared / "seeds")
    taken = _by_policy(books)
    made_up = _by_policy({f"made_up_{n}_stories": synthetic_book(*SYNTHETIC, stories=n) for n in STORIES})
    imported = _importing()
    in_time = [value <= MOST_MILLISECONDS for value in taken.values()] + [imported <= MOST_SECONDS]
    return {
        **{f"speed.reconcile_ms_per_series.{name}": value for name, value in (taken | made_up).items()},
        "speed.import_reconcile_seconds": imported,
        "reconciling.in_time": sum(in_time) / len(in_time),
    }


def _by_policy(books: Mapping[str, Evidence]) -> dict[str, float]:
    return {
        f"{name}.{policy}": _milliseconds(evidence, policy)
        for name, evidence in books.items()
        for policy in get_args(Policy)
    }


def _evidence(folder: Path) -> Evidence:
    settings = Settings(pack="base")
    pages = [page for page in read_pages([folder]) if isinstance(page, Document)]
    return gather(Extracted(page, extract_claims(page, settings=settings)) for page in pages)


def _milliseconds(evidence: Evidence, policy: Policy) -> float:
    """The least processor time of several rounds, by the number of series; what is loaded once is loaded before."""
    registry = load_registry()
    series = len(reconcile_claims(evidence, policy=policy, registry=registry).series)
    rounds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        reconcile_claims(evidence, policy=policy, registry=registry)
        rounds.append(time.process_time() - started)
    return 1000 * min(rounds) / series


def _importing() -> float:
    """Seconds of the processor to `import tallybook.reconcile` in a fresh process: the least of several."""
    return min(_output([sys.executable, "-c", TIMED]) for _ in range(IMPORTS))


def _output(command: Sequence[str]) -> float:
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    for figure, value in measure_reconciling(Path("../shared")).items():
        print(f"{figure:52} {value:10.3f}")
