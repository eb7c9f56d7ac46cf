"""Pages from the command line to evidence, with progress on stderr and one error per bad input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tallybook.cli.outcome import FAILURE, OK, PARTIAL, defect, error_lines, is_debugging
from tallybook.cli.progress import Progress, progress
from tallybook.errors import TallybookError, UnreadableInput
from tallybook.lexicon import supported_languages
from tallybook.model import Document, Evidence
from tallybook.pipeline import Extracted, extract_claims, gather, language_of, read_pages
from tallybook.read import captures_in, read_captures
from tallybook.settings import Settings

STDIN = "-"


@dataclass(slots=True)
class Tally:
    """How many pages were read and how many could not be."""

    read: int = 0
    failed: int = 0

    @property
    def exit_code(self) -> int:
        """0 when all was read, 3 when some was, 1 when nothing was."""
        if not self.failed:
            return OK
        return PARTIAL if self.read else FAILURE


def evidence_of(pages: Sequence[str], settings: Settings, tally: Tally, *, leave_out: Sequence[Path] = ()) -> Evidence:
    """The evidence of all readable pages; a file to `leave_out` is passed over where a folder holds it."""
    return gather(extracted_pages(pages, settings, tally, leave_out=leave_out, streams_data=False))


def extracted_pages(
    pages: Sequence[str],
    settings: Settings,
    tally: Tally,
    *,
    leave_out: Sequence[Path] = (),
    streams_data: bool = True,
) -> Iterator[Extracted]:
    """Every readable page extracted, in the order given, a text that comes again once.

    Each page that cannot be read or worked through is explained on stderr and counted, and the others go on.
    """
    names: dict[str, str] = {}
    with progress(streams_data=streams_data) as shown:
        for document in _documents(pages, settings, shown, leave_out):
            name = _name_of(document)
            if isinstance(document, UnreadableInput):
                tally.failed += 1
                shown.say(*error_lines(document))
            elif document.id in names:
                tally.read += 1
                shown.say(f"note: {name}: the same text as {names[document.id]}, taken once")
            else:
                names[document.id] = name
                shown.at(name)
                yield from _extracted(document, name, settings, tally, shown)


def _extracted(document: Document, name: str, settings: Settings, tally: Tally, shown: Progress) -> Iterator[Extracted]:
    language = language_of(document, settings)
    if language not in supported_languages():
        shown.say(unsupported(language, where=name))
    try:
        extraction = extract_claims(document, settings=settings)
    except TallybookError:
        raise  # a broken registry or pack spoils every page
    except Exception as error:
        if is_debugging():
            raise
        tally.failed += 1
        shown.say(*error_lines(defect(error, where=name)))
        return
    tally.read += 1
    shown.done()
    yield Extracted(document, extraction)


def unsupported(language: str, *, where: str) -> str:
    """The note that tells a user that a text's language has no lexicon."""
    return f"note: {where}: language {language!r} is not supported; its digits are read, no claims are made"


def _name_of(page: Document | UnreadableInput) -> str:
    return page.where if isinstance(page, UnreadableInput) else page.path or page.url or STDIN


def _documents(
    pages: Sequence[str], settings: Settings, shown: Progress, leave_out: Sequence[Path]
) -> Iterator[Document | UnreadableInput]:
    def tell(note: str) -> None:
        shown.say(f"note: {note}")

    for is_stdin, group in groupby(pages, key=STDIN.__eq__):
        if not is_stdin:
            yield from read_pages(group, settings=settings, tell=tell, leave_out=leave_out)
            continue
        try:
            data = _standard_input(settings.max_bytes)
        except UnreadableInput as error:
            yield error
        else:
            yield from read_captures(captures_in(data, STDIN, settings), settings)


def _standard_input(limit: int) -> bytes:
    """What stands on stdin, read no further than one page may be long. Raises `UnreadableInput` past that."""
    if sys.stdin is None:
        raise UnreadableInput("there is no standard input", where=STDIN, why="it is closed", hint="name a file")
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        raise UnreadableInput(
            "the input is too large for a page",
            where=STDIN,
            why=f"more than {limit / 1e6:.1f} MB",
            hint="give one page at a time",
        )
    return data
