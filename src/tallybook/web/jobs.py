"""Pages on their way into the book: read one after the other by one thread, each with its progress or its error."""

from __future__ import annotations

import queue
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from tallybook.errors import TallybookError, UnreadableInput
from tallybook.model import Document, Evidence
from tallybook.settings import Settings
from tallybook.web.shapes import JobItem, PageOfJob

KEPT_JOBS = 200
MAX_WAITING = 1000
"""Pages that may wait at once."""
MAX_BYTES = 500_000_000
"""What they may hold in memory."""
MAX_SHOWN = 1000
"""Pages of one job that are told of one by one; what a file holds beyond them is read too, and counted."""


class TooManyPagesError(TallybookError):
    """More pages than may wait. None of those given was taken."""


class PageState(StrEnum):
    """How far a page is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True)
class PageJob:
    """One page: what it is called, how far it is, and what came of it. `what`, `why` and `hint` tell of a failure."""

    name: str
    state: PageState = PageState.WAITING
    document: str | None = None
    claims: int | None = None
    refusals: int | None = None
    what: str = ""
    why: str = ""
    hint: str = ""

    def as_json(self) -> PageOfJob:
        """As plain JSON types."""
        return {
            "name": self.name,
            "state": self.state.value,
            "document": self.document,
            "claims": self.claims,
            "refusals": self.refusals,
            "what": self.what,
            "why": self.why,
            "hint": self.hint,
        }


@dataclass(frozen=True, kw_only=True)
class Job:
    """The pages that one request gave."""

    id: str
    pages: tuple[PageJob, ...]

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return all(page.state in (PageState.DONE, PageState.FAILED) for page in self.pages)

    def as_json(self) -> JobItem:
        """As plain JSON types."""
        return {"id": self.id, "done": self.done, "pages": [page.as_json() for page in self.pages]}


@dataclass(frozen=True)
class Given:
    """What was given under a name: a page, or a file that holds many.

    `read` gives a document or the reason there is none for each of them; it may fail with a TallybookError. `size` are
    the bytes that are held until then.
    """

    name: str
    read: Callable[[], Iterable[Document | UnreadableInput]]
    size: int = 0


Record = Callable[[Document, Evidence], None]


class Jobs:
    """The queue. `record` takes each page into the book."""

    def __init__(self, record: Record, *, settings: Settings) -> None:
        self._record, self._settings = record, settings
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: queue.Queue[tuple[str, int, Given] | None] = queue.Queue()
        self._held = 0
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def add(self, given: Sequence[Given]) -> Job:
        """Queue pages as one job. Raises TooManyPagesError where too many wait already."""
        job = Job(id=secrets.token_hex(8), pages=tuple(PageJob(name=one.name) for one in given))
        with self._lock:
            held = self._held + sum(one.size for one in given)
            if self._waiting.qsize() + len(given) > MAX_WAITING or held > MAX_BYTES:
                raise TooManyPagesError("too many pages are waiting", hint="Add more when these are read.")
            self._held = held
            self._jobs[job.id] = job
            self._forget()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="pages", daemon=True)
                self._thread.start()
            for place, one in enumerate(given):
                self._waiting.put((job.id, place, one))
        return job

    def get(self, name: str) -> Job | None:
        """A job by id, as it is now; None for one that is not known or long done."""
        with self._lock:
            return self._jobs.get(name)

    def all(self) -> tuple[Job, ...]:
        """Every job that is known, the newest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def close(self) -> None:
        """Take no more pages; the one that is read is finished."""
        self._closing.set()
        if self._thread is not None:
            while not self._waiting.empty():
                self._waiting.get_nowait()
            self._waiting.put(None)
            self._thread.join(timeout=30)

    def _forget(self) -> None:
        over = len(self._jobs) - KEPT_JOBS
        for name in [name for name, job in self._jobs.items() if job.done][: max(0, over)]:
            del self._jobs[name]

    def _work(self) -> None:
        while (task := self._waiting.get()) is not None:
            name, place, given = task
            self._tell(name, place, state=PageState.READING)
            self._tell(name, place, **self._read_all(name, given))
            with self._lock:
                self._held -= given.size

    def _read_all(self, job: str, given: Given) -> dict[str, Any]:
        """What came of the first page that was given. Each further one is told of by a line of its own, at once."""
        first: dict[str, Any] | None = None
        rest: list[dict[str, Any]] = []
        for outcome in self._outcomes(given):
            if first is None:
                first = outcome
            elif len(self._jobs[job].pages) < MAX_SHOWN:
                self._append(job, outcome)
            else:
                rest.append({"claims": outcome.get("claims", 0), "refusals": outcome.get("refusals", 0)})
        if rest:
            sums = {name: sum(one[name] for one in rest) for name in ("claims", "refusals")}
            self._append(job, {"name": f"{given.name}: {len(rest)} further pages", "state": PageState.DONE, **sums})
        return first or {"state": PageState.FAILED, "what": "it holds no page", "hint": "See what it should hold."}

    def _outcomes(self, given: Given) -> Iterator[dict[str, Any]]:
        """What came of each page. One can fail in any way, and the others are still read."""
        try:
            for result in given.read():
                yield self._outcome(result, given.name)
                if self._closing.is_set():
                    return
        except TallybookError as error:
            yield _failure(error)
        except Exception as error:
            yield _defect(error)

    def _outcome(self, result: Document | UnreadableInput, given: str) -> dict[str, Any]:
        where = result.where if isinstance(result, UnreadableInput) else result.path or ""
        named = {"name": given + where.partition(given)[2]}
        if isinstance(result, UnreadableInput):
            return named | _failure(result)
        try:
            return named | self._read(result)
        except TallybookError as error:
            return named | _failure(error)
        except Exception as error:
            return named | _defect(error)

    def _read(self, document: Document) -> dict[str, Any]:
        from tallybook.pipeline import extract_claims  # loads what a server without new pages never needs

        found = extract_claims(document, settings=self._settings)
        evidence = Evidence(documents=(document,), claims=found.claims, denials=found.denials, refusals=found.refusals)
        self._record(document, evidence)
        counts = {"claims": len(found.claims), "refusals": len(found.refusals)}
        return {"state": PageState.DONE, "document": document.id, **counts}

    def _append(self, name: str, outcome: dict[str, Any]) -> None:
        with self._lock:
            job = self._jobs[name]
            self._jobs[name] = replace(job, pages=(*job.pages, PageJob(**outcome)))

    def _tell(self, name: str, place: int, /, **changed: Any) -> None:
        with self._lock:
            job = self._jobs[name]
            pages = list(job.pages)
            pages[place] = replace(pages[place], **changed)
            self._jobs[name] = replace(job, pages=tuple(pages))


def _failure(error: TallybookError) -> dict[str, Any]:
    return {"state": PageState.FAILED, "what": error.what, "why": error.why, "hint": error.hint}


def _defect(error: Exception) -> dict[str, Any]:
    why = f"{type(error).__name__}: {error}"
    return {"state": PageState.FAILED, "what": "the program failed", "why": why, "hint": "This is a defect."}
