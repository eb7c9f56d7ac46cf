"""Agents of a passive verb of saying: "the 14,000 previously reported by Ukraine"."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.scope import own_words
from tallybook.extract.voices.speakers import can_speak, is_report, speaker_of
from tallybook.extract.voices.voice import Voice
from tallybook.model import Sentence, Token


def read_reported_by(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """The voices whose report the verb's noun or subject is: "300 deaths were confirmed by the ministry"."""
    for verb in sentence.tokens:
        top = (sentence.head(verb) if verb.dep == "acl" else verb) if _is_participle(verb, sentence, words) else None
        if top is None:
            continue
        for agent in _agents(verb, sentence, words):
            speaker = speaker_of(agent, sentence, words)
            if speaker is not None and agent.lemma not in words.lexicon.speech.mute:
                scope = frozenset(t.index for t in sentence.subtree(top)) - own_words(speaker, sentence)
                described = range(top.index) if top is not verb and is_report(top, sentence, words) else ()
                yield Voice(speaker, "reported by", verb.span, scope - frozenset(described))


def _is_participle(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    speech = words.lexicon.speech
    if verb.pos != "VERB" or verb.lemma not in speech.verbs or verb.lemma in speech.cite:
        return False
    if any(not subject.passive for subject in sentence.children(verb, "nsubj")) and verb.dep != "acl":
        return False
    return verb.lower.endswith(words.lexicon.text.participles)


def _agents(verb: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Token]:
    for child in sentence.children(verb, "obl"):
        led = any(c.lower in words.lexicon.text.agents for c in sentence.children(child, "case"))
        if led and can_speak(child, words, weak=True):
            yield child
