"""Parse the sentences that can matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tallybook.model import Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

_SPACES = re.compile(r"[\u00a0\u2007\u2009\u202f\t\r\n]")
_CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_BATCH = 64
MAX_CHARACTERS = 2000
"""A "sentence" longer than this is a table or a list without stops; it is left unparsed."""


def parse_sentences(sentences: Sequence[Sentence], pipeline: Language) -> list[Sentence]:
    """The same sentences in the same order with tokens, of one document or several; too long ones without.

    White space and quotation marks are made plain before parsing, one character for one, so that offsets stay those of
    the document's text.
    """
    short = [s for s in sentences if len(s.text) <= MAX_CHARACTERS]
    docs = iter(pipeline.pipe([_plain(s.text) for s in short], batch_size=_BATCH))
    return [
        replace(sentence, tokens=_tokens(next(docs), sentence)) if len(sentence.text) <= MAX_CHARACTERS else sentence
        for sentence in sentences
    ]


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).translate(_CURLY)


def _tokens(doc: Doc, sentence: Sentence) -> tuple[Token, ...]:
    """The words of a parsed text, spaces dropped, as one tree: further roots hang on the first as parataxis."""
    words = [t for t in doc if not t.is_space]
    place = {t.i: i for i, t in enumerate(words)}
    heads = [_word_above(word) for word in words]
    root = next((i for i, head in enumerate(heads) if head is None), 0)
    tokens = []
    for i, (word, above) in enumerate(zip(words, heads, strict=True)):
        is_root = above is None
        head = i if above is None else place[above.i]
        relation, _, subtype = word.dep_.partition(":")
        if is_root and i != root:
            head, relation = root, "parataxis"
        start = sentence.span.start + word.idx
        span = Span(start, start + len(word.text))
        text = sentence.text[word.idx : word.idx + len(word.text)]
        tokens.append(
            Token(
                index=i,
                span=span,
                text=text,
                lower=text.lower(),
                lemma=word.lemma_.lower(),
                pos=word.pos_,
                dep=relation.lower(),
                head=head,
                passive=subtype == "pass",
            )
        )
    return tuple(tokens)


def _word_above(word: SpacyToken) -> SpacyToken | None:
    """The nearest governor that is no white space; None where the word is a root, or hangs on a root of white space."""
    while word.head.i != word.i:
        word = word.head
        if not word.is_space:
            return word
    return None
