"""What people decide, append-only as everything in a book."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "human_decisions"
down_revision = "first_book"


def upgrade() -> None:
    """Create the table of decisions, and forbid UPDATE and DELETE on it."""
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False, unique=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("program_version", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("target", sa.String, nullable=False),
        sa.Column("follows", sa.String),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("decision_by_target", "decision", ["target"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decision "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER decision_no_{verb.lower()} BEFORE {verb} ON decision "
            "BEGIN SELECT RAISE(ABORT, 'the book is append-only'); END"
        )
