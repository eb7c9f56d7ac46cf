"""Output that is either whole or not there."""

from __future__ import annotations

import os
from os.path import realpath  # Path.resolve raises where links go round in a circle
from pathlib import Path

import click

from tallybook.errors import OutputError

STDOUT = Path("-")


def deliver(path: Path, text: str) -> None:
    """Write a report to its file and print where it is, or print the report itself for `-`.

    Raises `OutputError`.
    """
    if path == STDOUT:
        click.echo(text, nl=False)
        return
    replace_file(path, text)
    click.echo(str(path))


def refuse_unwritable(path: Path) -> None:
    """Raise `OutputError` where a file can surely not be written: better said before the work than after it."""
    target = Path(realpath(path))
    if path != STDOUT and not os.access(target.parent, os.W_OK):
        why = "no permission" if target.parent.is_dir() else "there is no such folder"
        raise _refused(path, why)


def replace_file(path: Path, text: str) -> None:
    """Write a text file atomically: a reader sees the old file or the new one, never a part.

    A link's target is replaced, not the link; a file keeps its mode; a device or pipe is written to.
    Raises `OutputError` and leaves what was there.
    """
    target = Path(realpath(path))
    try:
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8")
        else:
            _replace(target, text)
    except OSError as error:
        raise _refused(path, error.strerror or str(error)) from error


def _replace(target: Path, text: str) -> None:
    import tempfile  # here, since it takes longer to import than --help to print

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode_of(target))
        temporary.replace(target)
    except BaseException:  # an interrupt too must leave nothing behind
        temporary.unlink(missing_ok=True)
        raise


def _mode_of(target: Path) -> int:
    """The mode of the file that is replaced, else that of any new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _refused(path: Path, why: str) -> OutputError:
    return OutputError(
        "cannot write the file", where=str(path), why=why, hint="name a folder that exists, has room and may be written"
    )
