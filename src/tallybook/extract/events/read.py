"""From a number to its event, from the surest sign to the weakest."""

from __future__ import annotations

from collections.abc import Callable

from tallybook.extract.counted import Number
from tallybook.extract.events.befallen import OTHER, Befallen, verb_above
from tallybook.extract.events.idioms import idiomatic, loosely_idiomatic
from tallybook.extract.events.membership import listed_among
from tallybook.extract.events.miscounts import miscounted
from tallybook.extract.events.nearby import both_casualties, state_behind, verb_before
from tallybook.extract.events.nouns import (
    deed,
    deed_before,
    kept_force,
    own_participle,
    strong_noun,
    told_by_toll,
    weak_noun,
)
from tallybook.extract.events.predicates import fronted_predicate, governing_predicate
from tallybook.extract.events.wholes import money_of_aid, put_at, told_by_opening, told_by_subject
from tallybook.extract.events.window import nearby_word
from tallybook.extract.parts import whole_first
from tallybook.model import Measure, Token

Finder = Callable[[Number], Befallen | None]

FINDERS: tuple[Finder, ...] = (
    miscounted,
    both_casualties,
    state_behind,
    idiomatic,
    told_by_toll,
    put_at,
    told_by_subject,
    strong_noun,
    deed,
    deed_before,
    fronted_predicate,
    listed_among,
    verb_before,
    governing_predicate,
    loosely_idiomatic,
    own_participle,
    kept_force,
    weak_noun,
    told_by_opening,
    money_of_aid,
    nearby_word,
)
"""From the surest sign of an event to the weakest."""

FINDERS_OF_WHOLES: tuple[Finder, ...] = (own_participle, strong_noun, loosely_idiomatic, weak_noun)
"""The whole of "132 of the 151 aboard" is told by its own words, not by what befell the part."""

_EVENTS_OF_MEASURE = {Measure.MONEY: frozenset({"supplied", "damaged", "captured"})}
"""Money is given, the measure of damage, or seized; a count may befall anything."""


def read_event(number: Number) -> Befallen:
    """The event of a counted noun; `other` with the governing verb where no known event is told."""
    allowed = _EVENTS_OF_MEASURE.get(number.mention.measure)
    for find in FINDERS_OF_WHOLES if is_whole(number) else FINDERS:
        found = find(number)
        if found is not None and (allowed is None or found.event in allowed):
            return found
    verb = _predicate(number) or verb_above(number.counted.anchor, number.sentence)
    return Befallen(OTHER, verb.span if verb is not None and _says_something(verb, number) else None, verb)


def _says_something(verb: Token, number: Number) -> bool:
    """Whether a verb tells what befell the counted, though not an event that has a name."""
    lexicon = number.words.lexicon
    idle = lexicon.events.light_verbs | lexicon.events.bearing_verbs | lexicon.events.toll_verbs | lexicon.speech.verbs
    return verb.lemma not in idle | lexicon.counted.holders


def _predicate(number: Number) -> Token | None:
    """What is said of the counted by a form of "be": "one in four posts is vacant"."""
    anchor, sentence = number.counted.anchor, number.sentence
    head = sentence.head(anchor)
    if head is None or anchor.dep != "nsubj" or head.pos in ("NOUN", "PROPN", "NUM"):
        return None
    return head if sentence.children(head, "cop") else None


def is_whole(number: Number) -> bool:
    """Whether a number is the whole of another: "62 of the 87 drones", "Of the 151 aboard, 132 …", "none of the 14"."""
    noun = number.counted.noun
    head = number.sentence.head(noun) if noun is not None else None
    behind_part = head is not None and head.span.end <= number.mention.span.start and _is_part(head, number)
    return behind_part or whole_first(number.mention, number.sentence, number.words)


def _is_part(head: Token, number: Number) -> bool:
    return head.pos == "NUM" or head.lower in number.words.lexicon.denials.nobody
