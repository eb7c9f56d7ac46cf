"""One shard: a plain call from the paths of pages to the paths of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from tallybook.batch import tables
from tallybook.batch.manifest import Counts, Shard
from tallybook.batch.rows import claim_row, denial_row, document_row, page_refusal_row, refusal_row
from tallybook.batch.tables import Row
from tallybook.batch.trail import Notes, Place
from tallybook.errors import BookError, TallybookError, UnreadableInput
from tallybook.model import Document
from tallybook.pipeline import address_of, extract_claims
from tallybook.read import captures_of, read_captures
from tallybook.settings import Settings

TRAILS = ".trails"
"""The folder in which workers note what they do."""


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


@dataclass(slots=True)
class _Rows:
    """What the pages of a shard gave so far."""

    of: Mapping[str, list[Row]] = field(default_factory=lambda: {table: [] for table in tables.OF_SHARD})
    seen: set[str] = field(default_factory=set)
    refused: int = 0

    def refuse(self, error: UnreadableInput) -> None:
        self.of[tables.REFUSALS].append(page_refusal_row(error))
        self.refused += 1

    @property
    def counts(self) -> Counts:
        documents, claims, denials = (len(self.of[t]) for t in (tables.DOCUMENTS, tables.CLAIMS, tables.DENIALS))
        return Counts(documents=documents, claims=claims, denials=denials, refused=self.refused)


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
    rows = _Rows()
    for pages, page in enumerate(_pages(task, notes, leave_out), start=1):
        _take(page, rows, task.settings)
        done(pages)
    notes.idle()
    for table, found in rows.of.items():
        tables.write_table(found, task.file(table), table=table, stamp=task.stamp)
    return rows.counts


def is_done(task: Task) -> bool:
    """Whether every file of the shard is there, and of this scan."""
    return all(tables.stamp_of(task.file(table)) == task.stamp for table in tables.OF_SHARD)


def counted(task: Task) -> Counts:
    """What a finished shard gave. Raises ScanError where its files cannot be read."""
    documents, claims, denials = (
        len(tables.read_table(task.file(table), columns=("id",)))
        for table in (tables.DOCUMENTS, tables.CLAIMS, tables.DENIALS)
    )
    refused = sum(row["what"] == "page" for row in tables.read_table(task.file(tables.REFUSALS), columns=("what",)))
    return Counts(documents=documents, claims=claims, denials=denials, refused=refused)


def _pages(task: Task, notes: Notes, leave_out: Mapping[Place, str]) -> Iterator[Document | UnreadableInput]:
    """Every page of the shard in order, or the reason there is none."""
    for number, path in enumerate(task.shard.files):
        captures = captures_of(Path(path), task.settings)
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
            yield from read_captures([capture], task.settings)


def _take(page: Document | UnreadableInput, rows: _Rows, settings: Settings) -> None:
    """Work a page through, and keep what it gives; a text that comes again in the shard is kept once."""
    if isinstance(page, UnreadableInput):
        rows.refuse(page)
    elif page.id not in rows.seen:
        rows.seen.add(page.id)
        try:
            found = _rows_of(page, settings)
        except UnreadableInput as error:
            rows.refuse(error)
        else:
            for table, new in found.items():
                rows.of[table].extend(new)


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
        }
    except BookError as error:
        raise UnreadableInput("no table can hold what was read", where=where, why=str(error)) from error
    except TallybookError:
        raise  # a broken registry or pack spoils every page
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        raise UnreadableInput("the program failed", where=where, why=why, hint="this is a defect; report it") from error


def _killed(where: str, why: str, *, what: str) -> UnreadableInput:
    return UnreadableInput(what, where=where, why=why, hint="this is a defect; report it")
