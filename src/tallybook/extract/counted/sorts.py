"""What a noun names: its unit, and whether it stands for armed people, people or things."""

from __future__ import annotations

from tallybook.extract.counted.counted import Sort
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Token
from tallybook.quantity.nouns import singular

_UNITS_OF_PERSONS = frozenset({"household", "customer"})


def unit_of(noun: Token, words: Vocabulary) -> str:
    """The contract's unit for a noun: its class, "person" for nouns of persons, otherwise the noun itself."""
    listed = words.unit_of.get(noun.lower) or words.unit_of.get(noun.lemma)
    if listed is not None:
        return listed
    return "person" if is_person(noun, words) else singular(noun.lower, words.lexicon)


def unit_of_phrase(noun: Token, sentence: Sentence, words: Vocabulary) -> str:
    """The unit of a noun with the one before it: "aerial vehicles" are drones, "artillery systems" their own unit."""
    before = sentence.tokens[noun.index - 1] if noun.index else noun
    if before.pos in ("NOUN", "ADJ", "PROPN") and before != noun:
        listed = words.unit_of.get(f"{before.lower} {noun.lemma}")
        if listed is not None:
            return listed
        if before.pos == "NOUN" and noun.lemma in words.lexicon.counted.generic:
            return f"{before.lower} {singular(noun.lower, words.lexicon)}"
    return unit_of(noun, words)


def is_person(noun: Token, words: Vocabulary) -> bool:
    """Whether a noun names persons: a noun of persons, or of a people ("450,000 Afghans")."""
    if noun.text[:1].isupper() and not noun.text.isupper() and words.registry.country_of(noun.text):
        return True
    listed = words.unit_of.get(noun.lower) or words.unit_of.get(noun.lemma)
    if listed is not None:
        return listed == "person"
    return not words.persons.isdisjoint((noun.lemma, noun.lower, words.singular(noun.lower)))


def sort_of(noun: Token, words: Vocabulary) -> Sort:
    """Whether the frames should take the noun for armed people, for people, or for things."""
    if noun.lemma in words.lexicon.events.forces or noun.lower in words.lexicon.events.forces:
        return "force"
    if noun.lemma in words.lexicon.counted.animals:
        return "animal"
    personal = is_person(noun, words) or unit_of(noun, words) in _UNITS_OF_PERSONS
    return "person" if personal else "thing"
