"""A document's sketch: few numbers that stand for its words, enough to tell copies without the text.

Kept are the stretches of eight words whose hash is small: of two texts the same stretches are kept, so that the share
of the one's that the other has estimates the containment (A. Z. Broder, On the resemblance and containment of
documents, 1997, "mod m"; with a bound of its own for each text: E. Cohen, H. Kaplan, Summarizing data using bottom-k
sketches, 2007).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import numpy as np

from tallybook.copies.words import (
    SHINGLE,
    Hashes,
    code_of,
    codes_of,
    masked,
    numbers_among,
    stirred,
    stretches_of,
    words_of,
)
from tallybook.model import Document

ONE_IN = 5
"""An article of 450 words has a sketch of about 90 stretches."""

FEWEST, MOST = 32, 512
"""Of a short text a larger part is kept, all of one that has no more; of a very long one a smaller part."""

EVERY = (1 << 64) - 1
_BOUND = (1 << 64) // ONE_IN
_MOST_NUMBERS = 256
_HIGH = np.uint64(0xFFFFFFFF << 32)
_HALF = np.uint64(32)
_DIGITS = np.uint64(1)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Sketch:
    """What of one document is kept to find its copies; about a kilobyte.

    `shingles` are all hashes of its stretches of eight words that are smaller than `below`, rising. `numbers` are its
    numbers with what stands around them, rising: the upper half of each is a hash of eight words with the numbers
    hidden, the lower half a hash of the number, odd if it is written in digits. `day` is the ordinal of the day it was
    published (`date.toordinal`), 0 where unknown; `words` how many words the article has; `site` a hash of the host or
    else the outlet, 0 where neither is known.

    In Parquet one row each: document string, day int32, words int32, site uint64, below uint64, shingles list<uint64>,
    numbers list<uint64>. `Sketches` takes the columns as they are.
    """

    document: str
    day: int
    words: int
    site: int
    below: int
    shingles: Hashes
    numbers: Hashes


def sketch_of(document: Document) -> Sketch:
    """The sketch of a document's article, its title left out; the same in every run and on every machine."""
    words = words_of(document)
    codes, numbers = codes_of(words), numbers_among(words, document.language)
    below, shingles = _sample(np.unique(stretches_of(codes)))
    return Sketch(
        document=document.id,
        day=day_of(document),
        words=len(words),
        site=_site(document),
        below=below,
        shingles=shingles,
        numbers=_numbers(codes, numbers, [words[at][0].isdigit() for at in numbers]),
    )


def day_of(document: Document) -> int:
    """The ordinal of the day it was published, 0 where unknown."""
    day = document.published.date() if document.published is not None else None
    return day.toordinal() if day is not None else 0


def _sample(stretches: Hashes) -> tuple[int, Hashes]:
    """The bound, and the stretches under it."""
    count = int(np.searchsorted(stretches, np.uint64(_BOUND)))
    kept = min(max(count, FEWEST), MOST)
    if kept == count:
        return _BOUND, stretches[:count]
    return (int(stretches[kept]), stretches[:kept]) if kept < len(stretches) else (EVERY, stretches)


def _numbers(codes: Hashes, numbers: Sequence[int], digits: Sequence[bool]) -> Hashes:
    """Each number with the seven words that follow it, and with the seven before it.

    Where the same words hold several numbers, as in a table, none of them can be faced with one of another text.
    """
    hidden, places = stretches_of(masked(codes, numbers)), np.array(numbers, np.int64)
    follow, precede = places[places < len(hidden)], places[places >= SHINGLE - 1]
    around = np.concatenate([hidden[follow], stirred(hidden[precede - (SHINGLE - 1)])])
    held = codes >> _HALF
    held[places] = held[places] & ~_DIGITS | np.array(digits, np.uint64)
    found = np.unique((around & _HIGH) | held[np.concatenate([follow, precede])])
    _, first, times = np.unique(found >> _HALF, return_index=True, return_counts=True)
    kept: Hashes = found[first[times == 1]]
    return kept[:_MOST_NUMBERS]


def _site(document: Document) -> int:
    name = (_host(document.url or "") or document.outlet or "").lower().removeprefix("www.")
    return code_of(name) if name else 0


def _host(url: str) -> str | None:
    """None also of what is no URL, as a page may state anything."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
