"""Events of a set that the counted are said to be in: "among the dead are six nuns", "those held include 12 boys"."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.counted import Number
from tallybook.extract.events.befallen import Befallen, Sign, told_by_noun, told_by_state
from tallybook.extract.events.frames import Argument, framed
from tallybook.model import Token

_OF_PERSONS = frozenset({"killed", "wounded", "killed or wounded", "missing", "detained", "captured", "hospitalized"})


def listed_among(number: Number) -> Befallen | None:
    """What befell the set that the counted belong to, by the verb of belonging."""
    if number.counted.sort == "thing":
        return None
    for member in _sets(number):
        sign = _told_of_set(member, number)
        if sign is not None and sign[0] in _OF_PERSONS:
            return Befallen(sign[0], sign[1].span, sign[1])
    return None


def _sets(number: Number) -> Iterator[Token]:
    """The subjects of "include" and "are" that stand before the number, and what follows "among" there."""
    sentence, words = number.sentence, number.words
    node, head = number.counted.anchor, sentence.head(number.counted.anchor)
    while head is not None and node.dep == "conj":
        node, head = head, sentence.head(head)
    holds = head is not None and node.dep == "obj" and head.lemma in words.lexicon.counted.holders
    for child in sentence.children(head if holds and head is not None else node, "nsubj", "obl", "nmod"):
        cases = {case.lower for case in sentence.children(child, "case")}
        linked = holds or bool(sentence.children(node, "cop"))
        if linked and child.index < node.index and (child.dep == "nsubj" or cases & words.lexicon.parts.among):
            yield child


def _told_of_set(member: Token, number: Number) -> Sign | None:
    """ "the dead", "those killed", "the detainees"."""
    sentence, words = number.sentence, number.words
    found = told_by_state(member, words) or told_by_noun(member, words)
    for clause in sentence.children(member, "acl", "amod"):
        event = framed(clause, "object", Argument(None, "person"), sentence, words)
        found = found or ((event, clause) if event and words.is_participle(clause) else None)
    return found
