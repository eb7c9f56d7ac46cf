"""The book as the rest of the program meets it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from tallybook.errors import BookError
from tallybook.ledger.database import Database, url_of
from tallybook.ledger.decisions import append_decisions, load_decisions
from tallybook.ledger.extraction import extractions
from tallybook.ledger.load import Run, Version, load_evidence, load_readers, load_runs, load_stamp, load_versions
from tallybook.ledger.migrate import bring_up_to_date
from tallybook.ledger.moved import at_known_pages
from tallybook.ledger.record import Recorded, record
from tallybook.model import Claim, Decision, Denial, Document, Evidence, Refusal


class Book:
    """An open book, for one thread of one process. Any number of processes may have the same book open.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, Book.open(Path(folder) / "book.db") as book:
    ...     with book.transaction():
    ...         book.record([], [], [], [], program_version="1.0")
    Recorded(run=None, pages=0, versions=0, documents=0, anchors=0, readings=0, denials=0, refusals=0)
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._transaction: Connection | None = None

    @classmethod
    def open(cls, url_or_path: str | Path = "book.db", *, create: bool = True, wait: float = 30.0) -> Book:
        """Open a book: a SQLite file, or a `postgresql+psycopg://…` or `sqlite:///…` URL.

        An empty or missing one becomes a new book if `create`; an older program's book is brought up to date. `wait`
        bounds the seconds to wait for another writer. Raises BookError where there is no book and `create` is False,
        for what is no book or a newer program's, and for one that is locked, read-only or cannot be reached.
        """
        url = url_of(url_or_path)
        database = Database.at(url, wait=wait)
        if not create and database.is_missing_file():
            raise BookError("there is no book here", where=database.where, hint="Check the name.")
        try:
            bring_up_to_date(database, create=create)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def close(self) -> None:
        """Give the connections back. What was not committed is undone."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything recorded inside the block is kept together when it ends, or undone together when it raises.

        Waits while another process is writing. Raises BookError when that takes too long, when the book cannot be
        written, and inside another transaction.
        """
        if self._transaction is not None:
            raise BookError("a transaction is already open", where=self._database.where)
        with self._database.writing() as connection:
            self._transaction = connection
            try:
                yield
            finally:
                self._transaction = None

    def record(
        self,
        documents: Iterable[Document],
        claims: Iterable[Claim],
        denials: Iterable[Denial],
        refusals: Iterable[Refusal],
        *,
        program_version: str,
        at: dt.datetime | None = None,
        run: int | None = None,
    ) -> Recorded:
        """Append what one run of a program version read, and return how much of it was new.

        Only what changed is recorded. A page is left out when its latest run had the same program version and read
        the same in the same text; when no page is left, there is no run either. So recording twice adds nothing,
        while a new program version adds its own readings under the old anchors. The same text under another path is
        the same page. `at` is kept as said and decides nothing. `run` is one begun in this transaction that is gone
        on with, for pages too many to give at once; all texts of one page have to be given together. Raises BookError
        outside a transaction and for what the book refuses to hold (see `extractions`).
        """
        writer = self._writer()
        with self._database.explained():
            settled = at_known_pages(writer, tuple(documents))
            found = extractions(settled, claims, denials, refusals, program_version=program_version)
            return record(writer, found, program_version=program_version, at=at, run=run)

    def decide(self, decisions: Iterable[Decision]) -> int:
        """Append what people decided, in order, and return how many decisions were new.

        One whose id the book has is recorded already. Raises DecisionConflict, and keeps nothing of the transaction,
        where somebody else decided on the same target after what the author saw; else BookError outside a transaction,
        for a moment without time zone, and for what JSON cannot hold.
        """
        with self._database.explained():
            return append_decisions(self._writer(), decisions)

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision in the order recorded, those that were undone and those that undo them too."""
        with self._reading() as connection:
            return load_decisions(connection)

    def evidence(self, *, until: int | None = None) -> Evidence:
        """Documents, claims, denials and refusals as the latest run of each page found them, sorted by page.

        With `until`, the book as of that run: what later runs recorded is left out. As of run 0 it is empty.
        """
        with self._reading() as connection:
            return load_evidence(connection, until=until)

    def readers(self, *, until: int | None = None) -> dict[str, str]:
        """The program version that last read each document, by the document's id; as of a run where one is given."""
        with self._reading() as connection:
            return load_readers(connection, until)

    def stamp(self) -> tuple[int, int]:
        """The last run (0 where there is none) and how many decisions there are: both grow whenever the book does."""
        with self._reading() as connection:
            return load_stamp(connection)

    def runs(self) -> tuple[Run, ...]:
        """Every run that added something, the oldest first."""
        with self._reading() as connection:
            return load_runs(connection)

    def versions(self, path_or_url: str) -> tuple[Version, ...]:
        """Every text seen at a path or URL, in the order first seen; empty where the book knows none."""
        with self._reading() as connection:
            return load_versions(connection, path_or_url)

    def _writer(self) -> Connection:
        if self._transaction is None:
            raise BookError(
                "recording needs a transaction", where=self._database.where, hint="Write `with book.transaction():`."
            )
        return self._transaction

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._transaction is not None:
            with self._database.explained():
                yield self._transaction
        else:
            with self._database.reading() as connection:
                yield connection
