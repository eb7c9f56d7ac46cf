"""Speakers that somebody else cites: "citing the ministry", "with reference to the coast guard"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tallybook.extract.phrases import head_from, words_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.cues import cues_in
from tallybook.extract.voices.scope import own_words, stretch_around, whole
from tallybook.extract.voices.speakers import can_speak, owner_of, speaker_of
from tallybook.extract.voices.voice import Speaker, Voice
from tallybook.model import Sentence, Token


def read_cited(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """The voices behind a verb of citing, a reference, or a briefing by somebody."""
    for cited, cue in (*_by_verb(sentence, words), *_by_reference(sentence, words), *_by_briefing(sentence, words)):
        speaker = speaker_of(cited, sentence, words) if can_speak(cited, words, weak=True) else None
        if speaker is not None and speaker.owned:
            speaker = _behind(cue, speaker, sentence, words)
            scope = stretch_around(cue, sentence) - own_words(speaker, sentence)
            yield Voice(
                speaker, "cites", cue.span, scope, beyond=whole(sentence) - own_words(speaker, sentence) - scope
            )


def _behind(cue: Token, speaker: Speaker, sentence: Sentence, words: Vocabulary) -> Speaker:
    """A speaker without the cue that a parser took for a part of its name: "Quoting Radio Andina"."""
    if not speaker.span.start <= cue.span.start < speaker.span.end:
        return speaker
    named = tuple(t for t in sentence.within(speaker.span) if t.index > cue.index)
    return replace(speaker, words=words_of(named, sentence, words), span=sentence.span_of(named)) if named else speaker


def _by_verb(sentence: Sentence, words: Vocabulary) -> Iterator[tuple[Token, Token]]:
    for verb in sentence.tokens:
        if not _cites(verb, sentence, words):
            continue
        head = next(iter(sentence.children(verb, "obj")), None) or head_from(sentence, verb.index + 1)
        if head is not None and head.index >= verb.index:
            yield head, verb


def _cites(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    speech = words.lexicon.speech
    if verb.lemma not in speech.cite or not verb.lower.endswith(speech.cite_endings):
        return False
    following = sentence.tokens[verb.index + 1 : verb.index + 2]
    return not (following and following[0].lower in words.lexicon.text.agents)


def _by_reference(sentence: Sentence, words: Vocabulary) -> Iterator[tuple[Token, Token]]:
    """ "with reference to the coast guard"."""
    for cue in cues_in(sentence, words.lexicon.speech.refer):
        head = head_from(sentence, cue[-1].index + 1)
        if head is not None:
            yield head, cue[0]


def _by_briefing(sentence: Sentence, words: Vocabulary) -> Iterator[tuple[Token, Token]]:
    """ "after a briefing by the agency"."""
    for token in sentence.tokens:
        if token.lemma in words.lexicon.speech.briefings and token.dep == "obl":
            owner = owner_of(token, sentence, words)
            if owner is not None:
                yield owner, token
