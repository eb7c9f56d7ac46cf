"""An open book that many threads ask, with what follows from it worked out beside them.

Decisions are recorded at once; the picture is worked out by one thread of its own, so that no reviewer waits for it.
A picture is kept for as long as one of the last few standings has it: an undo brings the earlier one back at once.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tallybook import __version__
from tallybook.errors import TallybookError
from tallybook.ledger import Book
from tallybook.model import Claim, Decision, Document, Evidence
from tallybook.review import as_of
from tallybook.settings import Settings
from tallybook.web.standing import Now, Standing, Worked, work_out

KEPT_PICTURES = 4
LOOK_AGAIN = 2.0
"""Seconds after which the book is looked at for what other processes recorded."""


class Shelf:
    """One book for any number of threads of one process; other processes may have it open too.

    `files` is the folder of the files that prove claims by hand. Close it when done.
    """

    def __init__(self, book: Book, *, files: Path, settings: Settings) -> None:
        self.files, self.settings = files, replace(settings, compare=True)
        self._book, self._ledger = book, threading.RLock()
        self._changed = threading.Condition()
        self._standing: Standing | None = None
        self._worked: Worked | None = None
        self._now: Now | None = None
        self._failure: TallybookError | None = None
        self._pictures: OrderedDict[str, Worked] = OrderedDict()
        self._proofs: dict[str, _Proven] = {}
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

    def at(self, moment: dt.datetime) -> Now:
        """The book as of a moment: the runs and the decisions until then, by what this program makes of them."""
        with self._ledger:
            run = max((run.id for run in self._book.runs() if run.at is not None and run.at <= moment), default=0)
            recorded, decisions = self._book.evidence(until=run), as_of(self._book.decisions(), moment)
        standing = Standing(read=self._prove(recorded), run=run, decisions=decisions)
        return Now(standing=standing, worked=self._picture(standing))

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

    def mark(self) -> tuple[str | None, str | None]:
        """Another one whenever what is told of the book is another."""
        standing, worked = self._standing, self._worked
        return standing.log_key if standing else None, worked.standing.picture_key if worked else None

    def progress(self) -> dict[str, int | bool | None]:
        """How many decisions there are, how many are in the picture, and whether a newer one is being worked out."""
        with self._changed:
            standing, worked = self._standing, self._worked
            known, shown = (one.version if one else None for one in (standing, worked and worked.standing))
            return {"version": known, "picture_version": shown, "behind": self._behind()}

    def _behind(self) -> bool:
        if self._standing is None or self._worked is None:
            return True
        return self._standing.picture_key != self._worked.standing.picture_key

    def _look(self) -> Standing:
        """What stands now, with what was recorded since by whomever."""
        with self._ledger:
            run, decided = self._book.stamp()
            standing = self._standing
            if standing is not None and (standing.run, standing.version) == (run, decided):
                return standing
            same_run = standing is not None and standing.run == run
            read = standing.read if standing is not None and same_run else self._prove(self._book.evidence(until=run))
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

    def _prove(self, recorded: Evidence) -> Evidence:
        """What the words prove of what was recorded; documents that were looked at before are not looked at again."""
        from tallybook.pipeline import with_copies

        return with_copies(proven(recorded, self._proofs, self.settings))

    def _picture(self, standing: Standing) -> Worked:
        """From those that are kept, or worked out anew."""
        with self._changed:
            kept = self._pictures.get(standing.picture_key)
        worked = replace(kept, standing=standing) if kept is not None else work_out(standing, self.settings)
        with self._changed:
            self._pictures[standing.picture_key] = worked
            self._pictures.move_to_end(standing.picture_key)
            while len(self._pictures) > KEPT_PICTURES:
                self._pictures.popitem(last=False)
        return worked

    def _keep_up(self) -> None:
        """The thread's work: look, work out what is new, wait for more."""
        while not self._closed:
            try:
                self._look()
                self._work_out_the_last()
            except TallybookError as error:
                self._fail(error)
            except Exception as error:  # a defect in one picture must not end the thread for all later ones
                self._fail(TallybookError("the picture cannot be worked out", why=f"{type(error).__name__}: {error}"))
            with self._changed:
                if not self._closed:
                    self._changed.wait_for(lambda: self._closed or self._news(), timeout=LOOK_AGAIN)

    def _news(self) -> bool:
        return self._failure is None and self._standing is not None and self._behind()

    def _work_out_the_last(self) -> None:
        standing = self._standing
        if standing is None or not self._behind():
            return
        worked = self._picture(standing)
        with self._changed:
            self._worked, self._failure = worked, None
            self._changed.notify_all()

    def _fail(self, error: TallybookError) -> None:
        with self._changed:
            if not self._closed:
                self._failure = error
                self._changed.notify_all()


_Proven = tuple[Document, Sequence[Claim], Evidence]


def proven(recorded: Evidence, known: dict[str, _Proven], settings: Settings) -> Evidence:
    """As `keep_proven`, page by page; `known` holds what was found before, and takes what is new."""
    from tallybook.pipeline import keep_proven

    of_page: dict[str, list[Claim]] = {document.id: [] for document in recorded.documents}
    for claim in recorded.claims:
        of_page[claim.document_id].append(claim)
    found: list[Evidence] = []
    for document in recorded.documents:
        claims, before = of_page[document.id], known.get(document.id)
        if before is None or before[0] != document or before[1] != claims:
            own = keep_proven(Evidence(documents=(document,), claims=tuple(claims)), settings=settings)
            before = known[document.id] = (document, claims, own)
        found.append(before[2])
    return replace(
        recorded,
        claims=tuple(claim for one in found for claim in one.claims),
        refusals=(*recorded.refusals, *(refusal for one in found for refusal in one.refusals)),
    )
