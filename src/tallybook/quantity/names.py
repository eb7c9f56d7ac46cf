"""Numbers that are no quantities: dates, years, clock times, references, scores, parts of names."""

from __future__ import annotations

from tallybook.quantity.amounts import Expression
from tallybook.quantity.numerals import Form
from tallybook.quantity.tables import Tables, match_ahead, match_behind
from tallybook.quantity.tokens import Kind, Tokens

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_OLDEST_YEAR = 1000
_LAST_DAY = 31
_LARGEST_NAME = 9999
_HYPHENS = frozenset("-‐‑–")


def is_name(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """Whether the expression is no quantity. Money and percentages always are one."""
    if expression.unit is not None and expression.form is not Form.FRACTION:
        return False
    rules = _WRITTEN_RULES if expression.in_digits else _SPOKEN_RULES
    return any(rule(tokens, expression, tables) for rule in rules)


def _is_ordinal_date(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    return expression.form is Form.ORDINAL and _touches_month(tokens, expression, tables)


def _touches_month(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "October 23", "23 October", "the 5th of May", "Oct. 23-26", "June 3 and 4"."""
    if expression.high > _LAST_DAY and not _is_year(expression):
        return False
    before = expression.first - 1 - (tokens.low(expression.first - 1) in (".", "the"))
    if _is_month(tokens, before, tables):
        return True
    after = expression.after + (tokens.low(expression.after) in tables.words.numerals.of)
    return expression.low <= _LAST_DAY and _is_month(tokens, after, tables)


def _is_month(tokens: Tokens, index: int, tables: Tables) -> bool:
    return tokens.low(index) in tables.months and tokens.is_capital(index)


def _is_year(expression: Expression) -> bool:
    return (
        isinstance(expression.low, int)
        and isinstance(expression.high, int)
        and expression.low >= _OLDEST_YEAR
        and expression.high <= _LAST_YEAR
        and expression.in_digits
        and expression.scale == 1
    )


def _is_bare_year(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """Four digits without a mark, unless something countable follows."""
    if not _is_year(expression) or len(tokens.word(expression.core[0])) != 4:
        return False
    before = tokens.low(expression.first - 1)
    if match_behind(tokens, expression.first, tables.hedges_before) or match_ahead(
        tokens, expression.after, tables.units
    ):
        return before in tables.year_before
    if before in tables.year_before and before not in (
        "of",
        "to",
        "and",
        "or",
        "the",
        "for",
        "than",
        "from",
        "by",
        "after",
    ):
        return True
    if _countable(tokens, expression.after, tables):
        return False
    return expression.low >= _FIRST_YEAR or before in tables.year_before


def _countable(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether the word looks like what is counted."""
    low = tokens.low(index)
    if not tokens.is_word(index) or low in tables.function_words - tables.stands_alone:
        return low in _HYPHENS and tokens.glued(index - 1) and tokens.is_word(index + 1)
    return (
        low in tables.stands_alone
        or low.endswith(tables.words.numerals.plural_ending)
        or _countable_next(tokens, index)
    )


def _countable_next(tokens: Tokens, index: int) -> bool:
    """An adjective or a nationality before a plural noun."""
    return tokens.is_word(index + 1) and tokens.lows[index + 1].endswith("s")


def _continues_date(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """The second day of "June 3 and 4", the year of "June 3, 2020", the second year of "2014-22"."""
    link = tokens.low(expression.first - 1)
    if link not in (",", "and", "-", "–", "/", "to", "or") or not _is_short(tokens, expression.first - 2):
        return False
    if expression.high > _LAST_DAY and not _is_year(expression):
        return False
    before = expression.first - 3
    before -= tokens.low(before) == "."
    if _is_month(tokens, before, tables):
        return not _countable(tokens, expression.after, tables)
    is_range = link in _HYPHENS and tokens.glued(expression.first - 1)
    return is_range and len(tokens.word(expression.first - 2)) == 4


def _is_short(tokens: Tokens, index: int) -> bool:
    return tokens.kind(index) == Kind.NUMBER and len(tokens.word(index)) in (1, 2, 4)


def _is_clock_time(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    return expression.high <= 2400 and match_ahead(tokens, expression.after, tables.clock_after) is not None


def _is_glued(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "F-16", "G7", "Covid-19", "5G", "1990s", "'08", "#4"."""
    first, after = expression.first, expression.after
    if first > 0 and tokens.glued(first - 1):
        before = tokens.low(first - 1)
        if before in ("#", "№", "'", "’", "_", "/", "\\", "@", "&") or tokens.is_word(first - 1):
            return True
        if before in _HYPHENS and first > 1 and tokens.glued(first - 2) and tokens.is_word(first - 2):
            return match_behind(tokens, first - 1, tables.led) is None
        if before in _HYPHENS and first > 1 and tokens.glued(first - 2) and tokens.kind(first - 2) == Kind.NUMBER:
            return True
    return _has_strange_ending(tokens, after, tables)


def _has_strange_ending(tokens: Tokens, after: int, tables: Tables) -> bool:
    if not (after > 0 and tokens.glued(after - 1) and tokens.kind(after - 1) == Kind.NUMBER):
        return False
    if tokens.low(after) in ("/", "_", "\\"):
        return tokens.kind(after + 1) == Kind.NUMBER or tokens.low(after) != "/"
    if not tokens.is_word(after):
        return False
    is_unit = match_ahead(tokens, after, tables.units) or tokens.word(after) in tables.marks
    is_age = match_ahead(tokens, after, tables.age_after)
    return not is_unit and not is_age and tokens.low(after) not in tables.words.hedges.after


def _is_referred(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "Article 5", "No. 5", "Boeing 737", "Big Ten"."""
    if expression.low > _LARGEST_NAME:
        return False
    before = expression.first - 1 - (tokens.low(expression.first - 1) in (".", "#"))
    low = tokens.low(before)
    if low in tables.name_heads and (tokens.is_capital(before) or not _countable(tokens, expression.after, tables)):
        return low != "no" or tokens.low(before + 1) == "." or tokens.is_capital(before)
    if low in tables.proper_heads and tokens.is_capital(before) and before == expression.first - 1:
        return not _countable(tokens, expression.after, tables) or len(low) > 1
    return _follows_name(tokens, expression, before, tables)


def _follows_name(tokens: Tokens, expression: Expression, before: int, tables: Tables) -> bool:
    """A capitalised word inside a sentence, with nothing countable after the number."""
    if before != expression.first - 1 or not tokens.is_capital(before) or tokens.opens(before):
        return False
    is_plain = expression.in_digits and expression.after - expression.first == 1 and expression.low < 1000
    is_known = tokens.low(before) in tables.function_words or tokens.low(before) in tables.change_before
    return (
        is_plain and not is_known and not tokens.is_word(expression.after) and tokens.low(expression.after) not in "-+"
    )


def _is_score(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "3-1", "a 52-48 vote": two small numbers at a dash with no counted noun after them."""
    core = expression.core
    at = core[0] + 1
    is_dashed = tokens.low(at) in _HYPHENS and tokens.glued(at - 1) and tokens.glued(at)
    is_pair = is_dashed and tokens.kind(at + 1) == Kind.NUMBER and tokens.kind(core[0]) == Kind.NUMBER
    if not is_pair or expression.high >= 200:
        return False
    if not expression.is_range:
        return True
    names = tables.words.names
    if tokens.low(expression.first - 1) in names.score_before or tokens.low(expression.after) in names.score_after:
        return True
    if match_ahead(tokens, expression.after, tables.units) or match_behind(
        tokens, expression.first, tables.hedges_before
    ):
        return False
    return not _countable(tokens, _past_hyphen(tokens, expression.after), tables)


def _past_hyphen(tokens: Tokens, index: int) -> int:
    return index + (tokens.low(index) in _HYPHENS)


def _is_address(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "221 Baker Street"."""
    for at in range(expression.after, expression.after + 4):
        if not tokens.is_capital(at):
            return False
        if tokens.low(at) in tables.words.names.streets and at > expression.after:
            return True
    return False


def _is_list_mark(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "1. Open the lid", "2) Close it", "[12]"."""
    first, after = expression.first, expression.after
    if tokens.low(first - 1) == "[" and tokens.low(after) == "]":
        return True
    opens_line = first == 0 or "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
    is_small = expression.low < 100 and after - first == 1
    return opens_line and is_small and tokens.low(after) in (".", ")") and tokens.is_capital(after + 1)


def _is_proper_numeral(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "Big Ten", "Group of Seven", "the Seven Network": a capitalised number word among capitalised words."""
    first = expression.first
    if not tokens.is_capital(first) or tokens.opens(first):
        return False
    before, after = tokens.is_capital(first - 1), tokens.is_capital(expression.after)
    has_small = any(tokens.word(at).islower() for at in (first - 1, expression.after) if tokens.is_word(at))
    return (before or after or tokens.low(first - 1) in tables.words.numerals.of) and (has_small or before != after)


def _is_pronoun(tokens: Tokens, expression: Expression, tables: Tables) -> bool:
    """ "One" where it counts nothing: "one of the best", "no one", "that one", "one could say"."""
    words = tables.words.numerals
    is_one = expression.after - expression.first == 1 and tokens.low(expression.first) in words.pronoun_one
    if not is_one:
        return False
    before, after = tokens.low(expression.first - 1), tokens.low(expression.after)
    if before in words.idle_one_before:
        return True
    if after == "-":
        return not tokens.is_word(expression.after + 1)
    if not tokens.is_word(expression.after):
        return before not in tables.function_words or after == ""
    return after in words.idle_one_after and after not in words.counting_one_before


_WRITTEN_RULES = (
    _touches_month,
    _continues_date,
    _is_clock_time,
    _is_glued,
    _is_score,
    _is_bare_year,
    _is_referred,
    _is_address,
    _is_list_mark,
)
_SPOKEN_RULES = (_is_pronoun, _is_ordinal_date, _is_clock_time, _is_proper_numeral, _is_referred)
