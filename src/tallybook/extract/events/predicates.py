"""Events told by the predicates above the counted noun."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.counted import Number
from tallybook.extract.events.befallen import OTHER, Befallen, Sign, told_by_noun, told_by_state
from tallybook.extract.events.forms import is_passive
from tallybook.extract.events.frames import Argument, Side, framed
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Span, Token

_OBLIQUE = frozenset({"obl", "xcomp", "dep", "nmod"})
_LISTED = frozenset({"conj", "appos"})
_OPENERS = frozenset({"ADP", "DET", "PRON"})
"""Before the participle of "Among those killed were four nurses"."""
_SUFFERED = frozenset({"killed", "wounded"})
"""Events that no subject brings about without an object."""
_LED_UP = frozenset({"attacked"})
"""Events that lead up to the next verb's: "were ambushed and killed"."""
_COMPLEMENTS = ("xcomp", "obj", "ccomp", "advcl", "conj")


def governing_predicate(number: Number) -> Befallen | None:
    """The nearest governing predicate that tells a known event of the counted noun or the noun that stands for it."""
    listed = number.words.lexicon.events
    for governor, side in _governors(number):
        if governor.lemma in listed.failing_verbs and number.sentence.children(governor, "xcomp"):
            return Befallen(OTHER, governor.span, governor)
        told = _told_by(governor, side, number)
        if told is None or told.event in _LED_UP:
            told = _told_by_next(governor, side, number) or told
        if told:
            return _with_alternative(told, governor, number)
        if governor.pos == "VERB" and governor.lemma not in listed.light_verbs | listed.bearing_verbs:
            return None
    return None


def _told_by_next(verb: Token, side: Side, number: Number) -> Befallen | None:
    """What the next verb of the same counted tells: "were dragged from their homes and executed"."""
    sentence, words = number.sentence, number.words
    for other in sentence.children(verb, "conj"):
        shared = other.pos == "VERB" and not sentence.children(other, "nsubj", "obj")
        if shared and is_passive(other, sentence, words) == (side == "object"):
            event = framed(other, side, Argument.of(number.counted), sentence, words)
            if event in _SUFFERED:
                return Befallen(event, _proof(other, sentence), other)
    return None


def _with_alternative(told: Befallen, verb: Token, number: Number) -> Befallen:
    """ "43 people, 12 of them guards, were killed or wounded": one number of both, however far behind."""
    sentence = number.sentence
    for other in sentence.children(verb, "conj"):
        joined = any(c.lower in number.words.lexicon.text.alternatives for c in sentence.children(other, "cc"))
        if joined and told.event in _SUFFERED and not sentence.children(other, "nsubj", "obj"):
            event = framed(other, "object", Argument.of(number.counted), sentence, number.words)
            if event in _SUFFERED - {told.event}:
                return Befallen("killed or wounded", sentence.span_of([verb, other]), verb)
    return told


def fronted_predicate(number: Number) -> Befallen | None:
    """What the sentence opens with before it names its subject: "Fished out of the river were eight passengers"."""
    sentence, words = number.sentence, number.words
    opening = [t for t in sentence.tokens if t.span.end <= number.mention.span.start and t.pos != "ADV"]
    if len(opening) < 2 or opening[-1].lemma not in words.lexicon.text.copulas:
        return None
    first = next((t for t in opening if t.pos not in _OPENERS), opening[0])
    state = told_by_state(first, words)
    if state:
        return Befallen(state[0], first.span, first)
    if first.pos not in ("VERB", "ADJ") or not words.is_participle(first):
        return None
    event = framed(first, "object", Argument.of(number.counted), sentence, words)
    return Befallen(event, first.span, first) if event else None


def _told_by(governor: Token, side: Side, number: Number) -> Befallen | None:
    sentence, words = number.sentence, number.words
    state = _state(governor, words)
    if state:
        return Befallen(state[0], governor.span, governor)
    argument = Argument.of(number.counted)
    event = framed(governor, side, argument, sentence, words)
    event = event or ("supplied" if side == "oblique" and _is_given(governor, number) else None)
    if event is None and side == "subject" and _is_reduced(governor, sentence, words):
        event = framed(governor, "object", argument, sentence, words)
        event = event if event in _SUFFERED else None
    if event:
        return Befallen(event, _proof(governor, sentence), governor)
    return _told_by_complement(governor, side, number)


