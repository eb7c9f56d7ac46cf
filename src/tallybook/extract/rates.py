"""Rates whose period stands behind the counted noun: "25,000 people a year", "70 of its tanks every month"."""

from __future__ import annotations

from tallybook.extract.counted import Counted
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Measure, QuantityMention, Sentence


def rate_of(mention: QuantityMention, counted_as: Counted, sentence: Sentence, words: Vocabulary) -> str | None:
    """The period a number is told for, None where it is no rate."""
    counted = words.lexicon.counted
    if mention.measure is Measure.SHARE:
        return None
    for noun in (counted_as.toll, counted_as.noun):
        for modifier in sentence.children(noun, "amod") if noun is not None else ():
            for period, adjectives in counted.period_adjectives.items():
                if modifier.lower in adjectives:
                    return period
    after = [t for t in sentence.tokens if t.span.start >= mention.span.end]
    for first, second in zip(after, after[1:], strict=False):
        if first.text in ",;:.—–" or first.pos == "NUM":
            return None
        if first.lower not in counted.each:
            continue
        for period, nouns in counted.periods.items():
            if second.lower in nouns and not _measures_time(first.index, second.index, sentence, counted.not_rates):
                return period
    return None


def _measures_time(first: int, second: int, sentence: Sentence, not_rates: frozenset[str]) -> bool:
    neighbours = [*sentence.tokens[max(0, first - 1) : first], *sentence.tokens[second + 1 : second + 2]]
    before_bad = bool(neighbours) and sentence.tokens[first - 1].lower in not_rates
    after = sentence.tokens[second + 1].lower if second + 1 < len(sentence.tokens) else ""
    return before_bad or after in ("ago", "earlier", "later", "before", "after", "old", "long", "-")
