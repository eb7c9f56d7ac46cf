"""Correction notices: part of the article, wherever the page puts them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tallybook.model import BlockKind
from tallybook.read.cues import Cues
from tallybook.read.phrases import plain, tokens_of

Placed = tuple[BlockKind, str]

WHY = 'correction notice "{}"'
_SHORTEST, _LONGEST = 4, 120
_DIGIT = re.compile(r"\d")


def with_notices(placed: Sequence[Placed], texts: Sequence[str], cues: Cues) -> list[Placed]:
    """The kinds, but for furniture that corrects a number of this very page, which is the article's last paragraph.

    Footers and side boxes hold what "an earlier version of this article" said; nobody corrects another page so.
    """
    return [
        (BlockKind.BODY, WHY.format(found))
        if kind is BlockKind.FURNITURE and (found := _notice(text, cues))
        else (kind, why)
        for (kind, why), text in zip(placed, texts, strict=True)
    ]


def _notice(text: str, cues: Cues) -> str | None:
    if text.count(" ") < _SHORTEST or not _DIGIT.search(text) or len(text.split()) > _LONGEST:
        return None
    line = plain(text)
    return cues.corrections.first(line, tokens_of(line))
