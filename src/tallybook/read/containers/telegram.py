"""Exports of Telegram Desktop (result.json): one capture a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from tallybook.errors import UnreadableInput
from tallybook.model import PartialDate
from tallybook.read.capture import Capture, Stated
from tallybook.read.containers.source import Source, nothing_in, whole
from tallybook.read.head import iso_date
from tallybook.settings import Settings

MAX_WHOLE = 20
"""How many times the size of a page an export may have."""
_LINKED = frozenset(("public_channel", "private_channel", "public_supergroup", "private_supergroup"))
_TITLE = 90
_ADDRESSES_LAST = re.compile(r"(?<=\S)(?:[ \t]+https?://\S+)+[ \t]*$", re.MULTILINE)
"""Bare links behind the words of a line: the parser takes them for a part of its last sentence."""


class _Message(msgspec.Struct, frozen=True):
    id: int
    type: str = "message"
    date: str = ""
    edited: str | None = None
    sender: str | None = msgspec.field(default=None, name="from")
    forwarded_from: str | None = None
    text: Any = ""


class _Chat(msgspec.Struct, frozen=True):
    id: int = 0
    name: str | None = None
    type: str = ""
    messages: list[msgspec.Raw] = []


class _Chats(msgspec.Struct, frozen=True):
    chats: list[_Chat] = msgspec.field(default_factory=list, name="list")


class _Export(msgspec.Struct, frozen=True):
    chats: _Chats = _Chats()
    left_chats: _Chats = _Chats()


def telegram_captures(source: Source, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """The messages with text of an export of one chat or of all, each with its day, its channel and its address.

    One that was forwarded is of the channel or person it is from. Notices of the service itself are passed over. A
    message that cannot be read is named by its place. Raises `UnreadableInput` where the file is none, or is larger
    than twenty pages may be.
    """
    data = whole(source, MAX_WHOLE * settings.max_bytes, "export")
    given = 0
    for chat in _chats(data, source.name):
        for place, raw in enumerate(chat.messages):
            found = _capture(raw, chat, place, source)
            if found is not None:
                given += 1
                yield found
    if not given:
        yield nothing_in(source.name, "export", "none of its messages has text")


def _chats(data: bytes, where: str) -> list[_Chat]:
    try:
        chat = msgspec.json.decode(data, type=_Chat)
        if chat.messages:
            return [chat]
        export = msgspec.json.decode(data, type=_Export)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _unread(where, "the export is no valid JSON of Telegram Desktop", str(error)) from error
    return [*export.chats.chats, *export.left_chats.chats]


def _capture(raw: msgspec.Raw, chat: _Chat, place: int, source: Source) -> Capture | UnreadableInput | None:
    try:
        message = msgspec.json.decode(raw, type=_Message)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return _unread(source.record(f"{chat.id}/[{place}]"), "the message cannot be read", str(error))
    text = _ADDRESSES_LAST.sub("", _flat(message.text)).strip()
    if message.type != "message" or not any(map(str.isalpha, text)):
        return None
    where = source.record(f"{chat.id}/{message.id}")
    sender = message.sender if message.sender != chat.name else None
    return Capture(
        data=f"{text}\n".encode("utf-8", "replace"),
        where=where,
        path=where,
        url=f"https://t.me/c/{chat.id}/{message.id}" if chat.type in _LINKED and chat.id else None,
        media_type="text/plain; charset=utf-8",
        stated=Stated(
            title=_opening(text),
            author=None if message.forwarded_from else sender,
            outlet=message.forwarded_from or chat.name or message.sender,
            published=_published(message),
            wins=True,
        ),
        entire=True,
    )


def _published(message: _Message) -> PartialDate | None:
    """The day as the exporting program shows it, in the time zone of who exported."""
    how = f"message, edited {message.edited[:10]}" if message.edited else "message"
    return iso_date(message.date, how)


def _flat(text: object) -> str:
    """A text with its entities (links, names, styles) as the words that they show."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(map(_flat, text))
    return str(text.get("text", "")) if isinstance(text, dict) else ""


def _opening(text: str) -> str:
    """The first line, cut at a word: a message has no title of its own."""
    line = next(line.strip() for line in text.splitlines() if line.strip())
    return line if len(line) <= _TITLE else f"{line[:_TITLE].rsplit(maxsplit=1)[0]} …"


def _unread(where: str, what: str, why: str) -> UnreadableInput:
    return UnreadableInput(what, where=where, why=why, hint="export the chat again, in Telegram Desktop as JSON")
