"""One shard: a plain call from the paths of pages to the paths of tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack

from tallybook.batch import tables
from tallybook.batch.manifest import Counts
from tallybook.batch.pages import failed, pages_of
from tallybook.batch.rows import claim_row, denial_row, document_row, page_refusal_row, refusal_row, sketch_row
from tallybook.batch.tables import Row
from tallybook.batch.task import Task
from tallybook.batch.trail import Notes, Place, Unwatched
from tallybook.errors import BookError, TallybookError, UnreadableInput
from tallybook.model import Document
from tallybook.pipeline import address_of, extract_claims, make_ready
from tallybook.settings import Settings

_AT_ONCE = 512
"""Pages whose rows are written together, as one row group."""


class _Tables:
    """The tables of a shard while its pages come, held in memory only until there are enough rows to write."""

    def __init__(self, writers: Mapping[str, tables.Write]) -> None:
        self._writers = writers
        self._held: dict[str, list[Row]] = {table: [] for table in writers}
        self._seen: set[str] = set()
        self._pages = 0
        self.counts = Counts()

    def refuse(self, error: UnreadableInput) -> None:
        """A page that gives nothing."""
        self._hold({tables.REFUSALS: [page_refusal_row(error)]})
        self.counts += Counts(refused=1)

    def is_new(self, document: Document) -> bool:
        """Whether its text has not come in this shard before."""
        new = document.id not in self._seen
        self._seen.add(document.id)
        return new

    def take(self, rows: Mapping[str, list[Row]]) -> None:
        """The rows of a page."""
        self._hold(rows)
        self.counts += Counts(*(len(rows[table]) for table in (tables.DOCUMENTS, tables.CLAIMS, tables.DENIALS)))

    def flush(self) -> None:
        """Write what is held."""
        for table, rows in self._held.items():
            self._writers[table](rows)
            rows.clear()
        self._pages = 0

    def _hold(self, rows: Mapping[str, list[Row]]) -> None:
        for table, new in rows.items():
            self._held[table].extend(new)
        self._pages += 1
        if self._pages == _AT_ONCE:
            self.flush()


def scan_shard(
    task: Task,
    *,
    notes: Notes | None = None,
    leave_out: Mapping[Place, str] | None = None,
    done: Callable[[int], None] = lambda pages: None,
) -> Counts:
    """Read the pages of a shard and write its tables, each file whole or not at all. Done again, it writes the same.

    Pages to `leave_out` are refused with the reason given. `done` is told how many pages are done. Raises OutputError
    where the tables cannot be written, and what spoils every page, as a broken registry.
    """
    watched = notes or Unwatched()
    make_ready(task.settings)
    with ExitStack() as files:
        writers = {
            table: files.enter_context(tables.writing(task.file(table), table=table, stamp=task.stamp))
            for table in tables.OF_SHARD
        }
        found = _Tables(writers)
        for pages, page in enumerate(pages_of(task, watched, leave_out or {}), start=1):
            _take(page, found, task.settings)
            done(pages)
        watched.idle()
        found.flush()
    return found.counts


def _take(page: Document | UnreadableInput, found: _Tables, settings: Settings) -> None:
    """Work a page through, and keep what it gives; a text that comes again in the shard is kept once."""
    if isinstance(page, UnreadableInput):
        found.refuse(page)
    elif found.is_new(page):
        try:
            rows = _rows_of(page, settings)
        except UnreadableInput as error:
            found.refuse(error)
        else:
            found.take(rows)


def _rows_of(document: Document, settings: Settings) -> Mapping[str, list[Row]]:
    """The rows a document gives. Raises UnreadableInput where the program fails on it."""
    where = address_of(document)
    try:
        extraction = extract_claims(document, settings=settings)
        return {
            tables.DOCUMENTS: [document_row(document, where=where)],
            tables.CLAIMS: [claim_row(claim, document) for claim in extraction.claims],
            tables.DENIALS: [denial_row(denial, document) for denial in extraction.denials],
            tables.REFUSALS: [refusal_row(refusal, document) for refusal in extraction.refusals],
            tables.SKETCHES: [sketch_row(document)],
        }
    except BookError as error:
        raise UnreadableInput("no table can hold what was read", where=where, why=str(error)) from error
    except TallybookError:
        raise  # a broken registry or pack spoils every page
    except Exception as error:
        raise failed(error, where) from error
