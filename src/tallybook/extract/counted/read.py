"""From a mention to what it counts."""

from __future__ import annotations

from tallybook.extract.counted.containers import container_of
from tallybook.extract.counted.counted import Counted
from tallybook.extract.counted.nouns import counted_noun, is_strength
from tallybook.extract.counted.sorts import sort_of, unit_of_phrase
from tallybook.extract.counted.tolls import counted_by_toll, toll_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Measure, QuantityMention, Sentence, Token


def read_counted(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Counted | None:
    """What the mention counts, or None where no token of the sentence carries the number."""
    top = _top(mention, sentence)
    if top is None:
        return None
    if mention.measure is Measure.MONEY:
        return Counted(container_of(top, sentence, words), None, "money", "money")
    noun = counted_noun(top, mention, sentence, words)
    if noun is not None and _counts_nothing(noun, mention, sentence, words):
        noun = None
    carried = noun is None or (noun.lemma in words.lexicon.events.tolls and noun.lower == noun.lemma)
    toll = toll_of(noun or top, sentence, words) if carried else None
    if toll is not None:
        return counted_by_toll(top, toll, sentence, words)
    if noun is None:
        return Counted(top, None, None, "thing" if mention.measure is Measure.PHYSICAL else "person")
    return _counted_as(noun, top, mention, sentence, words)


def _top(mention: QuantityMention, sentence: Sentence) -> Token | None:
    """The token of the numeral that the rest of the mention hangs on."""
    inside = sentence.within(mention.core)
    indexes = {t.index for t in sentence.within(mention.span)}
    hanging_out = (t for t in inside if t.head not in indexes or t.head == t.index)
    return next(hanging_out, inside[-1] if inside else None)


def _counts_nothing(noun: Token, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether what seems a counted noun is a verb, a pronoun or a period."""
    counted = words.lexicon.counted
    if noun.lower in counted.pronouns or any(noun.lower in nouns for nouns in counted.periods.values()):
        return True
    return _is_verb_or_state(noun, mention, sentence, words)


def _is_verb_or_state(noun: Token, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> bool:
    """Headlines: "Thousands flee", "200,000 march", "70 hurt", which a parser takes for nouns."""
    if mention.quantity.low == 1 or noun.lower in words.unit_of:
        return False
    if noun.lower in words.adjective_event:
        return True
    between = (t for t in sentence.tokens if mention.span.end <= t.span.start < noun.span.start)
    adjacent = not any(t.pos in ("ADJ", "NOUN", "PROPN", "ADP") for t in between)
    told = any(frame.side != "object" for frame in words.frames_of.get(noun.lower, ()))
    return adjacent and noun.lower == noun.lemma and told


def _counted_as(noun: Token, top: Token, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Counted:
    anchor = container_of(top if _is_partitive(top, noun) else noun, sentence, words)
    if is_strength(mention, sentence, words):
        return Counted(anchor, noun, "person", "force" if sort_of(noun, words) == "force" else "person")
    if noun.pos == "PRON":
        return Counted(anchor, noun, None, "person")
    if _ends_people(noun, sentence, words):
        return Counted(anchor, noun, "person", "person")
    return Counted(anchor, noun, unit_of_phrase(noun, sentence, words), sort_of(noun, words))


def _ends_people(noun: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a noun ends the name of a people of two words: "four hundred Sri Lankans"."""
    before = sentence.tokens[noun.index - 1] if noun.index else noun
    names = before.text[:1].isupper() and noun.text[:1].isupper() and before != noun
    return names and words.registry.country_of(f"{before.text} {noun.text}") is not None


def _is_partitive(top: Token, noun: Token) -> bool:
    """ "thousands of refugees", "two of them": the numeral, not the noun, stands in the clause."""
    return noun.dep == "nmod" and noun.head == top.index
