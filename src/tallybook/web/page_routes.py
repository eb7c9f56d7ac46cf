"""The pages: the book itself, the reference of the API, and the door where a token is asked for."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from tallybook.report import live_policy
from tallybook.web.answers import is_known, mark
from tallybook.web.asking import AShelf
from tallybook.web.guard import COOKIE, STRICT, Rules
from tallybook.web.loading import WAITING, WAITING_HEADERS
from tallybook.web.problems import Problem

router = APIRouter(include_in_schema=False)
_FIRST_WAIT = 0.5
"""Seconds that a first answer may take for the picture before a page says that it is being worked out."""


@router.get("/")
def get_app(request: Request, shelf: AShelf) -> Response:
    """The book. Without scripts it is a report; with them it is live."""
    now = shelf.now(wait=_FIRST_WAIT)
    if now is None:
        return HTMLResponse(WAITING, headers=WAITING_HEADERS)
    tag = mark("/", now.tag)
    headers = {"ETag": tag, "Content-Security-Policy": live_policy()}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(now.worked.html.encode("utf-8", "replace"), headers=headers)


@router.get("/api/v1/docs")
def get_docs(request: Request) -> Response:
    """The reference of the API, from its OpenAPI description; no script, nothing from elsewhere."""
    return page("docs.html.j2", api=request.app.openapi())


@router.get("/enter")
def get_door(request: Request, code: str = "") -> Response:
    """Asks for the token, or for a click where a link brings a code."""
    return page("enter.html.j2", code=code[:100], forms=True)


@router.post("/enter")
def post_door(
    request: Request, token: Annotated[str, Form(max_length=1000)] = "", code: Annotated[str, Form(max_length=100)] = ""
) -> Response:
    """Lets in whoever brings the token or an unused code: they get a cookie."""
    rules: Rules = request.app.state.rules
    if not (rules.admits(token) or (code and rules.code.use(code))):
        raise Problem(401, "this is not the token, or the link was used already")
    answer = RedirectResponse("/", status_code=303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, rules.session, httponly=True, samesite="strict", secure=secure, path="/")
    return answer


def page(template: str, *, forms: bool = False, **values: Any) -> Response:
    """A small page without scripts."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"{STRICT}; style-src 'sha256-{digest}'; img-src data:"
    headers = {"Content-Security-Policy": policy}
    if forms:  # under no-referrer a browser says of its own form that it comes from nowhere (Fetch, 3.2)
        headers["Content-Security-Policy"] = policy.replace("form-action 'none'", "form-action 'self'")
        headers["Referrer-Policy"] = "same-origin"
    text = _environment().get_template(template).render(style=style, **values)
    return HTMLResponse(text, headers=headers)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("tallybook.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


@cache
def _style() -> str:
    return (
        ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:2rem auto;"
        "padding:0 1rem}code{font-family:ui-monospace,monospace}h2{margin-top:2.5rem}table{border-collapse:collapse}"
        "td,th{text-align:left;padding:.15rem .8rem .15rem 0;vertical-align:top}input{font:inherit;padding:.3rem}"
        "button{font:inherit;padding:.3rem 1rem}summary{cursor:pointer}"
    )
