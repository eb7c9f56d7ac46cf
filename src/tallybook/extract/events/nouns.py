"""Events told by the counted noun itself, by what stands with it, or by the noun that carries the number."""

from __future__ import annotations

from tallybook.extract.counted import Number
from tallybook.extract.events.befallen import Befallen, Sign, told_by_noun, told_by_state, verb_above
from tallybook.extract.events.frames import Argument, Side, framed
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Span, Token

_LISTED = frozenset({"conj", "appos"})
_LIST_REACH = 9
"""Tokens before a listed number in which its deed may stand."""
_CLAUSE_MARKS = ";:"
_NAMED = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_STRONG = frozenset({"killed", "wounded", "killed or wounded", "infected", "hospitalized"})


def told_by_toll(number: Number) -> Befallen | None:
    """The event of what a toll is of, of the words at the toll, or of the toll itself."""
    counted, sentence, words = number.counted, number.sentence, number.words
    toll = counted.toll
    if toll is None:
        return None
    verb = verb_above(counted.anchor, sentence)
    inner = counted.noun
    sign = (_told_of(Argument.of(counted), sentence, words) or told_by_noun(inner, words)) if inner else None
    sign = sign or _told_of(Argument(toll, "person"), sentence, words)
    if sign:
        return Befallen(sign[0], sign[1].span, verb)
    return _told_by_modifier(toll, verb, sentence, words) or _told_by_toll_itself(toll, verb, words)


def _told_by_modifier(toll: Token, verb: Token | None, sentence: Sentence, words: Vocabulary) -> Befallen | None:
    """ "the death toll", "the number of arrests"."""
    for modifier in sentence.children(toll, "compound", "amod", "nmod"):
        found = told_by_noun(modifier, words) or told_by_state(modifier, words)
        if found:
            return Befallen(found[0], _proof(modifier, toll), verb)
    return None


def _proof(modifier: Token, toll: Token) -> Span:
    beside = abs(modifier.index - toll.index) == 1
    return modifier.span.joined(toll.span) if beside else modifier.span


def _told_by_toll_itself(toll: Token, verb: Token | None, words: Vocabulary) -> Befallen | None:
    event = words.noun_event.get(toll.lemma) or words.lexicon.events.tolls.get(toll.lemma)
    event = event or words.adjective_event.get(toll.lower)
    if event is None and toll.pos in ("VERB", "ADJ"):
        event = next((f.event for f in words.frames_of.get(toll.lemma, ()) if not (f.to or f.particle)), None)
    return Befallen(event, toll.span, verb) if event else None


def strong_noun(number: Number) -> Befallen | None:
    """A counted noun that leaves no doubt: "31 deaths", "40 wounded"; not "31 bodies"."""
    noun, words = number.counted.noun, number.words
    found = told_by_noun(noun, words) if noun is not None else None
    if noun is None or found is None or found[0] not in _STRONG:
        return None
    person = words.unit_of.get(noun.lemma) == "person"
    if found[0] == "wounded" and not person:
        return None  # "four bullet wounds"
    if person and noun.lemma in words.lexicon.events.idle_nouns and found[0] == "killed":
        return None
    return Befallen(found[0], noun.span, verb_above(noun, number.sentence))


def own_participle(number: Number) -> Befallen | None:
    """A participle or adjective at the counted noun, or at the noun that stands for it."""
    counted = number.counted
    for noun in (counted.noun, counted.anchor):
        found = _told_of(Argument(noun, counted.sort), number.sentence, number.words) if noun is not None else None
        if found:
            return Befallen(found[0], found[1].span, found[1])
    return None


def weak_noun(number: Number) -> Befallen | None:
    """The event that the counted noun itself tells, or the noun it hangs on ("the arrest of 15 people")."""
    counted, sentence, words = number.counted, number.sentence, number.words
    noun, anchor = counted.noun, counted.anchor
    if noun is not None and does_something_else(number):
        return None
    found = (_told_of(Argument.of(counted), sentence, words) or told_by_noun(noun, words)) if noun is not None else None
    head = sentence.head(anchor)
    if found is None and head is not None and anchor.dep == "nmod" and _is_undergone(anchor, number):
        found = told_by_noun(head, words)
    return Befallen(found[0], found[1].span, verb_above(anchor, sentence)) if found else None


def deed(number: Number) -> Befallen | None:
    """What is done "of" the counted, or to those it is listed with: "the murder of six nuns and two cooks"."""
    sentence, words = number.sentence, number.words
    node, head = number.counted.anchor, sentence.head(number.counted.anchor)
    while head is not None and node.dep in _LISTED and head.pos in _NAMED:
        node, head = head, sentence.head(head)
    if head is None or node.dep != "nmod" or number.counted.sort == "thing":
        return None
    cases = {c.lower for c in sentence.children(node, "case")}
    linked = cases & (words.lexicon.events.deed_links | words.lexicon.text.genitives)
    event = (words.deed.get(head.lemma) or words.deed.get(words.singular(head.lower))) if linked else None
    return Befallen(event, head.span, head) if event else None


