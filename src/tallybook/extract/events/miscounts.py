"""Numbers that explain a correction: what was counted twice or wrongly is no toll of anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product

from tallybook.extract.counted import Number
from tallybook.extract.events.befallen import OTHER, Befallen
from tallybook.extract.events.idioms import GAP, Idiom, edges_of, match_idiom
from tallybook.lexicon.schema import Lexicon
from tallybook.model import Token


def miscounted(number: Number) -> Befallen | None:
    """`other` for a number of errors: "twelve bodies had been counted twice", "31 duplicate deaths"."""
    matched = _adjective(number) or _run_of_words(number)
    if not matched:
        return None
    verb = next((token for token in matched if token.pos == "VERB"), matched[0])
    return Befallen(OTHER, number.sentence.span_of(matched), verb)


def _adjective(number: Number) -> list[Token]:
    """A word between the number and its noun that makes it one of errors."""
    start, end = edges_of(number)
    inside = number.sentence.tokens[start : end - 1]
    return [token for token in inside if token.lower in number.words.lexicon.events.miscounted][:1]


def _run_of_words(number: Number) -> list[Token]:
    """The longest run of words around the number that tells of an error, unless it goes on as a comparison."""
    tokens = number.sentence.tokens
    start, end = edges_of(number)
    table = _table(number.words.lexicon)
    near = {word for token in tokens for word in (token.lower, token.lemma)}
    found = (match_idiom(idiom, tokens, start, end) for word in sorted(near) for idiom in table.get(word, ()))
    stops = number.words.lexicon.events.miscount_stops
    return max((run for run in found if run and not _goes_on(run[-1], tokens, stops)), key=len, default=[])


def _goes_on(last: Token, tokens: Sequence[Token], stops: frozenset[str]) -> bool:
    return last.index + 1 < len(tokens) and tokens[last.index + 1].lower in stops


@cache
def _table(lexicon: Lexicon) -> Mapping[str, Sequence[Idiom]]:
    """Every run with its choices written out, by the longest of its words."""
    found: dict[str, list[Idiom]] = {}
    for pattern in lexicon.events.miscounts:
        for words in product(*(part.split("|") for part in pattern.split())):
            idiom = Idiom.of(OTHER, " ".join(words))
            key = max((word for word in (*idiom.before, *idiom.behind) if word != GAP), key=len)
            found.setdefault(key, []).append(idiom)
    return found
