"""What reading finds in a page, before it is a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from tallybook.model import Block, PartialDate, Post, SourceRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who published the page, when and under what headline, as far as the page says so."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    published: PartialDate | None = None
    not_after: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A text, its blocks, the facts, and the posts of a live page."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts = field(default_factory=Facts)
    source_map: tuple[SourceRun, ...] = ()
    posts: tuple[Post, ...] = ()
