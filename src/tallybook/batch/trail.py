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

_NOTE = re.compile(r"^(start|idle|find|read)((?: \d+:\d+)*)$")
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
    """The pages that a worker was on when it was lost, none where it was between them, and why, as far as is known."""

    places: tuple[Place, ...]
    why: str


class Notes(Protocol):
    """Where a worker notes what it does."""

    def at(self, *places: Place) -> None:
        """It begins a page, or several together."""

    def idle(self) -> None:
        """It is on no page."""


class Unwatched:
    """Notes of whoever is watched by nobody: a shard done in this process."""

    def at(self, *places: Place) -> None:
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

    def at(self, *places: Place) -> None:
        """Note the pages, and give them the time of one."""
        faulthandler.dump_traceback_later(self._limit, exit=True, file=self._handle)
        found = all(place.found for place in places)
        self._note(" ".join(("read" if found else "find", *(f"{place.file}:{place.page}" for place in places))))

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
    """The pages to leave out, with why: those on which two workers were lost; one may be an accident from outside.

    Of pages that were worked on together none is condemned before it was worked on alone.
    """
    found: dict[Place, str] = {}
    for number, loss in enumerate(losses):
        if len(loss.places) == 1 and loss.places[0] in suspected(losses[:number]):
            found[loss.places[0]] = loss.why
    return found


def suspected(losses: Sequence[Loss]) -> frozenset[Place]:
    """The pages to work on alone: those on which a worker was lost."""
    return frozenset(place for loss in losses for place in loss.places)


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
    places: tuple[Place, ...] = ()
    told, ended = "", "its process ended"
    for line in attempt:
        if note := _NOTE.match(line):
            pairs = (pair.split(":") for pair in note[2].split())
            places = tuple(Place(int(file), int(page), note[1] == "read") for file, page in pairs)
        elif words := _WHY.match(line):
            told = f"it took longer than {limit:g} seconds" if words[1] == "Timeout" else words[2].lower()
        elif end := _END.match(line):
            ended = _in_words(int(end[1]))
    return Loss(places, told or ended)


def _in_words(code: int) -> str:
    if code >= 0:
        return f"its process ended with code {code}"
    return f"its process was ended by {signal.Signals(-code).name}"
