"""The API's own description (OpenAPI 3.1) of what it answers, made of the types that the answers have."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI

from tallybook.view.picture_shapes import EstimateJson, LinkJson, RecordJson, StatementJson
from tallybook.view.shapes import BookJson
from tallybook.web import shapes

_REF = "#/components/schemas/{name}"
_TYPES = (
    shapes.Status, shapes.ClaimItem, shapes.DocumentItem, shapes.DocumentWhole, shapes.ReadingItem, shapes.HitItem,
    shapes.DenialItem, shapes.SeriesItem, shapes.SeriesWhole, shapes.FindingItem, shapes.ForecastItem,
    shapes.SourceItem, shapes.EntryItem, shapes.WaitingItem, shapes.Decided, shapes.JobItem, shapes.JobList,
    shapes.FileItem, StatementJson, EstimateJson, RecordJson, LinkJson,
    BookJson,
)  # fmt: skip
COUNT = {"type": "integer", "minimum": 0}
Described = dict[int | str, dict[str, Any]]


def one(kind: type, *, status: int = 200) -> Described:
    """That an operation answers with one of these."""
    return _answers(status, _ref(kind))


def many(kind: type, **more: Any) -> Described:
    """That an operation answers with a page of a list of these; `more` are schemas of further members."""
    members = {"items": {"type": "array", "items": _ref(kind)}, "total": COUNT, "page": COUNT, "size": COUNT, **more}
    return _answers(200, {"type": "object", "required": list(members), "properties": members})


def anything(*types: str) -> Described:
    """That an operation answers with JSON of these types, and what is in it is not told."""
    return _answers(200, {"type": list(types)})


def describe(app: FastAPI) -> None:
    """Put the types that answers refer to into the description of an app."""
    made = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            _, components = msgspec.json.schema_components(_TYPES, ref_template=_REF)
            made()["components"]["schemas"].update(components)
        return made()

    app.openapi = described  # type: ignore[method-assign]  # as FastAPI's documentation has it


def _ref(kind: type) -> dict[str, str]:
    return {"$ref": _REF.format(name=kind.__name__)}


def _answers(status: int, schema: dict[str, Any]) -> Described:
    return {status: {"description": "", "content": {"application/json": {"schema": schema}}}}
