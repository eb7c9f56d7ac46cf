"""Bring a database to the newest tables. The configuration is built here; the steps ship inside the package."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, inspect

from tallybook.errors import BookError
from tallybook.ledger.database import Database

VERSION_TABLE = "book_version"


def bring_up_to_date(database: Database, *, create: bool) -> None:
    """Create the tables, or change an older book's; nothing is done to one that is up to date.

    Raises BookError for a book of a newer program, for a database that holds other tables, and, unless `create`, for
    an empty one.
    """
    with database.reading() as connection:
        if not _is_behind(connection, database.where, create=create):
            return
    database.use_write_ahead_log()
    with database.writing() as connection:
        # Looked at again: another process may have done it while we waited for our turn.
        if _is_behind(connection, database.where, create=create):
            command.upgrade(_config(connection), "head")


def _is_behind(connection: Connection, where: str, *, create: bool) -> bool:
    revision = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()
    scripts = ScriptDirectory.from_config(_config(connection))
    if revision is None:
        _refuse_stranger(connection, where, create=create)
    elif not _knows(scripts, revision):
        raise BookError(
            "this book was written by a newer tallybook",
            where=where,
            why=f"its tables are at {revision!r}, which this program does not know",
            hint="Upgrade tallybook, then open the book again.",
        )
    return revision != scripts.get_current_head()


def _refuse_stranger(connection: Connection, where: str, *, create: bool) -> None:
    tables = inspect(connection).get_table_names()
    if tables:
        raise BookError(
            "this database is no book",
            where=where,
            why=f"it holds the tables {', '.join(sorted(tables)[:5])}",
            hint="Give the book a file, database or schema of its own.",
        )
    if not create:
        raise BookError("there is no book here", where=where, hint="Check the name, or let a run create the book.")


def _knows(scripts: ScriptDirectory, revision: str) -> bool:
    try:
        return scripts.get_revision(revision) is not None
    except CommandError:
        return False


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "tallybook.ledger:migrations")
    config.attributes["connection"] = connection
    config.attributes["version_table"] = VERSION_TABLE
    return config
