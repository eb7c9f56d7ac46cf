"""Which sentences of a document a parse could make something of, told before any is parsed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tallybook.extract.cues import cues_of
from tallybook.extract.discourse import quotation_start
from tallybook.extract.numbers import Numbers, read_numbers
from tallybook.extract.setting import anchor_of
from tallybook.extract.vocabulary import Vocabulary, vocabulary
from tallybook.lexicon.schema import Lexicon
from tallybook.model import Document, Period, Sentence
from tallybook.quantity import has_quantity
from tallybook.registry import Registry

NEIGHBOURHOOD = 1500
"""Characters around a block with a quantity in which sentences matter that have none."""
_REACH = 700
"""Characters back to a number that a sentence can tell the speaker of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A document's sentences, with the numbers of those that have any by their place.

    `parsed` are the places of those to parse at once: they can hold a claim or a denial, or tell who said the numbers
    before them, or of another incident. `unparsed` are others near a number: they matter where a later one asks who
    spoke before it.
    """

    document: Document
    words: Vocabulary
    anchor: Period | None
    sentences: tuple[Sentence, ...]
    numbers: Mapping[int, Numbers]
    parsed: tuple[int, ...]
    unparsed: frozenset[int]

    def to_parse(self) -> list[Sentence]:
        """The sentences to parse at once."""
        return [self.sentences[place] for place in self.parsed]

    def anchor_of(self, sentence: Sentence) -> Period | None:
        """The days that "yesterday" is relative to in a sentence: those of its post, else of the page."""
        return _anchor_at(self.document, sentence, self.anchor)


def survey(document: Document, sentences: Iterable[Sentence], *, lexicon: Lexicon, registry: Registry) -> Survey:
    """The survey of a document that is split into sentences."""
    words = vocabulary(lexicon, registry)
    anchor = anchor_of(document, words)
    listed = tuple(sentences)
    having = [place for place, sentence in enumerate(listed) if has_quantity(sentence.text)]
    numbers = {
        place: read_numbers(listed[place], words, _anchor_at(document, listed[place], anchor)) for place in having
    }
    claiming = frozenset(place for place in having if numbers[place].may_be_claims())
    near = _near(having, listed)
    cues = cues_of(words)
    parsed = claiming | {
        place
        for place in near - claiming
        if cues.may_deny(listed[place])
        or cues.may_tell_another_incident(listed[place])
        or _tells_back(place, listed, claiming, words, document.text)
    }
    return Survey(
        document=document,
        words=words,
        anchor=anchor,
        sentences=listed,
        numbers=numbers,
        parsed=tuple(sorted(parsed)),
        unparsed=near - parsed,
    )


def _anchor_at(document: Document, sentence: Sentence, anchor: Period | None) -> Period | None:
    """`anchor` is the page's."""
    if not document.posts:
        return anchor
    published = document.published_at(sentence.span.start)
    return published.period() if published is not None else anchor


def _near(having: Sequence[int], sentences: Sequence[Sentence]) -> frozenset[int]:
    """The places of the sentences with a quantity, and of those around a block with one."""
    starts = sorted({sentences[place].block.span.start for place in having})
    found = set(having)
    for place, sentence in enumerate(sentences):
        behind = bisect_right(starts, sentence.span.start - NEIGHBOURHOOD)
        if behind < len(starts) and starts[behind] < sentence.span.start + NEIGHBOURHOOD:
            found.add(place)
    return frozenset(found)


def _tells_back(
    place: int, sentences: Sequence[Sentence], claiming: frozenset[int], words: Vocabulary, text: str
) -> bool:
    """Whether a sentence can tell who said a number before it: it ends a quotation with one, or points back to one."""
    here = sentences[place]
    before = takewhile(
        lambda s: s.block is here.block or here.span.start - s.span.end <= _REACH,
        (sentences[at] for at in range(place - 1, -1, -1)),
    )
    claims = [s for at, s in zip(range(place - 1, -1, -1), before, strict=False) if at in claiming]
    if not claims:
        return False
    quoted = any(s.block is here.block for s in claims) and quotation_start(here, text) is not None
    return quoted or cues_of(words).may_point_back(here)
