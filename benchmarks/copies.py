"""Copies made from real news in known ways: how many of each kind are found, and how many look-alikes are not.

Texts are the news of `../shared/data/muc/dev.jsonl`: of 150 of them copies are made, 150 others give introductions and
surroundings. A copy is found where pairs lead from it to its original (the set holds some texts twice). Look-alikes are
forms of words, texts whose every number is replaced by another one, and the 150 others.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tallybook.copies import find_copies
from tallybook.model import Block, BlockKind, Document, Span

Make = Callable[[list[str], list[str], random.Random], list[str]]
LEAST_WORDS = 120
INTRODUCTION = 60


def measure_copies(shared: Path) -> dict[str, float]:
    """Recall per kind of copy, forms of words taken for copies, and seconds for 500 texts of 500 words."""
    source = shared / "data" / "muc" / "dev.jsonl"
    if not source.exists():
        return {}
    texts = [json.loads(line)["text"].lower().split() for line in source.read_text(encoding="utf-8").splitlines()]
    texts = [text for text in texts if len(text) >= LEAST_WORDS]
    originals, others = texts[::2][:150], texts[1::2][:150]
    figures = {f"copies.{kind}.recall": _recall(make, originals, others) for kind, make in KINDS.items()}
    figures["copies.forms.false"] = float(_forms(originals))
    figures["copies.unlike.false"] = float(len(find_copies([document(f"u{i}", t) for i, t in enumerate(others)])))
    figures["speed.copies_500_documents_s"] = _seconds(texts)
    return figures


def document(name: str, words: Sequence[str]) -> Document:
    """A page with one paragraph."""
    text = " ".join(words)
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY, why="made")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=name, text=text, content_hash=digest, blocks=(block,), language="en")


def _recall(make: Make, originals: Sequence[list[str]], others: Sequence[list[str]]) -> float:
    chance = random.Random(7)
    pages = [document(f"o{i}", text) for i, text in enumerate(originals)]
    made = [make(text, chance.choice(others), chance) for text in originals]
    pages += [document(f"c{i}", text) for i, text in enumerate(made)]
    family = {page.id: {page.id} for page in pages}
    for copy in find_copies(pages):
        both = family[copy.original] | family[copy.copy]
        family.update(dict.fromkeys(both, both))
    return sum(f"o{i}" in family[f"c{i}"] for i in range(len(originals))) / len(originals)


def _forms(originals: Sequence[list[str]]) -> int:
    """Texts called copies of one another although every number in them is another; of those that have two numbers."""
    chance = random.Random(7)
    false = 0
    for text in originals:
        if sum(any(c.isdigit() for c in word) for word in text) >= 2:
            refilled = [_refilled(word, chance) for word in text]
            false += len(find_copies([document("a", text), document("b", refilled)]))
    return false


def _refilled(word: str, chance: random.Random) -> str:
    return re.sub(r"\d+", lambda match: str(int(match[0]) + chance.randint(1, 9)), word)


def _edited(text: list[str], other: list[str], chance: random.Random) -> list[str]:
    """Every twentieth word, by chance, is taken from another text; numbers stay."""
    return [w if any(c.isdigit() for c in w) or chance.random() >= 0.05 else chance.choice(other) for w in text]


def _embedded(text: list[str], other: list[str], chance: random.Random) -> list[str]:
    at = chance.randrange(len(other))
    return [*other[:at], *text, *other[at:]]


KINDS: dict[str, Make] = {
    "whole": lambda text, other, chance: text,
    "first_half": lambda text, other, chance: text[: len(text) // 2],
    "first_quarter": lambda text, other, chance: text[: len(text) // 4],
    "framed": lambda text, other, chance: other[:INTRODUCTION] + text,
    "edited": _edited,
    "embedded": _embedded,
}


def _seconds(texts: Sequence[list[str]]) -> float:
    words = [word for text in texts for word in text]
    step = max(1, (len(words) - 500) // 500)
    pages = [document(f"p{i}", words[i * step : i * step + 500]) for i in range(500)]
    start = time.perf_counter()
    find_copies(pages)
    return time.perf_counter() - start
