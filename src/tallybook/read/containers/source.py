"""A file whose content is looked at, or a part of one: its bytes under the name by which errors and pages name it."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import BadZipFile

from tallybook.errors import UnreadableInput

HEAD = 8192
BROKEN = (OSError, EOFError, zlib.error, BadZipFile, NotImplementedError)
"""What the standard library raises where a packed file is damaged, or packed in a way it does not know."""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be read from their start, which can be gone back to. `depth` counts the archives around them."""

    name: str
    file: BinaryIO
    size: int | None = None
    depth: int = 0

    def head(self) -> bytes:
        """The first bytes, by which a format is told. The source stands at its start again."""
        self.file.seek(0)
        head = self.file.read(HEAD)
        self.file.seek(0)
        return head

    def record(self, key: object) -> str:
        """The name of a part of it."""
        return f"{self.name}#{key}"


def from_bytes(name: str, data: bytes) -> Source:
    """A source of bytes that are in memory."""
    return Source(name, io.BytesIO(data), len(data))


def whole(source: Source, limit: int, kind: str) -> bytes:
    """All bytes of a source in a format that has to be read whole.

    Raises `UnreadableInput` above `limit` bytes, and where what packs them is damaged.
    """
    try:
        data = source.file.read(limit + 1)
    except BROKEN as error:
        raise damaged(source.name, error) from error
    if len(data) > limit:
        raise UnreadableInput(
            f"the {kind} is too large to be read at once",
            where=source.name,
            why=f"more than {limit / 1e6:.0f} MB",
            hint="split it",
        )
    return data


def damaged(where: str, error: Exception, *, what: str = "the archive is damaged") -> UnreadableInput:
    """The error for bytes that a library cannot unpack or read."""
    return UnreadableInput(
        what,
        where=where,
        why=str(error) or type(error).__name__,
        hint="download or save it again; what stands before the damage was read",
    )


def nothing_in(where: str, kind: str, why: str) -> UnreadableInput:
    """The error for a container without a page."""
    return UnreadableInput(f"the {kind} holds no page", where=where, why=why, hint="see what it should hold")
