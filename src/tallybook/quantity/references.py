"""Numbers inside names and references: "Article 5", "F-16", "Boeing 737", "the Big Ten", "3-1", "221 Baker Street"."""

from __future__ import annotations

from tallybook.quantity.amounts import Expression
from tallybook.quantity.nouns import is_countable
from tallybook.quantity.tables import Tables, match_ahead, match_behind
from tallybook.quantity.tokens import DASHES, HYPHENS, Kind, Tokens

_LARGEST_REFERENCE = 9999
_LARGEST_NAME = 999
_LARGEST_SCORE = 199
_LARGEST_LIST_MARK = 99
_STREET_REACH = 4
_NAME_SIGNS = frozenset("#№'’_/\\@&")


def is_glued(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "F-16", "G7", "Covid-19", "'08", "#4", and by their ending "5G", "1990s", "3D"."""
    return _is_glued_before(tokens, expression.first, tables) or _has_strange_ending(tokens, expression.after, tables)


def _is_glued_before(tokens: Tokens, first: int, tables: Tables) -> bool:
    if first == 0 or not tokens.glued(first - 1):
        return False
    before = tokens.low(first - 1)
    if before == "+" and first > 1 and tokens.glued(first - 2) and tokens.is_word(first - 2):
        return True
    if before in _NAME_SIGNS or tokens.is_word(first - 1) or tokens.kind(first - 1) == Kind.CODE:
        return True
    if before not in DASHES or first == 1 or not tokens.glued(first - 2):
        return False
    if tokens.is_word(first - 2):
        is_prefix = tokens.low(first - 2) in tables.words.names.free_prefixes
        return not is_prefix and match_behind(tokens, first - 1, tables.led) is None
    return tokens.kind(first - 2) in (Kind.NUMBER, Kind.CODE)


def _has_strange_ending(tokens: Tokens, after: int, tables: Tables) -> bool:
    """Letters or signs that touch the digits and are no unit."""
    if not tokens.glued(after - 1) or tokens.kind(after - 1) != Kind.NUMBER:
        return False
    if tokens.low(after) in ("/", "_", "\\"):
        return tokens.kind(after + 1) == Kind.NUMBER or tokens.low(after) != "/"
    if not tokens.is_word(after):
        return False
    if tokens.glued(after) and tokens.kind(after + 1) in (Kind.NUMBER, Kind.CODE):
        return True
    is_unit = match_ahead(tokens, after, tables.units) or tokens.word(after) in tables.marks
    return not is_unit and not match_ahead(tokens, after, tables.age_after)


def is_referred(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "Article 5", "No. 5", "Boeing 737", "iPhone 11", "S&P 500"."""
    if expression.low > _LARGEST_REFERENCE or match_ahead(tokens, expression.after, tables.units):
        return False
    has_dot = tokens.low(expression.first - 1) == "."
    is_tied = tokens.low(expression.first - 1) in HYPHENS and tokens.glued(expression.first - 1)
    before = expression.first - 1 - (has_dot or is_tied)
    low = tokens.low(before)
    names = tables.words.names
    if low in names.dotted_heads:
        return has_dot or tokens.is_capital(before)
    if low in names.verbs_too and _is_counted_before(tokens, before, tables):
        return False
    if low in tables.name_heads:
        return tokens.is_capital(before) or not is_countable(tokens, expression.after, tables)
    if has_dot or is_tied:
        return False
    if low in tables.words.numerals.of and tokens.low(before - 1) in tables.proper_heads:
        return tokens.is_capital(before - 1) and not is_countable(tokens, expression.after, tables)
    if low in names.ranks and tokens.low(before - 1) in tables.words.hedges.determiners:
        return not is_countable(tokens, expression.after, tables)
    if low in tables.proper_heads and tokens.has_capital(before):
        return not (tokens.is_titled(before) and is_countable(tokens, expression.after, tables))
    return _follows_name(tokens, expression, before, tables)


def _is_counted_before(tokens: Tokens, index: int, tables: Tables) -> bool:
    """ "the dead number 154", "the forces number 7,700": what stands before a verb is counted."""
    low = tokens.low(index - 1)
    return low in tables.words.names.numbered or (
        tokens.is_word(index - 1) and low.endswith(tables.words.numerals.plural_ending)
    )


def _follows_name(tokens: Tokens, expression: Expression, before: int, tables: Tables) -> bool:
    """A capitalised word inside a sentence, with nothing countable after the number. Headlines tell nothing."""
    if not tokens.has_capital(before) or tokens.low(before) in tables.function_words or before < 0:
        return False
    is_mixed = not tokens.is_capital(before)
    if expression.high > _LARGEST_NAME or not isinstance(expression.low, int) or expression.is_range:
        return False
    if is_mixed:
        return True
    if tokens.opens(before) or tokens.is_titled(before) or tokens.low(before) in tables.change_before:
        return False
    if tokens.low(before - 1) in tables.words.names.place_before or tokens.low(expression.after) in ("-", "+", "("):
        return False
    if _is_verb(tokens, before, tables):
        return False
    return not is_countable(tokens, expression.after, tables)


def _is_verb(tokens: Tokens, index: int, tables: Tables) -> bool:
    return tokens.low(index) in tables.counted or match_behind(tokens, index + 1, tables.hedge_verbs) is not None


def is_score(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "3-1", "a 52-48 vote": two small numbers at a dash with no counted noun after them."""
    start = expression.core[0]
    at = start + 1
    is_dashed = tokens.low(at) in DASHES and tokens.glued(start) and tokens.glued(at)
    is_pair = is_dashed and tokens.kind(at + 1) == Kind.NUMBER and tokens.kind(start) == Kind.NUMBER
    if is_pair and not expression.is_range:
        return True
    if not is_pair or expression.high > _LARGEST_SCORE:
        return False
    names = tables.words.names
    after = expression.after + (tokens.low(expression.after) in HYPHENS)
    is_named = tokens.low(expression.first - 1) in names.score_before or tokens.low(after) in names.score_after
    if is_named:
        return True
    has_unit = match_ahead(tokens, after, tables.units) or tokens.word(after) in tables.marks
    if has_unit or match_behind(tokens, expression.first, tables.hedges_before):
        return False
    return not is_countable(tokens, after, tables)


def is_address(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "221 Baker Street"."""
    for at in range(expression.after, expression.after + _STREET_REACH):
        if not tokens.is_capital(at):
            return False
        if tokens.low(at) in tables.words.names.streets and at > expression.after:
            return True
    return False


def is_list_mark(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "1. Open the lid", "2) Close it", "[12]"."""
    first, after = expression.first, expression.after
    if tokens.low(first - 1) == "[" and tokens.low(after) == "]":
        return True
    opens_line = first == 0 or "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
    before = tokens.low(first - 1)
    opens_line |= before in (".", ";") or (before == ":" and expression.low == 1)
    is_small = expression.low <= _LARGEST_LIST_MARK and after - first == 1
    return opens_line and is_small and tokens.low(after) in (".", ")") and tokens.is_capital(after + 1)


def is_proper_numeral(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "The Big Ten", "Group of Seven", "the Seven Network": a capitalised number word inside a sentence."""
    first = expression.first
    if not tokens.is_capital(first) or tokens.opens(first) or tokens.is_titled(first):
        return False
    of = tables.words.numerals.of
    return tokens.is_capital(first - 1) or tokens.is_capital(expression.after) or tokens.low(first - 1) in of
