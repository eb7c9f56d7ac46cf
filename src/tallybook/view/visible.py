"""Characters that a page could use to make text look like something else, made visible."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HOSTILE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """The text with control characters, bidi embeddings and lone surrogates written as their code points.

    Source: Unicode Technical Report 36, bidirectional text spoofing.

    >>> visible("50\\u202e000")
    '50⟨U+202E⟩000'
    """
    if text.isprintable():  # as nearly all are, and as nothing is that is made visible
        return text
    return _HOSTILE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def safe_link(url: str | None) -> str | None:
    """The address where it may be followed: http or https with a host and no control characters; else None."""
    if not url or _HOSTILE.search(url) or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
