"""The app on books made large from the examples: how soon it answers, how long a decision and a list take.

Budgets: the first response 1 s after the command at any size, a decision 100 ms at a thousand claims.
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
from contextlib import contextmanager
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import Any

from benchmarks.report_ui import examples
from benchmarks.scoring import Figures
from tallybook import __version__
from tallybook.ledger import Book
from tallybook.model import Claim, Document, Evidence

SIZES = (1000, 20_000)
BUDGETS = {"first_ms_1000": 1000, "first_ms_20000": 1000, "save_ms_1000": 100}
DECISIONS = 20
LISTS = 5


def measure_serving(shared: Path) -> Figures:
    """`serving.*` in milliseconds (`ready` until the first picture), and the share of the budgets that are kept."""
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
    started = time.perf_counter()
    with _served(book) as address:
        _asked(address)
        first = time.perf_counter() - started
        _asked(f"{address}api/v1/status")
        ready = time.perf_counter() - started
        lists = [_took(f"{address}api/v1/claims?event=killed&page={n + 1}") for n in range(LISTS)]
        claims = json.loads(_asked(f"{address}api/v1/claims?size={DECISIONS}"))["items"]
        saves = [_took(f"{address}api/v1/decisions", _accept(claim, seen=n)) for n, claim in enumerate(claims)]
    seconds = {"first": first, "ready": ready, "list": statistics.median(lists), "save": statistics.median(saves)}
    return {f"{name}_ms": took * 1000 for name, took in {**seconds, "save_slowest": max(saves)}.items()}


@contextmanager
def _served(book: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "tallybook", "serve", "--book", str(book), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ})
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()


def _accept(claim: dict[str, Any], *, seen: int) -> bytes:
    act = {"kind": "accept", "anchor": claim["anchor"]}
    return json.dumps({"by": "A. Editor", "seen": seen, "act": act}).encode()


def _took(address: str, body: bytes | None = None) -> float:
    began = time.perf_counter()
    _asked(address, body)
    return time.perf_counter() - began


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
