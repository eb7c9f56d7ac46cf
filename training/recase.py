"""Copies of sentences as wire copy and headlines write them: in small letters, or With a Capital to Every Word.

tallybook lower-cases text that stands in capitals, so that a parser meets "The u.s. army said"; and headlines are
where names and common nouns look alike.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from training.conllu import Sentence
from training.words import read_words

SEED = 3


def lowered(sentences: Iterable[Sentence], *, share: float, seed: int = SEED) -> Iterator[Sentence]:
    """Copies of a share of the sentences, in small letters but for the first."""
    for sentence in _drawn(sentences, share, seed):
        words = tuple(
            replace(word, form=_small(word.form, first=place == 0)) for place, word in enumerate(sentence.words)
        )
        multiwords = tuple(replace(m, form=_small(m.form, first=m.first == 0)) for m in sentence.multiwords)
        yield replace(sentence, words=words, multiwords=multiwords)


def headlined(sentences: Iterable[Sentence], *, share: float, seed: int = SEED) -> Iterator[Sentence]:
    """Copies of a share of the sentences in title case. Sentences with multiword tokens are left out."""
    small = frozenset(read_words()["headline_small"].split())
    for sentence in _drawn(sentences, share, seed):
        if not sentence.multiwords:
            words = tuple(
                replace(word, form=_titled(word.form, () if place == 0 else small))
                for place, word in enumerate(sentence.words)
            )
            yield replace(sentence, words=words)


def _drawn(sentences: Iterable[Sentence], share: float, seed: int) -> Iterator[Sentence]:
    """Some of the sentences, each a text of its own since its neighbours are gone."""
    dice = random.Random(seed)
    return (replace(sentence, opens_document=True) for sentence in sentences if dice.random() < share)


def _small(form: str, *, first: bool) -> str:
    return form[:1] + form[1:].lower() if first else form.lower()


def _titled(form: str, small: Collection[str]) -> str:
    return form if form in small else form[:1].upper() + form[1:]
