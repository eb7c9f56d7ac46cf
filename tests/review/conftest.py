"""A page with a few numbers, and decisions on them one after the other."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable

import pytest

from tallybook import review
from tallybook.model import (
    Act,
    Anchor,
    Attribution,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Decision,
    Document,
    Evidence,
    Modality,
    Quantity,
    Span,
)

NOON = dt.datetime(2026, 5, 3, 12, tzinfo=dt.UTC)
WORDS = "The landslide killed 40 people, injured 62 and left 300 homeless."


def a_page(words: str = WORDS) -> Document:
    content_hash = hashlib.sha256(words.encode()).hexdigest()
    whole = Block(span=Span(0, len(words)), kind=BlockKind.BODY, why="plain text")
    return Document(id=content_hash[:12], text=words, content_hash=content_hash, blocks=(whole,), path="a.txt")


def a_claim(document: Document, core: Span) -> Claim:
    value = int(core.of(document.text))
    return Claim(
        id=f"{document.id}:{core.start}-{core.end}",
        document_id=document.id,
        span=core,
        core=core,
        sentence=Span(0, len(document.text)),
        quantity=Quantity(low=value, high=value, unit="person"),
        event="killed",
        kind=ClaimKind.TOTAL,
        modality=Modality.REPORTED,
        attribution=Attribution(origin="civil defence"),
        evidence={"value": (core,), "unit": "inferred from the event"},
    )


def read(words: str = WORDS) -> Evidence:
    page = a_page(words)
    claims = (a_claim(page, Span(*number.span())) for number in re.finditer(r"\d+", words))
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
