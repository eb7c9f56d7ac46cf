"""What an article is about, and whether text further down the page is about the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tallybook.read.units import Unit

_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"(?<=[\w,;:“\"'’–—-] )[^\W\d_a-zа-яёіїєґà-öø-ÿ][^\W\d_]{2,}")
_STEM = 6
_NAME_WEIGHT = 0.25


@dataclass(slots=True)
class Matter:
    """The words and names of an article's headline and first paragraphs."""

    words: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def learn(self, unit: Unit) -> None:
        """Takes in the words of a headline or paragraph."""
        self.words |= stems_of(unit)
        self.names |= _names_of(unit)

    def kinship(self, run: Sequence[Unit]) -> float:
        """How near a run of paragraphs is to the article, averaged over the paragraphs.

        The share of words in common, and a quarter more where a name is. On 201 English news pages later paragraphs
        of the article average .40 and the paragraphs below the article .15.
        """
        return sum(map(self._kinship, run)) / len(run) if run else 0.0

    def _kinship(self, unit: Unit) -> float:
        stems = stems_of(unit)
        shared = len(stems & self.words) / len(stems) if stems else 0.0
        return shared + _NAME_WEIGHT * (not self.names.isdisjoint(_names_of(unit)))


def stems_of(unit: Unit) -> frozenset[str]:
    """The beginnings of a unit's longer words."""
    return frozenset(word[:_STEM] for word in _WORD.findall(unit.plain))


def _names_of(unit: Unit) -> frozenset[str]:
    """Words in capitals within a sentence."""
    return frozenset(word.casefold()[:_STEM] for word in _NAME.findall(unit.text))
