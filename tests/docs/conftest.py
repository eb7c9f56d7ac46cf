"""The documents as text, and the little Markdown that the tests need to understand."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def read() -> Callable[[str], str]:
    """The text of a document by its path from the root."""
    return lambda path: (ROOT / path).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def fences() -> Callable[[str], list[tuple[str, str]]]:
    """The code blocks of a text, each with its language."""
    return lambda text: [(match[1], match[2]) for match in _FENCE.finditer(text)]


@pytest.fixture(scope="session")
def section() -> Callable[[str, str], str]:
    """The part of a text under a heading, down to the next heading of the same or a higher level."""

    def cut(text: str, heading: str) -> str:
        found = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
        assert found, f"no heading {heading!r}"
        rest = text[found.end() :]
        following = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
        return rest[: following.start()] if following else rest

    return cut
