"""The numbers of a sentence before it is parsed: most are dates, ages or prices and need no parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tallybook.dates import DateMention
from tallybook.extract.refusals import why_no_quantity
from tallybook.extract.setting import sentence_dates
from tallybook.extract.vocabulary import Vocabulary
from tallybook.lexicon.schema import Lexicon
from tallybook.model import Period, QuantityMention, Refusal, Sentence, Span
from tallybook.quantity import read_quantities

_KEPT = 1024
"""Sentences whose numbers are kept: more than a page has, so that the proof of its claims reads none again."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The quantities and dates of a sentence in document offsets, and for each quantity why it is no claim, or None."""

    mentions: tuple[QuantityMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    reasons: tuple[str | None, ...] = ()

    def may_be_claims(self) -> bool:
        """Whether a parse can make a claim of one of them."""
        return None in self.reasons

    def refusals(self, document_id: str) -> Iterator[Refusal]:
        """Those that are no claims."""
        for mention, reason in zip(self.mentions, self.reasons, strict=True):
            if reason is not None:
                yield Refusal(document_id=document_id, span=mention.span, reason=reason)


@lru_cache(maxsize=_KEPT)
def numbers_of(sentence: str, lexicon: Lexicon) -> tuple[QuantityMention, ...]:
    """Every number that the words of a sentence tell, in offsets of the sentence."""
    return read_quantities(sentence, lexicon)


def read_numbers(sentence: Sentence, words: Vocabulary, anchor: Period | None) -> Numbers:
    """The numbers of a sentence, parsed or not; `anchor` is the day that "last autumn" is relative to."""
    found = numbers_of(sentence.text, words.lexicon)
    if not found:
        return Numbers()
    mentions = tuple(_shifted(mention, sentence.span.start) for mention in found)
    dates = sentence_dates(anchor, sentence, words)
    return Numbers(mentions, dates, tuple(why_no_quantity(mention, dates, words) for mention in mentions))


def _shifted(mention: QuantityMention, offset: int) -> QuantityMention:
    """A mention with its spans in document offsets."""

    def move(span: Span | None) -> Span | None:
        return span.shifted(offset) if span is not None else None

    return replace(
        mention,
        span=mention.span.shifted(offset),
        core=mention.core.shifted(offset),
        hedge_span=move(mention.hedge_span),
        unit_span=move(mention.unit_span),
        per_span=move(mention.per_span),
    )
