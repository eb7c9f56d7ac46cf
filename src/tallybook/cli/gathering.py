"""Pages from the command line to evidence, with progress on stderr and one error line per bad input."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from tallybook.cli.outcome import FAILURE, OK, PARTIAL, explain
from tallybook.errors import UnreadableInput
from tallybook.model import Document, Evidence
from tallybook.lexicon import supported_languages
from tallybook.pipeline import Extracted, extract_claims, gather, language_of, read_pages
from tallybook.read import read_page
from tallybook.settings import Settings

STDIN = Path("-")


@dataclass(slots=True)
class Tally:
    """How many pages were read and how many could not be."""

    read: int = 0
    failed: int = 0

    @property
    def exit_code(self) -> int:
        """0 when all was read, 3 when some was, 1 when nothing was."""
        if not self.failed:
            return OK
        return PARTIAL if self.read else FAILURE


def extracted_pages(pages: Sequence[Path], settings: Settings, tally: Tally) -> Iterator[Extracted]:
    """Every readable page extracted, in the order given; each unreadable one is explained on stderr and counted."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.fields[rate]}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=None, rate="")
        started = time.monotonic()
        for document in _documents(pages, settings):
            if isinstance(document, UnreadableInput):
                tally.failed += 1
                explain(document)
                continue
            name = document.path or document.url or "stdin"
            progress.update(task, description=escape(name))
            language = language_of(document, settings)
            if language not in supported_languages():
                console.print(
                    f"[yellow]note:[/] {escape(name)}: language {language!r} is not supported; "
                    "its digits are read, no claims are made",
                    highlight=False,
                    soft_wrap=True,
                )
            result = Extracted(document, extract_claims(document, settings=settings))
            tally.read += 1
            progress.update(task, rate=f"{tally.read / max(time.monotonic() - started, 1e-6):.1f} pages/s")
            yield result


def _documents(pages: Sequence[Path], settings: Settings) -> Iterator[Document | UnreadableInput]:
    for page in pages:
        if page == STDIN:
            try:
                yield read_page(sys.stdin.buffer.read(), path="-", settings=settings)
            except UnreadableInput as error:
                yield error
        else:
            yield from read_pages([page], settings=settings)


def evidence_of(pages: Sequence[Path], settings: Settings, tally: Tally) -> Evidence:
    """The evidence of all readable pages."""
    return gather(extracted_pages(pages, settings, tally))
