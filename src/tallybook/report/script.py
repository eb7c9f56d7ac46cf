"""The script that makes the page live, and the data it draws from. The page says the same without either."""

from __future__ import annotations

import base64
import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from markupsafe import Markup

from tallybook.errors import DataFileError

_PLAIN = 50_000
"""Characters of JSON from which a block is packed: the data of a thousand claims then weighs a fifth."""
_GATE = (
    "{const page=document.documentElement;page.className='live';"
    "addEventListener('error',event=>{if(event.error)page.className=''})}"
)
"""Runs first: hides what the script will draw anew, and gives it back where the script fails. An observer of sizes that
comes too late reports an error event without an error; it is none."""


@dataclass(frozen=True, slots=True)
class Block:
    """Data in the page: JSON, escaped for a script element; or, `packed`, gzip in base64."""

    content: Markup
    packed: bool


def data_block(data: Any) -> Block:
    """A JSON value as it can stand in a script element: no character of it ends the element or begins a comment.

    The same value gives the same block.
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    if len(text) < _PLAIN:
        return Block(Markup(_escaped(text)), packed=False)  # noqa: S704 - JSON without a "<"
    packed = gzip.compress(text.encode("utf-8", "backslashreplace"), compresslevel=9, mtime=0)
    return Block(Markup(base64.b64encode(packed).decode()), packed=True)  # noqa: S704 - base64


def _escaped(text: str) -> str:
    """Source: HTML Living Standard, restrictions for contents of script elements."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def outline_block(boundaries: Path | None) -> Block:
    """The outline of the map: TopoJSON with an object `countries`; the built-in one, or the user's.

    Raises `DataFileError` where the user's file is none.
    """
    return data_block(_built_in_outline() if boundaries is None else _read_outline(boundaries))


def outline_json() -> str:
    """The built-in outline as it stands in its file."""
    return _static("outline.json")


@cache
def gate() -> str:
    """The few characters of script that run before anything is drawn."""
    return _GATE


@cache
def program(*, live: bool = False) -> str:
    """The built script, as committed; `make ui` builds it from ui/. A `live` one has the desk to work on a book too."""
    return _static("desk.js" if live else "app.js")


@cache
def _built_in_outline() -> Any:
    return json.loads(outline_json())


def _read_outline(path: Path) -> Any:
    try:
        topology = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataFileError("no boundaries can be read", where=str(path), why=str(error)) from error
    if not isinstance(topology, dict) or "countries" not in topology.get("objects", {}):
        raise DataFileError("not TopoJSON with an object named countries", where=str(path))
    return topology


def _static(name: str) -> str:
    return (files("tallybook.report") / "static" / name).read_text(encoding="utf-8")
