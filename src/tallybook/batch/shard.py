"""One shard: a plain call from the paths of pages to the paths of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from tallybook.batch import tables
from tallybook.batch.manifest import Counts, Shard
from tallybook.batch.rows import claim_row, denial_row, document_row, page_refusal_row, refusal_row, sketch_row
from tallybook.batch.tables import Row
from tallybook.batch.trail import Notes, Place
from tallybook.errors import BookError, TallybookError, UnreadableInput
from tallybook.model import Document
from tallybook.pipeline import address_of, extract_claims, make_ready
from tallybook.read import Capture, Part, captures_of, captures_of_part, read_capture
from tallybook.settings import Settings

TRAILS = ".trails"
"""The folder in which workers note what they do."""

_AT_ONCE = 512
"""Pages whose rows are written together, as one row group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A shard with all that a process needs to do it. `limit` are the seconds that one page may take."""

    shard: Shard
    out: Path
    plan: str
    settings: Settings
    limit: float

    @property
    def stamp(self) -> str:
        """What the shard's files are stamped with: no file of another scan, or of another shard, has it."""
        return f"{self.plan}:{self.shard.name}"

    @property
    def trail(self) -> Path:
        """Where workers note what they do."""
        return self.out / TRAILS / self.shard.name

    def file(self, table: str) -> Path:
        """Where the shard's rows of a table go."""
        return tables.file_of(self.out, table, self.shard.name)


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
    notes: Notes,
    leave_out: Mapping[Place, str],
    done: Callable[[int], None] = lambda pages: None,
) -> Counts:
    """Read the pages of a shard and write its tables, each file whole or not at all. Done again, it writes the same.

    Pages to `leave_out` are refused with the reason given. `done` is told how many pages are done. Raises OutputError
    where the tables cannot be written, and what spoils every page, as a broken registry.
    """
    make_ready(task.settings)
    with ExitStack() as files:
        writers = {
            table: files.enter_context(tables.writing(task.file(table), table=table, stamp=task.stamp))
            for table in tables.OF_SHARD
        }
        found = _Tables(writers)
        for pages, page in enumerate(_pages(task, notes, leave_out), start=1):
            _take(page, found, task.settings)
            done(pages)
        notes.idle()
        found.flush()
    return found.counts


def is_done(task: Task) -> bool:
    """Whether every file of the shard is there, and of this scan."""
    return all(tables.stamp_of(task.file(table)) == task.stamp for table in tables.OF_SHARD)


def counted(task: Task) -> Counts:
    """What a finished shard gave. Raises ScanError where its files cannot be read."""
    documents, claims, denials = (
        len(tables.read_columns(task.file(table), ("id",)))
        for table in (tables.DOCUMENTS, tables.CLAIMS, tables.DENIALS)
    )
    refused = sum(row["what"] == "page" for row in tables.read_rows(task.file(tables.REFUSALS), ("what",)))
    return Counts(documents=documents, claims=claims, denials=denials, refused=refused)


def _pages(task: Task, notes: Notes, leave_out: Mapping[Place, str]) -> Iterator[Document | UnreadableInput]:
    """Every page of the shard in order, or the reason there is none."""
    for number, path in enumerate(task.shard.files):
        captures = _captures(task, path)
        for page in count():
            place = Place(number, page, found=False)
            if place in leave_out:
                yield _killed(path, leave_out[place], what="the file stopped the worker; the rest of it is not read")
                break
            notes.at(place)
            capture = next(captures, None)
            if capture is None:
                break
            place = replace(place, found=True)
            if place in leave_out:
                yield _killed(capture.where, leave_out[place], what="the page stopped the worker that read it")
                continue
            notes.at(place)
            yield _document(capture, task.settings)


def _captures(task: Task, path: str) -> Iterator[Capture | UnreadableInput]:
    """The pages of a file. Where the program fails on the file, that is the last of them."""
    shard, settings = task.shard, task.settings
    try:
        if shard.stop is not None:
            yield from captures_of_part(Path(path), Part(shard.start, shard.stop), settings)
        else:
            yield from captures_of(Path(path), settings)
    except Exception as error:
        yield _defect(error, path)


def _document(capture: Capture | UnreadableInput, settings: Settings) -> Document | UnreadableInput:
    if isinstance(capture, UnreadableInput):
        return capture
    try:
        return read_capture(capture, settings)
    except UnreadableInput as error:
        return error
    except Exception as error:
        return _defect(error, capture.where)


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
        raise _defect(error, where) from error


def _defect(error: Exception, where: str) -> UnreadableInput:
    """An exception nobody foresaw costs the page it came of, and is told as what it is."""
    why = f"{type(error).__name__}: {error}"
    return UnreadableInput("the program failed", where=where, why=why, hint="this is a defect; report it")


def _killed(where: str, why: str, *, what: str) -> UnreadableInput:
    return UnreadableInput(what, where=where, why=why, hint="this is a defect; report it")
