"""Mailboxes (RFC 4155): one message after the other, each read as a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallybook.errors import UnreadableInput
from tallybook.read.capture import Capture
from tallybook.read.containers.mail import MAX_WHOLE, message_captures
from tallybook.read.containers.source import BROKEN, Source, damaged
from tallybook.settings import Settings

_BEGIN = re.compile(rb"From \S+ .{0,40}\d{4}")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def mbox_captures(source: Source, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """The messages of a mailbox, each named by its offset. One that cannot be read is an error among them."""
    for at, data in _messages(source, MAX_WHOLE * settings.max_bytes):
        where = source.record(at)
        if isinstance(data, UnreadableInput):
            yield data
            continue
        try:
            yield from message_captures(_ESCAPED.sub(rb"\1", data), where)
        except UnreadableInput as error:
            yield error


def _messages(source: Source, limit: int) -> Iterator[tuple[int, bytes | UnreadableInput]]:
    """Each message with its offset; only so much of one is held as it may be long."""
    at = start = 0
    held = bytearray()
    size, blank = 0, True
    try:
        while line := source.file.readline(limit):
            if blank and _BEGIN.match(line):
                if size:
                    yield start, _within(bytes(held), size, limit, source.record(start))
                held, size, start = bytearray(), 0, at
            else:
                size += len(line)
                if size <= limit:
                    held += line
            blank = not line.strip()
            at += len(line)
    except BROKEN as error:
        yield at, damaged(source.record(at), error)
    if size:
        yield start, _within(bytes(held), size, limit, source.record(start))


def _within(data: bytes, size: int, limit: int, where: str) -> bytes | UnreadableInput:
    if size <= limit:
        return data
    why = f"{size / 1e6:.1f} MB; the limit is {limit / 1e6:.1f} MB"
    return UnreadableInput("the message is too large", where=where, why=why, hint="save its text as a file of its own")
