"""The sender's own words in a mail: without the answers quoted below them and the signature."""

from __future__ import annotations

import re

_QUOTE = re.compile(r"[ \t]*>")
_SIGNATURE = "-- "
_LEAST, _WITH_NUMBER = 80, 30
"""Letters of one's own below which a mail is taken whole, without and with a number among them: it then is about what
it quotes."""


def own_words(text: str) -> str:
    """A mail's text without the lines that begin with `>`, the line that leads them in, and the signature (RFC 3676).

    The whole text where hardly a word of the sender's own would be left.

    >>> own_words("The dam holds.\\nOn Monday, Li wrote:\\n> Does it?\\n-- \\nAna")
    'The dam holds.\\nOn Monday, Li wrote:\\n> Does it?\\n-- \\nAna'
    """
    lines = text.replace("\r\n", "\n").split("\n")
    signed = next((place for place, line in enumerate(lines) if line == _SIGNATURE), len(lines))
    kept = [line for place, line in enumerate(lines[:signed]) if not _quoted(lines, place)]
    own = "\n".join(kept)
    least = _WITH_NUMBER if any(map(str.isdigit, own)) else _LEAST
    return own if sum(map(str.isalpha, own)) >= least else text


def _quoted(lines: list[str], place: int) -> bool:
    """Whether a line is quoted, or ends in a colon above lines that are."""
    if _QUOTE.match(lines[place]):
        return True
    below = [line for line in lines[place + 1 : place + 3] if line.strip()]
    return lines[place].rstrip().endswith(":") and bool(below) and _QUOTE.match(below[0]) is not None
