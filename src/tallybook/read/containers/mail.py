"""Mail (RFC 5322) and pages saved as MHTML: one capture a message, and one for each PDF that hangs on it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from tallybook.errors import UnreadableInput
from tallybook.lexicon import load_lexicon
from tallybook.read.capture import Capture, Stated
from tallybook.read.containers.quoted import Forwarded, forwarded, own_words
from tallybook.read.containers.source import Source, nothing_in, whole
from tallybook.read.dated import line_date
from tallybook.read.head import iso_date
from tallybook.settings import Settings

MAX_WHOLE = 3
"""How many times the size of a page a message may have, with what hangs on it."""
_ANSWER = re.compile(r"^(?:(?:re|fwd?)\s*:\s*)+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_MOSTLY = 0.3
_DEFECTS = (ValueError, LookupError, AttributeError, TypeError, IndexError, RecursionError, AssertionError)
"""What the standard library's parser of headers raises on ones that are not as they should be."""


def mail_captures(source: Source, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """What a message holds: its text, and every PDF that hangs on it. A page saved as MHTML is that page.

    Raises `UnreadableInput` where it cannot be read, or holds neither text nor PDF.
    """
    data = whole(source, MAX_WHOLE * settings.max_bytes, "message")
    yield from message_captures(data, source.name)


def message_captures(data: bytes, where: str) -> Iterator[Capture | UnreadableInput]:
    """As `mail_captures`, of the bytes of one message."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        if not isinstance(message, EmailMessage):
            raise TypeError("not a message")
        captures = list(_captures(message, where))
    except _DEFECTS as error:
        raise UnreadableInput(
            "the message cannot be read",
            where=where,
            why=f"{type(error).__name__}: {error}",
            hint="export it again from the mail program, or save its text",
        ) from error
    if not captures:
        raise nothing_in(where, "message", "no text and no PDF hangs on it")
    yield from captures


def _captures(message: EmailMessage, where: str) -> Iterator[Capture]:
    if snapshot := _header(message, "Snapshot-Content-Location"):
        yield from _saved_page(message, snapshot, where)
        return
    stated = _stated(message)
    part = _best(message)
    if part is not None:
        passed_on = forwarded(_words(part)) if part.get_content_type() == "text/plain" else None
        told = _of_forwarded(stated, passed_on) if passed_on else stated
        address = _header(message, "Archived-At").strip("<> ")
        yield Capture(
            data=_text(part, told.title, passed_on).encode("utf-8", "replace"),
            where=where,
            path=where,
            url=address if address.startswith("http") else None,
            media_type=f"{part.get_content_type()}; charset=utf-8",
            stated=told,
        )
    for number, held in enumerate(message.iter_attachments(), start=1):
        if held.get_content_type() == "application/pdf" or (held.get_filename() or "").lower().endswith(".pdf"):
            name = f"{where}#{number}"
            data = held.get_payload(decode=True)
            if isinstance(data, bytes) and data:
                yield Capture(
                    data=data, where=name, path=name, media_type="application/pdf", stated=_of_attached(stated)
                )


def _saved_page(message: EmailMessage, url: str, where: str) -> Iterator[Capture]:
    """The page in an MHTML file as browsers save it; its date is when it was saved."""
    part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
    data = part.get_payload(decode=True) if part is not None else None
    if part is not None and isinstance(data, bytes) and data.strip():
        charset = part.get_content_charset() or "utf-8"
        media = f"text/html; charset={charset}"
        yield Capture(data=data, where=where, path=where, url=url.strip(), media_type=media, seen=_sent(message))


def _best(message: EmailMessage) -> MIMEPart | None:
    """The part with the text: the plain one, unless it is little but addresses beside an HTML part."""
    plain, marked = message.get_body(("plain",)), message.get_body(("html",))
    if plain is None or marked is None:
        return plain or marked
    words = _words(plain)
    addresses = sum(map(len, _ADDRESS.findall(words)))
    return marked if addresses > _MOSTLY * len(words) or len(words.strip()) < len(_words(marked)) / 50 else plain


def _text(part: MIMEPart, subject: str | None, passed_on: Forwarded | None) -> str:
    """What the sender wrote, below the subject, which is the headline unless the text begins with it."""
    if part.get_content_type() != "text/plain":
        return _words(part)
    text = own_words(passed_on.text if passed_on else _words(part)).strip()
    return f"{text}\n" if subject is None or text.startswith(subject) else f"{subject}\n\n{text}\n"


def _words(part: MIMEPart) -> str:
    words = part.get_content()
    return words if isinstance(words, str) else ""


def _stated(message: EmailMessage) -> Stated:
    """Who sent it, under what subject, on which day; a mailing list or newsletter has no author but its outlet."""
    name, domain = _sender(message)
    listed = any(field in message for field in ("List-Id", "List-Unsubscribe", "List-Post"))
    written = _header(message, "Date")
    return Stated(
        title=_ANSWER.sub("", _header(message, "Subject")) or None,
        author=None if listed else name,
        outlet=name or domain,
        language=_header(message, "Content-Language")[:2].lower() or None,
        published=iso_date(written, "mail header") if written else None,
        wins=True,
    )


def _of_forwarded(stated: Stated, passed_on: Forwarded) -> Stated:
    """What is stated of a mail that its sender only passed on: who wrote it first, when, and under what subject."""
    name, address = parseaddr(passed_on.sender)
    day = line_date(passed_on.date, load_lexicon("en"))
    return replace(
        stated,
        title=_ANSWER.sub("", passed_on.subject) or stated.title,
        author=None,
        outlet=(name if "@" not in name else "") or address.rpartition("@")[2] or stated.outlet,
        published=replace(day, how="mail header, forwarded", span=None) if day else stated.published,
    )


def _of_attached(stated: Stated) -> Stated:
    """What a mail says of a file that hangs on it: who sent it and when, which the file itself may know better."""
    return Stated(outlet=stated.outlet, published=stated.published)


def _sender(message: EmailMessage) -> tuple[str | None, str | None]:
    """The name of the sender and the domain of the address. What stands before the @ is nobody's business."""
    addresses = getattr(message["From"], "addresses", ()) if "From" in message else ()
    first = next((one for one in addresses if isinstance(one, Address)), None)
    if first is None:
        return None, None
    name = " ".join(first.display_name.split())
    return (name if name and "@" not in name else None), first.domain or None


def _sent(message: EmailMessage) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(_header(message, "Date"))
    except ValueError:
        return None


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())
