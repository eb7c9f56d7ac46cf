"""Files and folders into captures: what a file is, is seen from its content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tallybook.errors import UnreadableInput
from tallybook.read.capture import Capture
from tallybook.read.refusal import refuse_large
from tallybook.settings import Settings


def captures_of(path: Path, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """Every page that a file or folder holds, or why there is none, in the order in which they stand there.

    A folder stands for the files in it and below it, by name, hidden ones left out. One page is held at a time. Errors
    are yielded, never raised, and the pages behind them still come.
    """
    try:
        files = _files_of(path)
    except UnreadableInput as error:
        yield error
        return
    for file in files:
        try:
            yield _page_in(file, settings)
        except UnreadableInput as error:
            yield error


def _files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    try:
        files = sorted(child for child in path.rglob("*") if child.is_file() and not _hidden(child, path))
    except OSError as error:
        raise _unopened(path, error) from error
    if not files:
        raise UnreadableInput(
            "the folder has no files",
            where=str(path),
            why="neither it nor its folders hold a file",
            hint="name the files or another folder",
        )
    return files


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _page_in(path: Path, settings: Settings) -> Capture:
    where = str(path)
    try:
        refuse_large(path.stat().st_size, where=where, settings=settings)
        return Capture(data=path.read_bytes(), where=where, path=where)
    except OSError as error:
        raise _unopened(path, error) from error


def _unopened(path: Path, error: OSError) -> UnreadableInput:
    if isinstance(error, FileNotFoundError):
        return UnreadableInput("no such file", where=str(path), why="it does not exist", hint="check the path")
    return UnreadableInput(
        "the file cannot be opened",
        where=str(path),
        why=error.strerror or type(error).__name__,
        hint="check its permissions",
    )
