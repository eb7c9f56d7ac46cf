"""Inputs that are no news page, told before anything else is done with them."""

from __future__ import annotations

import re

from tallybook.errors import UnreadableInput
from tallybook.settings import Settings

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"MZ", "a program"),
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_SAMPLE = 50_000
_CODE = re.compile(r"[{}();=<>\[\]\\|&^~`$%@#*/+_]|\":|',")
_CODE_LINE = re.compile(
    r"^\s*(?:import |from \S+ import|def |class |function|var |let |const |return |#include|public |private |package "
    r"|if \(|for \(|\}|\{|</?\w+|//|/\*|\* @)|[{};]\s*$"
)
_LETTER = re.compile(r"[^\W\d_]")
_PROSE_LINE_CODE = 0.06
_HINT = "give a saved news page (HTML) or its text"


def refuse_large(size: int, *, where: str, settings: Settings) -> None:
    """Raises `UnreadableInput` where an input is larger than `settings.max_bytes`."""
    if size > settings.max_bytes:
        raise UnreadableInput(
            "the file is too large for a page",
            where=where,
            why=f"{size / 1e6:.1f} MB; the limit is {settings.max_bytes / 1e6:.1f} MB",
            hint="split it into pages",
        )


def refuse_binary(data: bytes, *, where: str) -> None:
    """Raises `UnreadableInput` where the bytes are empty or no text at all."""
    if not data or not data.strip():
        raise UnreadableInput(
            "the file is empty", where=where, why="no characters but white space" if data else "0 bytes", hint=_HINT
        )
    for magic, name in _MAGIC:
        if data.startswith(magic) and (len(magic) > 3 or not magic.isalnum() or b"\x00" in data[:512]):
            raise UnreadableInput("not a text or HTML page", where=where, why=f"it starts like {name}", hint=_HINT)
    if b"\x00" in data and not data.startswith(_BOMS):
        raise UnreadableInput(
            "not a text or HTML page", where=where, why=f"byte {data.index(0)} is NUL, as in binary files", hint=_HINT
        )


def refuse_unreadable_text(text: str, *, where: str) -> None:
    """Raises `UnreadableInput` where decoded text is blank or mostly control characters."""
    if not text.strip("\ufeff \t\r\n\u00a0\u200b"):
        raise UnreadableInput("the file is empty", where=where, why="no characters but white space", hint=_HINT)
    sample = text[:_SAMPLE].encode("utf-8", "surrogatepass")
    if (len(sample) - len(sample.translate(None, _CONTROLS))) * 100 > min(len(text), _SAMPLE):
        raise UnreadableInput(
            "not a text or HTML page", where=where, why="control characters, as in binary files", hint=_HINT
        )


def refuse_code_and_tables(text: str, *, where: str) -> None:
    """Raises `UnreadableInput` where a plain text is source code, data or a table rather than sentences."""
    sample = text.lstrip()[:60_000]
    lines = [line for line in sample.splitlines() if line.strip()]
    if not _LETTER.search(sample):
        raise no_article(where, "there are no words")
    code_lines = sum(_CODE_LINE.search(line) is not None for line in lines)
    density = len(_CODE.findall(sample)) / len(sample)
    if density > _PROSE_LINE_CODE or (code_lines * 3 > len(lines) and density > _PROSE_LINE_CODE / 2):
        raise no_article(where, "it reads like source code or data")
    for mark in ",;\t|":
        counts = [line.count(mark) for line in lines[:200]]
        if len(lines) >= 3 and min(counts) >= 2 and max(counts) - min(counts) <= max(counts) // 4:
            raise no_article(where, "it reads like a table")


def no_article(where: str, why: str) -> UnreadableInput:
    """The error for a page without sentences."""
    return UnreadableInput("no article text found", where=where, why=why, hint=_HINT)
