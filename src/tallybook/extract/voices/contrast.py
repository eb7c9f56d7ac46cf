"""Speakers side by side: "the army says 45 died, but the rebels say 12": neither speaks over the other's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tallybook.extract.phrases import preceding
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.voice import Voice
from tallybook.model import Sentence, Token

_SIDE_BY_SIDE = frozenset({"says", "according"})


def part_contrasted(voices: Sequence[Voice], sentence: Sentence, words: Vocabulary) -> list[Voice]:
    """The voices, each that another follows behind "but", "while", "and" or a semicolon cut off where that one begins.

    An "and" parts only from the voice right before, since both may be told by one further out.
    """
    speech = words.lexicon.speech
    told = sorted((v for v in voices if v.manner in _SIDE_BY_SIDE), key=lambda voice: _start(voice))
    cut = {id(voice): voice.scope for voice in voices}
    for at, voice in enumerate(told):
        link = _link(voice, sentence)
        if link is None or link.lower not in speech.contrasts | speech.additions:
            continue
        inside = frozenset(i for i in voice.scope if i > link.index)
        earlier = told[:at] if link.lower in speech.contrasts else told[max(0, at - 1) : at]
        for other in earlier:
            if other.cue.start < link.span.start:
                cut[id(other)] -= inside
                cut[id(voice)] = inside
    return [replace(voice, scope=cut[id(voice)]) for voice in voices]


def _start(voice: Voice) -> int:
    return min(voice.speaker.span.start, voice.cue.start)


def _link(voice: Voice, sentence: Sentence) -> Token | None:
    """The token right before a voice's speaker and cue, the words that open its phrase passed over."""
    first = next((t for t in sentence.tokens if t.span.end > _start(voice)), None)
    return preceding(sentence, first.index, "DET", "ADJ", "ADV") if first is not None else None
