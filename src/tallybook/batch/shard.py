"""One shard: a plain call from the paths of pages to the paths of tables."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack

from tallybook.batch import tables
from tallybook.batch.manifest import Counts
from tallybook.batch.pages import Page, failed, pages_of
from tallybook.batch.rows import claim_row, denial_row, document_row, page_refusal_row, refusal_row, sketch_row
from tallybook.batch.tables import Row
from tallybook.batch.task import Task
from tallybook.batch.trail import Loss, Notes, Place, Unwatched, condemned, suspected
from tallybook.errors import BookError, TallybookError, UnreadableInput
from tallybook.extract import Extraction
from tallybook.model import Document
from tallybook.pipeline import address_of, extract_many, make_ready
from tallybook.settings import Settings

_TOGETHER = 64
"""Pages that are worked on together, which takes less time."""

_AT_ONCE = 256
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

    def take(self, document: Document, extraction: Extraction | UnreadableInput) -> None:
        """A page with what it gave."""
        if isinstance(extraction, UnreadableInput):
            self.refuse(extraction)
            return
        try:
            rows = _rows_of(document, extraction)
        except UnreadableInput as error:
            self.refuse(error)
            return
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
    losses: Sequence[Loss] = (),
    done: Callable[[int], None] = lambda pages: None,
) -> Counts:
    """Read the pages of a shard and write its tables, each file whole or not at all. Done again, it writes the same.

    A page on which two workers were lost is refused. `done` is told how many pages are done. Raises OutputError where
    the tables cannot be written, and what spoils every page, as a broken registry.
    """
    watched = notes or Unwatched()
    make_ready(task.settings)
    with ExitStack() as files:
        writers = {
            table: files.enter_context(tables.writing(task.file(table), table=table, stamp=task.stamp))
            for table in tables.OF_SHARD
        }
        found = _Tables(writers)
        pages = 0
        for group in _groups(pages_of(task, watched, condemned(losses)), suspected(losses)):
            _work(group, found, watched, task.settings)
            pages += len(group)
            done(pages)
        watched.idle()
        found.flush()
    return found.counts


def _groups(pages: Iterable[Page], alone: Container[Place]) -> Iterator[list[Page]]:
    """Pages to be worked on together, in order; one that is to be `alone` is."""
    group: list[Page] = []
    for place, page in pages:
        if group and (place in alone or len(group) == _TOGETHER):
            yield group
            group = []
        group.append((place, page))
        if place in alone:
            yield group
            group = []
    if group:
        yield group


def _work(group: Sequence[Page], found: _Tables, notes: Notes, settings: Settings) -> None:
    """Work pages through, and keep what they give in their order; a text that comes again in the shard is kept once."""
    new = {place: page for place, page in group if isinstance(page, Document) and found.is_new(page)}
    if new:
        notes.at(*new)
    given = dict(zip(new, _extracted(list(new.values()), settings), strict=True))
    for place, page in group:
        if isinstance(page, UnreadableInput):
            found.refuse(page)
        elif place in given:
            found.take(page, given[place])


def _extracted(documents: Sequence[Document], settings: Settings) -> list[Extraction | UnreadableInput]:
    """What each document gives, or that the program fails on it. Raises what spoils every page."""
    try:
        return [one.extraction for one in extract_many(documents, settings=settings)]
    except TallybookError:
        raise
    except Exception as error:
        if len(documents) == 1:
            return [failed(error, address_of(documents[0]))]
        return [one for document in documents for one in _extracted([document], settings)]


def _rows_of(document: Document, extraction: Extraction) -> Mapping[str, list[Row]]:
    """The rows a document gives. Raises UnreadableInput where no table can hold them."""
    where = address_of(document)
    try:
        return {
            tables.DOCUMENTS: [document_row(document, where=where)],
            tables.CLAIMS: [claim_row(claim, document) for claim in extraction.claims],
            tables.DENIALS: [denial_row(denial, document) for denial in extraction.denials],
            tables.REFUSALS: [refusal_row(refusal, document) for refusal in extraction.refusals],
            tables.SKETCHES: [sketch_row(document)],
        }
    except BookError as error:
        raise UnreadableInput("no table can hold what was read", where=where, why=str(error)) from error
