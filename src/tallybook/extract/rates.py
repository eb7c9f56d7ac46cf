"""Rates whose period stands behind the counted noun: "25,000 people a year", "70 of its tanks every month"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from tallybook.extract.counted import Number
from tallybook.lexicon.schema import CountedWords
from tallybook.model import Measure, Sentence, Span

_CLAUSE_ENDS = ",;:.—–"


@dataclass(frozen=True, slots=True)
class Rate:
    """A period, and the words that tell it."""

    period: str
    proof: Span


def rate_of(number: Number) -> Rate | None:
    """The period a number is told for, None where it is no rate."""
    if number.mention.measure is Measure.SHARE:
        return None
    return _period_before(number) or _period_behind(number)


def _period_before(number: Number) -> Rate | None:
    """ "monthly losses"."""
    counted = number.words.lexicon.counted
    nouns = [noun for noun in (number.counted.toll, number.counted.noun) if noun is not None]
    found = (
        Rate(period, modifier.span)
        for noun in nouns
        for modifier in number.sentence.children(noun, "amod")
        for period, adjectives in counted.period_adjectives.items()
        if modifier.lower in adjectives
    )
    return next(found, None)


def _period_behind(number: Number) -> Rate | None:
    counted, sentence = number.words.lexicon.counted, number.sentence
    behind = [t for t in sentence.tokens if t.span.start >= number.mention.span.end]
    for each, noun in pairwise(behind):
        if each.text in _CLAUSE_ENDS or each.pos == "NUM":
            return None
        period = next((p for p, nouns in counted.periods.items() if noun.lower in nouns), None)
        if each.lower in counted.each and period and not _measures_time(each.index, sentence, counted):
            return Rate(period, each.span.joined(noun.span))
    return None


def _measures_time(each: int, sentence: Sentence, counted: CountedWords) -> bool:
    """Whether "a year" is a span of time: "in a year", "a year ago"."""
    before, behind = sentence.tokens[each - 1 : each], sentence.tokens[each + 2 : each + 3]
    return any(t.lower in counted.not_rates for t in before) or any(t.lower in counted.not_rates_after for t in behind)
