"""Opening a book: what becomes one, what is refused, and what the user is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, event, make_url, text

from tallybook.errors import BookError
from tallybook.ledger import Book
from tallybook.ledger.database import Database, url_of
from tallybook.ledger.migrate import VERSION_TABLE
from tallybook.ledger.schema import metadata


def test_a_closed_book_opens_again_as_it_was(address, read):
    with Book.open(address) as book:
        read().into(book)
        evidence = book.evidence()
    with Book.open(address, create=False) as book:
        assert book.evidence() == evidence


def test_the_migrations_build_the_tables_of_the_schema(book):
    with book._database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_a_path_object_and_a_name_with_odd_characters_are_files(tmp_path, read):
    path = tmp_path / "my book?x=1#é%20.db"
    with Book.open(path) as book:
        read().into(book)
    assert path.exists()
    with Book.open(f"sqlite:///{tmp_path / 'plain.db'}"):
        assert (tmp_path / "plain.db").exists()


def test_no_book_is_created_unasked(address, tmp_path):
    with pytest.raises(BookError, match="no book here") as caught:
        Book.open(address, create=False)
    assert caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_newer_programs_book_is_left_alone(address):
    with Book.open(address) as book, book._database.writing() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = 'from_the_future'"))
    with pytest.raises(BookError, match="newer tallybook") as caught:
        Book.open(address)
    assert "Upgrade" in caught.value.hint


def test_another_programs_tables_are_left_alone(address):
    url = address if "://" in address else f"sqlite:///{address}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipe (id INTEGER)"))
    engine.dispose()
    with pytest.raises(BookError, match="is no book") as caught:
        Book.open(address)
    assert "recipe" in str(caught.value)


def a_text(folder: Path) -> Path:
    path = folder / "notes.txt"
    path.write_text("40 killed, they say. " * 50)
    return path


def a_damaged_book(folder: Path) -> Path:
    path = folder / "book.db"
    Book.open(path).close()
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 4000)
    return path


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (a_text, "this file is no book"),
        (a_damaged_book, "damaged"),
        (lambda folder: folder, "cannot be opened"),
        (lambda folder: folder / "missing" / "book.db", "cannot be opened"),
        (lambda folder: "oracle://host/book", "cannot be used"),
        (lambda folder: "nonsense://host/book", "cannot be used"),
        (lambda folder: "://", "no database URL"),
        (lambda folder: "postgresql+psycopg://nobody@127.0.0.1:1/book", "cannot be (used|reached)"),
    ],
)
def test_says_why_it_cannot_open(tmp_path, place, says):
    with pytest.raises(BookError, match=says) as caught:
        Book.open(place(tmp_path))
    assert caught.value.hint


def test_a_password_is_never_shown():
    with pytest.raises(BookError) as caught:
        Book.open("postgresql+psycopg://me:secret@127.0.0.1:1/book")
    assert "secret" not in f"{caught.value}{caught.value.hint}"


def test_a_locked_book_is_read_but_not_written(address, read):
    with Book.open(address) as book, Book.open(address, wait=0.01) as other, book.transaction():
        read().inside(book)
        assert other.evidence().claims == ()
        with pytest.raises(BookError, match="another program is writing") as caught:
            read().into(other)
        assert caught.value.hint


def test_a_read_only_book_is_read_but_not_written(tmp_path, read):
    path = tmp_path / "book.db"
    with Book.open(path) as book:
        read().into(book)
        with Book.open(f"sqlite:///file:{path}?mode=ro&uri=true") as readable:
            assert readable.evidence() == book.evidence()
            with pytest.raises(BookError, match="read-only") as caught:
                read("b.txt").into(readable)
            assert caught.value.hint


def test_a_file_locked_by_a_stranger(tmp_path):
    path = tmp_path / "book.db"
    Book.open(path).close()
    stranger = sqlite3.connect(path, isolation_level=None)
    stranger.execute("PRAGMA locking_mode = EXCLUSIVE")
    stranger.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BookError, match="another program"):
        Book.open(path, wait=0.01)
    stranger.close()


@pytest.fixture
def stranger(tmp_path) -> Iterator[sqlite3.Connection]:
    """Another program that is writing the file in which a book is to be created."""
    with closing(sqlite3.connect(tmp_path / "book.db", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def test_a_new_file_that_a_stranger_keeps_writing(tmp_path, stranger):
    with pytest.raises(BookError, match="another program"):
        Book.open(tmp_path / "book.db", wait=0.01)


def test_a_new_file_that_a_stranger_stops_writing(tmp_path, stranger):
    """The switch to the write-ahead log fails at once where it meets a writer; it must be tried again."""
    failures = []

    def stop(context):
        failures.append(str(context.original_exception))
        stranger.execute("ROLLBACK")

    database = Database.at(url_of(tmp_path / "book.db"), wait=5)
    event.listen(database.engine, "handle_error", stop)
    database.use_write_ahead_log()
    database.close()
    assert failures == ["database is locked"]
    assert stranger.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_plain_postgresql_url_means_the_driver_we_use():
    with pytest.raises(BookError) as caught:
        Book.open("postgresql://nobody@127.0.0.1:1/book")
    assert make_url(caught.value.where).drivername == "postgresql+psycopg"
