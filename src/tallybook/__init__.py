"""Keep the book of the numbers: who said how many, of what, when, how surely, through whom.

>>> import tallybook
>>> pages = list(tallybook.read_pages(["examples/march/meridian-firm-counts.txt"]))
>>> pages[0].language
'en'
>>> claims = tallybook.extract_claims(pages[0]).claims
>>> any(claim.event == "attended" for claim in claims)
True
>>> picture = tallybook.reconcile_claims(tallybook.Evidence(documents=tuple(pages), claims=claims))
>>> picture.method
'posterior/1'

The names below are imported when they are first used, so that `import tallybook` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tallybook.ledger import Book
    from tallybook.model import Evidence
    from tallybook.pipeline import extract_claims, read_pages, reconcile_claims
    from tallybook.report import render_report
    from tallybook.settings import Settings

__version__ = "0.1.0"

__all__ = ["Book", "Evidence", "Settings", "extract_claims", "read_pages", "reconcile_claims", "render_report"]

_HOMES = {
    "Book": "tallybook.ledger",
    "Evidence": "tallybook.model",
    "Settings": "tallybook.settings",
    "extract_claims": "tallybook.pipeline",
    "read_pages": "tallybook.pipeline",
    "reconcile_claims": "tallybook.pipeline",
    "render_report": "tallybook.report",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'tallybook' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
