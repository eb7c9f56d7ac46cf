"""Speakers before a colon or behind a colon or dash of a headline: "UN: 300 killed", "300 killed – police"."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.correction_frames import patterns_of
from tallybook.extract.phrases import head_from, words_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.voice import Speaker, Voice
from tallybook.model import BlockKind, Sentence, Token

_KINDS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.STANDFIRST, BlockKind.LIST_ITEM})
_DASHES = "–—-"
_LONGEST = 6
"""Words of a speaker named in a headline."""


def read_headline(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """The voice that the last colon or dash of a headline sets apart; what is said stands on the other side."""
    mark = _last_mark(sentence) if _is_headline(sentence) else None
    if mark is None or patterns_of(words).leads.stand_in(sentence.text):
        return
    before, after = sentence.tokens[: mark.index], sentence.tokens[mark.index + 1 :]
    sides = ((before, after), (after, before)) if mark.text == ":" else ((after, before),)
    for side, said in sides:
        speaker = _speaker_alone(side, sentence, words)
        if speaker is not None:
            yield Voice(speaker, "colon", mark.span, frozenset(t.index for t in said))
            return


def _is_headline(sentence: Sentence) -> bool:
    """A headline by its block, or in rough text by the stop that is missing at its end."""
    text = sentence.text.rstrip()
    return sentence.block.kind in _KINDS or (bool(text) and text[-1].isalnum() and "\n" not in text)


def _last_mark(sentence: Sentence) -> Token | None:
    marks = (t for t in reversed(sentence.tokens) if t.text == ":" or (t.text in _DASHES and _is_spaced(t, sentence)))
    return next(marks, None)


def _is_spaced(token: Token, sentence: Sentence) -> bool:
    start = token.span.start - sentence.span.start
    return start > 0 and sentence.text[start - 1].isspace()


def _speaker_alone(side: tuple[Token, ...], sentence: Sentence, words: Vocabulary) -> Speaker | None:
    """The speaker that one side of the mark is, None where it says more or names a place."""
    if not 0 < len(side) <= _LONGEST or any(t.pos in ("VERB", "NUM") for t in side):
        return None
    head = head_from(sentence, side[0].index)
    if head is None or (head.lemma not in words.lexicon.speech.roles and head.pos != "PROPN"):
        return None
    shown = words_of(side, sentence, words)
    return None if _is_place(shown, words) else Speaker(shown, sentence.span_of(side), head)


def _is_place(shown: str, words: Vocabulary) -> bool:
    """ "Ecuador: 89 dead" tells where, "Kremlin: 89 dead" who."""
    return words.registry.place_named(shown) is not None and words.registry.find_source(shown) is None
