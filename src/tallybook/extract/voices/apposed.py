"""Persons named beside their office, read from the order of words: "its commander, Ivan Petrov, told …".

Independent of the links of the parse, which hang a long apposition on anything before it.
"""

from __future__ import annotations

from tallybook.extract.phrases import NOMINAL
from tallybook.extract.subjects import core_head, end_before, phrase_before
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Token

_NAME_MARKS = "-‑.’'"
_LONGEST_OFFICE = 12
_LONGEST_NAME = 7
_ENDS = frozenset({",", ".", ";", ":", "”", '"', ")", "–", "—", "!", "?"})
_BEFORE_AN_OFFICE = ("ADV", "PUNCT")
_INSIDE_AN_OFFICE = ("ADP", "DET", "NOUN", "PROPN", "ADJ", "PART", "CCONJ", "NUM", "X")


def apposed_before(verb: Token, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """The person before a verb whose office or name a comma sets apart, empty where there is none.

    "its commander, Ivan Petrov, told", "Ivan Petrov, who heads the clinic, told".
    """
    end = end_before(verb, sentence)
    inner = _between_commas(end, sentence)
    if not inner:
        return ()
    outer = _phrase_ending(inner[0].index - 1, sentence, words)
    if not outer:
        return ()
    if _is_office(outer, words) and is_person_name(inner, words):
        return inner
    named = _without_offices(outer, words)
    return named if is_person_name(named, words) and _describes(inner, words) else ()


def apposed_behind(head: Token, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """The person named right behind an office: "the director of ports, Ivan Petrov", "interior minister Ivan Petrov".

    Empty where no name stands there, or more than a name.
    """
    start = head.index + 1
    if is_medium_noun(head, words):
        named = _name_from(start, sentence, words)
        return named if named and _ends_with(named, sentence) else ()
    if not is_person_noun(head, words):
        return ()
    if start < len(sentence.tokens) and sentence.tokens[start].text[:1].isupper() and head.pos == "NOUN":
        named = _name_from(start, sentence, words)
        return named if len(named) > 1 and is_person_name(named, words) else ()
    comma = _comma_behind(head, sentence)
    named = _name_from(comma + 1, sentence, words) if comma else ()
    return named if len(named) > 1 and _ends_with(named, sentence) and is_person_name(named, words) else ()


def is_person_noun(token: Token, words: Vocabulary) -> bool:
    """Whether a noun is the office or trade of a person: "commander", "shipowner"; not "ministry"."""
    offices = words.lexicon.speech.offices
    return any(noun in words.persons or noun in offices for noun in (token.lemma.lower(), token.lower))


def is_medium_noun(token: Token, words: Vocabulary) -> bool:
    """Whether a plain noun calls what follows a medium: "newspaper"."""
    return token.pos == "NOUN" and token.text.islower() and token.lower in words.lexicon.speech.outlets


def is_person_name(tokens: tuple[Token, ...], words: Vocabulary) -> bool:
    """Whether tokens are a name and nothing else, and neither a body's nor a place's."""
    if not 0 < len(tokens) <= _LONGEST_NAME or not tokens[0].text[:1].isupper() or not _are_name(tokens, words):
        return False
    speech = words.lexicon.speech
    if any(t.lower in speech.bodies or t.lower in words.lexicon.text.calendar for t in tokens):
        return False
    shown = " ".join(t.text for t in tokens)
    return words.registry.place_named(shown) is None and not words.registry.country_of(shown)


def _are_name(tokens: tuple[Token, ...], words: Vocabulary) -> bool:
    particles = words.lexicon.speech.names.particles
    return all(t.text[:1].isupper() or t.lower in particles or t.text in _NAME_MARKS for t in tokens)


def _between_commas(end: int, sentence: Sentence) -> tuple[Token, ...]:
    """What the comma right before an index and the comma before it enclose."""
    if not end or sentence.tokens[end - 1].text != ",":
        return ()
    opening = next((i for i in range(end - 2, -1, -1) if sentence.tokens[i].text in _ENDS), None)
    if opening is None or sentence.tokens[opening].text != ",":
        return ()
    return sentence.tokens[opening + 1 : end - 1]


def _phrase_ending(comma: int, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """The noun phrase that ends right before a comma, an adverb at its end left out."""
    end = comma
    while end > 0 and sentence.tokens[end - 1].pos == "ADV":
        end -= 1
    return phrase_before(end, sentence, words)


def _is_office(phrase: tuple[Token, ...], words: Vocabulary) -> bool:
    return is_person_noun(core_head(phrase), words)


def _without_offices(phrase: tuple[Token, ...], words: Vocabulary) -> tuple[Token, ...]:
    """A name without what leads to it: "police spokesman Ivan Petrov"."""
    start = next((i for i, t in enumerate(phrase) if t.text[:1].isupper() and t.pos != "DET"), len(phrase))
    named = phrase[start:]
    return named if all(is_person_noun(t, words) or t.pos in ("ADJ", "NOUN", "DET") for t in phrase[:start]) else ()


def _describes(inner: tuple[Token, ...], words: Vocabulary) -> bool:
    """Whether what stands between two commas tells who the one before is: an office, or "who heads …"."""
    if inner[0].lower in words.lexicon.text.relatives:
        return True
    nominal = any(t.pos in NOMINAL for t in inner)
    return nominal and inner[0].pos != "ADP" and is_person_noun(core_head(inner), words)


def _comma_behind(head: Token, sentence: Sentence) -> int | None:
    """The comma that ends an office: "the army's spokesman there,"; None where something else follows."""
    for token in sentence.tokens[head.index + 1 : head.index + 1 + _LONGEST_OFFICE]:
        if token.text == ",":
            return token.index
        if token.pos not in (*_INSIDE_AN_OFFICE, "ADV"):
            return None
    return None


def _name_from(start: int, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    particles = words.lexicon.speech.names.particles
    end = start
    for token in sentence.tokens[start:]:
        inside = token.text in _NAME_MARKS and token.text != "." and end > start
        if not (token.text[:1].isupper() or token.lower in particles or inside):
            break
        end = token.index + 1
    named = sentence.tokens[start:end]
    while named and not named[-1].text[:1].isupper():
        named = named[:-1]
    return named


def _ends_with(named: tuple[Token, ...], sentence: Sentence) -> bool:
    """Whether a mark, "and" or nothing follows a name, so that it opens no clause of its own."""
    behind = sentence.tokens[named[-1].index + 1 : named[-1].index + 2]
    return not behind or behind[0].text in _ENDS or behind[0].pos == "CCONJ"
