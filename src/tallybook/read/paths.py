"""Files and folders into documents, one failure never stopping the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read.capture import Capture
from tallybook.read.containers import captures_of
from tallybook.read.page import read_capture
from tallybook.settings import Settings


def read_paths(paths: Iterable[Path], *, settings: Settings) -> Iterator[Document | UnreadableInput]:
    """A document or the reason there is none for each page in the files and folders, in the order given.

    Errors are yielded, never raised.
    """
    for path in paths:
        yield from read_captures(captures_of(path, settings), settings)


def read_captures(
    captures: Iterable[Capture | UnreadableInput], settings: Settings
) -> Iterator[Document | UnreadableInput]:
    """A document or the reason there is none for each capture. Errors are yielded, never raised."""
    for capture in captures:
        if isinstance(capture, UnreadableInput):
            yield capture
            continue
        try:
            yield read_capture(capture, settings)
        except UnreadableInput as error:
            yield error
