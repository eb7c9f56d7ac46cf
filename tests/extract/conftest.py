"""Invented sentences, read with the pack that ships."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tallybook.extract import Extraction
from tallybook.model import Block, BlockKind, Claim, Denial, Document, PartialDate, Refusal, Span
from tallybook.pipeline import extract_claims


@dataclass(frozen=True)
class Reading:
    """A text with what was read from it."""

    text: str
    extraction: Extraction

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.extraction.claims

    @property
    def denials(self) -> tuple[Denial, ...]:
        return self.extraction.denials

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        return self.extraction.refusals

    def claim(self, number: str) -> Claim:
        """The one claim whose numeral is these words."""
        (found,) = [c for c in self.claims if c.core.of(self.text) == number]
        return found


Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def reading() -> Read:
    """What is read from a text of one block, or of one a line."""

    def read(
        text: str, kind: BlockKind = BlockKind.BODY, *, lines: bool = False, published: dt.date | None = None
    ) -> Reading:
        digest = hashlib.sha256(text.encode()).hexdigest()
        spans = [Span(m.start(), m.end()) for m in re.finditer(r".+", text)] if lines else [Span(0, len(text))]
        blocks = tuple(Block(span=span, kind=kind, why="test") for span in spans)
        day = None
        if published is not None:
            day = PartialDate(year=published.year, month=published.month, day=published.day, how="test")
        document = Document(id=digest[:12], text=text, content_hash=digest, blocks=blocks, language="en", published=day)
        return Reading(text, extract_claims(document))

    return read
