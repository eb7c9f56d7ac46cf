"""How surely: the words around a number that open or soften its bounds."""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.model.quantity import Hedge
from tallybook.quantity.amounts import Expression, Range, read_amount
from tallybook.quantity.digits import Exact
from tallybook.quantity.nouns import is_countable
from tallybook.quantity.tables import Tables, match_ahead, match_behind
from tallybook.quantity.tokens import Tokens

OPEN = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.UP_TO, Hedge.LESS_THAN})
_CLOSED = {Hedge.MORE_THAN: Hedge.AT_LEAST, Hedge.LESS_THAN: Hedge.UP_TO}
_LEAST_FOR_DOUBTFUL = 1000
_NOUN_REACH = 4


@dataclass(frozen=True, slots=True)
class Hedged:
    """Tokens `[first, after)` of the expression with its hedges, the hedge that counts, and the tokens that say it."""

    first: int
    after: int
    hedge: Hedge
    at: Range | None


def read_hedges(tokens: Tokens, expression: Expression, tables: Tables, *, floor: int) -> Hedged:
    """Hedges that touch the expression; none begins before token `floor`.

    A bound ("at least") outweighs a softener ("about"), the outer one the inner. A range or a vague number keeps its
    own. A verb ("exceeded") and
    what follows the counted noun ("40 cows or so") are outside `[first, after)`.
    """
    before = _before(tokens, expression.first, tables, floor)
    after = _after(tokens, expression.after, tables)
    first = before[0][1][0] if before else expression.first
    last = after[1][1] if after else expression.after
    found = [*before, *([after] if after else [])]
    if expression.hedge is not Hedge.EXACT:
        return Hedged(first, last, expression.hedge, expression.hedge_at)
    chosen = next((entry for entry in found if entry[0] in OPEN), found[0] if found else None)
    if after and after[0] is Hedge.EXACT and chosen and chosen[0] in _CLOSED:
        chosen = _CLOSED[chosen[0]], chosen[1]
    if chosen is None:
        chosen = _in_verb(tokens, expression, tables, floor) or _after_noun(tokens, expression.after, tables)
    return Hedged(first, last, *chosen) if chosen else Hedged(first, last, Hedge.EXACT, None)


def bounds(low: Exact, high: Exact, hedge: Hedge) -> tuple[Exact | None, Exact | None]:
    """The bounds that a hedge leaves of the number said."""
    if hedge is Hedge.VAGUE:
        return None, None
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return low, None
    if hedge in (Hedge.UP_TO, Hedge.LESS_THAN):
        return None, high
    return low, high


def _before(tokens: Tokens, index: int, tables: Tables, floor: int) -> list[tuple[Hedge, Range]]:
    """Hedges that end at token `index`, outermost first, with the degrees that lead them ("just over")."""
    found: list[tuple[Hedge, Range]] = []
    while match := match_behind(tokens, index, tables.hedges_before, floor=floor):
        start, meaning = match
        if tokens.low(start) in tables.words.hedges.after_verbs and tokens.low(start - 1) in tables.change_verbs:
            break  # "climbed above 1,200"
        if tokens.low(start) in tables.words.hedges.particles.get(tokens.low(start - 1), ()):
            break  # "handed over 150"
        while degree := match_behind(tokens, start, tables.degrees, floor=floor):
            start = degree[0]
        found.insert(0, (Hedge(meaning), (start, index)))
        index = start
    return found


def _after(tokens: Tokens, index: int, tables: Tables) -> tuple[Hedge, Range] | None:
    match = match_ahead(tokens, index, tables.hedges_after)
    if match is None or (not tokens.is_word(index) and not tokens.glued(index - 1)):
        return None
    is_compared = tokens.low(match[0]) in tables.words.hedges.never_after
    if is_compared or read_amount(tokens, match[0], tables) is not None:
        return None  # "200 or greater than 190", "above 1000 and below 1500"
    return Hedge(match[1]), (index, match[0])


def _after_noun(tokens: Tokens, index: int, tables: Tables) -> tuple[Hedge, Range] | None:
    """ "40 cows or so": an alternative ("or …") that stands behind the counted noun."""
    for at in range(index, index + _NOUN_REACH):
        if not tokens.is_word(at):
            return None
        if tokens.lows[at] in tables.words.ranges.either:
            return _after(tokens, at, tables) if at > index else None
    return None


def _in_verb(tokens: Tokens, expression: Expression, tables: Tables, floor: int) -> tuple[Hedge, Range] | None:
    """ "Exceeded 4,500": the verb directly before the number, or before "the 4,500 mark"."""
    words = tables.words.hedges
    has_mark = tokens.low(expression.after) in words.marks
    after = expression.first - (has_mark and tokens.low(expression.first - 1) in words.determiners)
    preposition = words.after_verbs.get(tokens.low(after - 1))
    if preposition and tokens.low(after - 2) in tables.change_verbs and after - 2 >= floor:
        return Hedge(preposition), (after - 2, after)
    match = match_behind(tokens, after, tables.hedge_verbs, floor=floor)
    if match is None:
        return None
    start, meaning = match
    if tokens.low(start) in words.doubtful_verbs:
        is_large = expression.unit is not None or expression.high >= _LEAST_FOR_DOUBTFUL
        is_object = not is_large and is_countable(tokens, expression.after, tables)
        if is_object or tokens.low(start - 1) in words.determiners:
            return None
    return Hedge(meaning), (start, after)
