"""Events told by what the number is a part, a value or an example of, elsewhere in its sentence."""

from __future__ import annotations

from tallybook.extract.counted import Number
from tallybook.extract.events.befallen import LOSSES_OF_THINGS, Befallen, Sign, told_by_noun, told_by_state
from tallybook.extract.events.frames import Argument, framed
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Measure, Sentence, Token

_AID_REACH, _AID_BEHIND = 8, 3
"""Words before and behind a sum of money in which the aid is named."""
_CLAUSE_ENDS = ";:"


def told_by_opening(number: Number) -> Befallen | None:
    """ "Of the dead, 16 were migrants", "Of those rescued, 38 came from Guinea": the part shares the whole's event."""
    sentence, words = number.sentence, number.words
    opener, *rest = sentence.tokens
    if opener.lower not in words.lexicon.parts.wholes_first:
        return None
    for token in rest:
        if token.text == "," or token.pos == "NUM" or token.span.start >= number.mention.span.start:
            return None
        sign = _sign_of(token, number)
        if sign is not None:
            return Befallen(sign[0], sign[1].span, None)
    return None


def _sign_of(token: Token, number: Number) -> Sign | None:
    """The event of a noun, a state or a bare participle."""
    words, sentence = number.words, number.sentence
    sign = told_by_state(token, words) or told_by_noun(token, words)
    if sign is not None or token.pos not in ("VERB", "ADJ") or not words.is_participle(token):
        return sign
    event = framed(token, "object", Argument.of(number.counted), sentence, words)
    return (event, token) if event else None


def told_by_subject(number: Number) -> Befallen | None:
    """ "The dead included 11 nurses", "The passengers were 46 pupils": what the subject is, its members are."""
    sentence, words = number.sentence, number.words
    anchor = number.counted.anchor
    verb = sentence.head(anchor)
    if verb is None or anchor.dep != "obj" or verb.lemma not in words.lexicon.counted.holders:
        return None
    for subject in sentence.children(verb, "nsubj"):
        sign = told_by_state(subject, words) or told_by_noun(subject, words)
        if sign is not None:
            return Befallen(sign[0], sign[1].span, verb)
    return None


def money_of_aid(number: Number) -> Befallen | None:
    """ "aid worth $80bn", "a €730 million package": money beside a noun of what is given."""
    if number.mention.measure is not Measure.MONEY:
        return None
    tokens, span = number.sentence.tokens, number.mention.span
    before = [t for t in tokens if t.span.end <= span.start][-_AID_REACH:]
    behind = [t for t in tokens if t.span.start >= span.end][:_AID_BEHIND]
    for token in (*reversed(before), *behind):
        if token.pos == "NUM" or token.text in _CLAUSE_ENDS:
            continue
        if token.lemma in number.words.lexicon.events.aid:
            return Befallen("supplied", token.span, None)
    return None


def put_at(number: Number) -> Befallen | None:
    """ "estimates losses at 960 personnel and four tanks": the event of the noun that is put at the number."""
    sentence, words = number.sentence, number.words
    verb = _putting_verb(number)
    if verb is None:
        return None
    for child in sentence.children(verb, "obj", "nsubj"):
        sign = told_by_noun(child, words) if child.index < number.counted.anchor.index else None
        if sign is not None:
            things = number.counted.sort == "thing"
            return Befallen(LOSSES_OF_THINGS.get(sign[0], sign[0]) if things else sign[0], sign[1].span, verb)
    return None


def _putting_verb(number: Number) -> Token | None:
    """The verb of tolls that the counted noun, or the one it is listed with, hangs on with a preposition."""
    sentence, words = number.sentence, number.words
    node = number.counted.anchor
    while node.dep == "conj" and node.head != node.index:
        node = sentence.tokens[node.head]
    verb = sentence.head(node)
    counts = number.mention.measure is Measure.COUNT and number.counted.noun is not None
    if not counts or verb is None or node.dep not in ("obl", "nmod"):
        return None
    while verb.pos in ("NOUN", "PROPN") and verb.head != verb.index:
        verb = sentence.tokens[verb.head]
    led = _is_led(node, number.mention.span.start, sentence, words)
    return verb if led and verb.lemma in words.lexicon.events.toll_verbs else None


def _is_led(noun: Token, start: int, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether "at" stands before the noun or its number."""
    cases = {c.lower for c in sentence.children(noun, "case")}
    before = next((t.lower for t in reversed(sentence.tokens) if t.span.end <= start), "")
    return bool((cases | {before}) & words.lexicon.events.value_links)
