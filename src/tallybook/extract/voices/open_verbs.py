"""Verbs of saying that no list names: "joked that …", "“…,” fumed the mayor"."""

from __future__ import annotations

from tallybook.extract.phrases import NOMINAL
from tallybook.extract.subjects import subject_phrase
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Token

_CLOSING_QUOTES = frozenset({"”", "’’", "''", '"', "’", "»"})
_ENDS_INSIDE = ",?!.…"
_OPENS_A_PHRASE = ("DET", "ADJ", *NOMINAL)
_BEHIND_A_TRAILER = ("PUNCT", "ADV", "ADP", "SCONJ")


def tells_openly(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether an unlisted verb tells: what it governs opens with "that", or it stands right behind a quotation.

    Verbs that take such a clause and tell nothing ("ensured that", "knew that"), and denied ones, do not.
    """
    speech = words.lexicon.speech
    if is_taken_for_noun(verb, sentence, words):
        return True
    if verb.lemma in speech.silent_verbs or verb.pos != "VERB" or words.is_progressive(verb):
        return False
    if any(c.lower in words.lexicon.denials.negations for c in sentence.children(verb)):
        return False
    return _governs_that_clause(verb, sentence, words) or _follows_quotation(verb, sentence, words)


def _governs_that_clause(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    openers = words.lexicon.speech.content_openers
    clauses = sentence.children(verb, "ccomp")
    return any(mark.lower in openers for clause in clauses for mark in sentence.children(clause, "mark"))


def is_taken_for_noun(noun: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a verb looks like a noun: "The senator charges that donors gave …" is no charges of a senator."""
    before, behind = sentence.tokens[max(0, noun.index - 1) : noun.index], sentence.tokens[noun.index + 1 :][:1]
    if noun.pos != "NOUN" or noun.dep != "root" or not before or not behind:
        return False
    finite = noun.lower.endswith(words.lexicon.text.third_person) and (
        before[0].pos in NOMINAL or before[0].text.isupper()
    )
    return finite and behind[0].lower in words.lexicon.speech.content_openers


def _follows_quotation(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "…,” fumed the mayor" and "…,” the mayor fumed."."""
    behind = sentence.tokens[verb.index + 1 : verb.index + 2]
    if not behind:
        return False
    if behind[0].pos in _OPENS_A_PHRASE and _closes_quotation(verb.index, sentence):
        return True
    subject = subject_phrase(verb, sentence, words)
    return bool(subject) and behind[0].pos in _BEHIND_A_TRAILER and _closes_quotation(subject[0].index, sentence)


def _closes_quotation(index: int, sentence: Sentence) -> bool:
    """Whether a quotation that ended with a mark of its own closes right before a token."""
    before = sentence.tokens[max(0, index - 2) : index]
    return len(before) > 1 and before[1].text in _CLOSING_QUOTES and before[0].text in _ENDS_INSIDE
