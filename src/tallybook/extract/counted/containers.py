"""Nouns that stand for the counted in their clause: "a contingent of 12,000 soldiers"."""

from __future__ import annotations

from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Token


def container_of(noun: Token, sentence: Sentence, words: Vocabulary) -> Token:
    """The outermost container of a noun, itself where it is in none: what befalls it befalls the counted."""
    outer = _next_container(noun, sentence, words)
    while outer is not None:
        noun, outer = outer, _next_container(outer, sentence, words)
    return noun


def _next_container(noun: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    counted = words.lexicon.counted
    head = sentence.head(noun)
    if head is None or head.span.start >= noun.span.start:
        return None
    if noun.dep in ("nmod", "appos") and head.lemma in counted.containers:
        return head
    above = sentence.head(head)
    held = head.dep == "acl" and head.lemma in counted.holders
    return above if held and above is not None and above.lemma in counted.containers else None
