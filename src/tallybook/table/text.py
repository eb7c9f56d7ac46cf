"""Bytes of a table into text."""

from __future__ import annotations

import codecs

from tallybook.errors import UnreadableInput

MOST_BYTES = 200_000_000
WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
HINT = 'save the table as "CSV UTF-8"'


def text_of(data: bytes, *, where: str) -> tuple[str, str | None]:
    """The text, and a legacy encoding that was guessed, None where nothing was.

    UTF-8 with or without a byte order mark, UTF-16 with one (a spreadsheet's "Unicode text"), else what the bytes look
    like. Raises `UnreadableInput` for what is empty, too large or no text.
    """
    if len(data) > MOST_BYTES:
        why = f"more than {MOST_BYTES / 1e6:.0f} MB"
        raise UnreadableInput(
            "the table is too large", where=where, why=why, hint="give it in parts, a few series each"
        )
    if not data.strip():
        raise UnreadableInput(
            "the table is empty", where=where, why="no line has text", hint="name the columns series, origin, value"
        )
    guessed = None
    try:
        text = data.decode("utf-16" if data.startswith(WIDE_MARKS) else "utf-8-sig")
    except UnicodeDecodeError as error:
        text, guessed = _legacy(data, error, where)
    if "\0" in text.lstrip("\r\n").partition("\n")[0]:
        raise _no_text(where, "its first line holds NUL, as binary files do")
    return text, guessed


def _legacy(data: bytes, error: UnicodeDecodeError, where: str) -> tuple[str, str]:
    """What an older program may have written ("CSV" without more)."""
    if b"\0" in data or data.startswith(WIDE_MARKS):
        raise _no_text(where, f"byte {error.start} is not UTF-8, and NUL is among the bytes") from error
    from tallybook.read.decoding import decode  # here, since it loads what reads pages

    try:
        found = decode(data, where=where, markup=False)
    except UnreadableInput as refused:
        line = data.count(b"\n", 0, error.start) + 1
        raise _no_text(where, f"{refused.why}, in line {line}") from error
    return found.text, found.encoding


def _no_text(where: str, why: str) -> UnreadableInput:
    return UnreadableInput("the file is not a table in text", where=where, why=why, hint=HINT)
