"""All the voices of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.according import read_according
from tallybook.extract.voices.bracketed import read_bracketed
from tallybook.extract.voices.cites import read_cited
from tallybook.extract.voices.contrast import part_contrasted
from tallybook.extract.voices.headline import read_headline
from tallybook.extract.voices.listed import read_listed
from tallybook.extract.voices.quoted_as import read_quoted_as
from tallybook.extract.voices.reckonings import read_reckonings
from tallybook.extract.voices.reported_by import read_reported_by
from tallybook.extract.voices.says import read_says
from tallybook.extract.voices.voice import Manner, Voice
from tallybook.extract.voices.withdrawals import read_withdrawals
from tallybook.model import Sentence

Reader = Callable[[Sentence, Vocabulary], Iterator[Voice]]

READERS: tuple[Reader, ...] = (
    read_says,
    read_according,
    read_cited,
    read_reported_by,
    read_reckonings,
    read_withdrawals,
    read_quoted_as,
    read_headline,
    read_listed,
    read_bracketed,
)
_DEPTH: dict[Manner, int] = {
    "reported by": 0,
    "cites": 1,
    "according": 2,
    "says": 2,
    "colon": 3,
    "bracketed": 4,
}
"""From the manner that stands nearest to the number to the one that holds the whole sentence."""


def read_voices(sentence: Sentence, words: Vocabulary) -> tuple[Voice, ...]:
    """The voices of a parsed sentence, innermost first."""
    found = part_contrasted([voice for read in READERS for voice in read(sentence, words)], sentence, words)
    return tuple(sorted(found, key=lambda voice: (_DEPTH[voice.manner], len(voice.scope))))
