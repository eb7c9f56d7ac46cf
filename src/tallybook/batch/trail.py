"""What a worker was doing when it was lost: a trail it leaves in a file, and what that says of the pages.

A worker notes each page before it begins it. When the process dies, of a fault in a library, of memory, of a page that
takes too long, the last note names the page, and the interpreter's fault handler has written behind it why, where it
could. The file outlives the process, whoever started it, so the same holds for a process here and a node elsewhere.
"""

from __future__ import annotations

import faulthandler
import os
import re
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from tallybook.batch.files import make_folder, refused

LOADING = 30.0
"""Seconds more that the first page has: much is loaded when it is first needed."""

_NOTE = re.compile(r"^(start|find|read|idle)(?: (\d+) (\d+))?$")
_WHY = re.compile(r"^(Timeout|Fatal Python error: )(.*)$")
_END = re.compile(r"^ended (-?\d+)$")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A page by the number of its file in the shard, and its own number in the file.

    It is first found in its file, and then read.
    """

    file: int
    page: int
    found: bool


@dataclass(frozen=True, slots=True)
class Loss:
    """The page that a worker was on when it was lost, None where it was on none, and why, as far as is known."""

    place: Place | None
    why: str


class Notes(Protocol):
    """Where a worker notes what it does."""

    def at(self, place: Place) -> None:
        """It begins a page."""

    def idle(self) -> None:
        """It is on no page."""


class Unwatched:
    """Notes of whoever is watched by nobody: a shard done in this process."""

    def at(self, place: Place) -> None:
        """Nothing."""

    def idle(self) -> None:
        """Nothing."""


class Trail:
    """Notes in a file, and an end to this process where one page takes longer than `limit` seconds.

    The clock is the fault handler's: a thread that needs no interpreter, so that a loop inside a library ends too.
    Raises OutputError where the file cannot be written.
    """

    def __init__(self, path: Path, *, limit: float) -> None:
        self._path = path
        self._limit = limit
        self._loading = LOADING
        self._handle = -1

    def __enter__(self) -> Self:
        make_folder(self._path.parent)
        try:
            self._handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
        except OSError as error:
            raise refused(self._path, error) from error
        faulthandler.enable(file=self._handle)
        self._note("start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        faulthandler.cancel_dump_traceback_later()
        faulthandler.disable()
        os.close(self._handle)

    def at(self, place: Place) -> None:
        """Note the page, and give it its time."""
        faulthandler.dump_traceback_later(self._limit + self._loading, exit=True, file=self._handle)
        self._note(f"{'read' if place.found else 'find'} {place.file} {place.page}")
        if place.found:
            self._loading = 0.0

    def idle(self) -> None:
        """Note that no page is to blame from now on."""
        faulthandler.cancel_dump_traceback_later()
        self._note("idle")

    def _note(self, words: str) -> None:
        try:
            os.write(self._handle, f"{words}\n".encode())
        except OSError as error:
            raise refused(self._path, error) from error


def losses_in(path: Path, *, limit: float) -> tuple[Loss, ...]:
    """What every worker that was lost on this trail was on; none where there is no trail."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise refused(path, error) from error
    return tuple(_loss(attempt, limit) for attempt in _attempts(lines))


def note_end(path: Path, code: int | None) -> bool:
    """Add with which exit code a worker was lost. False where it left no trail, and so had not begun."""
    if not path.exists():
        return False
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(f"ended {code}\n")
    except OSError as error:
        raise refused(path, error) from error
    return True


def condemned(losses: Sequence[Loss]) -> dict[Place, str]:
    """The pages to leave out, with why: those on which two workers were lost; one may be an accident from outside."""
    seen: set[Place] = set()
    found: dict[Place, str] = {}
    for loss in losses:
        if loss.place is not None and loss.place in seen:
            found[loss.place] = loss.why
        elif loss.place is not None:
            seen.add(loss.place)
    return found


def _attempts(lines: Sequence[str]) -> Iterator[list[str]]:
    attempt: list[str] = []
    for line in lines:
        if line == "start" and attempt:
            yield attempt
            attempt = []
        attempt.append(line)
    if attempt:
        yield attempt


def _loss(attempt: Sequence[str], limit: float) -> Loss:
    place: Place | None = None
    told, ended = "", "its process ended"
    for line in attempt:
        if note := _NOTE.match(line):
            place = Place(int(note[2]), int(note[3]), note[1] == "read") if note[2] else None
        elif words := _WHY.match(line):
            told = f"it took longer than {limit:g} seconds" if words[1] == "Timeout" else words[2].lower()
        elif end := _END.match(line):
            ended = _in_words(int(end[1]))
    return Loss(place, told or ended)


def _in_words(code: int) -> str:
    if code >= 0:
        return f"its process ended with code {code}"
    return f"its process was ended by {signal.Signals(-code).name}"
