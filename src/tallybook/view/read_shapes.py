"""The published forms of what was read, as types: what every key of them holds."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from msgspec import Meta

from tallybook.model import Number

SpanJson = Annotated[list[int], Meta(min_length=2, max_length=2)]
"""Start and end in the document's text, in code points."""
DaysJson = Annotated[list[str], Meta(min_length=2, max_length=2)]
"""The first and the last day, both included."""


class PassageJson(TypedDict, total=False):
    """Words that prove a claim: strings, and pairs of words and field; or the `problem` that bars them."""

    problem: str
    pieces: list[str | Annotated[list[str], Meta(min_length=2, max_length=2)]]
    before: str
    after: str


class WhereJson(TypedDict, total=False):
    """Where a document was read, as far as it is known."""

    path: str
    url: str


class DocumentJson(WhereJson):
    """What a claim says of its document."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None


class QuantityJson(TypedDict):
    """A number with how it is hedged, its unit, and the time it is per."""

    low: Number | None
    high: Number | None
    hedge: str
    unit: str | None
    per: str | None
    currency: NotRequired[str]


class BoundsJson(TypedDict):
    """Two bounds."""

    low: Number | None
    high: Number | None


class PartialDateJson(TypedDict):
    """A date of which not all is known."""

    year: int | None
    month: int | None
    day: int | None


class ReadingJson(TypedDict):
    """Another reading: the fields in which it differs, and why it may be meant."""

    differs: dict[str, Any]
    why: str


EvidenceJson = dict[str, str | list[SpanJson]]
"""By field, the words that prove it, or the reason it was inferred."""


class ClaimExtrasJson(TypedDict, total=False):
    """What few claims have."""

    total: BoundsJson
    incident: str | None
    condition: SpanJson
    taken_back: SpanJson
    partial_time: PartialDateJson


class ClaimJson(ClaimExtrasJson):
    """One claim, as `tallybook claims` exports it."""

    id: str
    document: DocumentJson
    span: SpanJson
    text: str
    sentence: str
    quantity: QuantityJson
    group: str | None
    event: str
    kind: str
    modality: str
    origin: str | None
    relays: list[str]
    time: DaysJson | None
    place: str | None
    part_of: str | None
    evidence: EvidenceJson
    readings: list[ReadingJson]
    change: str | None
    each_of: str | None


class DenialJson(TypedDict):
    """One denial, evasive answer or zero, with its words."""

    id: str
    document: DocumentJson
    span: SpanJson
    text: str
    sentence: str
    kind: str
    speaker: str | None
    event: str | None
    evidence: EvidenceJson


class RefusalJson(TypedDict):
    """A number that was read but not taken."""

    document: str
    span: SpanJson
    reason: str
