"""Whether the words after a number look like what it counts, and which noun that is."""

from __future__ import annotations

from tallybook.lexicon.schema import Lexicon
from tallybook.model.quantity import Measure, QuantityMention
from tallybook.model.span import Span
from tallybook.quantity.tables import Tables, tables_of
from tallybook.quantity.tokens import HYPHENS, Tokens, tokenize

_REACH = 4
_NOUN_REACH = 6
_WINDOW = 120
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


def counted_noun(text: str, mention: QuantityMention, lexicon: Lexicon) -> tuple[str, Span] | None:
    """The noun that a count is of, in the singular, and where it stands: a guess from the shape of the words behind.

    None where no word there looks like a plural, and for what is no count. A parse knows better; this needs none.

    >>> from tallybook.lexicon import load_lexicon
    >>> from tallybook.quantity import read_quantities
    >>> text, lexicon = "Nine North Korean gun crews left.", load_lexicon("en")
    >>> counted_noun(text, read_quantities(text, lexicon)[0], lexicon)
    ('crew', Span(start=22, end=27))
    """
    if mention.measure is not Measure.COUNT:
        return None
    tables = tables_of(lexicon)
    behind = text[mention.span.end : mention.span.end + _WINDOW]
    tokens = tokenize(behind)
    is_tied = tokens.low(0) in HYPHENS and tokens.starts[0] == 0 and tokens.glued(0)
    at = _tied(tokens, tables) if is_tied else _plural_ahead(tokens, mention, tables)
    if at is None:
        return None
    return singular(tokens.lows[at], lexicon), tokens.span(at, at).shifted(mention.span.end)


def singular(word: str, lexicon: Lexicon) -> str:
    """The singular of a plural noun by the lexicon's endings; other words unchanged."""
    nouns = lexicon.quantity.nouns
    known = nouns.irregular.get(word)
    if known:
        return known
    ending = next((ending for ending in nouns.endings if word.endswith(ending)), "")
    if not ending or word.endswith(lexicon.quantity.names.singular_endings):
        return word
    return word.removesuffix(ending) + nouns.endings[ending]


def _tied(tokens: Tokens, tables: Tables) -> int | None:
    """The word of "12-member"."""
    is_noun = tokens.is_word(1) and tokens.low(1) not in tables.words.nouns.tied_never
    return 1 if is_noun else None


def _plural_ahead(tokens: Tokens, mention: QuantityMention, tables: Tables) -> int | None:
    """The last of the first plurals in a row; "one" takes the first word as it is."""
    found: int | None = None
    # "seven of the nine crews"
    skipped = {*tables.words.numerals.of, *tables.words.hedges.determiners}
    for at in range(_NOUN_REACH):
        low = tokens.low(at)
        if low in tables.words.nouns.irregular or is_plural(tokens, at, tables):
            found = at
        elif found is not None or not tokens.is_word(at) or low in tables.function_words - skipped:
            break
    is_one = mention.quantity.low == mention.quantity.high == 1
    return 0 if found is None and is_one and tokens.is_word(0) and tokens.low(0) not in tables.function_words else found
