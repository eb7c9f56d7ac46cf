"""The published forms as types: what every key of them holds. The API's description is made of these."""

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


class AssumedJson(TypedDict):
    """What a claim leaves unsaid, and what that was taken to be."""

    claim: str
    unknown: str
    taken: str
    why: str


class SeriesJson(TypedDict):
    """One series, its claims by id."""

    id: str
    title: str
    event: str
    unit: str
    kind: str
    group: str | None
    place: str | None
    incident: str | None
    claims: list[str]
    assumed: list[AssumedJson]


class StatementJson(TypedDict):
    """One utterance, the claims that report it by id."""

    id: str
    origin: str | None
    claims: list[str]
    why: str
    side: str | None


class LeftOutJson(TypedDict):
    """A claim that an estimate did not use."""

    claim: str
    why: str
    by: str | None


class PivotJson(TypedDict):
    """The claim that the best value hangs on most, and what it would be without it."""

    claim: str
    best: Number | None


class AlternativeJson(TypedDict):
    """What a policy makes of the statements of a series."""

    policy: str
    low: Number | None
    best: Number | None
    high: Number | None
    why: str


class EstimateJson(TypedDict):
    """What one series supports at one date."""

    series: str
    at: str | None
    low: Number | None
    best: Number | None
    high: Number | None
    independent: int
    method: str
    claims: list[str]
    left_out: list[LeftOutJson]
    why: str
    probability: float | None
    likelihood: str | None
    claimed_by: str | None
    pivot: PivotJson | None
    applied: list[str]
    compared: list[AlternativeJson]


class FindingJson(TypedDict):
    """One thing that does not match."""

    id: str
    kind: str
    claims: list[str]
    text: str
    arithmetic: str | None
    severity: str
    innocent: str | None
    settled: str | None
    denials: list[str]


class LinkJson(TypedDict):
    """What holds between two series, both by id."""

    kind: str
    part: str
    whole: str
    why: str


class ForecastJson(TypedDict):
    """One statement about later, and what became of it."""

    id: str
    series: str
    claims: list[str]
    origin: str | None
    due: DaysJson | None
    condition: str | None
    outcome: str
    settled_by: list[str]
    why: str
    pace: str | None
    came: Number | None
    superseded_by: str | None


class RecordJson(TypedDict):
    """How one origin's forecasts have turned out."""

    origin: str
    reached: int
    missed: int
    unsettled: int
    open: int
    withdrawn: int
    log_error: float | None


class NewsJson(TypedDict):
    """One change in a book."""

    kind: str
    text: str
    claims: list[str]
    document: str | None
    series: str | None
    finding: str | None
    forecast: str | None
    before: Number | None
    after: Number | None
    severity: str | None


class BorrowedJson(TypedDict):
    """The days a claim is put on by a year from elsewhere."""

    claim: str
    period: DaysJson
    why: str


class AssessedJson(TypedDict):
    """What the user makes of a source."""

    source: str
    grade: str | None
    words: str
    side: str | None


class BookDocumentJson(DocumentJson):
    """A document of a book."""

    content_hash: str


class BookJson(TypedDict):
    """Everything that was read and everything that follows from it."""

    method: str
    documents: list[BookDocumentJson]
    claims: list[ClaimJson]
    denials: list[DenialJson]
    refusals: list[RefusalJson]
    series: list[SeriesJson]
    links: list[LinkJson]
    statements: list[StatementJson]
    estimates: list[EstimateJson]
    findings: list[FindingJson]
    forecasts: list[ForecastJson]
    records: list[RecordJson]
    borrowed: list[BorrowedJson]
    assessed: list[AssessedJson]


class ChangedJson(TypedDict):
    """One field that a decision changes, in words."""

    field: str
    before: str | None
    after: str | None


class EntryJson(TypedDict):
    """One decision with what it changed."""

    id: str
    at: str
    by: str
    kind: str
    target: str
    changed: list[ChangedJson]
    program_version: str
    follows: str | None
    undoes: str | None
    undone_by: str | None
    stale: str | None
