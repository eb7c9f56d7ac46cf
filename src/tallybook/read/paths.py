"""Files and folders into documents, one failure never stopping the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read.page import read_page, refuse_large
from tallybook.settings import Settings


def read_paths(paths: Iterable[Path], *, settings: Settings) -> Iterator[Document | UnreadableInput]:
    """A document or the reason there is none for each file, in the order given.

    A folder stands for the files in it and below it, by name, hidden ones left out. Errors are yielded, never raised.
    """
    for path in paths:
        try:
            files = _files_of(path)
        except UnreadableInput as error:
            yield error
            continue
        for file in files:
            try:
                yield _read_file(file, settings)
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


def _read_file(path: Path, settings: Settings) -> Document:
    try:
        refuse_large(path.stat().st_size, where=str(path), settings=settings)
        data = path.read_bytes()
    except OSError as error:
        raise _unopened(path, error) from error
    return read_page(data, path=str(path), settings=settings)


def _unopened(path: Path, error: OSError) -> UnreadableInput:
    if isinstance(error, FileNotFoundError):
        return UnreadableInput("no such file", where=str(path), why="it does not exist", hint="check the path")
    return UnreadableInput(
        "the file cannot be opened",
        where=str(path),
        why=error.strerror or type(error).__name__,
        hint="check its permissions",
    )
