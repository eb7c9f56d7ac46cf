"""Speakers behind "according to"."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.phrases import head_from, phrase_of, words_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.cues import cues_in
from tallybook.extract.voices.scope import own_words, stretch_around, told_by_page, whole
from tallybook.extract.voices.speakers import can_speak, speaker_of
from tallybook.extract.voices.voice import Speaker, Voice
from tallybook.model import Sentence, Token

_REACH = 6
"""Tokens from a speaker to the participle that names who passed it on."""


def read_according(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """The voices that an "according to" names, each with those who passed it on."""
    for cue in (*cues_in(sentence, words.lexicon.speech.according), *_echoed(sentence, words)):
        head = head_from(sentence, cue[-1].index + 1)
        if head is None or not can_speak(head, words, weak=False):
            continue
        speaker = speaker_of(head, sentence, words)
        if speaker is not None:
            own = own_words(speaker, sentence)
            scope = stretch_around(cue[0], sentence) - own
            beyond = whole(sentence) - told_by_page(sentence, words)
            passers = tuple(_passers(head, sentence, words))
            yield Voice(speaker, "according", sentence.span_of(cue), scope, passers, beyond - own - scope)


def _echoed(sentence: Sentence, words: Vocabulary) -> Iterator[tuple[Token, ...]]:
    """ "as given by", "as counted by"."""
    speech, text = words.lexicon.speech, words.lexicon.text
    for before, participle, behind in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if participle.pos != "VERB" or before.lower not in speech.echoes or behind.lower not in text.agents:
            continue
        if participle.lemma in speech.verbs | speech.clausal_verbs | speech.givings:
            yield before, participle, behind


def _passers(head: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Speaker]:
    """Who passed it on: "officials cited by Reuters"."""
    for participle in sentence.tokens[head.index : head.index + _REACH]:
        passer = head_from(sentence, participle.index + 2) if _is_cited_by(participle, sentence, words) else None
        if passer is not None:
            tokens = phrase_of(passer, sentence, words)
            yield Speaker(words_of(tokens, sentence, words), sentence.span_of(tokens), passer)


def _is_cited_by(participle: Token, sentence: Sentence, words: Vocabulary) -> bool:
    text = words.lexicon.text
    cited = participle.lemma in words.lexicon.speech.cite and participle.lower.endswith(text.past)
    following = sentence.tokens[participle.index + 1 : participle.index + 2]
    return cited and bool(following) and following[0].lower in text.agents
