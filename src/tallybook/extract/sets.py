"""Which claim told of the set that a number is taken from: "28 of the injured", "Of the dead, 16 were migrants"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.extract.counted import Number
from tallybook.extract.events.befallen import told_by_noun, told_by_state
from tallybook.extract.events.frames import Argument, framed
from tallybook.model import Claim, Measure, Token

_REACH = 2500
"""Characters back to the claim that told of the set."""
_NOT_COUNTS = frozenset({"money", "share"})
_NOUN_REACH = 6
"""Words behind "of the" in which the noun of the set stands."""


def taken_from(number: Number, earlier: Sequence[Claim], text: str) -> str | None:
    """The id of the last claim that counts the definite set a number is a part of; None where nothing points to one.

    `text` is the document's: a claim counts the set if it tells the set's event, or counts the same noun.
    """
    noun = next(_sets(number), None) if number.mention.measure is Measure.COUNT else None
    if noun is None:
        return None
    event = _event_of(noun, number)
    start = number.mention.span.start
    for claim in reversed(earlier):
        if start - claim.span.end > _REACH:
            return None
        if claim.quantity.unit in _NOT_COUNTS or _is_smaller(claim, number):
            continue
        if (event is not None and claim.event == event) or _counts(claim, noun, text):
            return claim.id
    return None


def _sets(number: Number) -> Iterator[Token]:
    """The definite noun behind "of", that of the sentence's opening, or the subject that includes the number."""
    sentence, words = number.sentence, number.words
    parts, counted = words.lexicon.parts, words.lexicon.counted
    behind = [t for t in sentence.tokens if t.span.start >= number.mention.span.end][:_NOUN_REACH]
    if len(behind) > 1 and behind[0].lower in words.lexicon.text.partitives and _is_definite(behind[1], number):
        yield from _nouns(behind[2:], number)
    opening = sentence.tokens[:_NOUN_REACH]
    if len(opening) > 1 and opening[0].lower in parts.wholes_first and _is_definite(opening[1], number):
        yield from _nouns(opening[2:], number)
    verb = sentence.head(number.counted.anchor)
    if verb is not None and verb.lemma in counted.holders and number.counted.anchor.dep in ("obj", "conj"):
        yield from (s for s in sentence.children(verb, "nsubj") if _has_definite(s, number))


def _nouns(tokens: Sequence[Token], number: Number) -> Iterator[Token]:
    """The first noun, or state that stands for one, before a mark, a number or the number itself."""
    for token in tokens:
        if token.pos in ("NUM", "PUNCT") or token.span.touches(number.mention.core):
            return
        if token.pos in ("NOUN", "PROPN") or _event_of(token, number) is not None:
            yield token


def _is_definite(token: Token, number: Number) -> bool:
    return token.lower in number.words.lexicon.counted.definite


def _has_definite(noun: Token, number: Number) -> bool:
    return any(_is_definite(c, number) for c in number.sentence.children(noun, "det"))


def _event_of(token: Token, number: Number) -> str | None:
    words, sentence = number.words, number.sentence
    sign = told_by_state(token, words) or told_by_noun(token, words)
    if sign is not None:
        return sign[0]
    if token.pos not in ("VERB", "ADJ") or not words.is_participle(token):
        return None
    return framed(token, "object", Argument.of(number.counted), sentence, words)


def _counts(claim: Claim, noun: Token, text: str) -> bool:
    """Whether a claim counts the very noun: "3,412 cases" for "418 of these cases"."""
    proof = claim.evidence.get("unit")
    return isinstance(proof, tuple) and any(span.of(text).lower() == noun.lower for span in proof)


def _is_smaller(claim: Claim, number: Number) -> bool:
    whole = claim.quantity.high or claim.quantity.low
    part = number.mention.quantity.low or number.mention.quantity.high
    return whole is not None and part is not None and whole < part
