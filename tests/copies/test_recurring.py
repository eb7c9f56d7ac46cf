"""Passages that stand on page after page and are no part of the articles above them."""

from __future__ import annotations

import random

import pytest

from tallybook.copies import without_recurring
from tallybook.copies.recurring import WHY, recurring_passages
from tallybook.model import BlockKind, Document
from tallybook.pipeline import Extracted, extract_claims, gather
from tallybook.read import read_page
from tallybook.settings import Settings

APPEAL = "Founded in 1911, The Meridian employs 240 reporters in 31 countries and is owned by those who work there."
BACKGROUND = "Since the eruption of Mount Hera began in May, 41 villagers have been killed on the island of Sorra."
MATTERS = {
    "storm": (
        "A storm tore the roofs from houses in six coastal towns on Monday, the governor of Lakonia said.",
        "It left 14 dead, and rescue teams brought 1,200 others to schools and churches by noon.",
    ),
    "strike": (
        "Teachers in the north walked out over pay on Tuesday, and 40 schools stayed shut all day.",
        "Their union said that 9,000 of its members had joined; the education ministry counted 6,500.",
    ),
    "ferry": (
        "A ferry with 80 passengers aboard went down off the port of Mele late on Friday evening.",
        "Nine people were missing on Saturday, according to the coast guard, which sent two ships.",
    ),
    "eruption": (
        "Mount Hera threw ash over Sorra again on Monday, and 300 villagers were moved from its slopes.",
        "The island's airport stayed shut for a third day, its director said.",
    ),
    "ash": (
        "Farmers on the island of Sorra have lost 2,000 goats to ash from Mount Hera, their union says.",
        "It asked the government for hay for villagers who stayed on after the eruption.",
    ),
    "visit": (
        "The president flew to Sorra on Thursday to meet villagers who had fled the eruption of Mount Hera.",
        "She promised 5 million crowns for the island's roads and a new school.",
    ),
}


def page(matter: str, *more: str) -> Document:
    text = "\n\n".join((f"News of the {matter}", *MATTERS[matter], *more))
    return read_page(f"{text}\n".encode(), settings=Settings(language="en"))


def found(pages: list[Document]) -> set[str]:
    passages = recurring_passages(pages)
    return {span.of(page.text) for page in pages for span in passages.get(page.id, ())}


ROWS = [
    pytest.param([page(m, APPEAL) for m in ("storm", "strike", "ferry")], {APPEAL}, id="appeal on three pages"),
    pytest.param([page(m, APPEAL) for m in ("storm", "strike")], set(), id="on two pages only"),
    pytest.param([page(m, BACKGROUND) for m in ("eruption", "ash", "visit")], set(), id="background of one story"),
    pytest.param(
        [page("storm", APPEAL), page("storm", "It was late.", APPEAL), page("storm", APPEAL, "So he said.")],
        set(),
        id="states of one page",
    ),
]


@pytest.mark.parametrize(("pages", "expected"), ROWS)
def test_recurring_passages(pages: list[Document], expected: set[str]) -> None:
    assert found(pages) == expected


def test_the_order_of_pages_changes_nothing() -> None:
    pages = [page(matter, APPEAL) for matter in MATTERS]
    shuffled = random.Random(7).sample(pages, len(pages))
    assert recurring_passages(pages) == recurring_passages(shuffled)


def test_their_numbers_are_refused_and_told() -> None:
    evidence = gather(
        Extracted(one, extract_claims(one)) for one in (page(m, APPEAL) for m in ("storm", "strike", "ferry"))
    )
    assert not [claim for claim in evidence.claims if claim.quantity.low in (240, 31)]
    assert sum(refusal.reason == WHY for refusal in evidence.refusals) == 3
    kinds = {block.kind for one in evidence.documents for block in one.blocks if block.span.of(one.text) == APPEAL}
    assert kinds == {BlockKind.FURNITURE}
    assert without_recurring(evidence) == evidence
