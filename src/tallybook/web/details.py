"""Problem details (RFC 9457) as bytes. It stands apart so that the guard needs no more than this."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

MEDIA = "application/problem+json"


def problem_body(status: int, detail: str = "", *, hint: str = "", **more: Any) -> bytes:
    """The body of a problem. Nothing of what was sent is repeated in it but names of fields."""
    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    told = {key: words for key, words in (("detail", detail), ("hint", hint)) if words}
    return json.dumps({**said, **told, **more}).encode()
