"""The words of a lexicon, compiled once into look-up tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tallybook.lexicon.schema import Lexicon, QuantityWords
from tallybook.model.quantity import Hedge
from tallybook.quantity.tokens import Tokens, tokenize

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""Phrases by their first token (or last, where they are matched backwards), longest first, with what they mean."""


def phrases(meanings: Mapping[str, Iterable[str]], *, backwards: bool = False) -> Phrases:
    """Index phrases by the token at which matching starts."""
    table: Phrases = {}
    for meaning, words in meanings.items():
        for word in words:
            parts = tuple(low for low in tokenize(word).lows if low)
            table.setdefault(parts[-1 if backwards else 0], []).append((parts, meaning))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def match_ahead(tokens: Tokens, index: int, table: Phrases) -> tuple[int, str] | None:
    """The longest phrase that starts at token `index`: the token after it, and its meaning."""
    for parts, meaning in table.get(tokens.lows[index], ()):
        if tuple(tokens.lows[index : index + len(parts)]) == parts:
            return index + len(parts), meaning
    return None


def match_behind(tokens: Tokens, index: int, table: Phrases, *, floor: int = 0) -> tuple[int, str] | None:
    """The longest phrase that ends just before token `index`: its first token, and its meaning."""
    if index <= floor:
        return None
    for parts, meaning in table.get(tokens.lows[index - 1], ()):
        start = index - len(parts)
        if start >= floor and tuple(tokens.lows[start:index]) == parts:
            return start, meaning
    return None


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """What every rule looks up."""

    words: QuantityWords
    starters: frozenset[str]
    articles: frozenset[str]
    scales: dict[str, int]
    denominators: dict[str, int]
    folds: dict[str, int]
    hedges_before: Phrases
    hedges_ahead: Phrases
    hedges_after: Phrases
    hedge_verbs: Phrases
    degrees: Phrases
    between: Phrases
    range_start: Phrases
    percent: Phrases
    out_of: Phrases
    currency_before: Phrases
    currency_after: Phrases
    vague_some: Phrases
    units: Phrases
    marks: dict[str, str]
    unit_kinds: dict[str, str]
    age_before: Phrases
    base_before: Phrases
    age_said: Phrases
    age_after: Phrases
    led: Phrases
    periods: dict[str, str]
    adverbs: dict[str, str]
    change_verbs: dict[str, str]
    change_nouns: dict[str, str]
    change_before: dict[str, str]
    clock_after: Phrases
    months: frozenset[str]
    function_words: frozenset[str]
    counted: frozenset[str]
    name_heads: frozenset[str]
    proper_heads: frozenset[str]


def tables_of(lexicon: Lexicon) -> Tables:
    """The compiled tables of a lexicon; built on first use."""
    return _compile(lexicon.quantity)


@lru_cache(maxsize=64)
def _compile(words: QuantityWords) -> Tables:
    numerals, measures, names, changes = words.numerals, words.measures, words.names, words.changes
    denominators = _denominators(words)
    verbs = dict.fromkeys(changes.up, "up") | dict.fromkeys(changes.down, "down")
    return Tables(
        words=words,
        starters=_starters(words, denominators) | _folds(words).keys(),
        articles=frozenset(numerals.articles),
        scales=numerals.hundreds | numerals.scales,
        denominators=denominators,
        folds=_folds(words),
        hedges_before=phrases(words.hedges.before, backwards=True),
        hedges_ahead=phrases(words.hedges.before),
        hedges_after=phrases(words.hedges.after),
        hedge_verbs=phrases(words.hedges.verbs, backwards=True),
        degrees=phrases({"": words.hedges.degrees}, backwards=True),
        between=phrases({"": words.ranges.between}),
        range_start=phrases({"": words.ranges.start}),
        percent=phrases({"0.01": words.shares.percent, "0.001": words.shares.per_mille}),
        out_of=phrases({"": words.shares.out_of}),
        currency_before=_currency_before(words),
        currency_after=_currency_after(words),
        vague_some=phrases({"": words.vague.some}),
        units=phrases(measures.durations | measures.physical),
        marks={mark: unit for unit, marks in measures.marks.items() for mark in marks},
        unit_kinds=dict.fromkeys(measures.durations, "duration") | dict.fromkeys(measures.physical, "physical"),
        age_before=phrases({"": measures.age_before}, backwards=True),
        base_before=phrases({"": measures.base_before}, backwards=True),
        age_said=phrases({"": measures.age_said}, backwards=True),
        age_after=phrases({"": measures.age_after}),
        led=phrases(measures.led, backwards=True),
        periods={word: period for period, listed in words.rates.periods.items() for word in listed},
        adverbs={word: period for period, listed in words.rates.adverbs.items() for word in listed},
        change_verbs=verbs,
        change_nouns=dict.fromkeys(changes.nouns_up, "up") | dict.fromkeys(changes.nouns_down, "down"),
        change_before=verbs | changes.transitive | changes.particles,
        clock_after=phrases({"": names.clock_after}),
        months=frozenset(names.months),
        function_words=frozenset(names.function_words),
        counted=frozenset(names.counted),
        name_heads=frozenset(names.heads),
        proper_heads=frozenset(names.proper_heads),
    )


def _folds(words: QuantityWords) -> dict[str, int]:
    """ "Tenfold": a number word and the ending in one."""
    numbers = words.numerals.units | words.numerals.tens | words.numerals.hundreds
    return {word + ending: value for word, value in numbers.items() for ending in words.measures.fold}


def _denominators(words: QuantityWords) -> dict[str, int]:
    """Fraction words; ordinals from the third on give them too, in the singular and the plural."""
    numerals = words.numerals
    table = dict(numerals.denominators)
    for word, value in numerals.ordinals.items():
        if value > 2:
            table[word] = value
            table[word + numerals.plural_ending] = value
    return table


def _starters(words: QuantityWords, denominators: dict[str, int]) -> frozenset[str]:
    numerals = words.numerals
    first_of = [tokenize(phrase).lows[0] for phrase in words.vague.some + words.ranges.between + words.ranges.start]
    return frozenset(
        [*numerals.units, *numerals.tens, *numerals.hundreds, *numerals.scales, *numerals.articles, *numerals.negatives]
        + [*numerals.ordinals, *denominators, *words.vague.plurals, *words.vague.chained, *words.measures.twice]
        + [tokenize(symbol).lows[0] for symbol in (*words.money.symbols, *words.money.codes)]
        + first_of
    )


def _currency_before(words: QuantityWords) -> Phrases:
    table: dict[str, list[str]] = {}
    for symbol, code in words.money.symbols.items():
        table.setdefault(code, []).append(symbol)
    for code in words.money.codes:
        table.setdefault(code, []).append(code)
    return phrases(table)


def _currency_after(words: QuantityWords) -> Phrases:
    table: dict[str, list[str]] = {}
    for symbol, code in words.money.symbols.items():
        table.setdefault(code, []).append(symbol)
    for code in words.money.codes:
        table.setdefault(code, []).append(code)
    for word, code in words.money.words.items():
        table.setdefault(code, []).append(word)
    for word, code in words.money.minor.items():
        table.setdefault(f"{code}/100", []).append(word)
    return phrases(table)


def hedge(meaning: str) -> Hedge:
    """The hedge that a lexicon names by its value."""
    return Hedge(meaning)
