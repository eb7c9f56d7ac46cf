"""The API is what its OpenAPI description says, for requests that fit it and for those that do not."""

from __future__ import annotations

import json

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.generation import GenerationMode

from tallybook.errors import UnreadableInput
from tallybook.view.picture_shapes import EstimateJson, StatementJson
from tallybook.view.shapes import BookJson
from tallybook.web import adding_routes, book_routes, picture_routes, review_routes, shapes
from tallybook.web.guard import Rules

ENDLESS = "/events"
OPERATIONS = sorted(
    (f"/api/v1{route.path}", method)
    for part in (book_routes, picture_routes, review_routes, adding_routes)
    for route in part.router.routes
    for method in route.methods
    if route.path != ENDLESS
)
FEW = settings(
    max_examples=12, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture
def description(make_app):
    def fetch(url, *, max_bytes):
        raise UnreadableInput("the page cannot be fetched", where=url, why="nothing is fetched in tests")

    app = make_app(Rules(names=frozenset({"testserver", "127.0.0.1", "localhost"})), fetch=fetch)
    app.settled()
    found = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app.guard)
    # 422 is also for what a description cannot say: an edit that changes nothing, a span beyond its text
    found.config.checks.positive_data_acceptance.expected_statuses += ["422"]
    return found


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["fits", "does not fit"])
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_an_operation_does_what_its_description_says(description, path, method, mode):
    operation = description[path][method]
    if mode.is_negative and (not (operation.body or operation.query) or "files" in path):
        pytest.skip("any word is a name, and any bytes are a file")

    @FEW
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case):
        case.call_and_validate()

    asked()


def test_every_operation_says_what_it_answers(app):
    described = app.get("/openapi.json").json()
    for path, operations in described["paths"].items():
        for name, operation in operations.items():
            (answer,) = (told for status, told in operation["responses"].items() if status.startswith("2"))
            media = answer.get("content", {}).get("application/json")
            assert media is None or media["schema"], (path, name)
            assert media or path.rpartition("/")[2] in ("events", "{sha256}")
    named = {word for word in json.dumps(described["paths"]).split('"') if word.startswith("#/components/schemas/")}
    assert {word.rpartition("/")[2] for word in named} <= set(described["components"]["schemas"])


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/book", BookJson),
        ("/status", shapes.Status),
        ("/claims", shapes.ClaimItem),
        ("/documents", shapes.DocumentItem),
        ("/denials", shapes.DenialItem),
        ("/series", shapes.SeriesItem),
        ("/statements", StatementJson),
        ("/estimates", EstimateJson),
        ("/findings", shapes.FindingItem),
        ("/sources", shapes.SourceItem),
        ("/queue", shapes.WaitingItem),
        ("/search?q=killed", shapes.HitItem),
    ],
)
def test_an_answer_holds_what_its_type_says_and_nothing_else(app, path, kind):
    app.settled()
    told = app.get(path).json()
    for item in told.get("items", [told]):
        assert msgspec.to_builtins(msgspec.convert(item, kind)) == item
    assert told.get("total", 1)


def test_every_operation_says_what_can_go_wrong(app):
    paths = app.get("/openapi.json").json()["paths"]
    assert len(paths) >= 28
    for operations in paths.values():
        for operation in operations.values():
            assert "application/problem+json" in operation["responses"]["default"]["content"]
            assert operation["description"]
