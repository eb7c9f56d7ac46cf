"""One page as it was taken, before it is read: its bytes, where they are from, what their container says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tallybook.model import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a container states about a page: a feed about its entry, a mail's header about its text.

    It fills what the page itself does not say. Where the container is the publication, as with mail and chat, it
    `wins`.
    """

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: PartialDate | None = None
    wins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes of a page and how they were come by.

    `where` names the page in errors: a path, `path#record`, or a URL. `media_type` is as declared, parameters
    included, and may be wrong. `seen` is when the page was taken: a bound on its publication, never the day of it.
    `entire` says that the text is one short publication without anything around it, such as a message of a chat.
    """

    data: bytes
    where: str
    path: str | None = None
    url: str | None = None
    media_type: str | None = None
    seen: dt.datetime | None = None
    stated: Stated = Stated()
    entire: bool = False
