"""Files and folders into captures: what a file is, is seen from its content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from tallybook.errors import UnreadableInput
from tallybook.read.capture import Capture
from tallybook.read.containers.archive import zip_captures
from tallybook.read.containers.articles import article_captures
from tallybook.read.containers.companions import without_companions
from tallybook.read.containers.damage import next_record
from tallybook.read.containers.feed import feed_captures, json_feed_captures
from tallybook.read.containers.formats import Format, format_of
from tallybook.read.containers.mail import mail_captures
from tallybook.read.containers.mbox import mbox_captures
from tallybook.read.containers.packed import unpacked
from tallybook.read.containers.source import BROKEN, Source, damaged, from_bytes, nothing_in
from tallybook.read.containers.telegram import telegram_captures
from tallybook.read.containers.warc import warc_captures
from tallybook.read.refusal import refuse_large
from tallybook.settings import Settings

Open = Callable[[Source, Settings], Iterator[Capture | UnreadableInput]]
MAX_DEPTH = 3
"""Archives in archives that are opened."""


def captures_of(path: Path, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """Every page that a file or folder holds, or why there is none, in the order in which they stand there.

    A folder stands for the files in it and below it, by name, hidden ones left out. One page is held at a time. Errors
    are yielded, never raised, and the pages behind them still come.
    """
    try:
        files = files_of(path)
    except UnreadableInput as error:
        yield error
        return
    for file in files:
        yield from _captures_of_file(file, settings)


def captures_in(data: bytes, name: str, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """As `captures_of`, of a file that is in memory."""
    return captures_from(from_bytes(name, data), settings)


def captures_from(source: Source, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """As `captures_of`, of a file that is open, or of a part of one."""
    given = False
    try:
        for found in _opener(format_of(source.head()))(source, settings):
            given = True
            yield found
        if not given:
            yield nothing_in(source.name, "file", "it has no records")
    except UnreadableInput as error:
        yield error
    except BROKEN as error:
        yield damaged(source.name, error)


def _opener(found: Format) -> Open:
    """What opens a format."""
    match found:
        case Format.WARC:
            return warc_captures
        case Format.GZIP:
            return _unpacked
        case Format.ZIP:
            return _unzipped
        case Format.FEED:
            return feed_captures
        case Format.JSON_FEED:
            return json_feed_captures
        case Format.TELEGRAM:
            return telegram_captures
        case Format.ARTICLES:
            return article_captures
        case Format.MBOX:
            return mbox_captures
        case Format.MAIL:
            return mail_captures
        case _:
            return _page


def _page(source: Source, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    if source.size is not None:
        refuse_large(source.size, where=source.name, settings=settings)
    data = source.file.read(settings.max_bytes + 1)
    refuse_large(len(data), where=source.name, settings=settings)
    yield Capture(data=data, where=source.name, path=source.name)


def _unpacked(source: Source, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """What gzip holds. A WARC file of which the beginning is damaged is seen by the records behind it."""
    _refuse_deep(source)
    inner = Source(source.name, unpacked(source.file, source.name), depth=source.depth + 1)
    try:
        inner.head()
    except BROKEN:
        if next_record(source.file, 0, packed=True) is None:
            raise
        yield from warc_captures(source, settings)
    else:
        yield from captures_from(inner, settings)


def _unzipped(source: Source, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    _refuse_deep(source)
    return zip_captures(source, settings, captures_from)


def _refuse_deep(source: Source) -> None:
    if source.depth >= MAX_DEPTH:
        raise UnreadableInput(
            "the archive is packed too often", where=source.name, why=f"{MAX_DEPTH} times", hint="unpack it yourself"
        )


def _captures_of_file(path: Path, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    try:
        with path.open("rb") as file:
            if file.seekable():
                source = Source(str(path), file, path.stat().st_size)
            else:
                source = from_bytes(str(path), file.read(settings.max_bytes + 1))
            yield from captures_from(source, settings)
    except OSError as error:
        yield unopened(path, error)


def files_of(path: Path) -> list[Path]:
    """The files that a path stands for: itself, or those in the folder and below it, by name, hidden ones left out.

    So are those in a folder that a browser saved beside a page. Raises `UnreadableInput` for a folder that cannot be
    listed, or that holds none.
    """
    if not path.is_dir():
        return [path]
    try:
        files = sorted(child for child in path.rglob("*") if child.is_file() and not _hidden(child, path))
    except OSError as error:
        raise unopened(path, error) from error
    if not files:
        raise UnreadableInput(
            "the folder has no files",
            where=str(path),
            why="neither it nor its folders hold a file",
            hint="name the files or another folder",
        )
    return [Path(name) for name in without_companions(map(str, files))]


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def unopened(path: Path, error: OSError) -> UnreadableInput:
    """The error for a file or folder that the system does not open."""
    if isinstance(error, FileNotFoundError):
        return UnreadableInput("no such file", where=str(path), why="it does not exist", hint="check the path")
    return UnreadableInput(
        "the file cannot be opened",
        where=str(path),
        why=error.strerror or type(error).__name__,
        hint="check its permissions",
    )
