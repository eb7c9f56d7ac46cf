"""A document's words with all of its stretches, to compare two texts word for word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tallybook.copies.words import codes_of, masked, numbers_among, stretches_of, words_of
from tallybook.model import Document


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one article in small letters.

    `stretches[i]` is the hash of the eight words that begin at `i`; `masked[i]` the same with every number hidden. A
    number is digits, a numeral, a month or a weekday: what a form of words is filled in with. `places` and
    `masked_places` tell where each of them stands first.
    """

    document: str
    words: tuple[str, ...]
    numbers: frozenset[int]
    stretches: tuple[int, ...]
    masked: tuple[int, ...]
    places: Mapping[int, int]
    masked_places: Mapping[int, int]


def wording_of(document: Document) -> Wording:
    """The words of a document's article, its title left out."""
    words = words_of(document)
    codes, numbers = codes_of(words), numbers_among(words, document.language)
    open_, hidden = stretches_of(codes).tolist(), stretches_of(masked(codes, numbers)).tolist()
    return Wording(
        document=document.id,
        words=words,
        numbers=frozenset(numbers),
        stretches=tuple(open_),
        masked=tuple(hidden),
        places=_places(open_),
        masked_places=_places(hidden),
    )


def _places(stretches: Sequence[int]) -> Mapping[int, int]:
    places: dict[int, int] = {}
    for at, stretch in enumerate(stretches):
        places.setdefault(stretch, at)
    return places
