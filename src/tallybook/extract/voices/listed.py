"""Speakers that open a list: "The port authority's figures for May: 412 ships, …", "The fire service on Sunday: …"."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.correction_frames import patterns_of
from tallybook.extract.phrases import head_from
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.speakers import can_speak, is_report, owner_of, speaker_of
from tallybook.extract.voices.voice import Speaker, Voice
from tallybook.model import Sentence, Token

_LONGEST = 18
"""Words before the colon."""


def read_listed(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """The voice of whose report the words before the first colon name, or who is named there with a topic."""
    mark = next((t for t in sentence.tokens if t.text == ":"), None)
    opening = sentence.tokens[: mark.index] if mark is not None else ()
    if mark is None or not 1 < len(opening) <= _LONGEST or not _only_names(opening, sentence):
        return
    if patterns_of(words).leads.stand_in(sentence.text):
        return
    speaker = _owner(opening, sentence, words) or _with_topic(opening, sentence, words)
    if speaker is not None:
        behind = frozenset(range(mark.index + 1, len(sentence.tokens)))
        yield Voice(speaker, "colon", mark.span, behind)


def _only_names(opening: tuple[Token, ...], sentence: Sentence) -> bool:
    """Whether no verb with a subject and no number stands there."""
    if any(t.text in '“"' or (t.pos == "NUM" and not t.text.isdigit()) for t in opening):
        return False
    return not any(t.pos in ("VERB", "AUX") and sentence.children(t, "nsubj", "aux", "cop") for t in opening)


def _owner(opening: tuple[Token, ...], sentence: Sentence, words: Vocabulary) -> Speaker | None:
    """ "The ministry's figures for Oruro", "Figures from the ministry"."""
    for token in opening:
        owner = owner_of(token, sentence, words) if is_report(token, sentence, words) else None
        if owner is not None and owner.index <= opening[-1].index:
            return speaker_of(owner, sentence, words)
    return None


def _with_topic(opening: tuple[Token, ...], sentence: Sentence, words: Vocabulary) -> Speaker | None:
    """ "The rescue service on the fires": a person or a body, then what it speaks about."""
    head = head_from(sentence, 0)
    link = next((t for t in opening if t.pos == "ADP" and t.lower in words.lexicon.speech.topics), None)
    if head is None or link is None or head.index > link.index or not can_speak(head, words, weak=True):
        return None
    before = sentence.tokens[head.index + 1 : link.index]
    joined = all(t.pos in ("PROPN", "NOUN", "ADJ", "ADP", "DET", "PART") for t in before)
    registered = words.registry.place_named(head.text) is None
    return speaker_of(head, sentence, words) if joined and registered else None
