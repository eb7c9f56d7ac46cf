"""The phrase right before a verb, read from the order of words alone.

Independent of the links of the parse, which lose long subjects: "…, a railways official [said]", "Armed Forces
Commander-in-Chief X [said]".
"""

from __future__ import annotations

from tallybook.extract.phrases import NOMINAL
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Token

_LONGEST = 14
_HYPHENS = "-‑–"
_INNER_MARKS = "-‑'’."


def subject_phrase(verb: Token, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """The words before a verb back to a comma, a quotation mark, a conjunction or the start of the sentence.

    Empty where they form no noun phrase.
    """
    return phrase_before(end_before(verb, sentence), sentence, words)


def phrase_before(end: int, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """The noun phrase that ends right before a token index, back to what parts it from the words before.

    Empty where the words form no noun phrase.
    """
    start = end
    while start > 0 and _is_inside(sentence.tokens[start - 1], sentence, words):
        start -= 1
    if start and not _may_open_after(sentence.tokens[start - 1], words):
        return ()
    while start < end and sentence.tokens[start].pos in ("CCONJ", "PUNCT"):
        start += 1
    tokens = sentence.tokens[start:end]
    return tokens if _is_noun_phrase(tokens) else ()


def end_before(verb: Token, sentence: Sentence) -> int:
    """The index behind the last word before a verb that is neither its adverb nor its auxiliary."""
    end = verb.index
    while end > 0 and (sentence.tokens[end - 1].pos in ("ADV", "AUX") or sentence.tokens[end - 1].dep == "expl"):
        end -= 1
    return end


def _may_open_after(edge: Token, words: Vocabulary) -> bool:
    return edge.pos in ("PUNCT", "SCONJ", "CCONJ") or edge.lower in words.lexicon.text.clause_openers


def _is_noun_phrase(tokens: tuple[Token, ...]) -> bool:
    if not tokens or tokens[0].pos == "ADP" or len(tokens) > _LONGEST:
        return False
    return any(t.pos in NOMINAL or t.text[:1].isupper() for t in tokens)


def _is_inside(token: Token, sentence: Sentence, words: Vocabulary) -> bool:
    if token.pos in ("DET", "ADJ", "NOUN", "PROPN", "PART", "X"):
        return True
    if token.pos == "NUM":
        return token.lower.isalpha()
    if token.pos == "VERB":
        return token.dep == "amod"
    if token.pos == "PRON":
        return _is_inner_pronoun(token, words)
    if token.pos in ("ADP", "CCONJ"):
        return token.index > 0 and sentence.tokens[token.index - 1].pos in ("NOUN", "PROPN", "ADJ", "PUNCT")
    return token.text in _INNER_MARKS and token.pos in ("PUNCT", "SYM")


def _is_inner_pronoun(token: Token, words: Vocabulary) -> bool:
    if token.text.isupper() and len(token.text) > 2:
        return True  # "WHO", not "who"
    return token.dep in ("nmod", "det") or token.lower not in words.lexicon.text.relatives


def core_head(tokens: tuple[Token, ...]) -> Token:
    """The head of a subject phrase: the last noun before its first preposition."""
    core = tokens
    for index, token in enumerate(tokens):
        if token.pos == "ADP" and index and not _is_hyphenated(token, tokens[index - 1]):
            core = tokens[:index]
            break
    nominal = [t for t in core if t.pos in NOMINAL]
    return nominal[-1] if nominal else core[-1]


def without_whereabouts(tokens: tuple[Token, ...], words: Vocabulary) -> tuple[Token, ...]:
    """A subject phrase without "in Kabul", "from the scene" at its end."""
    dropped = words.lexicon.speech.whereabouts
    for index, token in enumerate(tokens):
        if index and token.pos == "ADP" and token.lower in dropped and not _is_hyphenated(token, tokens[index - 1]):
            return tokens[:index]
    return tokens


def _is_hyphenated(token: Token, before: Token) -> bool:
    """ "in" of "Commander-in-Chief"."""
    return before.text in _HYPHENS and before.span.end == token.span.start
