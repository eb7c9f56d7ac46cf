"""Parse the sentences that can matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from tallybook.model import Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_SPACES = re.compile(r"[\u00a0\u2007\u2009\u202f\t\r\n]")
_CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_BATCH = 64
"""Sentences in one pass of the network: what it works on fits the processor's cache."""
_MOST_WORDS = 250_000
"""Words that a pipeline keeps, 50,000 of which it begins with: about 400 bytes each."""
_ATTRIBUTES: list[int | str] = ["IDX", "LENGTH", "LEMMA", "POS", "DEP", "HEAD", "IS_SPACE"]
_HEAD, _IS_SPACE = 5, 6
MAX_CHARACTERS = 2000
"""A "sentence" longer than this is a table or a list without stops; it is left unparsed."""


def parse_sentences(sentences: Sequence[Sentence], pipeline: Language) -> list[Sentence]:
    """The same sentences in the same order with tokens, of one document or several; too long ones without.

    White space and quotation marks are made plain before parsing, one character for one, so that offsets stay those of
    the document's text.
    """
    short = [s for s in sentences if len(s.text) <= MAX_CHARACTERS]
    if not short:
        return list(sentences)
    with _words_kept(pipeline):
        docs = pipeline.pipe([_plain(s.text) for s in short], batch_size=_BATCH)
        parsed = iter([_tokens(doc, sentence) for doc, sentence in zip(docs, short, strict=True)])
    return [replace(s, tokens=next(parsed)) if len(s.text) <= MAX_CHARACTERS else s for s in sentences]


def _words_kept(pipeline: Language) -> AbstractContextManager[object]:
    """Where new words are met that the pipeline forgets afterwards, once it knows many.

    spaCy keeps every word it has seen, which makes the next meeting fast and never stops growing.
    """
    return pipeline.memory_zone() if len(pipeline.vocab.strings) >= _MOST_WORDS else nullcontext()


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).translate(_CURLY)


def _tokens(doc: Doc, sentence: Sentence) -> tuple[Token, ...]:
    """The words of a parsed text, spaces dropped, as one tree: further roots hang on the first as parataxis."""
    rows = doc.to_array(_ATTRIBUTES)  # one call for all: asking token by token takes three times as long
    relative, spaces = rows[:, _HEAD].astype("int64").tolist(), rows[:, _IS_SPACE].tolist()
    heads = _heads(relative, spaces)
    words = [at for at, space in enumerate(spaces) if not space]
    place = {at: index for index, at in enumerate(words)}
    root = next((place[at] for at in words if heads[at] is None), 0)
    from spacy.parts_of_speech import NAMES

    spelled, parts, text, begin = doc.vocab.strings, NAMES, sentence.text, sentence.span.start
    told, tokens = rows[:, :_HEAD].tolist(), []
    for index, at in enumerate(words):
        start, length, lemma, pos, dep = told[at]
        above, word = heads[at], text[start : start + length]
        relation, _, subtype = spelled[dep].partition(":")
        head = index if above is None else place[above]
        if above is None and index != root:
            head, relation = root, "parataxis"
        tokens.append(
            Token(
                index=index,
                span=Span(begin + start, begin + start + length),
                text=word,
                lower=word.lower(),
                lemma=spelled[lemma].lower(),
                pos=parts[pos],
                dep=relation.lower(),
                head=head,
                passive=subtype == "pass",
            )
        )
    return tuple(tokens)


def _heads(relative: Sequence[int], spaces: Sequence[int]) -> list[int | None]:
    """For each token the nearest governor that is no white space.

    None where the word is a root, or hangs on a root of white space. `relative` are the distances to the governors.
    """
    heads: list[int | None] = []
    for at, distance in enumerate(relative):
        above = at + distance
        while spaces[above] and relative[above]:
            above += relative[above]
        heads.append(None if above == at or spaces[above] else above)
    return heads
