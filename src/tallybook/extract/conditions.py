"""What a forecast or plan depends on: "if the rains fail"."""

from __future__ import annotations

from tallybook.extract.counted import Number
from tallybook.extract.modality import AHEAD
from tallybook.model import Modality, Span


def read_condition(number: Number, modality: Modality) -> Span | None:
    """The clause of condition in the sentence of a number that is yet to come; None for what has happened."""
    if modality not in AHEAD:
        return None
    sentence = number.sentence
    opening = next((t for t in sentence.tokens if t.lower in number.words.lexicon.modality.conditions), None)
    clause = sentence.head(opening) if opening is not None and opening.dep == "mark" else None
    if opening is None or clause is None:
        return None
    tokens = [t for t in sentence.subtree(clause) if t.index >= opening.index and t.pos != "PUNCT"]
    return None if number.mention.span.touches(sentence.span_of(tokens)) else sentence.span_of(tokens)
