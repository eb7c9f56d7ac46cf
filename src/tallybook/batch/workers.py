"""Workers on this machine: processes that are watched, and replaced when they are lost."""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from tallybook.batch.answers import Answer, Done, Pages, attempt
from tallybook.batch.task import Task
from tallybook.batch.trail import note_end
from tallybook.errors import TallybookError

GRACE = 30.0
"""Seconds beyond its time that a worker may be silent before it is killed: it should have ended itself."""

MOST_UNBEGUN = 3
"""Workers in a row that may end before they begin; then the fault is not a page's."""

MOST_PAGES = 8000
"""Pages after which a worker is replaced, so that what libraries keep of every page stays bounded."""

_LOOK = 1.0
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Worker:
    """One process with a pipe. `task` is what it is at."""

    def __init__(self) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=work, args=(theirs,), name="tallybook worker")
        self.task: Task | None = None
        self.pages = 0
        self._heard = time.monotonic()
        with _surroundings():
            self.process.start()
        theirs.close()

    def give(self, task: Task) -> None:
        """Let it begin a shard."""
        self.task, self._heard = task, time.monotonic()
        with suppress(OSError):  # it has just gone, and its task will be given to another
            self.pipe.send(task)

    def hear(self) -> Iterator[Answer]:
        """What it has said since it was last heard."""
        with suppress(EOFError, OSError):  # it has gone
            while self.pipe.poll():
                answer: Answer = self.pipe.recv()
                self._heard = time.monotonic()
                if isinstance(answer, Done):
                    self.pages += answer.counts.documents + answer.counts.refused
                if not isinstance(answer, Pages):
                    self.task = None
                yield answer

    def is_lost(self) -> bool:
        """Whether it has ended, or is silent for longer than a page may take."""
        if self.process.exitcode is not None:
            return True
        return self.task is not None and time.monotonic() - self._heard > self.task.limit + GRACE

    def end(self) -> int | None:
        """End it, whatever it does, and give its exit code: below 0 the signal that ended it."""
        if self.process.exitcode is None:
            self.process.kill()
        self.process.join()
        self.pipe.close()
        return self.process.exitcode


def run_here(tasks: Sequence[Task], *, workers: int) -> Iterator[Answer]:
    """Do the tasks with that many processes; yields what they say, as they say it.

    A worker that is lost is replaced, and its shard begun again; a page on which two were lost is left out. When the
    iterator ends, is closed or raises, no worker is left. Raises TallybookError where none gets to begin.
    """
    waiting = deque(tasks)
    staff: list[Worker] = []
    unbegun = 0
    try:
        while waiting or any(worker.task for worker in staff):
            _employ(staff, waiting, workers)
            wait([worker.pipe for worker in staff], timeout=_LOOK)
            for worker in tuple(staff):
                for answer in worker.hear():
                    unbegun = 0
                    yield answer
                if worker.is_lost():
                    staff.remove(worker)
                    unbegun = 0 if _dismissed(worker, waiting) else unbegun + 1
                    _refuse_to_go_on(unbegun, worker.process.exitcode)
    finally:
        for worker in staff:
            worker.end()


def work(pipe: Connection) -> None:
    """What a worker does: one shard after the other, until nobody gives it more."""
    with suppress(EOFError, BrokenPipeError):
        while True:
            task = pipe.recv()
            pipe.send(attempt(task, pipe.send))


def _employ(staff: list[Worker], waiting: deque[Task], workers: int) -> None:
    """Give every worker something to do, with as many of them as there may be and is work for."""
    for worker in tuple(staff):
        if worker.task is None and worker.pages >= MOST_PAGES:
            worker.end()
            staff.remove(worker)
        elif worker.task is None and waiting:
            worker.give(waiting.popleft())
    while waiting and len(staff) < workers:
        staff.append(Worker())
        staff[-1].give(waiting.popleft())


def _dismissed(worker: Worker, waiting: deque[Task]) -> bool:
    """Put a lost worker's task back, first in the row. Whether the worker had begun it."""
    code = worker.end()
    task = worker.task
    if task is None:
        return True
    waiting.appendleft(task)
    return note_end(task.trail, code)


def _refuse_to_go_on(unbegun: int, code: int | None) -> None:
    if unbegun >= MOST_UNBEGUN:
        raise TallybookError(
            "the workers end before they begin",
            why=f"exit code {code}",
            hint="`tallybook doctor` checks what is installed",
        )


@contextmanager
def _surroundings() -> Iterator[None]:
    """Those of a process that is started inside.

    It never sees Ctrl+C, which a terminal sends to all: whoever started it ends it. And its matrices are multiplied by
    one thread, since the machine's processors are for its fellows.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    added = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(added, "1"))
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
