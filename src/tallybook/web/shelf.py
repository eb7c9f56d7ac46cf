"""An open book that many threads ask, with what follows from it worked out beside them.

Decisions are recorded at once; the picture is worked out by one thread of its own, so that no reviewer waits for it.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tallybook import __version__
from tallybook.cache import Cache
from tallybook.errors import TallybookError
from tallybook.ledger import Book
from tallybook.model import Decision, Document, Evidence
from tallybook.review import as_of
from tallybook.settings import Settings
from tallybook.web.standing import Now, Standing, Worked
from tallybook.web.workings import Workings

KEPT_MOMENTS = 4
_log = logging.getLogger(__name__)
LOOK_AGAIN = 2.0
"""Seconds after which the book is looked at for what other processes recorded."""


class Shelf:
    """One book for any number of threads of one process; other processes may have it open too.

    `files` is the folder of the files that prove claims by hand; `cache` keeps what is worked out for the next server,
    None for none. Close it when done.
    """

    def __init__(self, book: Book, *, files: Path, settings: Settings, cache: Cache | None = None) -> None:
        self.files, self.settings = files, replace(settings, compare=True)
        self._book, self._ledger = book, threading.RLock()
        self._changed = threading.Condition()
        self._standing: Standing | None = None
        self._worked: Worked | None = None
        self._now: Now | None = None
        self._failure: TallybookError | None = None
        self._failed: str | None = None
        self._workings = Workings(self.settings, cache)
        self._looked_back: OrderedDict[str, Now] = OrderedDict()
        self._looking_back = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._keep_up, name="picture", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the thread, and give the book back."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join(timeout=5)
        with self._ledger:
            self._book.close()

    def standing(self, *, wait: float = 0.0) -> Standing | None:
        """What was read and decided up to now; None where it is not loaded within `wait` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._standing is not None or self._failure is not None, timeout=wait)
            if self._standing is None and self._failure is not None:
                raise self._failure
            return self._standing

    def worked(self, *, wait: float = 0.0, current: bool = False) -> Worked | None:
        """The last picture that was worked out; with `current` the one of now. None where none is within `wait` s."""

        def ready() -> bool:
            return self._failure is not None or (self._worked is not None and (not current or not self._behind()))

        with self._changed:
            done = self._changed.wait_for(ready, timeout=wait)
            if self._failure is not None and self._worked is None:
                raise self._failure
            return self._worked if done else None

    def now(self, *, wait: float = 0.0) -> Now | None:
        """The book as it stands with its last picture; None where there is none within `wait` seconds."""
        worked = self.worked(wait=wait)
        standing = self.standing()
        if worked is None or standing is None:
            return None
        with self._changed:
            if self._now is None or self._now.standing is not standing or self._now.worked is not worked:
                self._now = Now(standing=standing, worked=worked)
            return self._now

    def at(self, moment: dt.datetime, *, wait: float = 0.0) -> Now | None:
        """The book as of a moment: the runs and the decisions until then, by what this program makes of them.

        One moment is worked out at a time, and the last few are kept; None where its turn does not come within `wait`
        seconds.
        """
        with self._ledger:
            standing = self._look()
            run = max((run.id for run in self._book.runs() if run.at is not None and run.at <= moment), default=0)
        asked = replace(standing, run=run, decisions=as_of(standing.decisions, moment))
        if not self._looking_back.acquire(timeout=wait):
            return None
        try:
            return self._then(asked, read=standing.read if standing.run == run else None)
        finally:
            self._looking_back.release()

    def decide(self, make: Callable[[Standing], Decision]) -> tuple[Decision, Standing]:
        """Record the decision that `make` makes of the book as it stands, and return both.

        Raises DecisionConflict where its author had not seen the last one on its target, what `make` raises, and
        BookError as the book does.
        """
        with self._ledger:
            standing = self._look()
            decision = make(standing)
            with self._book.transaction():
                self._book.decide([decision])
            return decision, self._after(standing, decision)

    def record(self, document: Document, evidence: Evidence) -> None:
        """Append what this program read in one document."""
        now = dt.datetime.now(dt.UTC)
        parts = (evidence.claims, evidence.denials, evidence.refusals)
        with self._ledger, self._book.transaction():
            self._book.record([document], *parts, program_version=__version__, at=now)
        self._look()

    def mark(self) -> tuple[str | None, ...]:
        """Another one whenever what is told of the book is another."""
        standing, worked = self._standing, self._worked
        shown = worked.standing.picture_key if worked else None
        return standing.log_key if standing else None, shown, self.why_failed()

    def progress(self) -> dict[str, int | bool | str | None]:
        """How many decisions there are, how many are in the picture, whether a newer one is being worked out, and why
        that cannot be."""
        with self._changed:
            standing, worked = self._standing, self._worked
            known, shown = (one.version if one else None for one in (standing, worked and worked.standing))
            return {"version": known, "picture_version": shown, "behind": self._behind(), "failed": self.why_failed()}

    def why_failed(self) -> str | None:
        """Why there is no picture of now, and will be none until the book is another; None where one is coming."""
        return f"{self._failure.what}: {self._failure.why}".removesuffix(": ") if self._failure is not None else None

    def _behind(self) -> bool:
        if self._standing is None or self._worked is None:
            return True
        return self._standing.picture_key != self._worked.standing.picture_key

    def _then(self, asked: Standing, *, read: Evidence | None) -> Now:
        """The book as of what is asked for; `read` is what was read until then, None where it has to be loaded."""
        now = self._looked_back.get(asked.log_key)
        if now is None:
            if read is None:
                with self._ledger:
                    recorded = self._book.evidence(until=asked.run)
                read = self._workings.prove(recorded)
            standing = replace(asked, read=read)
            now = self._looked_back[asked.log_key] = Now(standing=standing, worked=self._workings.picture(standing))
        self._looked_back.move_to_end(asked.log_key)
        while len(self._looked_back) > KEPT_MOMENTS:
            self._looked_back.popitem(last=False)
        return now

    def _look(self) -> Standing:
        """What stands now, with what was recorded since by whomever."""
        with self._ledger:
            run, decided = self._book.stamp()
            standing = self._standing
            if standing is not None and (standing.run, standing.version) == (run, decided):
                return standing
            same_run = standing is not None and standing.run == run
            read = (
                standing.read
                if standing is not None and same_run
                else self._workings.prove(self._book.evidence(until=run))
            )
            return self._stand(read, run, self._book.decisions())

    def _stand(self, read: Evidence, run: int, decisions: tuple[Decision, ...]) -> Standing:
        standing = Standing(read=read, run=run, decisions=decisions)
        with self._changed:
            self._standing, self._failure = standing, None
            self._changed.notify_all()
        return standing

    def _after(self, standing: Standing, decision: Decision) -> Standing:
        """The standing with one more decision; read anew where other processes recorded something meanwhile."""
        if self._book.stamp() != (standing.run, standing.version + 1):
            return self._look()
        return self._stand(standing.read, standing.run, (*standing.decisions, decision))

    def _keep_up(self) -> None:
        """The thread's work: look, work out what is new, wait for more."""
        while not self._closed:
            try:
                self._look()
                self._work_out_the_last()
            except TallybookError as error:
                self._fail(error)
            except Exception as error:  # a defect in one picture must not end the thread for all later ones
                _log.exception("the picture cannot be worked out")
                self._fail(TallybookError("the picture cannot be worked out", why=f"{type(error).__name__}: {error}"))
            with self._changed:
                if not self._closed:
                    self._changed.wait_for(lambda: self._closed or self._news(), timeout=LOOK_AGAIN)

    def _news(self) -> bool:
        return self._failure is None and self._standing is not None and self._behind()

    def _work_out_the_last(self) -> None:
        """What failed once of the very same book fails again: it is not tried again."""
        standing, worked = self._standing, self._worked
        if standing is None or standing.picture_key == self._failed:
            return
        if self._behind():
            self._failed = standing.picture_key
            worked = self._workings.picture(standing)
        with self._changed:
            self._worked, self._failure, self._failed = worked, None, None
            self._changed.notify_all()

    def _fail(self, error: TallybookError) -> None:
        with self._changed:
            if not self._closed:
                self._failure = error
                self._changed.notify_all()
