"""WARC files, plain or packed record by record (ISO 28500; Common Crawl's CC-NEWS and WET): one capture a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tallybook.errors import UnreadableInput
from tallybook.read.capture import Capture, Stated
from tallybook.read.containers.damage import end_of_record, next_record
from tallybook.read.containers.formats import GZIP, LZ4, ZSTD
from tallybook.read.containers.record import Result, result_of
from tallybook.read.containers.source import Source, nothing_in
from tallybook.settings import Settings

if TYPE_CHECKING:
    from fastwarc import WarcRecord


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file: the bytes from `start` to before `stop`, to the end where that is None."""

    start: int = 0
    stop: int | None = None

    def holds(self, offset: int) -> bool:
        """Whether an offset lies in it."""
        return self.start <= offset and (self.stop is None or offset < self.stop)


WHOLE = Part()


def warc_captures(
    source: Source, settings: Settings, listed: Mapping[str, Stated] | None = None, part: Part = WHOLE
) -> Iterator[Capture | UnreadableInput]:
    """The pages among the records of a WARC file: answers with status 200, resources and conversions.

    HTML, plain text and PDF are taken; redirects, images and the like are passed over. A record that is cut or damaged
    is named by its offset, and reading goes on at the next one. `listed` is what an index states of pages, by URL. Of a
    `part` the records that begin in it are read; one without a page is not told.
    """
    passed: Counter[str] = Counter()
    given = 0
    for result in _results(source, settings, listed or {}, part):
        if isinstance(result, str):
            passed[result] += 1
        else:
            given += 1
            yield result
    if not given and part == WHOLE:
        kinds = ", ".join(f"{count} × {kind}" for kind, count in sorted(passed.items()))
        yield nothing_in(source.name, "WARC file", f"its records are {kinds}" if kinds else "it has no records")


def _results(source: Source, settings: Settings, listed: Mapping[str, Stated], part: Part) -> Iterator[Result]:
    """What each record gives. The last one is held until reading went on behind it, which proves its length and sum."""
    head = source.head()
    packed, mendable = head.startswith(GZIP), not head.startswith((ZSTD, LZ4))
    at = next_record(source.file, part.start - 1, packed=packed) if part.start else 0
    while at is not None and part.holds(at):
        last, held = at, None
        try:
            for offset, name, record in _records(source, at):
                if held is not None:
                    yield held
                if not part.holds(offset):
                    return
                last, held = offset, None
                held = result_of(record, name, settings=settings, listed=listed)
            if held is not None:
                yield held
            return
        except OSError as error:
            end = end_of_record(source.file, last, packed=packed) if held is not None and mendable else None
            if held is not None and end is not None:
                yield held
            at = next_record(source.file, last if end is None else end - 1, packed=packed) if mendable else None
            if end is None or at != end:
                yield _damaged(source.record(last if end is None else end), error, at)


def _records(source: Source, start: int) -> Iterator[tuple[int, str, WarcRecord]]:
    """The records from an offset on, with their offsets and names. In a file packed as one, offsets repeat."""
    from fastwarc import ArchiveIterator

    source.file.seek(start)
    before, repeated = -1, 0
    for record in ArchiveIterator(source.file, parse_http=False):
        at = record.stream_pos
        repeated = repeated + 1 if at == before else 0
        before = at
        yield at, source.record(f"{at}.{repeated}" if repeated else at), record


def _damaged(where: str, error: OSError, resumed: int | None) -> UnreadableInput:
    going_on = "no record is found behind it" if resumed is None else f"reading goes on at {resumed}"
    why = " ".join(str(error).split()) or type(error).__name__
    return UnreadableInput(
        "the record is damaged", where=where, why=f"{why}; {going_on}", hint="download the archive again"
    )
