"""The sentence around a stretch of a page, and the number that the program reads there."""

from __future__ import annotations

from tallybook.lexicon import load_lexicon, supported_languages
from tallybook.lexicon.schema import Lexicon
from tallybook.model import Document, QuantityMention, Span
from tallybook.web.shapes import NumberRead


def sentence_around(document: Document, core: Span) -> Span:
    """The sentence that a stretch of a document stands in; its block, or itself, where there is none."""
    from tallybook.parse import split_sentences  # loads what only who adds a claim needs

    sentences = split_sentences(document, _lexicon(document))
    known = (*(one.span for one in sentences), *(block.span for block in document.blocks))
    return next((span for span in known if span.covers(core)), core)


def number_at(document: Document, selected: Span) -> NumberRead | None:
    """The first number that a stretch of a document touches, with the fields it proves; None where there is none."""
    from tallybook.quantity import read_quantities

    sentence = sentence_around(document, selected)
    for mention in read_quantities(sentence.of(document.text), _lexicon(document)):
        if mention.core.shifted(sentence.start).touches(selected):
            return _told(mention, sentence)
    return None


def _told(mention: QuantityMention, sentence: Span) -> NumberRead:
    def place(span: Span) -> list[int]:
        return [span.start + sentence.start, span.end + sentence.start]

    quantity = mention.quantity
    spans = {"value": mention.span, "hedge": mention.hedge_span, "unit": mention.unit_span, "per": mention.per_span}
    return {
        "core": place(mention.core),
        "claim": {
            "low": quantity.low,
            "high": quantity.high,
            "hedge": quantity.hedge.value,
            "unit": quantity.unit,
            "per": quantity.per,
            "currency": quantity.currency,
            "change": mention.change,
            "span": place(mention.span),
            "sentence": [sentence.start, sentence.end],
            "evidence": {field: [place(span)] for field, span in spans.items() if span is not None},
        },
    }


def _lexicon(document: Document) -> Lexicon:
    language = document.language if document.language in supported_languages() else None
    return load_lexicon(language or "en")
