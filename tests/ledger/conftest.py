"""Books on every backend, and small documents and claims to put into them.

SQLite always; PostgreSQL too when TALLYBOOK_TEST_POSTGRES holds the URL of a server where schemas may be created.
"""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import create_engine, make_url, text
from tests.made import claim_at, document_of

from tallybook.ledger import Book
from tallybook.model import (
    Claim,
    Denial,
    DenialKind,
    Document,
    Refusal,
    Span,
)

POSTGRES = os.environ.get("TALLYBOOK_TEST_POSTGRES")


@pytest.fixture(params=["sqlite", *(["postgresql"] if POSTGRES else [])])
def address(request, tmp_path) -> Iterator[str]:
    """Where a book may be opened: a file's path, or the URL of a schema of its own."""
    if request.param == "sqlite":
        yield str(tmp_path / "book.db")
        return
    schema = f"book_{uuid.uuid4().hex}"
    engine = create_engine(POSTGRES)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    url = make_url(POSTGRES).update_query_dict({"options": f"-csearch_path={schema}"})
    yield url.render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def book(address) -> Iterator[Book]:
    with Book.open(address) as opened:
        yield opened


@dataclass(frozen=True)
class Read:
    """What one run read in some pages, as the arguments of `Book.record`."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...] = ()
    denials: tuple[Denial, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    def __add__(self, other: Read) -> Read:
        return Read(
            self.documents + other.documents,
            self.claims + other.claims,
            self.denials + other.denials,
            self.refusals + other.refusals,
        )

    def into(self, book: Book, program_version: str = "1.0", **more):
        """Record it in a transaction of its own."""
        with book.transaction():
            return self.inside(book, program_version, **more)

    def inside(self, book: Book, program_version: str = "1.0", **more):
        """Record it in the transaction that is open."""
        return book.record(
            self.documents, self.claims, self.denials, self.refusals, program_version=program_version, **more
        )

    def with_event(self, event: str) -> Read:
        """The same numerals read differently, as a better rule would."""
        return replace(self, claims=tuple(replace(claim, event=event) for claim in self.claims))


@pytest.fixture
def read() -> Callable[..., Read]:
    """Makes a page with a claim for each number in its words, one denial and one refusal."""
    return a_page


def a_page(
    name: str = "a.txt", words: str = "Flooding killed 40 and displaced 300.", *, url: str | None = None
) -> Read:
    document = document_of(words, id=name, path=None if url else name, url=url)
    spans = [Span(*number.span()) for number in re.finditer(r"\d+", words)]
    whole = Span(0, len(words))
    denial = Denial(
        id=f"{name}:denial", document_id=name, span=whole, sentence=whole, kind=DenialKind.ZERO, speaker=None
    )
    return Read(
        documents=(document,),
        claims=tuple(claim_at(document, span) for span in spans),
        denials=(denial,),
        refusals=(Refusal(document_id=document.id, span=Span(0, 1), reason="an age"),),
    )
