"""What a document asserts: claims and denials."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tallybook.model.quantity import Change, Number, Quantity, Reading
from tallybook.model.span import Span
from tallybook.model.time import PartialDate, Period

Proof = tuple[Span, ...] | str
"""The words that prove a field, or the short reason it was inferred for."""


class ClaimKind(StrEnum):
    """How the number relates to time."""

    TOTAL = "total"
    LEVEL = "level"
    FLOW = "flow"
    RATE = "rate"
    SHARE = "share"


class Modality(StrEnum):
    """How the thing said stands to what has happened."""

    REPORTED = "reported"
    PLANNED = "planned"
    EXPECTED = "expected"
    PROJECTED = "projected"
    INFERRED = "inferred"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who first says it, and who passed it on, nearest to the origin first. The outlet itself is never named."""

    origin: str | None = None
    relays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """Bounds of a number multiplied by the claim it stands "each of"."""

    low: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One document's assertion of one quantity, with the words that prove it.

    `core` (the numeral's own characters) together with the document's content hash is the claim's anchor: a later
    program version that reads the words differently still finds the same anchor. `evidence` has the keys value,
    hedge, unit, event, per, origin, relays, group, time and place wherever the field is filled; where unit, event or
    origin is taken over from elsewhere, the words that stand there are under unit_from, event_from or origin_from.
    `taken_back` are the words by which the page itself says that the number no longer stands ("revising an earlier toll
    of 35"); None where it stands. `partial_time` is what the words tell of a day whose year nothing on the page gives
    ("in October"); then `time` is None.
    """

    id: str
    document_id: str
    span: Span
    core: Span
    sentence: Span
    quantity: Quantity
    event: str
    kind: ClaimKind
    modality: Modality
    attribution: Attribution
    group: str | None = None
    time: Period | None = None
    place: str | None = None
    part_of: str | None = None
    each_of: str | None = None
    total: Product | None = None
    change: Change | None = None
    condition: Span | None = None
    incident: str | None = None
    taken_back: Span | None = None
    partial_time: PartialDate | None = None
    evidence: Mapping[str, Proof] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()


SURROUNDINGS = "where the sentences before are set"
"""Why a claim has a place that its own sentence does not tell."""


class DenialKind(StrEnum):
    """What a statement without a number does to others."""

    DENIAL = "denial"
    EVASION = "evasion"
    ZERO = "zero"


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A statement against others, without a number: a denial, an evasive answer, or "no casualties".

    `event` is what is denied where the sentence says it, None for "denied the reports".
    """

    id: str
    document_id: str
    span: Span
    sentence: Span
    kind: DenialKind
    speaker: str | None
    event: str | None = None
    evidence: Mapping[str, Proof] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A number that was read but not taken as a claim, with the reason, so that it can be counted and shown."""

    document_id: str
    span: Span
    reason: str
