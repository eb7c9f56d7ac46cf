"""A sentence as its bare words, where a parse would cost more than it tells."""

from __future__ import annotations

import re
from dataclasses import replace

from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Span, Token

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:\.(?=[A-Z]))?|['’]s\b|\S")


def bare(sentence: Sentence, words: Vocabulary) -> Sentence:
    """The sentence with tokens that hang on nothing: articles and pronouns by the lexicon, the rest subjects."""
    tokens = tuple(_token(at, match, sentence, words) for at, match in enumerate(_WORD.finditer(sentence.text)))
    return replace(sentence, tokens=tokens)


def _token(at: int, match: re.Match[str], sentence: Sentence, words: Vocabulary) -> Token:
    start, text = sentence.span.start, match.group()
    lower = text.lower()
    span = Span(start + match.start(), start + match.end())
    return Token(at, span, text, lower, lower, _kind(text, lower, words), "nsubj", at)


def _kind(text: str, lower: str, words: Vocabulary) -> str:
    speech = words.lexicon.speech
    if lower in words.lexicon.text.articles:
        return "DET"
    if lower in speech.pronouns or lower in speech.possessives or lower in speech.demonstratives:
        return "PRON"
    return "PROPN" if text[:1].isupper() else "NOUN"
