"""Idioms: events told by a run of words around the number, whatever the parse makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tallybook.extract.counted import Number
from tallybook.extract.events.befallen import Befallen
from tallybook.extract.events.nouns import does_something_else
from tallybook.lexicon.schema import Lexicon
from tallybook.model import Token

_COUNTED, GAP = "#", "…"
_LONGEST_GAP = 5
"""Words that a gap of an idiom may skip."""
_OF_PERSONS = frozenset({"aboard", "detained", "homeless", "hospitalized", "sentenced", "returned to duty", "wounded"})
"""Events of persons alone: what a ship has on board besides them is its cargo."""
_SKIPPED = frozenset({"AUX", "ADV", "PART", "DET", "ADJ", "PRON"})
"""Words that may stand between the words of an idiom without being named in it."""
_MARKS = frozenset(",;:.—–")


@dataclass(frozen=True, slots=True)
class Idiom:
    """The words before and behind the counted that together tell an event; `…` among them is a gap."""

    event: str
    before: tuple[str, ...]
    behind: tuple[str, ...]

    @classmethod
    def of(cls, event: str, pattern: str) -> Idiom:
        """From a pattern such as "lose contact with #" or "put # through … course"."""
        before, _, behind = pattern.partition(_COUNTED)
        return cls(event, tuple(before.split()), tuple(behind.split()))


def idiomatic(number: Number) -> Befallen | None:
    """The event of the longest idiom whose words stand right at the counted: "lose contact with #"."""
    return _told(number, _table(number.words.lexicon, loose=False))


def loosely_idiomatic(number: Number) -> Befallen | None:
    """The same for an idiom behind a gap, which may belong to another word: "# … behind bars"."""
    return _told(number, _table(number.words.lexicon, loose=True))


def _told(number: Number, idioms: Mapping[str, Sequence[Idiom]]) -> Befallen | None:
    if number.counted.noun is not None and number.counted.noun.lemma in number.words.lexicon.events.idle_nouns:
        return None
    found = max(_matches(number, idioms), key=lambda one: len(one[1]), default=None)
    if found is None:
        return None
    event, matched = found
    verb = next((t for t in matched if t.pos == "VERB"), None)
    return Befallen(event, number.sentence.span_of(matched), verb or matched[0])


def _matches(number: Number, idioms: Mapping[str, Sequence[Idiom]]) -> Iterator[tuple[str, list[Token]]]:
    """The events of the idioms around a number, each with its tokens."""
    tokens = number.sentence.tokens
    words = {t.lower for t in tokens} | {t.lemma for t in tokens}
    start, end = edges_of(number)
    for idiom in (idiom for word in sorted(words) for idiom in idioms.get(word, ())):
        matched = match_idiom(idiom, tokens, start, end)
        of_persons = idiom.event in _OF_PERSONS and number.counted.sort == "thing" and number.counted.noun is not None
        if matched and not of_persons and not _belongs_elsewhere(matched, number):
            yield idiom.event, matched


def _belongs_elsewhere(matched: Sequence[Token], number: Number) -> bool:
    """Whether another verb tells of the counted: "soldiers treated for burns have rejoined their unit".

    Or whether the words stand in a clause about others: "six nuns and two men who worked for them".
    """
    if _is_about_others(matched, number):
        return True
    verb = number.sentence.head(number.counted.anchor)
    return does_something_else(number) and all(token != verb for token in matched)


def _is_about_others(matched: Sequence[Token], number: Number) -> bool:
    """Whether another number and a relative pronoun stand between the counted and the last word of an idiom."""
    _, end = edges_of(number)
    between = number.sentence.tokens[end : matched[-1].index]
    relative = next((t for t in between if t.lower in number.words.lexicon.text.relatives), None)
    return relative is not None and any(t.pos == "NUM" and t.index < relative.index for t in between)


def edges_of(number: Number) -> tuple[int, int]:
    """The first token of the number expression, and the one behind it and the noun it counts."""
    sentence, span = number.sentence, number.mention.span
    inside = sentence.within(span)
    noun = number.counted.noun
    last = max(inside[-1].index, noun.index if noun is not None else 0)
    return inside[0].index, last + 1


def match_idiom(idiom: Idiom, tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    """The tokens of an idiom around a number, empty where it does not stand there."""
    before = _run(idiom.before[::-1], tokens[:start][::-1])
    behind = _run(idiom.behind, tokens[end:]) if before is not None else None
    return [] if before is None or behind is None else sorted((*before, *behind), key=lambda token: token.index)


def _run(words: Sequence[str], tokens: Sequence[Token]) -> list[Token] | None:
    """The tokens that a run of words matches from the first token on; None where it does not."""
    found: list[Token] = []
    at = gap = 0
    for word in words:
        if word == GAP:
            gap = _LONGEST_GAP
            continue
        place = _next(word, tokens, at, gap)
        if place is None:
            return None
        found.append(tokens[place])
        at, gap = place + 1, 0
    return found


def _next(word: str, tokens: Sequence[Token], at: int, gap: int) -> int | None:
    """Where a word stands from a token on; small words are skipped, `gap` others too, and no mark."""
    for place in range(at, len(tokens)):
        token = tokens[place]
        if word in (token.lower, token.lemma):
            return place
        gap -= token.pos not in _SKIPPED
        if gap < 0 or token.text in _MARKS:
            return None
    return None


@cache
def _table(lexicon: Lexicon, *, loose: bool) -> Mapping[str, Sequence[Idiom]]:
    """Idioms by the longest of their words."""
    found: dict[str, list[Idiom]] = {}
    for idiom in idioms_of(lexicon):
        if (idiom.behind[:1] == (GAP,)) is loose:
            key = max((w for w in (*idiom.before, *idiom.behind) if w != GAP), key=len)
            found.setdefault(key, []).append(idiom)
    return found


@cache
def idioms_of(lexicon: Lexicon) -> tuple[Idiom, ...]:
    """Every idiom of a language."""
    return tuple(Idiom.of(event, pattern) for event, patterns in lexicon.events.idioms.items() for pattern in patterns)
