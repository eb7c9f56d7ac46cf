"""Thousands of broken pages: each is read or refused, whole way to claims, and none costs more than its size."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.pipeline import extract_claims
from tallybook.read import read_page
from tallybook.settings import Settings

pytestmark = pytest.mark.torture
EXAMPLES = sorted(path for path in (Path(__file__).parents[2] / "examples").rglob("*") if path.is_file())
SETTINGS = Settings(pack="base")
ROUNDS = 60
PIECES = (b"<", b">", b"&#x", b"\x00", b"\xff", b"<script>", b"]]>", b'"><img onerror=x>', b"9" * 400, b"\xe2\x80\xae")


def broken(page: bytes, dice: random.Random) -> bytes:
    """The page cut, doubled, or with pieces put in and bytes flipped."""
    changed = bytearray(page)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(changed))
        if dice.random() < 0.5:
            changed[at:at] = dice.choice(PIECES)
        else:
            changed[at] = dice.randrange(256)
    cut = dice.randrange(len(changed)) if dice.random() < 0.3 else len(changed)
    return bytes(changed[:cut])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_broken_page_is_read_or_refused(path: Path) -> None:
    dice = random.Random(path.name)
    page = path.read_bytes()
    for _ in range(ROUNDS):
        document = read_or_refuse(broken(page, dice))
        if document is not None:
            claims = extract_claims(document, settings=SETTINGS).claims
            assert all(claim.core.of(document.text) for claim in claims)


def read_or_refuse(data: bytes) -> Document | None:
    try:
        return read_page(data, settings=SETTINGS)
    except UnreadableInput:
        return None


@pytest.mark.parametrize(
    "piece", ["no. he ", "Mr. ", "300 and 400 and ", "“He said ", "3,000 (4,000 ", "of the of the "]
)
def test_twice_the_text_takes_no_more_than_a_few_times_as_long(piece: str) -> None:
    start = "On Monday 300 people were killed in Kenya, the police said. "
    spent = []
    for size in (4000, 8000):
        text = start + piece * (size // len(piece)) + "."
        began = time.perf_counter()
        document = read_or_refuse(text.encode())
        if document is not None:
            extract_claims(document, settings=SETTINGS)
        spent.append(time.perf_counter() - began)
    assert spent[1] < 5 * spent[0] + 0.5