def _is_given(verb: Token, number: Number) -> bool:
    """ "distributed soap to 4,150 households": those to whom something is given are supplied."""
    lexicon = number.words.lexicon
    cases = {c.lower for c in number.sentence.children(number.counted.anchor, "case")}
    gives = verb.lemma in lexicon.events.giving_verbs and bool(cases & lexicon.places.goals)
    return gives and number.counted.sort == "person" and number.counted.toll is None


def _is_reduced(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a passive has lost its helper: "five died and [at least 24 soldiers injured] when …"."""
    bare = not sentence.children(verb, "aux", "obj", "ccomp", "xcomp")
    return bare and words.is_participle(verb) and not words.is_progressive(verb)


def _state(governor: Token, words: Vocabulary) -> Sign | None:
    if governor.pos == "VERB" and governor.lower not in words.lexicon.events.verb_like_states:
        return None
    return told_by_state(governor, words)


def _governors(number: Number) -> Iterator[tuple[Token, Side]]:
    """The predicates above a noun with the side of each that the noun is on; conjuncts share their first's place."""
    sentence, words = number.sentence, number.words
    node = number.counted.anchor
    head = sentence.head(node)
    while head is not None:
        if node.dep in ("nsubj", "csubj"):
            yield head, "object" if node.passive or is_passive(head, sentence, words) else "subject"
            return
        if node.dep in ("obj", "iobj"):
            yield head, "object"
            return
        if node.dep not in _LISTED and node.dep not in _OBLIQUE:
            return
        if node.dep not in _LISTED and head.pos in ("VERB", "AUX"):
            yield head, _side_of_oblique(node, head, number)
            return
        node, head = head, sentence.head(head)


def _side_of_oblique(node: Token, verb: Token, number: Number) -> Side:
    """A noun without a preposition before its verb is a subject that the parse mislinked; company shares its side."""
    sentence = number.sentence
    if _accompanies(node, number):
        return "object" if is_passive(verb, sentence, number.words) else "subject"
    led = any(not number.mention.span.covers(c.span) for c in sentence.children(node, "case"))
    if led or node.index > verb.index or node.dep != "obl":
        return "oblique"
    return "object" if is_passive(verb, sentence, number.words) else "subject"


def _accompanies(node: Token, number: Number) -> bool:
    """ "was killed along with two guards", "died together with 12 passengers"."""
    sentence = number.sentence
    cases = sentence.children(node, "case")
    before = {t.lower for c in cases for t in sentence.tokens[max(0, c.index - 1) : c.index + 1]}
    return bool(before & number.words.lexicon.events.companions)


def _told_by_complement(verb: Token, side: Side, number: Number) -> Befallen | None:
    """What a light or raising verb says of its argument.

    "were reported missing", "were expected to follow", "suffered casualties".
    """
    anchor = number.counted.anchor
    for child in number.sentence.children(verb, *_COMPLEMENTS):
        before = child.span.start < anchor.span.start and child.dep == "obj"
        if child.index == anchor.index or before:
            continue
        told = _told_by_object(verb, child, side, number) or _told_by_open_clause(child, side, number)
        if told:
            return told
    return None


def _told_by_object(verb: Token, child: Token, side: Side, number: Number) -> Befallen | None:
    """ "suffered casualties": the object of a verb that says nothing itself."""
    if child.dep != "obj" or side != "subject" or verb.lemma not in number.words.lexicon.events.bearing_verbs:
        return None
    noun = told_by_noun(child, number.words)
    return Befallen(noun[0], child.span, verb) if noun else None


def _told_by_open_clause(child: Token, side: Side, number: Number) -> Befallen | None:
    """ "reported missing", "expected to follow": a complement that shares the argument."""
    if child.dep != "xcomp":
        return None
    sentence, words = number.sentence, number.words
    state = told_by_state(child, words)
    if state:
        return Befallen(state[0], child.span, child)
    befallen = is_passive(child, sentence, words) or (side == "object" and words.is_participle(child))
    event = framed(child, "object" if befallen else "subject", Argument.of(number.counted), sentence, words)
    if event:
        return Befallen(event, _proof(child, sentence), child)
    return _told_by_complement(child, "subject", number)


def _proof(verb: Token, sentence: Sentence) -> Span:
    particles = [c for c in sentence.children(verb, "compound") if c.index == verb.index + 1]
    return sentence.span_of([verb, *particles])
