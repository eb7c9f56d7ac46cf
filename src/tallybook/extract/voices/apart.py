"""Clauses of saying that marks set apart: "…, the mayor promised.", "…, reckons Sister Ana", "…, as the envoy put it".

Where a comma and the end of a phrase enclose a speaker and a verb, the verb tells, also one that otherwise tells
little, and one that a parser took for a noun.
"""

from __future__ import annotations

from tallybook.extract.phrases import head_from
from tallybook.extract.subjects import core_head, end_before, subject_phrase
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.apposed import apposed_before, is_person_noun
from tallybook.extract.voices.speakers import can_speak
from tallybook.model import Sentence, Token

_OPENING = frozenset({",", "”", "’’", "''", '"', "’", "–", "—"})
_CLOSING = frozenset({",", ";", ".", ":", "”", "’", '"', ")", "–", "—"})
_LONGEST_TAIL = 8


def stands_apart(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a verb that can tell stands with its speaker between a comma and the end of a phrase."""
    speech = words.lexicon.speech
    listed = verb.lemma in speech.verbs or verb.lemma in speech.clausal_verbs
    if not listed or not _is_finite(verb, words):
        return False
    return _behind_speaker(verb, sentence, words) or _before_speaker(verb, sentence, words)


def is_echo(token: Token, words: Vocabulary) -> bool:
    """ "as" of "as the envoy put it"."""
    return token.lower in words.lexicon.speech.echoes


def _is_finite(verb: Token, words: Vocabulary) -> bool:
    if verb.pos == "VERB":
        return not words.is_progressive(verb)
    if verb.pos == "ADJ":
        return verb.lower != verb.lemma and verb.lower.endswith(words.lexicon.text.past)
    return verb.pos == "NOUN" and verb.lower.endswith(words.lexicon.text.third_person)


def _behind_speaker(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    phrase = apposed_before(verb, sentence, words) or subject_phrase(verb, sentence, words)
    if not phrase or not phrase[0].index or not _names_speaker(phrase, words):
        return False
    edge = sentence.tokens[phrase[0].index - 1]
    opens = edge.text in _OPENING or is_echo(edge, words)
    return opens and _ends(verb, sentence, words)


def _names_speaker(phrase: tuple[Token, ...], words: Vocabulary) -> bool:
    """Whether a phrase names a person or a body, and counts nothing."""
    if any(t.pos == "NUM" and t.dep == "nummod" for t in phrase):
        return False
    head = core_head(phrase)
    return can_speak(head, words, weak=True) and (head.pos != "PRON" or head.lower in words.lexicon.speech.pronouns)


def _ends(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether nothing, "it", or a place, time or outlet follows before the next mark."""
    behind = sentence.tokens[verb.index + 1 :]
    if behind and behind[0].lower in words.lexicon.speech.placeholders_behind:
        behind = behind[1:]
    if not behind or behind[0].text in _CLOSING:
        return True
    end = next((i for i, t in enumerate(behind) if t.text in _CLOSING), len(behind))
    tail = behind[:end]
    closed = tail[-1].text[:1].isupper() or tail[-1].lower in words.lexicon.speech.outlets
    named = tail[0].pos == "ADP" and closed and not any(t.pos == "VERB" for t in tail)
    return verb.pos != "NOUN" and named and len(tail) <= _LONGEST_TAIL


def _before_speaker(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "…, reckons Sister Ana": a person or body right behind, then a mark."""
    before = sentence.tokens[verb.index - 1 : verb.index] if verb.index else ()
    head = head_from(sentence, verb.index + 1)
    if not before or before[0].text not in _OPENING or head is None or end_before(verb, sentence) != verb.index:
        return False
    if not (can_speak(head, words, weak=True) and (head.text[:1].isupper() or is_person_noun(head, words))):
        return False
    return not any(t.pos == "NUM" for t in sentence.tokens[verb.index + 1 : head.index])
