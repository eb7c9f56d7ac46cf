"""What was fetched, kept as WARC beside the book: appended to, never rewritten, and found again by address.

Every request is appended with its answer in one write, and is on the disk before the page is read. A crash can leave
the last of them incomplete; it is cut off when the file is opened next, and those before it are whole.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import httpx

from tallybook.errors import OutputError
from tallybook.read.fetching import warc
from tallybook.read.fetching.answer import OK, Answer

ENDING = ".warc.gz"
_HINT = "name another file with --keep-fetched, or move this one away"


@dataclass(frozen=True, slots=True)
class _Place:
    offset: int
    length: int


class Kept:
    """The answers that a file holds. `cut` is how many bytes of an incomplete record were cut off its end."""

    def __init__(self, path: Path) -> None:
        self.path, self.cut = path, 0
        self._places: dict[httpx.URL, _Place] = {}
        self._file = _opened(path)
        try:
            with _alone(self._file):
                self._index()
        except BaseException:
            self._file.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def answer(self, url: httpx.URL) -> Answer | None:
        """The last answer to an address that is kept; None where none is."""
        place = self._places.get(url)
        if place is None:
            return None
        self._file.seek(place.offset)
        return warc.read_answer(next(warc.members(self._file)).data)

    def keep(self, answer: Answer) -> None:
        """Append an answer and its request. Raises OutputError where they cannot be written, and leaves no part."""
        with _alone(self._file):
            start = self._append(warc.exchange(answer))
        self._places[answer.url] = start

    def unchanged(self, answer: Answer, kept: Answer) -> None:
        """Append that a page is as it was kept: as the server says, or by its bytes. Raises OutputError."""
        profile = warc.SAME_PAYLOAD if answer.status == OK else warc.NOT_MODIFIED
        with _alone(self._file):
            self._append(warc.revisit(answer, kept, profile=profile))

    def _append(self, data: bytes) -> _Place:
        start = self._file.seek(0, os.SEEK_END)
        try:
            if start == 0:
                first = warc.opening()
                data, start = first + data, len(first)
            self._file.write(data)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            self._file.truncate(start)
            raise _refused(self.path, error.strerror or str(error)) from error
        return _Place(start, len(data))

    def _index(self) -> None:
        """Where each answer stands. Raises OutputError where the file is none that was written here."""
        try:
            for member in warc.members(self._file):
                self._known(member)
        except warc.Broken as broken:
            if not broken.cut:
                raise _refused(self.path, f"it is no whole WARC file of gzip members at byte {broken.at}") from broken
            self.cut = self._file.seek(0, os.SEEK_END) - broken.at
            self._file.truncate(broken.at)

    def _known(self, member: warc.Member) -> None:
        try:
            answer = warc.read_answer(member.data)
        except (OSError, httpx.InvalidURL) as error:
            raise _refused(self.path, f"no WARC record at byte {member.offset}") from error
        if answer is not None:
            self._places[answer.url] = _Place(member.offset, member.length)


def _opened(path: Path) -> BinaryIO:
    if not path.name.endswith(ENDING):
        raise _refused(path, f"its name does not end in {ENDING}")
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise _refused(path, error.strerror or str(error)) from error
    return os.fdopen(descriptor, "r+b", buffering=0)


@contextmanager
def _alone(file: BinaryIO) -> Iterator[None]:
    """Other processes that write to the file wait."""
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)


def _refused(path: Path, why: str) -> OutputError:
    return OutputError("what is fetched cannot be kept", where=str(path), why=why, hint=_HINT)
