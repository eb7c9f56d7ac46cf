"""Progress on stderr: a live line on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import click

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

EVERY = 10.0
"""Seconds between two lines in a log."""


class Progress(Protocol):
    """What tells the user how far a run is."""

    def at(self, item: str) -> None:
        """Name the item that is worked on from now on."""

    def done(self, items: int = 1) -> None:
        """Count that item, or several."""

    def say(self, *lines: str) -> None:
        """Print lines that stay."""


@contextmanager
def progress(*, streams_data: bool) -> Iterator[Progress]:
    """Progress for the block: live where stderr is a terminal that no data is written to meanwhile."""
    if not sys.stderr.isatty() or (streams_data and sys.stdout.isatty()):
        yield LogProgress()
        return
    # Rich takes a tenth of a second to import, so only who sees it pays for it.
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.table import Column

    columns = (
        SpinnerColumn(),
        TextColumn(
            "{task.fields[item]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1)
        ),
        TextColumn("{task.fields[rate]}", markup=False, table_column=Column(no_wrap=True)),
        TimeElapsedColumn(),
    )
    # Unless told not to, Rich puts its own console in the place of stdout, and data would end on stderr.
    with Bar(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bar:
        yield LiveProgress(bar)


class Counter:
    """Items done, and how many a second."""

    def __init__(self) -> None:
        self.count = 0
        self.started = time.monotonic()

    def __str__(self) -> str:
        rate = self.count / max(time.monotonic() - self.started, 1e-6)
        return f"{self.count} {'page' if self.count == 1 else 'pages'}, {rate:.1f}/s"


class LiveProgress:
    """One line, redrawn in place. Rich leaves colours out where NO_COLOR is set."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._counter = Counter()
        self._task = bar.add_task("", total=None, item="", rate="")

    def at(self, item: str) -> None:
        """Name the item."""
        self._bar.update(self._task, item=item)

    def done(self, items: int = 1) -> None:
        """Count the items."""
        self._counter.count += items
        self._bar.update(self._task, rate=str(self._counter))

    def say(self, *lines: str) -> None:
        """Print lines above the live one."""
        for line in lines:
            self._bar.console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)


class LogProgress:
    """Nothing for a short run, a line every `EVERY` seconds for a long one."""

    def __init__(self) -> None:
        self._counter = Counter()
        self._told = self._counter.started

    def at(self, item: str) -> None:
        """Name the item, if it is time to."""
        if time.monotonic() - self._told >= EVERY:
            self._told = time.monotonic()
            self.say(f"{self._counter}; now {item}")

    def done(self, items: int = 1) -> None:
        """Count the items."""
        self._counter.count += items

    def say(self, *lines: str) -> None:
        """Print lines."""
        click.echo("\n".join(lines), err=True)
