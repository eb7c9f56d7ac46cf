"""Pages broken by chance, the same each time: what real ones suffer, and worse."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.html"))
_TAG = re.compile(r"<[^>]*>")
_PIECES = (
    *("<", ">", "</", "<!--", "-->", '"', "'", "&", "&#x", "&nbsp;", "\ufeff", "\x01", "\u202e", "<p", "<div hidden>"),
    *("</div>", "</p>", "<nav>", "<aside>", "</aside>", "<article>", "<table><tr><td>", "<li>", "</ul>", "<svg>"),
    *("<script>", "</script>", "<noscript>", "<template>", "<select>", "<style>", "<h1>", "<br><br>", "<form>"),
    *(
        '<a href="',
        "<span class=byline>",
        "<time datetime=2025-13-45>",
        '<script type="application/ld+json">{"@type":',
        "]]>",
    ),
)


def mutated_pages(count: int, seed: int) -> Iterator[bytes]:
    """So many broken pages."""
    dice = random.Random(seed)
    pages = [path.read_text(encoding="utf-8") for path in EXAMPLES]
    for _ in range(count):
        page = dice.choice(pages)
        for _ in range(dice.randint(1, 10)):
            page = dice.choice(_WAYS)(page, dice)
        yield page.encode("utf-8", "surrogatepass")


def _put_in(page: str, dice: random.Random) -> str:
    at = dice.randrange(len(page) + 1)
    return page[:at] + dice.choice(_PIECES) * dice.choice((1, 1, 1, 40)) + page[at:]


def _cut_out(page: str, dice: random.Random) -> str:
    at = dice.randrange(len(page) + 1)
    return page[:at] + page[at + dice.randint(1, 200) :]


def _cut_off(page: str, dice: random.Random) -> str:
    return page[: dice.randrange(len(page) // 2, len(page) + 1)]


def _without_a_tag(page: str, dice: random.Random) -> str:
    tags = list(_TAG.finditer(page))
    if not tags:
        return page
    tag = dice.choice(tags)
    return page[: tag.start()] + page[tag.end() :]


def _tags_swapped(page: str, dice: random.Random) -> str:
    tags = list(_TAG.finditer(page))
    if len(tags) < 2:
        return page
    first, second = sorted(dice.sample(range(len(tags)), 2))
    a, b = tags[first], tags[second]
    return page[: a.start()] + b[0] + page[a.end() : b.start()] + a[0] + page[b.end() :]


def _doubled(page: str, dice: random.Random) -> str:
    at = dice.randrange(len(page) + 1)
    return page[:at] + page[at : at + 2_000] + page[at:]


def _changed(page: str, dice: random.Random) -> str:
    at = dice.randrange(len(page) + 1)
    return page[:at] + chr(dice.choice((dice.randrange(1, 128), dice.randrange(160, 0xD7FF)))) + page[at + 1 :]


_WAYS = (_put_in, _put_in, _cut_out, _cut_off, _without_a_tag, _tags_swapped, _doubled, _changed)
