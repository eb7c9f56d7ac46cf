"""What a mention says besides its value: the spans that prove each field, and the readings it leaves open."""

from __future__ import annotations

import pytest

from tallybook.lexicon import load_lexicon
from tallybook.model.quantity import Hedge
from tallybook.model.span import Span
from tallybook.quantity import read_quantities, read_value

LEXICON = load_lexicon("en")

# text, core, hedge words, unit words, rate words of its only mention
PROOFS = [
    ("Nearly 4,200 miners left.", "4,200", "Nearly", None, None),
    ("Between 40 and 60 miners left.", "40 and 60", "Between", None, None),
    ("40 to 60 miners left.", "40 to 60", "to", None, None),
    ("Dozens of miners left.", "Dozens", "Dozens", None, None),
    ("The queue exceeded 900 trucks.", "900", "exceeded", None, None),
    ("It has climbed above 900.", "900", "climbed above", None, None),
    ("We saw 900 trucks or more.", "900", "or more", None, None),
    ("The mine lost $3.2 million.", "3.2 million", None, "$", None),
    ("The mine lost 3.2 million euros.", "3.2 million", None, "euros", None),
    ("Some 40 % of miners left.", "40", "Some", "%", None),
    ("A third of miners left.", "A third", None, "A third", None),
    ("One in five miners left.", "One in five", None, "One in five", None),
    ("The shaft is 900 metres deep.", "900", None, "metres", None),
    ("The strike lasted nine weeks.", "nine", None, "weeks", None),
    ("A 41-year-old left.", "41", None, "year-old", None),
    ("A quake of magnitude 5.9 hit.", "5.9", None, "magnitude", None),
    ("They lose 92 of their number every day.", "92", None, None, "every day"),
    ("Up to 92 miners a day leave.", "92", "Up to", None, "a day"),
    ("A daily toll of 92 was given.", "92", None, None, "daily"),
]


@pytest.mark.parametrize(("text", "core", "hedge", "unit", "per"), PROOFS)
def test_proofs(text: str, core: str, hedge: str | None, unit: str | None, per: str | None) -> None:
    (mention,) = read_quantities(text, LEXICON)

    def words(span: Span | None) -> str | None:
        return span and span.of(text)

    assert mention.core.of(text) == core
    assert words(mention.hedge_span) == hedge
    assert words(mention.unit_span) == unit
    assert words(mention.per_span) == per


READINGS = [
    ("The index is at 3.350 now.", 3.35, [3350]),
    ("The index is at 12.345 now.", 12.345, [12345]),
    ("The index is at 3.35 now.", 3.35, []),
    ("The index is at 3,350 now.", 3350, []),
]


@pytest.mark.parametrize(("text", "first", "others"), READINGS)
def test_readings(text: str, first: float, others: list[float]) -> None:
    (mention,) = read_quantities(text, LEXICON)
    assert mention.quantity.low == first
    assert [reading.differs["low"] for reading in mention.readings] == others
    assert all(reading.why for reading in mention.readings)


ALONE = [
    ("about 3,000", 3000, 3000, Hedge.ABOUT),
    ("up to 6,000", None, 6000, Hedge.UP_TO),
    ("between 20 and 30", 20, 30, Hedge.RANGE),
    ("a third", 1 / 3, 1 / 3, Hedge.EXACT),
    ("scores", None, None, Hedge.VAGUE),
    ("one", 1, 1, Hedge.EXACT),
    ("2020", 2020, 2020, Hedge.EXACT),
    ("3.1m", 3_100_000, 3_100_000, Hedge.EXACT),
    ("40 %", 0.4, 0.4, Hedge.EXACT),
    ("600-plus", 600, None, Hedge.AT_LEAST),
]


@pytest.mark.parametrize(("text", "low", "high", "hedge"), ALONE)
def test_value_alone(text: str, low: float | None, high: float | None, hedge: Hedge) -> None:
    quantity = read_value(text, LEXICON)
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.hedge) == (low, high, hedge)


@pytest.mark.parametrize("text", ["", "   ", "miners", "40 miners", "40 and 60", "F-16", "12/10/2021", "several"])
def test_no_value(text: str) -> None:
    assert read_value(text, LEXICON) is None


@pytest.mark.xfail(reason="a pronoun before a verb that the lexicon does not list", strict=True)
def test_pronoun_before_any_verb() -> None:
    assert not read_quantities("Everyone, one hopes, is safe.", LEXICON)


@pytest.mark.xfail(reason="the counted noun stands between the two numbers", strict=True)
def test_proportion_around_its_noun() -> None:
    (mention,) = read_quantities("One house in three was hit.", LEXICON)
    assert mention.quantity.low == pytest.approx(1 / 3)
