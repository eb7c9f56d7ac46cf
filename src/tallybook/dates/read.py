"""Date expressions in running text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tallybook.dates.composed import PartOf, Run
from tallybook.dates.grammar import Grammar
from tallybook.dates.mention import DateMention, Role
from tallybook.dates.numeric import numeric_dates
from tallybook.dates.relative import Unit, Window
from tallybook.dates.table import DateTable, Token, date_table
from tallybook.dates.when import AS_WRITTEN, NO_ANCHOR, TOLD, VAGUE, Calendar, Season, Swapped, When
from tallybook.lexicon.schema import Lexicon
from tallybook.model import PartialDate, Period, Span

Tense = Literal["past", "future"]
Way = Literal["back", "ahead", "nearer"]

_MOST_FILLERS = 3
_CLAUSE = 14
_STOPS = frozenset(".;:,()!?—")


def read_dates(text: str, lexicon: Lexicon, *, anchor: Period | None, tense: Tense = "past") -> tuple[DateMention, ...]:
    """Every date expression of a text, in order, without overlap.

    `anchor` are the days in which the text was written. A day name, a day or a month without a year is the nearest
    one up to then; with `tense` "future", after a future word in its clause, or for a month after "by", the nearest
    from then on. Where only the anchor could tell and there is none, `period` is None. Never raises.

    "since early December", written 2025-01-14 → role since, 2024-12-01 to 2024-12-10.
    """
    table = date_table(lexicon.dates)
    grammar = Grammar(table, table.tokens(text), numeric_dates(text, day_first=lexicon.dates.day_first))
    return tuple(_mention(found, grammar, anchor, tense) for found in _expressions(grammar))


class _Found:
    """An expression with the tokens it covers; `lead` is the index of "between" or "from" in front of a run."""

    __slots__ = ("first", "last", "lead", "when")

    def __init__(self, when: When, first: int, last: int, lead: int | None) -> None:
        self.when, self.first, self.last, self.lead = when, first, last, lead


def _expressions(grammar: Grammar) -> Iterator[_Found]:
    tokens, starters, articles = grammar.tokens, grammar.table.starters, grammar.table.words.articles
    at = 0
    while at < len(tokens):
        read = grammar.expression(at) if tokens[at].value is not None or _starts(tokens[at], starters) else None
        if read is None:
            at += 1
            continue
        lead = at if grammar.lead_of_run(at) else None
        first = at if lead is None else at + 1
        while tokens[first].key in articles and first + 1 < read[1]:
            first += 1
        yield _Found(read[0], first, read[1] - 1, lead)
        at = read[1]


def _starts(token: Token, starters: frozenset[str]) -> bool:
    return token.key in starters or token.surface[:1].isdecimal()


def _mention(found: _Found, grammar: Grammar, anchor: Period | None, tense: Tense) -> DateMention:
    tokens = grammar.tokens
    span = Span(tokens[found.first].start, _end(tokens[found.last]))
    role, role_span = _role(found, grammar)
    way: Way = "ahead" if tense == "future" else _way(found, role, grammar)
    period = resolve(found.when, anchor, ahead=way == "ahead")
    if way == "nearer" and anchor and period:
        period = _nearer(period, resolve(found.when, anchor, ahead=True), anchor)
    why = NO_ANCHOR if period is None and anchor is None and _needs_anchor(found.when) else found.when.why
    return DateMention(
        span=span, period=period, partial=_partial(found.when, why, span), role=role, why=why, role_span=role_span
    )


def _needs_anchor(when: When) -> bool:
    return when.why not in (AS_WRITTEN, VAGUE, TOLD) and not isinstance(when, Swapped)


def resolve(when: When, anchor: Period | None, *, ahead: bool) -> Period | None:
    """The days an expression means in a text written in `anchor`: from its reading on the first day to the last."""
    try:
        first = when.days(anchor.start if anchor else None, ahead=ahead)
        if anchor is None or anchor.start == anchor.end:
            return first
        last = when.days(anchor.end, ahead=ahead)
    except (ValueError, OverflowError):
        return None  # beyond the years 1 to 9999
    if first is None or last is None:
        return None
    return Period(min(first.start, last.start), max(first.end, last.end))


def _nearer(past: Period, coming: Period | None, anchor: Period) -> Period:
    """Of the last and the next such day the nearer: a deadline without a year may be either."""
    return coming if coming and coming.start - anchor.end < anchor.start - past.end else past


def _end(token: Token) -> int:
    """Where a token ends without a possessive ending."""
    return token.end - (len(token.surface) - len(token.key) if len(token.surface) > len(token.key) else 0)


def _role(found: _Found, grammar: Grammar) -> tuple[Role, Span | None]:
    """The role by the words in front, a few fillers skipped; any other role goes before "at"."""
    tokens, words = grammar.tokens, grammar.table.words
    if found.lead is not None:
        lead = tokens[found.lead]
        return "between", Span(lead.start, lead.end)
    before = found.first
    days = isinstance(found.when, Calendar) and found.when.last_day is not None
    best: tuple[Role, Span | None] = ("between" if isinstance(found.when, Run) else "at", None)
    for _ in range(_MOST_FILLERS + 1):
        here = _role_before(grammar.table, tokens, before)
        if here and (here[0] != "at" or best[1] is None):
            best = (best[0] if isinstance(found.when, Run) and here[0] == "at" else here[0], here[1])
            if here[0] != "at":
                is_run = days and here[0] == "since"  # "from Feb. 23-26"
                return ("between", here[1]) if is_run else best
        before -= 1
        if before < 0 or tokens[before].key not in words.fillers:
            break
    return best


def _role_before(table: DateTable, tokens: tuple[Token, ...], at: int) -> tuple[Role, Span] | None:
    for phrase, role in table.roles:
        first = at - len(phrase)
        if first >= 0 and tuple(token.key for token in tokens[first:at]) == phrase:
            return role, Span(tokens[first].start, tokens[at - 1].end)
    return None


def _way(found: _Found, role: Role, grammar: Grammar) -> Way:
    """Which of several such days is meant, by the words around.

    A future word in the clause in front looks ahead. A deadline does, unless the clause is past: a month after "by" is
    the next one, a day the nearer one.
    """
    table, tokens = grammar.table, grammar.tokens
    at = found.first - 1
    floor = max(0, at - _CLAUSE)
    keys = []
    while at >= floor and tokens[at].key not in table.clause_breaks and tokens[at].surface not in _STOPS:
        keys.append(tokens[at].key)
        at -= 1
    if any(key in table.future for key in keys):
        return "ahead"
    if role != "by":
        return "back"
    keys += [token.key for token in tokens[found.last + 1 : found.last + 1 + _CLAUSE]]
    if any(key in table.words.past for key in keys):
        return "back"
    if _names_no_day(found.when):
        return "ahead"
    return "nearer" if isinstance(found.when, Calendar) else "back"


def _names_no_day(when: When) -> bool:
    base = when.whole if isinstance(when, PartOf) else when
    return isinstance(base, Season | Unit | Window) or (isinstance(base, Calendar) and base.day is None)


def _partial(when: When, why: str, span: Span) -> PartialDate | None:
    if isinstance(when, PartOf):
        when = when.whole
    if isinstance(when, Swapped):
        return PartialDate(year=when.year, month=None, day=None, how=why, span=span)
    if not isinstance(when, Calendar):
        return None
    day = when.day if when.last_day is None else None
    return PartialDate(year=when.year, month=when.month, day=day, how=why, span=span)
