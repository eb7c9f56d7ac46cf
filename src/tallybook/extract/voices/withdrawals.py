"""Speakers who take back what they said: "the army withdrew its claim that …", "the agency deleted a post saying …"."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.scope import own_words
from tallybook.extract.voices.speakers import can_speak, owner_of
from tallybook.extract.voices.tellers import teller_of
from tallybook.extract.voices.voice import Voice
from tallybook.model import Sentence, Token

_STATED = ("obj", "obl", "advcl")
"""How what is taken back hangs on the verb: "its claim", "on its claim", "for reporting"."""


def read_withdrawals(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """The voices of those who take back a statement, over what the statement says."""
    for verb in sentence.tokens:
        if verb.pos != "VERB" or not _takes_back(verb, sentence, words):
            continue
        stated = [child for child in sentence.children(verb, *_STATED) if _is_own_statement(child, sentence, words)]
        speaker = teller_of(verb, sentence, words) if stated else None
        if speaker is not None and can_speak(speaker.head, words, weak=False):
            scope = frozenset(t.index for noun in stated for t in sentence.subtree(noun))
            yield Voice(speaker, "says", stated[0].span, scope - own_words(speaker, sentence))


def _takes_back(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a verb, with the particle behind it, is one of taking back; not "was urged to withdraw"."""
    if any(child.passive for child in sentence.children(verb, "nsubj", "aux")) or sentence.children(verb, "mark"):
        return False
    behind = (verb.lemma, *(t.lower for t in sentence.tokens[verb.index + 1 : verb.index + 3]))
    told = words.lexicon.corrections
    known = {phrase for name in told.of_speakers for phrase in told.verbs[name]}
    return any(" ".join(behind[:length]) in known for length in range(1, len(behind) + 1))


def _is_own_statement(stated: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a noun is a statement of nobody else, or a verb tells that something was said."""
    speech, told = words.lexicon.speech, words.lexicon.corrections
    if stated.pos == "VERB":
        return stated.lemma in speech.verbs and words.is_progressive(stated)
    if stated.lemma not in speech.reports | speech.reckonings | frozenset(told.phrases["message"]):
        return False
    owner = owner_of(stated, sentence, words)
    return owner is None or owner.lower in speech.possessives
