"""Thousands of pages through one process: what it holds does not grow with them."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallybook.model import Block, BlockKind, Document, Span
from tallybook.pipeline import extract_many
from tallybook.settings import Settings

pytestmark = pytest.mark.torture
SYLLABLES = ("ka", "le", "mi", "no", "ru", "sta", "ve", "zor", "tin", "bra", "dol", "pek", "shu", "gar")
WARM, PAGES = 2_000, 10_000
MEGABYTE = 2**20
MOST_GROWTH = 60 * MEGABYTE
MOST = 1_500 * MEGABYTE


def name(dice: random.Random) -> str:
    return "".join(dice.choice(SYLLABLES) for _ in range(3)).capitalize()


def page(dice: random.Random) -> Document:
    """A report full of names that no page before had."""
    text = (
        f"At least {dice.randint(2, 900)} people were killed in {name(dice)}, the mayor of {name(dice)} said.\n"
        f"{name(dice)} {name(dice)} of the {name(dice)} Times told {name(dice)} Radio that {dice.randint(2, 99)} "
        f"{name(dice).lower()}s were lost near {name(dice)}."
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY, why="test")
    return Document(id=digest[:12], text=text, content_hash=digest, blocks=(block,), language="en")


def resident() -> int:
    """Bytes of memory that the process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_memory_is_flat(monkeypatch):
    monkeypatch.setattr("tallybook.parse.syntax._MOST_WORDS", 60_000)  # reached by the first thousand pages
    dice = random.Random(7)
    endless: Iterator[Document] = iter(lambda: page(dice), None)
    found = extract_many(endless, settings=Settings(pack="base"))
    claims = sum(len(next(found).extraction.claims) for _ in range(WARM))
    before = resident()
    claims += sum(len(next(found).extraction.claims) for _ in range(PAGES))
    assert claims > WARM + PAGES
    assert resident() - before < MOST_GROWTH
    assert resident() < MOST
