"""The same text given under another path is the same page: a file that was moved, or named from another folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from tallybook.ledger import schema
from tallybook.ledger.extraction import page_of
from tallybook.ledger.rows import chunks
from tallybook.model import Document


def at_known_pages(connection: Connection, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents in order; one that the book has under another path, with the same id and text, takes that path.

    A path that is itself among the given ones is left alone.
    """
    given = {page_of(document) for document in documents}
    known = _current_addresses(connection, documents)
    return tuple(_moved(document, known.get((document.id, document.content_hash)), given) for document in documents)


def _moved(document: Document, address: str | None, given: set[str]) -> Document:
    if address is None or address == page_of(document) or address in given:
        return document
    return replace(document, path=None if address == document.url else address)


def _current_addresses(connection: Connection, documents: Sequence[Document]) -> dict[tuple[str, str], str]:
    document_id, content_hash = schema.extraction.c.document_id, schema.document_version.c.content_hash
    query = (
        select(document_id, content_hash, schema.page.c.address)
        .select_from(schema.extraction)
        .join(schema.page, schema.page.c.id == schema.extraction.c.page_id)
        .join(schema.document_version, schema.document_version.c.id == schema.extraction.c.version_id)
        .where(schema.is_current())
    )
    found: dict[tuple[str, str], str] = {}
    for chunk in chunks(document.id for document in documents):
        for one, text, address in connection.execute(query.where(document_id.in_(chunk))):
            found[one, text] = address
    return found