def deed_before(number: Number) -> Befallen | None:
    """The deed done to those a number is listed behind, whatever the parse: "the murder of six nuns and two cooks"."""
    sentence, words = number.sentence, number.words
    start = next((t.index for t in sentence.tokens if t.span.end > number.mention.span.start), 0)
    joint = sentence.tokens[start - 1] if start > 1 else None
    if joint is None or (joint.pos != "CCONJ" and joint.text != ",") or number.counted.sort == "thing":
        return None
    for token in reversed(sentence.tokens[max(0, start - _LIST_REACH) : start - 1]):
        if token.pos in ("VERB", "AUX", "SCONJ") or token.text in _CLAUSE_MARKS:
            return None
        event = words.deed.get(token.lemma)
        link = sentence.tokens[token.index + 1]
        if event and link.lower in words.lexicon.text.partitives:
            return Befallen(event, token.span, token)
    return None


def kept_force(number: Number) -> Befallen | None:
    """ "The mission has 12,000 troops": forces and staff that a body has are its strength, at a place deployed."""
    counted, sentence = number.counted, number.sentence
    verb = sentence.head(counted.anchor)
    if counted.noun is None or verb is None or verb.pos != "VERB" or counted.anchor.dep != "obj":
        return None
    events = number.words.lexicon.events
    keeps = verb.lemma in events.keeping_verbs and not sentence.children(verb, "xcomp")
    serves = counted.noun.lemma in events.forces | events.staff
    if not keeps or not serves:
        return None
    placed = counted.noun.lemma in events.forces and _is_placed(counted.noun, sentence, number.words)
    return Befallen("deployed" if placed else "strength", verb.span, verb)


def _is_placed(noun: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "12,000 troops in Mali": a preposition of place right behind the noun, and no more than a place."""
    behind = sentence.tokens[noun.index + 1 : noun.index + 2]
    return bool(behind) and behind[0].lower in words.lexicon.places.prepositions


def _is_undergone(noun: Token, number: Number) -> bool:
    """Whether a noun behind another undergoes it: "the arrest of 15 people", not "raids at 11 addresses"."""
    cases = {c.lower for c in number.sentence.children(noun, "case")}
    return not cases or bool(cases & number.words.lexicon.events.undergone)


def does_something_else(number: Number) -> bool:
    """Whether a verb that is no known event, and no light verb, tells of the counted: "500 recruits have deserted"."""
    anchor, lexicon = number.counted.anchor, number.words.lexicon
    verb = number.sentence.head(anchor)
    if verb is None or verb.pos != "VERB" or anchor.dep not in ("nsubj", "obj"):
        return False
    events = lexicon.events
    if anchor.dep == "nsubj" and not anchor.passive and _has_object(verb, number):
        return True
    return verb.lemma not in events.light_verbs | events.bearing_verbs | events.toll_verbs | lexicon.speech.verbs


def _has_object(verb: Token, number: Number) -> bool:
    """Whether a verb takes an object that tells no event: "former detainees had brought claims"."""
    objects = number.sentence.children(verb, "obj")
    return bool(objects) and not any(told_by_noun(o, number.words) for o in objects)


def _told_of(argument: Argument, sentence: Sentence, words: Vocabulary) -> Sign | None:
    """An adjective or participle that stands by a noun.

    "300 wounded soldiers", "people displaced by floods", "97 people aboard".
    """
    if argument.noun is None:
        return None
    following = sentence.tokens[argument.noun.index + 1 : argument.noun.index + 2]
    if following and following[0].pos in ("ADP", "ADV", "ADJ"):
        state = told_by_state(following[0], words)
        if state:
            return state
    modifiers = sentence.children(argument.noun, "amod", "acl", "compound")
    signs = (told_by_state(m, words) or _framed_modifier(m, argument, sentence, words) for m in modifiers)
    return next((sign for sign in signs if sign), None)


def _framed_modifier(modifier: Token, argument: Argument, sentence: Sentence, words: Vocabulary) -> Sign | None:
    if modifier.pos not in ("VERB", "ADJ") or modifier.lemma in words.lexicon.events.light_verbs:
        return None
    event = framed(modifier, _side_of_noun(modifier, sentence, words), argument, sentence, words)
    return (event, modifier) if event else None


def _side_of_noun(modifier: Token, sentence: Sentence, words: Vocabulary) -> Side:
    """Which argument of its participle or clause a noun is: object of "killed", subject of "fleeing"."""
    subjects = sentence.children(modifier, "nsubj")
    if any(s.lower in words.lexicon.text.relatives and not s.passive for s in subjects):
        return "subject"
    own = [c for c in subjects if c.pos in ("NOUN", "PROPN") and not c.passive]
    past = words.is_participle(modifier) and not words.is_progressive(modifier)
    return "object" if own or past else "subject"
