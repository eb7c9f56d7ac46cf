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
from typing import NamedTuple

from benchmarks.made_news import made_reports, made_texts
from tallybook.copies import Sketches, find_copies, join_sketches, sketch_of
from tallybook.model import Block, BlockKind, Copy, Document, Span

Texts = Sequence[list[str]]
Find = Callable[[Sequence[Document]], Sequence[Copy]]


class Around(NamedTuple):
    """Another text, and the menu of the site."""

    other: list[str]
    menu: list[str]


Make = Callable[[list[str], Around, random.Random], list[str]]
LEAST_WORDS = 120
INTRODUCTION = 60
MADE = 2_000
REPORTS = 200
SURROUNDED = ("framed", "embedded")
"""Several of these copies stand in one other text, and are copies of it too."""

SITES, MENU = 40, 300


def measure_copies(shared: Path) -> dict[str, float]:
    """Recall per kind of copy, forms of words taken for copies, and seconds for 500 texts of 500 words."""
    figures = _by_sketches()
    source = shared / "data" / "muc" / "dev.jsonl"
    if not source.exists():
        return figures
    texts = [json.loads(line)["text"].lower().split() for line in source.read_text(encoding="utf-8").splitlines()]
    texts = [text for text in texts if len(text) >= LEAST_WORDS]
    originals, others = texts[::2][:150], texts[1::2][:150]
    for kind, make in KINDS.items():
        figures[f"copies.{kind}.recall"] = _recall(find_copies, *_copied(make, originals, others))[0]
    figures["copies.forms.false"] = float(_forms(originals))
    figures["copies.unlike.false"] = float(len(find_copies([document(f"u{i}", t) for i, t in enumerate(others)])))
    figures["speed.copies_500_documents_s"] = _seconds(texts)
    return figures


def by_sketches(pages: Sequence[Document]) -> list[Copy]:
    """What joining the sketches of the pages finds."""
    sketches = Sketches.of(map(sketch_of, pages))
    return list(join_sketches(sketches).copies(sketches.documents))


def _by_sketches() -> dict[str, float]:
    """Of 2,000 made texts the recall per kind, and pairs of unlike texts; of forms the share of pairs joined."""
    texts = made_texts(2 * MADE)
    figures: dict[str, float] = {}
    for kind, make in KINDS.items():
        recall, false = _recall(by_sketches, *_copied(make, texts[:MADE], texts[MADE:]))
        figures[f"copies.sketch.{kind}.recall"] = recall
        if kind not in SURROUNDED:
            figures[f"copies.sketch.{kind}.false"] = float(false)
    for name, reports in made_reports(REPORTS).items():
        pages = [document(f"{name}{i}", report) for i, report in enumerate(reports)]
        merged = sum(n * (n - 1) // 2 for n in map(len, _families(pages, by_sketches(pages))))
        figures[f"copies.sketch.form_{name}.merged_of_pairs"] = merged / (REPORTS * (REPORTS - 1) / 2)
    return figures


def document(name: str, words: Sequence[str], *, site: str | None = None) -> Document:
    """A page with one paragraph."""
    text = " ".join(words)
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY, why="made")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=name, text=text, content_hash=digest, blocks=(block,), language="en", outlet=site)


def _copied(make: Make, originals: Texts, others: Texts) -> tuple[list[Document], list[Document]]:
    """A page for each original, and one for its copy; the pages of one site have one menu."""
    chance = random.Random(7)
    menus = [text[:MENU] for text in made_texts(SITES, least=MENU, seed=SITES)]
    made = [make(t, Around(chance.choice(others), menus[i % SITES]), chance) for i, t in enumerate(originals)]
    pages = [document(f"o{i}", text) for i, text in enumerate(originals)]
    return pages, [document(f"c{i}", text, site=f"site-{i % SITES}.example") for i, text in enumerate(made)]


def _recall(find: Find, originals: Sequence[Document], copies: Sequence[Document]) -> tuple[float, int]:
    """The share of copies from which pairs lead to their original, and how many pairs join unlike texts."""
    pages = [*originals, *copies]
    found = find(pages)
    family = {id_: n for n, one in enumerate(_families(pages, found)) for id_ in one}
    right = sum(family[a.id] == family[b.id] for a, b in zip(originals, copies, strict=True))
    return right / len(originals), sum(copy.original[1:] != copy.copy[1:] for copy in found)


def _families(pages: Sequence[Document], found: Sequence[Copy]) -> list[set[str]]:
    """The pages that pairs join, directly or through others."""
    family = {page.id: {page.id} for page in pages}
    for copy in found:
        if family[copy.original] is not family[copy.copy]:
            both = family[copy.original] | family[copy.copy]
            family.update(dict.fromkeys(both, both))
    return list({id(one): one for one in family.values()}.values())


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


def _edited(text: list[str], around: Around, chance: random.Random) -> list[str]:
    """Every twentieth word, by chance, is taken from another text; numbers stay."""
    return [w if any(c.isdigit() for c in w) or chance.random() >= 0.05 else chance.choice(around.other) for w in text]


def _embedded(text: list[str], around: Around, chance: random.Random) -> list[str]:
    at = chance.randrange(len(around.other))
    return [*around.other[:at], *text, *around.other[at:]]


def _in_menu(text: list[str], around: Around, chance: random.Random) -> list[str]:
    """Between the head and the foot of a page that was saved with all its links."""
    return [*around.menu[: MENU // 2], *text, *around.menu[MENU // 2 :]]


KINDS: dict[str, Make] = {
    "whole": lambda text, around, chance: text,
    "first_half": lambda text, around, chance: text[: len(text) // 2],
    "first_quarter": lambda text, around, chance: text[: len(text) // 4],
    "framed": lambda text, around, chance: around.other[:INTRODUCTION] + text,
    "edited": _edited,
    "embedded": _embedded,
    "in_menu": _in_menu,
}


def _seconds(texts: Sequence[list[str]]) -> float:
    words = [word for text in texts for word in text]
    step = max(1, (len(words) - 500) // 500)
    pages = [document(f"p{i}", words[i * step : i * step + 500]) for i in range(500)]
    start = time.perf_counter()
    find_copies(pages)
    return time.perf_counter() - start
