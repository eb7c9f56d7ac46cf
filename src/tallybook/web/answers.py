"""Answers: JSON with the mark of what it is of, so that a reader who has it already is told so."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import Response

from tallybook.web.filters import fits
from tallybook.web.problems import Problem
from tallybook.web.standing import Now, Standing

Json = dict[str, Any]
Told = Mapping[str, object]
"""One item of a list."""
Item = TypeVar("Item")
_TAG = re.compile(r'(?:W/)?("[^"]*")')


def mark(*parts: object) -> str:
    """The ETag of what follows from these.

    >>> mark("a", 1) == mark("a", 1), mark("a", 1) == mark("a", 2)
    (True, False)
    """
    return f'"{hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:20]}"'


def log_mark(standing: Standing) -> str:
    """The ETag of the decisions."""
    return mark("log", standing.log_key)


def is_known(request: Request, tag: str) -> bool:
    """Whether whoever asks says that they have just this. Source: RFC 9110, 13.1.2."""
    given = request.headers.get("if-none-match", "")
    return given.strip() == "*" or tag in _TAG.findall(given)


def is_other(request: Request, tag: str) -> bool:
    """Whether a request is for another state than this. Source: RFC 9110, 13.1.1."""
    given = request.headers.get("if-match")
    return given is not None and given.strip() != "*" and tag not in _TAG.findall(given)


def answer(request: Request, tag: str, make: Callable[[], bytes], *, standing: Standing | None = None) -> Response:
    """What `make` gives as JSON, or 304 where the reader has it, without making it."""
    headers = {"ETag": tag, **({"Book-Version": str(standing.version)} if standing is not None else {})}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(make(), media_type="application/json", headers=headers)


def packed(value: Any) -> bytes:
    """As JSON in ASCII, so that a text with half a character in it can be sent too."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode()


def listed(items: Sequence[Item], page: int, size: int, tell: Callable[[Item], Told], **more: Any) -> Json:
    """One page of a list, with how many there are in all."""
    start = (page - 1) * size
    shown = [tell(item) for item in items[start : start + size]]
    return {"items": shown, "total": len(items), "page": page, "size": size, **more}


def respond(request: Request, now: Now, make: Callable[[], Any]) -> Response:
    """An answer that holds as long as the book is as it is now."""
    return answer(request, mark(request.url.path, now.tag), lambda: packed(make()), standing=now.standing)


def found(wanted: str, among: Iterable[Item], name: Callable[[Item], str], what: str) -> Item:
    """The one of that id. Raises Problem 404."""
    for item in among:
        if name(item) == wanted:
            return item
    raise Problem(404, f"there is no such {what}")


def respond_with(
    request: Request,
    now: Now,
    among: Sequence[Item],
    asked: Json,
    page: int,
    size: int,
    tell: Callable[[Item], Told],
) -> Response:
    """The page of those that fit what is asked for, by the values of their fields."""

    def make() -> Json:
        shown = [one for one in among if fits(asked, {name: getattr(one, name) for name in asked})]
        return listed(shown, page, size, tell)

    return respond(request, now, make)
