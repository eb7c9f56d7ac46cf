"""The published forms of a whole book and of a decision, as types. The API's description is made of these."""

from __future__ import annotations

from typing import TypedDict

from tallybook.view.picture_shapes import (
    AssessedJson,
    BorrowedJson,
    EstimateJson,
    FindingJson,
    ForecastJson,
    LinkJson,
    RecordJson,
    SeriesJson,
    StatementJson,
)
from tallybook.view.read_shapes import ClaimJson, DenialJson, DocumentJson, RefusalJson


class BookDocumentJson(DocumentJson):
    """A document of a book."""

    content_hash: str


class BookJson(TypedDict):
    """Everything that was read and everything that follows from it."""

    method: str
    documents: list[BookDocumentJson]
    claims: list[ClaimJson]
    denials: list[DenialJson]
    refusals: list[RefusalJson]
    series: list[SeriesJson]
    links: list[LinkJson]
    statements: list[StatementJson]
    estimates: list[EstimateJson]
    findings: list[FindingJson]
    forecasts: list[ForecastJson]
    records: list[RecordJson]
    borrowed: list[BorrowedJson]
    assessed: list[AssessedJson]


class ChangedJson(TypedDict):
    """One field that a decision changes, in words."""

    field: str
    before: str | None
    after: str | None


class EntryJson(TypedDict):
    """One decision with what it changed."""

    id: str
    at: str
    by: str
    kind: str
    target: str
    changed: list[ChangedJson]
    program_version: str
    follows: str | None
    undoes: str | None
    undone_by: str | None
    stale: str | None
