"""A text as an outlet published it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tallybook.model.span import Span
from tallybook.model.time import PartialDate


class BlockKind(StrEnum):
    """What a stretch of a page is. Claims are read from title, standfirst, heading, body and list item only."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"


ARTICLE_KINDS = frozenset(
    {BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.BODY, BlockKind.LIST_ITEM}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading or line of a page. `why` names the rule or mark-up that decided its kind."""

    span: Span
    kind: BlockKind
    why: str


@dataclass(frozen=True, slots=True)
class SourceRun:
    """`length` characters of the text at `text_start` that stand in the source at `source_start`."""

    text_start: int
    source_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Post:
    """One entry of a live page, and when it was put up."""

    span: Span
    published: PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page's text with what is known about it.

    All spans in tallybook are offsets into `text`. For plain text that is the input exactly as given; for
    mark-up it is the extracted text, and `source_map` leads back to the page. `content_hash` is the SHA-256 of
    `text` in UTF-8. `not_after` bounds the publication date from above and proves nothing else. `encoding` is how
    bytes that are not UTF-8 were decoded, with the reason. `posts` are the entries of a live page, in text order.
    """

    id: str
    text: str
    content_hash: str
    blocks: tuple[Block, ...]
    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    published: PartialDate | None = None
    not_after: PartialDate | None = None
    source_map: tuple[SourceRun, ...] = ()
    encoding: str | None = None
    posts: tuple[Post, ...] = ()

    def article_blocks(self) -> tuple[Block, ...]:
        """The blocks that the outlet wrote as the article, furniture and captions left out."""
        return tuple(block for block in self.blocks if block.kind in ARTICLE_KINDS)

    def published_at(self, offset: int) -> PartialDate | None:
        """When the words at `offset` were published: with the post they stand in, else with the page."""
        own = (post.published for post in self.posts if post.span.start <= offset < post.span.end)
        return next(own, self.published)
