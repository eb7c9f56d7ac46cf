"""Gzip around a single file, unpacked as it is read, and never further than text can have been packed."""

from __future__ import annotations

import gzip
import io
from typing import BinaryIO

from tallybook.errors import UnreadableInput

MAX_RATIO = 200
"""How many bytes one packed byte may become: prose packs 3 to 5 times, the most repetitive logs some 50 times."""
FREE = 10_000_000
"""Bytes that are unpacked before the ratio is looked at."""


def unpacked(packed: BinaryIO, where: str) -> BinaryIO:
    """What a gzip file holds, to be read from its start.

    Reading it raises `UnreadableInput` where it unpacks to more than any text, and OSError, EOFError or zlib.error
    where it is damaged.
    """
    return io.BufferedReader(_Unpacked(packed, where), buffer_size=1 << 16)


def refuse_bomb(unpacked: int, packed: int, where: str) -> None:
    """Raises `UnreadableInput` where so many bytes came of so few."""
    if unpacked > FREE and unpacked > MAX_RATIO * max(packed, 1):
        raise UnreadableInput(
            "it unpacks to more than any text would",
            where=where,
            why=f"{packed / 1e6:.1f} MB become more than {unpacked / 1e6:.0f} MB",
            hint="unpack it yourself, if you trust it",
        )


class _Unpacked(io.RawIOBase):
    """The stream below the buffer."""

    def __init__(self, packed: BinaryIO, where: str) -> None:
        self._packed, self._where = packed, where
        self._gzip = gzip.GzipFile(fileobj=packed)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._gzip.seek(offset, whence)

    def tell(self) -> int:
        return self._gzip.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._gzip.read1(len(buffer))
        refuse_bomb(self._gzip.tell(), self._packed.tell(), self._where)
        buffer[: len(data)] = data
        return len(data)
