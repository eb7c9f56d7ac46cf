"""What the audit points out. One module per kind, each with a function `find(ground)`."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Finding
from tallybook.reconcile.findings import conflict, same_statement
from tallybook.reconcile.ground import Ground


def find_all(ground: Ground) -> Iterator[Finding]:
    """All findings, kind by kind."""
    yield from same_statement.find(ground)
    yield from conflict.find(ground)
