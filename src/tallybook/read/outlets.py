"""The name behind the initials an outlet signs with: "(KC)" is the Karonda Courier where the page says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallybook.model import Block, BlockKind

_PARTS = re.compile(r"[|·•©/,:\n\t]|\d+|\([cC]\)|(?<=\w)\.(?:\s|$)")
_WORDS = re.compile(r"[^\W\d_][\w'’]*")
_OWNED = re.compile(r"©|\([cC]\)|copyright", re.IGNORECASE)
_MASTHEAD = 3
_SHORT = 3


def spelled_out(initials: str, text: str, blocks: Sequence[Block]) -> str:
    """The name that the page gives itself with these initials, else the initials.

    The page names itself in its first lines, in a line of copyright and beside its authors. A name all in capitals
    is given as the text writes it elsewhere, else with capitals at the starts of its words.
    """
    if not (initials.isalpha() and initials.isupper() and len(initials) >= 2):
        return initials
    name = next((name for name in _own_names(text, blocks) if _stands_for(initials, name)), None)
    if name is None:
        return initials
    return _in_mixed_case(name, text) if name.isupper() else name


def _own_names(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for index, block in enumerate(blocks):
        line = block.span.of(text)
        masthead = index < _MASTHEAD and block.kind is BlockKind.FURNITURE
        owned = block.kind in (BlockKind.FURNITURE, BlockKind.CAPTION) and _OWNED.search(line) is not None
        if masthead or owned or block.kind is BlockKind.BYLINE:
            yield from (" ".join(part.split()) for part in _PARTS.split(line))


def _stands_for(initials: str, name: str) -> bool:
    """Whether a name's words start with the initials; a short first word, as an article is, may be left out."""
    words = _WORDS.findall(name)
    starts = "".join(word[0] for word in words).casefold()
    wanted = initials.casefold()
    capitals = bool(words) and all(word[0].isupper() for word in words)
    return capitals and (starts == wanted or (starts[1:] == wanted and len(words[0]) <= _SHORT))


def _in_mixed_case(name: str, text: str) -> str:
    alike = (found.group() for found in re.finditer(re.escape(name).replace(r"\ ", r"\s+"), text, re.IGNORECASE))
    mixed = next((words for words in alike if words[0].isupper() and not words.isupper()), None)
    return " ".join(mixed.split()) if mixed else " ".join(word.capitalize() for word in name.split())
