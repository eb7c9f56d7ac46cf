"""Everything that goes wrong, as RFC 9457 problem details."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from tallybook.errors import DecisionConflict, TallybookError
from tallybook.web.details import MEDIA, problem_body
from tallybook.web.jobs import TooManyPagesError

DOCUMENTED: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "What went wrong, as RFC 9457 has it.",
        "content": {
            MEDIA: {
                "schema": {
                    "type": "object",
                    "required": ["type", "title", "status"],
                    "properties": {
                        "type": {"type": "string"},
                        "title": {"type": "string"},
                        "status": {"type": "integer"},
                        "detail": {"type": "string"},
                        "hint": {"type": "string"},
                        "errors": {"type": "array", "items": {"type": "object"}},
                    },
                }
            }
        },
    }
}
"""What every operation of the API may answer beside its own answer."""


class Problem(Exception):
    """An answer that says what went wrong. `more` are members of its own, `headers` go with it."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        hint: str = "",
        more: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.hint = status, detail, hint
        self.more, self.headers = dict(more or {}), dict(headers or {})


def handle_problems(app: FastAPI) -> None:
    """Have every error of an app answered as a problem."""
    app.add_exception_handler(Problem, _told)
    app.add_exception_handler(HTTPException, _of_protocol)
    app.add_exception_handler(RequestValidationError, _of_request)
    app.add_exception_handler(DecisionConflict, _of_conflict)
    app.add_exception_handler(TooManyPagesError, _of_waiting)
    app.add_exception_handler(TallybookError, _of_program)
    app.add_exception_handler(Exception, _unforeseen)


def _answer(status: int, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
    return Response(body, status_code=status, media_type=MEDIA, headers=dict(headers or {}))


def _told(_: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)  # noqa: S101 - what it was registered for
    body = problem_body(error.status, error.detail, hint=error.hint, **error.more)
    return _answer(error.status, body, error.headers)


def _of_protocol(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it was registered for
    detail = error.detail if error.detail != HTTPStatus(error.status_code).phrase else ""
    return _answer(error.status_code, problem_body(error.status_code, detail), error.headers)


def _of_request(_: Request, error: Exception) -> Response:
    """Which fields do not fit, and why; never their values."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - what it was registered for
    wrong = [{"where": ".".join(map(str, one["loc"])), "why": str(one["msg"])} for one in error.errors()]
    return _answer(422, problem_body(422, "the request does not fit what this takes", errors=wrong))


def _of_conflict(_: Request, error: Exception) -> Response:
    assert isinstance(error, DecisionConflict)  # noqa: S101 - what it was registered for
    return _answer(409, problem_body(409, str(error), hint=error.hint, decision=error.between))


def _of_waiting(_: Request, error: Exception) -> Response:
    assert isinstance(error, TooManyPagesError)  # noqa: S101 - what it was registered for
    return _answer(503, problem_body(503, error.what, hint=error.hint), {"Retry-After": "10"})


def _of_program(_: Request, error: Exception) -> Response:
    assert isinstance(error, TallybookError)  # noqa: S101 - what it was registered for
    return _answer(500, problem_body(500, error.what, hint=error.hint))


def _unforeseen(_: Request, error: Exception) -> Response:
    """The traceback goes to the log of the server, not to whoever asked."""
    return _answer(
        500, problem_body(500, "the program failed", hint="This is a defect: report what the server prints.")
    )
