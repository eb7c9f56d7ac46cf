"""A SQLite or PostgreSQL database: its transactions, and its failures in plain words."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from tallybook.errors import BookError

# Any number will do, as long as every tallybook asks PostgreSQL for the same one.
_WRITERS_LOCK = 0x7A11B00C
_KINDS = "Use a file, or postgresql+psycopg://… with psycopg installed."

# Words of a driver's message, what they mean for the user, and the next step. The first match counts.
_FAILURES = (
    ("file is not a database", "this file is no book", "Name another file, or move this one away."),
    ("malformed", "the book's file is damaged", "Restore it from a copy."),
    ("append-only", "the book never changes or removes what it holds", ""),
    ("database is locked", "another program is writing the book", "Try again when it has finished."),
    ("lock timeout", "another program is writing the book", "Try again when it has finished."),
    ("readonly database", "the book is read-only", "Allow writing to the file and its folder, or use a copy."),
    ("permission denied", "the book may not be used by this user", "Ask for the right to use it."),
    ("unable to open database file", "the book cannot be opened", "Check that the folder exists and may be written."),
    ("disk is full", "there is no room left for the book", "Free some space and run again; the book is as it was."),
    ("connection failed", "the database cannot be reached", "Check the URL, and that the server runs."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """Where a book is kept. One writer at a time, the others wait `wait` seconds; readers never wait."""

    engine: Engine
    wait: float
    where: str

    @classmethod
    def at(cls, url: URL, *, wait: float) -> Database:
        """The database of a URL, not yet connected. Raises BookError for an unknown kind or a missing driver."""
        where = url.database or "" if _is_sqlite(url) else url.render_as_string(hide_password=True)
        try:
            if not _is_sqlite(url):
                return cls(engine=create_engine(url), wait=wait, where=where)
            engine = create_engine(url, connect_args={"timeout": wait})
        except (ArgumentError, NoSuchModuleError, ImportError) as error:
            raise BookError("this database cannot be used", where=where, why=str(error), hint=_KINDS) from error
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return cls(engine=engine, wait=wait, where=where)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write: kept when the block ends, undone when it raises. Waits for its turn."""
        with self.explained(), self.engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
            if connection.dialect.name == "postgresql":
                # The default isolation is wanted here: later statements must see what the last writer committed.
                connection.execute(text("SELECT set_config('lock_timeout', :wait, true)"), {"wait": self._milliseconds})
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITERS_LOCK})
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the book throughout, whoever writes meanwhile."""
        with self.explained(), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    def use_write_ahead_log(self) -> None:
        """Let SQLite's readers go on while one process writes. Kept in the file; does nothing elsewhere.

        SQLite makes this switch by raising a read lock to a write lock, and never waits for that, whatever the timeout:
        of two processes that create a book together, one now and then fails at once. So wait for a moment alone, which
        the timeout does bound, and try again.
        """
        if self.engine.dialect.name != "sqlite":
            return
        deadline = time.monotonic() + self.wait
        while not self._switched(last=time.monotonic() >= deadline):
            with self.explained(), self.engine.execution_options(begin="BEGIN EXCLUSIVE").begin():
                pass

    def _switched(self, *, last: bool) -> bool:
        """Whether the write-ahead log is on now; raises where it cannot be, or on the `last` try is not."""
        try:
            with self.engine.execution_options(begin=None).connect() as connection, self.explained():
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        except BookError as error:
            if last or "database is locked" not in error.why:
                raise
            return False
        return True

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Turn the driver's errors into BookError."""
        try:
            yield
        except DBAPIError as error:
            why = str(error.orig)
            what, hint = next(
                ((what, hint) for words, what, hint in _FAILURES if words in why.lower()),
                ("the book cannot be used", ""),
            )
            raise BookError(what, where=self.where, why=why.strip(), hint=hint) from error

    def is_missing_file(self) -> bool:
        """Whether this is a SQLite file that connecting would create."""
        name = self.engine.url.database
        return self.engine.dialect.name == "sqlite" and (
            not name or not (name.startswith("file:") or Path(name).exists())
        )

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    @property
    def _milliseconds(self) -> str:
        return str(max(1, round(self.wait * 1000)))


def url_of(url_or_path: str | Path) -> URL:
    """A database URL as given, or that of the SQLite file at a path. Raises BookError for what is neither."""
    if isinstance(url_or_path, Path) or "://" not in url_or_path:
        return URL.create("sqlite", database=str(url_or_path))
    try:
        url = make_url(url_or_path)
    except ArgumentError as error:
        raise BookError("this is no database URL", why=str(error), hint=_KINDS) from error
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Leave BEGIN to us, and check references and triggers in every connection (also for INSERT OR REPLACE)."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")


def _begin_sqlite(connection: Connection) -> None:
    """Begin as asked. A writer takes its turn at the start: one that reads first could not wait for it later."""
    statement = connection.get_execution_options().get("begin", "BEGIN")
    if statement:
        connection.exec_driver_sql(statement)
