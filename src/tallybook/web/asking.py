"""What every operation needs of the server: its shelf, and the book as of now or as of a day."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from tallybook.web.filters import AsOf
from tallybook.web.problems import Problem
from tallybook.web.shelf import Shelf
from tallybook.web.standing import Now, Standing

PATIENCE = 60.0
"""Seconds for which a request waits for the first picture of a book, or for its turn."""


def shelf_of(request: Request) -> Shelf:
    """The shelf that the app was made with."""
    found: Shelf = request.app.state.shelf
    return found


AShelf = Annotated[Shelf, Depends(shelf_of)]


def now_or_then(shelf: AShelf, as_of: AsOf = None) -> Now:
    """The book as it stands, or as of a day. Raises Problem 503 where no picture is ready in time."""
    now = shelf.now(wait=PATIENCE) if as_of is None else shelf.at(as_of, wait=PATIENCE)
    if now is None:
        raise _not_ready()
    return now


def standing_of(shelf: AShelf) -> Standing:
    """What was read and decided. Raises Problem 503 where the book is not loaded in time."""
    standing = shelf.standing(wait=PATIENCE)
    if standing is None:
        raise _not_ready()
    return standing


ANow = Annotated[Now, Depends(now_or_then)]
AStanding = Annotated[Standing, Depends(standing_of)]


def _not_ready() -> Problem:
    return Problem(503, "the book is still being worked out", headers={"Retry-After": "2"})
