"""Copies of a treebank's sentences with their numbers drawn anew, at the magnitudes news has.

Treebanks are poor in numbers such as 12,400. A copy keeps tree, lemmas and features of its sentence and changes only
digits that count something (UPOS NUM, relation nummod).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from training.conllu import Sentence, Word

SEED = 1
_WHOLE = re.compile(r"\d+|\d{1,3}(?:,\d{3})+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def redraw(sentences: Iterable[Sentence], *, seed: int = SEED) -> Iterator[Sentence]:
    """A copy of each sentence that has a number to redraw, in order; the others are left out.

    The copies follow one another without the texts' borders, since what stood between them is gone.
    """
    dice = random.Random(seed)
    for sentence in sentences:
        drawn = [_redrawn(word, dice) for word in sentence.words]
        if any(drawn):
            words = tuple(new or old for new, old in zip(drawn, sentence.words, strict=True))
            yield replace(sentence, words=words, opens_document=False)


def _redrawn(word: Word, dice: random.Random) -> Word | None:
    """The word with another number; None where it stays: no number, a year, or one such as "3.5" or "two"."""
    if word.upos != "NUM" or not word.relation.startswith("nummod") or _YEAR.fullmatch(word.form):
        return None
    share = dice.random()
    if not _WHOLE.fullmatch(word.form):
        return None
    number = _news_number(share, dice)
    return replace(word, form=number, lemma=number)


def _news_number(share: float, dice: random.Random) -> str:
    """Three in ten up to 999, half of them round up to 99,900,000, the rest uneven thousands or under a hundred."""
    if share < 0.3:
        return str(dice.randint(2, 999))
    if share < 0.8:
        return f"{dice.randint(1, 999) * dice.choice((1, 10, 100)) * 10 ** dice.choice((1, 2, 3)):,}"
    if share < 0.9:
        return f"{dice.randint(1000, 99999):,}"
    return str(dice.randint(2, 99))
