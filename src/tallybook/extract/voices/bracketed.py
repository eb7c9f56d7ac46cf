"""A source in brackets at the end: "4.8 million people affected (Ministry of Relief, 28 August)."."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.phrases import words_of
from tallybook.extract.subjects import core_head
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.voice import Speaker, Voice
from tallybook.model import Sentence, Token

_OPENING = "(["
_CLOSING = ")]"


def read_bracketed(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """The voice of a bracket that ends the sentence and names a role or a known source."""
    opening, closing = _last_bracket(sentence)
    named = _named(sentence.tokens[opening + 1 : closing]) if opening else ()
    if not named:
        return
    head, shown = core_head(named), words_of(named, sentence, words)
    speech = words.lexicon.speech
    if head.lemma in speech.roles or head.lemma in speech.reports or words.registry.find_source(shown):
        span = sentence.span_of(named)
        yield Voice(Speaker(shown, span, head), "bracketed", span, frozenset(range(opening)))


def _last_bracket(sentence: Sentence) -> tuple[int, int]:
    """The indexes of the brackets around what the sentence ends with; the first is 0 where there are none."""
    tokens = [t for t in sentence.tokens if t.text != "."]
    if not tokens or tokens[-1].text not in _CLOSING:
        return 0, 0
    return next((t.index for t in reversed(tokens) if t.text in _OPENING), 0), tokens[-1].index


def _named(inside: tuple[Token, ...]) -> tuple[Token, ...]:
    """The capitalised words up to a comma, empty where a number stands among them."""
    named = inside[: next((i for i, t in enumerate(inside) if t.text == ","), len(inside))]
    if not named or not named[0].text[:1].isupper() or any(t.text[:1].isdigit() for t in named):
        return ()
    return named
