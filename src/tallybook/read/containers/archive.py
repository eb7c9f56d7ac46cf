"""Zip files: WACZ archives of the web (Webrecorder), and pages that were packed together."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast
from zipfile import ZipFile, ZipInfo

import msgspec

from tallybook.errors import UnreadableInput
from tallybook.read.capture import Capture, Stated
from tallybook.read.containers.companions import without_companions
from tallybook.read.containers.packed import refuse_bomb
from tallybook.read.containers.source import BROKEN, Source, damaged, nothing_in
from tallybook.read.containers.warc import warc_captures
from tallybook.settings import Settings

Open = Callable[[Source, Settings], Iterator[Capture | UnreadableInput]]
MAX_MEMBERS = 100_000
_ENCRYPTED = 1
_DAMAGED = "the member of the archive is damaged"
_BAD_HEADER = (*BROKEN, ValueError, RuntimeError, struct.error)
"""What the standard library raises on directories and headers with offsets, names or sizes that cannot be."""
_OFFICE = frozenset(("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml"))
_LONGEST_LINE = 1 << 16
_MAX_LISTED = 1_000_000


class _Listed(msgspec.Struct, frozen=True):
    """A line of pages.jsonl (WACZ 1.1.1, section 5.2.2)."""

    url: str = ""
    title: str | None = None


def zip_captures(source: Source, settings: Settings, open_member: Open) -> Iterator[Capture | UnreadableInput]:
    """The pages in a zip file by the names of its members: of a WACZ those of its WARC files, else of each member.

    `open_member` reads a member as a file of its own. A member that is damaged, encrypted or packed beyond what text
    allows is named, and the others are read. Raises `UnreadableInput` where the file is no archive of pages.
    """
    try:
        with _archive(source) as archive:
            members = sorted((one for one in archive.infolist() if _is_file(one)), key=lambda one: one.filename)
            _refuse_others(members, source.name)
            warcs = [one for one in members if one.filename.startswith("archive/") and ".warc" in one.filename]
            if warcs:
                yield from _of_wacz(archive, warcs, members, source, settings)
            else:
                yield from _each(archive, _own(members), source, lambda one: open_member(one, settings))
    except BROKEN as error:
        raise damaged(source.name, error) from error


def _of_wacz(
    archive: ZipFile, warcs: list[ZipInfo], members: list[ZipInfo], source: Source, settings: Settings
) -> Iterator[Capture | UnreadableInput]:
    """The pages of the WARC files of a WACZ, with the titles of its index, whose damage costs only them."""
    listed: dict[str, Stated] = {}
    for index in members:
        if index.filename.startswith("pages/") and index.filename.endswith(".jsonl"):
            try:
                listed |= _titles(archive, index, source.record(index.filename))
            except UnreadableInput as error:
                yield error
    yield from _each(archive, warcs, source, lambda one: warc_captures(one, settings, listed))


def _archive(source: Source) -> ZipFile:
    try:
        return ZipFile(source.file)
    except _BAD_HEADER as error:
        raise damaged(source.name, error) from error


def _each(
    archive: ZipFile,
    members: list[ZipInfo],
    source: Source,
    captures: Callable[[Source], Iterator[Capture | UnreadableInput]],
) -> Iterator[Capture | UnreadableInput]:
    for member in members:
        where = source.record(member.filename)
        try:
            with _opened(archive, member, where) as file:
                yield from captures(Source(where, file, member.file_size, source.depth + 1))
        except UnreadableInput as error:
            yield error
        except BROKEN as error:
            yield damaged(where, error, what=_DAMAGED)


def _opened(archive: ZipFile, member: ZipInfo, where: str) -> BinaryIO:
    """A member to be read. Raises `UnreadableInput` where its header is not as it should be."""
    _refuse_member(member, where)
    try:
        return cast(BinaryIO, archive.open(member))
    except _BAD_HEADER as error:
        raise damaged(where, error, what=_DAMAGED) from error


def _is_file(member: ZipInfo) -> bool:
    parts = member.filename.split("/")
    hidden = any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)
    return not member.is_dir() and not hidden


def _own(members: list[ZipInfo]) -> list[ZipInfo]:
    kept = frozenset(without_companions(one.filename for one in members))
    return [one for one in members if one.filename in kept]


def _refuse_others(members: list[ZipInfo], where: str) -> None:
    names = {member.filename for member in members}
    if office := sorted(names & _OFFICE):
        raise UnreadableInput(
            "not an archive of pages",
            where=where,
            why=f"it holds {office[0]}, as office documents, books and programs do",
            hint="save the document as PDF or as text",
        )
    if len(members) > MAX_MEMBERS:
        raise UnreadableInput(
            "the archive has too many members", where=where, why=f"{len(members)}", hint="unpack it into a folder"
        )
    if not members:
        raise nothing_in(where, "archive", "it has no files")


def _refuse_member(member: ZipInfo, where: str) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise UnreadableInput("the member is encrypted", where=where, why="it asks for a password", hint="unpack it")
    refuse_bomb(member.file_size, member.compress_size, where)


def _titles(archive: ZipFile, member: ZipInfo, where: str) -> dict[str, Stated]:
    """The titles that an index of a WACZ states, by URL. Lines that are not as they should be state nothing.

    Raises `UnreadableInput` where the index is damaged.
    """
    titles: dict[str, Stated] = {}
    try:
        with _opened(archive, member, where) as file:
            for _ in range(_MAX_LISTED):
                line = file.readline(_LONGEST_LINE)
                if not line:
                    break
                page = _listed(line)
                if page.url and page.title:
                    titles.setdefault(page.url, Stated(title=" ".join(page.title.split())))
    except BROKEN as error:
        raise damaged(where, error, what=_DAMAGED) from error
    return titles


def _listed(line: bytes) -> _Listed:
    try:
        return msgspec.json.decode(line, type=_Listed)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _Listed()
