"""The tables of the book as it stands at the newest migration."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    select,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine


class PageText(TypeDecorator[str]):
    """Any Unicode text exactly as given. PostgreSQL's TEXT refuses U+0000, so there it is kept as UTF-8 bytes."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """BYTEA on PostgreSQL, TEXT elsewhere."""
        return dialect.type_descriptor(LargeBinary() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """The stored form."""
        return value.encode() if value is not None and dialect.name == "postgresql" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """The text again."""
        return bytes(value).decode() if value is not None and dialect.name == "postgresql" else value


metadata = MetaData()

page = Table(
    "page",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("address", String, nullable=False, unique=True),
)

document_version = Table(
    "document_version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", Integer, ForeignKey("page.id"), nullable=False),
    Column("content_hash", String, nullable=False),
    Column("text", PageText, nullable=False),
    UniqueConstraint("page_id", "content_hash", name="one_version_per_content"),
)

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("program_version", String, nullable=False),
    Column("at", String),
)

# What one run read in one document: the document without its text (`body`), and by `id` its readings. `page_id`
# repeats the version's page so that a page's latest run is one look into an index.
extraction = Table(
    "extraction",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run_id", Integer, ForeignKey("run.id"), nullable=False),
    Column("page_id", Integer, ForeignKey("page.id"), nullable=False),
    Column("version_id", Integer, ForeignKey("document_version.id"), nullable=False),
    Column("document_id", String, nullable=False),
    Column("url", String),
    Column("body", Text, nullable=False),
    Column("digest", String, nullable=False),
    UniqueConstraint("run_id", "document_id", name="one_extraction_per_document"),
    Index("extraction_by_page", "page_id", "run_id"),
    Index("extraction_by_version", "version_id"),
    Index("extraction_by_document", "document_id"),
    Index("extraction_by_url", "url"),
)

anchor = Table(
    "anchor",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("content_hash", String, nullable=False),
    Column("core_start", Integer, nullable=False),
    Column("core_end", Integer, nullable=False),
    UniqueConstraint("content_hash", "core_start", "core_end", name="one_anchor_per_numeral"),
)

reading = Table(
    "reading",
    metadata,
    Column("extraction_id", Integer, ForeignKey("extraction.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("anchor_id", Integer, ForeignKey("anchor.id"), nullable=False),
    Column("body", Text, nullable=False),
    Index("reading_by_anchor", "anchor_id"),
)

denial = Table(
    "denial",
    metadata,
    Column("extraction_id", Integer, ForeignKey("extraction.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)

refusal = Table(
    "refusal",
    metadata,
    Column("extraction_id", Integer, ForeignKey("extraction.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)

# One act of one person. `target` is what it is about, in words that are the same for every act that could be at odds
# with it; `follows` the name of the last decision on it that the author saw.
decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("program_version", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("target", String, nullable=False),
    Column("follows", String),
    Column("body", Text, nullable=False),
    Index("decision_by_target", "target"),
)


def is_current(until: int | None = None) -> ColumnElement[bool]:
    """Whether an extraction belongs to the latest run that recorded its page, of those up to run `until` if given."""
    later = extraction.alias("later")
    latest = select(func.max(later.c.run_id)).where(later.c.page_id == extraction.c.page_id)
    if until is not None:
        latest = latest.where(later.c.run_id <= until)
    return extraction.c.run_id == latest.correlate(extraction).scalar_subquery()
