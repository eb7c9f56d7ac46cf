"""Speakers behind a noun of saying: "the union's figure of 300", "by Oxfam's count", "his claim that 300 died"."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.phrases import head_from
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.cues import cues_in
from tallybook.extract.voices.open_verbs import is_taken_for_noun
from tallybook.extract.voices.scope import own_words, stretch_around
from tallybook.extract.voices.speakers import owner_of, speaker_of
from tallybook.extract.voices.voice import Voice
from tallybook.model import Sentence, Token


def read_reckonings(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """The voices of those whose figure, count or claim a noun is."""
    yield from _led(sentence, words)
    for noun in sentence.tokens:
        told = tuple(_told_by(noun, sentence, words)) if noun.pos in ("NOUN", "PROPN") else ()
        owner = _owner(noun, sentence, words) if told and not is_taken_for_noun(noun, sentence, words) else None
        speaker = speaker_of(owner, sentence, words) if owner is not None else None
        if speaker is not None:
            scope = frozenset(t.index for part in told for t in sentence.subtree(part))
            yield Voice(speaker, "reported by", noun.span, scope - own_words(speaker, sentence))


def _led(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """ "By the ministry's count, 300 died", "based on figures from the ministry"."""
    for cue in cues_in(sentence, words.lexicon.speech.reckoned):
        head = head_from(sentence, cue[-1].index + 1)
        speech = words.lexicon.speech
        if head is None or head.lemma not in (
            speech.surveys if cue[0].lower in speech.survey_leads else speech.reckonings
        ):
            continue
        speaker = speaker_of(head, sentence, words)
        if speaker is not None:
            scope = stretch_around(cue[0], sentence) - own_words(speaker, sentence)
            yield Voice(speaker, "according", sentence.span_of(cue), scope)


def _owner(noun: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """Whose it is; what it is of ("the number of boys") is not its owner."""
    owner = owner_of(noun, sentence, words)
    if owner is None or any(c.lower in words.lexicon.speech.reckoned_of for c in sentence.children(owner, "case")):
        return None
    return owner


def _told_by(noun: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Token]:
    """The clause with "that" below any noun, and what a figure or an estimate is of."""
    speech = words.lexicon.speech
    for clause in sentence.children(noun, "acl", "ccomp"):
        marks = sentence.children(clause, "mark")
        if any(mark.pos == "SCONJ" and mark.lower in speech.content_openers for mark in marks):
            yield clause
    if noun.lemma in speech.reckonings:
        for said in sentence.children(noun, "nmod"):
            if any(case.lower in speech.reckoned_of for case in sentence.children(said, "case")):
                yield said
