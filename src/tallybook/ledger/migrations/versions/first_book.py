"""The first tables of the book, and the triggers that keep it append-only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "first_book"
down_revision = None

_FACTS = ("page", "document_version", "run", "extraction", "anchor", "reading", "denial", "refusal")


def upgrade() -> None:
    """Create the tables of documents, runs and readings, and forbid UPDATE and DELETE on all of them."""
    _create_documents()
    _create_runs()
    _create_readings()
    if op.get_bind().dialect.name == "postgresql":
        _forbid_change_in_postgresql()
    else:
        _forbid_change_in_sqlite()


def _create_documents() -> None:
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    op.create_table(
        "page",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("address", sa.String, nullable=False, unique=True),
    )
    op.create_table(
        "document_version",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("page_id", sa.Integer, sa.ForeignKey("page.id"), nullable=False),
        sa.Column("content_hash", sa.String, nullable=False),
        sa.Column("text", sa.LargeBinary if is_postgresql else sa.Text, nullable=False),
        sa.UniqueConstraint("page_id", "content_hash", name="one_version_per_content"),
    )


def _create_runs() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("program_version", sa.String, nullable=False),
        sa.Column("at", sa.String),
    )
    op.create_table(
        "extraction",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("run_id", sa.Integer, sa.ForeignKey("run.id"), nullable=False),
        sa.Column("page_id", sa.Integer, sa.ForeignKey("page.id"), nullable=False),
        sa.Column("version_id", sa.Integer, sa.ForeignKey("document_version.id"), nullable=False),
        sa.Column("document_id", sa.String, nullable=False),
        sa.Column("url", sa.String),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.UniqueConstraint("run_id", "document_id", name="one_extraction_per_document"),
    )
    op.create_index("extraction_by_page", "extraction", ["page_id", "run_id"])
    op.create_index("extraction_by_version", "extraction", ["version_id"])
    op.create_index("extraction_by_document", "extraction", ["document_id"])
    op.create_index("extraction_by_url", "extraction", ["url"])


def _create_readings() -> None:
    op.create_table(
        "anchor",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("content_hash", sa.String, nullable=False),
        sa.Column("core_start", sa.Integer, nullable=False),
        sa.Column("core_end", sa.Integer, nullable=False),
        sa.UniqueConstraint("content_hash", "core_start", "core_end", name="one_anchor_per_numeral"),
    )
    op.create_table(
        "reading",
        sa.Column("extraction_id", sa.Integer, sa.ForeignKey("extraction.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("anchor_id", sa.Integer, sa.ForeignKey("anchor.id"), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("reading_by_anchor", "reading", ["anchor_id"])
    for table in ("denial", "refusal"):
        op.create_table(
            table,
            sa.Column("extraction_id", sa.Integer, sa.ForeignKey("extraction.id"), primary_key=True),
            sa.Column("position", sa.Integer, primary_key=True),
            sa.Column("body", sa.Text, nullable=False),
        )


def _forbid_change_in_sqlite() -> None:
    for table in _FACTS:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the book is append-only'); END"
            )


def _forbid_change_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the book is append-only'; END $$"
    )
    for table in _FACTS:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
