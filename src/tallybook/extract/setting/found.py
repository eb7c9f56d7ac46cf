"""A name found in a sentence, with the words that prove it."""

from __future__ import annotations

from tallybook.model import Span

Found = tuple[str, tuple[Span, ...]]
