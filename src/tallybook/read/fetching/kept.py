"""What was fetched, kept as WARC beside the book: appended to, never rewritten, and found again by address.

Every answer is appended with its request at once, and is on the disk before the page is read. A crash can leave the
last of them incomplete; it is cut off when the file is opened next, and those before it are whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import httpx

from tallybook.errors import OutputError
from tallybook.read.fetching import warc
from tallybook.read.fetching.answer import OK, Answer

ENDING = ".warc.gz"
_HINT = "name another file with --keep-fetched, or move this one away"


class Kept:
    """The answers in a file, which is made with the first one that is kept.

    `cut` is how many bytes of an incomplete record were cut off its end. With `reading` nothing is made or cut.
    Raises OutputError where the file is none that was written here, or may not be written.
    """

    def __init__(self, path: Path, *, reading: bool = False) -> None:
        self.path, self.cut = path, 0
        self._reading = reading
        self._offsets: dict[httpx.URL, int] = {}
        if not path.name.endswith(ENDING):
            raise _refused(path, f"its name does not end in {ENDING}")
        if path.exists():
            with self._open("rb" if reading else "r+b") as file:
                self._index(file)
        elif not reading:
            _refuse_unwritable(path)

    def answer(self, url: httpx.URL) -> Answer | None:
        """The last answer to an address that is kept; None where none is."""
        offset = self._offsets.get(url)
        if offset is None:
            return None
        with self._open("rb") as file:
            file.seek(offset)
            return warc.read_answer(next(warc.members(file)).data)

    def keep(self, answer: Answer) -> None:
        """Append an answer and its request. Raises OutputError where they cannot be written, and leaves no part."""
        self._offsets[answer.url] = self._append(warc.exchange(answer))

    def unchanged(self, answer: Answer, kept: Answer) -> None:
        """Append that a page is as it was kept: as the server says, or by its bytes. Raises OutputError."""
        self._append(warc.revisit(answer, kept, warc.SAME_PAYLOAD if answer.status == OK else warc.NOT_MODIFIED))

    def _append(self, data: bytes) -> int:
        """Where the data begins."""
        with self._open("ab") as file:
            end = file.seek(0, os.SEEK_END)
            first = b"" if end else warc.opening()
            try:
                _write(file, first + data)
            except BaseException:  # an interrupt too must leave no part
                file.truncate(end)
                raise
        return end + len(first)

    def _index(self, file: IO[bytes]) -> None:
        try:
            for member in warc.members(file):
                self._note(member)
        except warc.Broken as broken:
            if not broken.cut:
                raise _refused(self.path, f"it is no series of whole gzip members at byte {broken.at}") from broken
            if not self._reading:
                self.cut = file.seek(0, os.SEEK_END) - broken.at
                file.truncate(broken.at)

    def _note(self, member: warc.Member) -> None:
        try:
            answer = warc.read_answer(member.data)
        except OSError as error:
            raise _refused(self.path, f"there is no WARC record at byte {member.offset}") from error
        if answer is not None:
            self._offsets[answer.url] = member.offset

    @contextmanager
    def _open(self, mode: str) -> Iterator[IO[bytes]]:
        """The file, while no other process writes to it."""
        import fcntl

        try:
            with self.path.open(mode, buffering=0) as file:
                fcntl.flock(file, fcntl.LOCK_SH if mode == "rb" else fcntl.LOCK_EX)
                yield file
        except OSError as error:
            raise _refused(self.path, error.strerror or str(error)) from error


def _write(file: IO[bytes], data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    os.fsync(file.fileno())


def _refuse_unwritable(path: Path) -> None:
    """Better said before a page is asked for than after it."""
    if not os.access(path.parent, os.W_OK):
        raise _refused(path, "no permission" if path.parent.is_dir() else "there is no such folder")


def _refused(path: Path, why: str) -> OutputError:
    return OutputError("what is fetched cannot be kept", where=str(path), why=why, hint=_HINT)
