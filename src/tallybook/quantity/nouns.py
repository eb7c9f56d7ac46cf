"""Whether the words after a number look like what it counts, and which noun that is."""

from __future__ import annotations

from tallybook.quantity.tables import Tables
from tallybook.quantity.tokens import HYPHENS, Tokens

_REACH = 4
_SHORTEST = 4


def is_countable(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a noun phrase in the plural, a collective ("people") or what befell them ("killed") begins at the token.

    A word tied by a hyphen ("12-member") counts too. Only the shape of the words is known here, not their class.
    """
    if tokens.low(index) in HYPHENS:
        return tokens.glued(index) and index > 0 and tokens.glued(index - 1) and tokens.is_word(index + 1)
    for at in range(index, index + _REACH):
        low = tokens.low(at)
        if not tokens.is_word(at):
            return False
        if low in tables.counted or is_plural(tokens, at, tables):
            return True
        if low in tables.function_words:
            return False
    return False


def is_plural(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether the word has the shape of a plural noun."""
    low = tokens.low(index)
    names = tables.words.names
    if len(low) < _SHORTEST or low in tables.function_words or not low.endswith(names.plural_endings):
        return False
    return not low.endswith(names.singular_endings)
