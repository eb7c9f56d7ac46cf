"""Mentions as short strings, so that tests read as tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tallybook.lexicon import load_lexicon
from tallybook.model.quantity import Hedge, Measure, Number, QuantityMention
from tallybook.quantity import read_quantities


@pytest.fixture(scope="session")
def read() -> Callable[[str], list[str]]:
    lexicon = load_lexicon("en")
    return lambda text: [_shown(mention, text) for mention in read_quantities(text, lexicon)]


def _shown(mention: QuantityMention, text: str) -> str:
    """ "about 3,000 | about 3000", "$5m | 5000000 money USD", "40 % | 0.4 share up", "dozens | ?"."""
    quantity = mention.quantity
    words = [quantity.hedge.value] if quantity.hedge not in (Hedge.EXACT, Hedge.RANGE, Hedge.VAGUE) else []
    words.append(_bounds(quantity.low, quantity.high))
    if mention.measure is not Measure.COUNT:
        words.append(mention.measure.value)
    if quantity.unit not in (None, "money", "share"):
        words.append(quantity.unit)
    words += [word for word in (quantity.currency, quantity.per and f"per {quantity.per}", mention.change) if word]
    return f"{mention.span.of(text)} | {' '.join(words)}"


def _bounds(low: Number | None, high: Number | None) -> str:
    if low is None and high is None:
        return "?"
    return _number(low) if low == high else f"{_number(low)}..{_number(high)}"


def _number(value: Number | None) -> str:
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)
