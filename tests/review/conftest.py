"""A page with a few numbers, and decisions on them one after the other."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from tests.made import claim_at, document_of

from tallybook import review
from tallybook.model import (
    Act,
    Anchor,
    Decision,
    Evidence,
    Span,
)

NOON = dt.datetime(2026, 5, 3, 12, tzinfo=dt.UTC)
WORDS = "The landslide killed 40 people, injured 62 and left 300 homeless."


def read(words: str = WORDS) -> Evidence:
    page = document_of(words)
    claims = (claim_at(page, Span(*number.span())) for number in re.finditer(r"\d+", words))
    return Evidence(documents=(page,), claims=tuple(claims))


def anchors(evidence: Evidence) -> list[Anchor]:
    (page,) = evidence.documents
    return [review.anchor_of(claim, page) for claim in evidence.claims]


def log(*acts: Act | int, by: str = "A. Editor") -> tuple[Decision, ...]:
    """Decisions an hour apart; a number undoes the decision at that place."""
    found: list[Decision] = []
    for hour, act in enumerate(acts):
        at = NOON + dt.timedelta(hours=hour)
        if isinstance(act, int):
            found.append(review.undo(found[act].id, by=by, at=at, seen=found))
        else:
            found.append(review.decide(act, by=by, at=at, seen=found))
    return tuple(found)


@pytest.fixture
def evidence() -> Evidence:
    return read()


@pytest.fixture
def logged() -> Callable[..., tuple[Decision, ...]]:
    return log
