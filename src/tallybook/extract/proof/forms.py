"""The dictionary forms that a word may be an inflection of, by the lexicon's endings alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tallybook.extract.vocabulary import Vocabulary
from tallybook.quantity.nouns import singular


@lru_cache(maxsize=4096)
def forms_of(word: str, words: Vocabulary) -> tuple[str, ...]:
    """The word in lower case and every form its endings lead to, most of which are no words; without repeats."""
    return tuple(dict.fromkeys(_forms(word.lower().strip("'’"), words)))


def _forms(word: str, words: Vocabulary) -> Iterator[str]:
    text = words.lexicon.text
    yield word
    yield singular(word, words.lexicon)
    if word in text.irregular:
        yield text.irregular[word]
    for ending in text.possessive_endings:
        if word.endswith(ending):
            yield word.removesuffix(ending)
    for ending, instead in (*text.plurals, *text.endings):
        stem = word.removesuffix(ending)
        if not word.endswith(ending) or not stem:
            continue
        yield stem + instead
        if ending in (*text.progressive, *text.past) and stem[-2:-1] == stem[-1]:
            yield stem[:-1]  # "shipped"


@lru_cache(maxsize=4096)
def noun_forms(word: str, words: Vocabulary) -> tuple[str, ...]:
    """The forms that a noun may be an inflection of."""
    low = word.lower().strip("'’")
    return tuple(dict.fromkeys((low, words.singular(low), singular(low, words.lexicon))))
