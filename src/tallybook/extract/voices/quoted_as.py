"""Speakers that somebody quotes in the passive: "the mayor was quoted by Radio Sucre as saying that 45 died"."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.phrases import phrase_of, words_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.speakers import speaker_of
from tallybook.extract.voices.voice import Speaker, Voice
from tallybook.model import Sentence, Token


def read_quoted_as(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """The voice of each subject that is quoted or cited as saying something, with who quotes it as relay."""
    speech = words.lexicon.speech
    for saying in sentence.tokens:
        quoted = sentence.head(saying) if saying.lemma in speech.verbs and words.is_progressive(saying) else None
        if quoted is None or quoted.lemma not in speech.cite:
            continue
        subject = next(
            (c for c in sentence.children(quoted, "nsubj") if c.passive or _is_passive(quoted, sentence)), None
        )
        speaker = speaker_of(subject, sentence, words) if subject is not None else None
        if speaker is not None:
            scope = frozenset(t.index for t in sentence.subtree(saying))
            yield Voice(speaker, "says", saying.span, scope, tuple(_quoting(quoted, sentence, words)))


def _is_passive(verb: Token, sentence: Sentence) -> bool:
    return any(c.lemma == "be" for c in sentence.children(verb, "aux"))


def _quoting(quoted: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Speaker]:
    for child in sentence.children(quoted, "obl"):
        if any(case.lower in words.lexicon.text.agents for case in sentence.children(child, "case")):
            tokens = phrase_of(child, sentence, words)
            yield Speaker(words_of(tokens, sentence, words), sentence.span_of(tokens), child)
