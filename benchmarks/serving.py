"""The app on books made large from the examples: how soon it answers, how long a decision, a list and a picture take.

Budgets: the first response 1 s after the command at any size, a decision 100 ms at a thousand claims. Times of answers
are as if alone on the machine, the median of a few rounds; those of pictures are processor time of the server.
"""

from __future__ import annotations

import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import Any

from benchmarks.report_ui import examples
from benchmarks.scoring import Figures
from benchmarks.timing import took
from tallybook import __version__
from tallybook.ledger import Book
from tallybook.model import Claim, Document, Evidence

SIZES = (1000, 20_000)
BUDGETS = {"first_ms_1000": 1000, "first_ms_20000": 1000, "save_ms_1000": 100}
STARTS = 3
DECISIONS = 20
LISTS = 5


def measure_serving(shared: Path) -> Figures:
    """`serving.*` in milliseconds, and the share of the budgets that are kept.

    `cold` is until the first picture of a book that was never served, `warm` the same again, `redrawn` from a decision
    until its picture: processor time, all threads together.
    """
    evidence, _ = examples()
    figures: Figures = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            book = Path(folder) / "book.db"
            _write(book, evidence, times=round(size / len(evidence.claims)))
            figures |= {f"{name}_{size}": value for name, value in _timed(book).items()}
    kept = sum(figures[name] <= budget for name, budget in BUDGETS.items()) / len(BUDGETS)
    return {f"serving.{name}": value for name, value in {**figures, "budgets_kept": kept}.items()}


def _write(book: Path, evidence: Evidence, *, times: int) -> None:
    """The pages again and again, each with a last line of its own, so that they are different texts."""
    with Book.open(book) as opened, opened.transaction():
        for n in range(times):
            pages = {document.id: _numbered(document, n) for document in evidence.documents}
            claims = [_on_page(claim, pages[claim.document_id]) for claim in evidence.claims]
            opened.record(pages.values(), claims, (), (), program_version=__version__)


def _on_page(claim: Claim, page: Document) -> Claim:
    return replace(claim, id=f"{page.id}:{claim.core.start}-{claim.core.end}", document_id=page.id)


def _numbered(document: Document, n: int) -> Document:
    text = f"{document.text}\n{n}"
    content_hash = hashlib.sha256(text.encode()).hexdigest()
    return replace(document, id=content_hash[:12], text=text, content_hash=content_hash, path=f"{n}/{document.path}")


def _timed(book: Path) -> Figures:
    starts = [_started(book) for _ in range(STARTS)]
    with _served(book) as (address, process):
        _asked(f"{address}api/v1/status")
        lists = [_took(f"{address}api/v1/claims?event=killed&page={n + 1}") for n in range(LISTS)]
        claims = json.loads(_asked(f"{address}api/v1/claims?size={DECISIONS + 1}"))["items"]
        saves = [
            _took(f"{address}api/v1/decisions", _decided("accept", claim, n)) for n, claim in enumerate(claims[1:])
        ]
        _redrawn(address)
        before = _processor(process)
        _asked(f"{address}api/v1/decisions", _decided("reject", claims[0], DECISIONS))
        _redrawn(address)
        redrawn = _processor(process) - before
    seconds = {
        "first": statistics.median(first for first, _ in starts),
        "cold": starts[0][1],
        "warm": min(ready for _, ready in starts[1:]),
        "list": statistics.median(lists),
        "save": statistics.median(saves),
        "save_slowest": max(saves),
        "redrawn": redrawn,
    }
    return {f"{name}_ms": found * 1000 for name, found in seconds.items()}


def _started(book: Path) -> tuple[float, float]:
    """Seconds until the first answer of a new server, and its processor time until the first picture."""
    with ExitStack() as stack:
        with took() as first:
            address, process = stack.enter_context(_served(book))
            _asked(address)
        _asked(f"{address}api/v1/status")
        return first.alone, _processor(process)


def _processor(process: subprocess.Popen[str]) -> float:
    """Seconds of processor time that a process has taken. Source: Linux, proc_pid_stat(5), fields 14 and 15."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _redrawn(address: str) -> None:
    """Waits until the picture is that of the last decision."""
    while json.loads(_asked(f"{address}api/v1/status"))["behind"]:
        time.sleep(0.2)


@contextmanager
def _served(book: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [sys.executable, "-m", "tallybook", "serve", "--book", str(book), "--port", "0"]
    environment = {**os.environ, "XDG_STATE_HOME": str(book.parent)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip(), process
    finally:
        process.terminate()
        process.wait()


def _decided(kind: str, claim: dict[str, Any], seen: int) -> bytes:
    act = {"kind": kind, "anchor": claim["anchor"]}
    return json.dumps({"by": "A. Editor", "seen": seen, "act": act}).encode()


def _took(address: str, body: bytes | None = None) -> float:
    with took() as found:
        _asked(address, body)
    return found.alone


def _asked(address: str, body: bytes | None = None) -> bytes:
    """The answer, asked for again as long as the server says that the book is still being worked out."""
    request = urllib.request.Request(address, data=body, headers={"content-type": "application/json"})
    while True:
        try:
            with urllib.request.urlopen(request, timeout=900) as answer:
                content: bytes = answer.read()
            return content
        except urllib.error.HTTPError as error:
            if error.code != HTTPStatus.SERVICE_UNAVAILABLE:
                raise
