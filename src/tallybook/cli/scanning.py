"""A scan on the command line: how far it is, how it is stopped, what it gave."""

from __future__ import annotations

import datetime as dt
import shlex
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click
from click.core import ParameterSource

from tallybook.batch import Manifest, Shard, Told
from tallybook.cli.outcome import FAILURE, OK, PARTIAL, error_lines
from tallybook.cli.progress import progress
from tallybook.errors import TallybookError
from tallybook.view.words import counted


@contextmanager
def stoppable() -> Iterator[None]:
    """Let SIGTERM stop the block as Ctrl+C does, and tell how to go on."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    except KeyboardInterrupt:
        click.echo(f"what is done is kept; go on with: {_this_command()}", err=True)
        raise
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _this_command() -> str:
    """The command line that was given, as a shell takes it."""
    context = click.get_current_context()
    words = ["tallybook", "scan", *map(str, context.params["inputs"])]
    for option in context.command.params:
        given = context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
        if given and isinstance(option, click.Option):
            words += [option.opts[0], str(context.params[option.name or ""])]
    return shlex.join(words)


def show(told: Iterator[Told]) -> None:
    """Tell on stderr how many pages a second are done, and how long the rest will take."""
    started, pages, begun = time.monotonic(), 0, None
    with progress(streams_data=False) as shown:
        for one in told:
            begun = one.size if begun is None else begun
            shown.done(one.pages - pages)
            pages = one.pages
            shown.at(f"{one.shards} of {counted(one.of_shards, 'shard')}{_left(one, begun, started)}")
            if one.lost is not None:
                shown.say(*error_lines(_given_up(one.lost)))


def _left(told: Told, begun: int, started: float) -> str:
    """How long the rest will take, by the bytes of the shards that this call has done."""
    if told.size <= begun:
        return ""
    seconds = (time.monotonic() - started) * (told.of_size - told.size) / (told.size - begun)
    return f", about {dt.timedelta(seconds=round(seconds))} left"


def _given_up(shard: Shard) -> TallybookError:
    return TallybookError(
        f"shard {shard.number} was given up with its {counted(len(shard.files), 'file')}",
        where=shard.files[0],
        why=shard.lost or "",
        hint="give the command again to try once more; the manifest names the files",
    )


def summary(manifest: Manifest) -> str:
    """What a scan gave, in a line."""
    counts = manifest.counts
    refused = f", {counted(counts.refused, 'page')} refused (see refusals)" if counts.refused else ""
    return (
        f"{counted(counts.documents, 'page')}, {counted(counts.claims, 'claim')}, {counted(counts.denials, 'denial')}, "
        f"{counted(manifest.copies or 0, 'copy')}{refused}"
    )


def exit_code(manifest: Manifest) -> int:
    """0 when all was read, 3 when some was, 1 when nothing was."""
    if not manifest.counts.refused and not manifest.open_shards:
        return OK
    return PARTIAL if manifest.counts.documents else FAILURE
