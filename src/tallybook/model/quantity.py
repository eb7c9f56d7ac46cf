"""How many, how surely, of what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from tallybook.model.span import Span

Number = int | float
Change = Literal["up", "down"]


class Hedge(StrEnum):
    """How the words stand to the bounds."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    UP_TO = "up to"
    LESS_THAN = "less than"
    RANGE = "range"
    VAGUE = "vague"


class Measure(StrEnum):
    """What kind of thing a number measures. Only COUNT, MONEY and SHARE can become claims by themselves."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    RATIO = "ratio"  # "three times", "tenfold", "+46 %"
    ORDINAL = "ordinal"
    AGE = "age"
    DURATION = "duration"
    PHYSICAL = "physical"  # length, mass, area, temperature, magnitude, calibre, speed, energy …


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Bounds, hedge and unit. The bounds are equal for a point and None where open or vague.

    `unit` is a singular English noun ("person", "battalion"), "money" or "share" (bounds 0–1); None while nobody
    has said what is counted. `currency` is an ISO 4217 code. `per` is "hour", "day", "week", "month" or "year".
    """

    low: Number | None
    high: Number | None
    hedge: Hedge = Hedge.EXACT
    unit: str | None = None
    per: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Another way to read the same words: the fields that differ (as in the claim's JSON), and why."""

    differs: dict[str, object]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """A quantity where it stands in a text.

    `span` is the number expression with its hedge, without the counted noun ("about 3,000", "a third", "40 %",
    "$1.2 billion"); `core` is the numeral alone ("3,000"). `hedge_span`, `unit_span` and `per_span` are the words
    that prove those fields, None where the field is inferred or empty. A hedge that stands in a verb ("exceeded
    4,500") has a `hedge_span` outside `span`.
    """

    span: Span
    core: Span
    measure: Measure
    quantity: Quantity
    hedge_span: Span | None = None
    unit_span: Span | None = None
    per_span: Span | None = None
    change: Change | None = None
    readings: tuple[Reading, ...] = ()
