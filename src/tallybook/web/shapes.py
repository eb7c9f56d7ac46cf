"""What the API answers, as types: the published forms with what reviewers need beside them.

The functions that make the answers return these, and the API's description is made of them.
"""

from __future__ import annotations

from typing import TypedDict

from tallybook.model import Number
from tallybook.view.picture_shapes import EstimateJson, FindingJson, ForecastJson, SeriesJson, StatementJson
from tallybook.view.read_shapes import ClaimJson, DenialJson, DocumentJson, PassageJson, SpanJson
from tallybook.view.shapes import EntryJson


class Status(TypedDict):
    """How many decisions there are, and whether a newer picture is being worked out; `failed` says why it cannot be."""

    version: int
    picture_version: int
    behind: bool
    failed: str | None
    run: int
    method: str
    documents: int
    claims: int
    undecided: int
    needs_token: bool


class NoteItem(TypedDict):
    """A note beside a claim."""

    id: str
    by: str
    at: str
    text: str


class Review(TypedDict):
    """What was decided on a claim."""

    verdict: str | None
    by: str | None
    at: str | None
    decision: str | None
    state: str
    assignee: str | None
    excluded: bool
    notes: list[NoteItem]


class ClaimItem(ClaimJson):
    """A claim with its anchor, its place in the picture, its words and its review."""

    anchor: str
    fragment: str
    core: SpanJson
    sentence_span: SpanJson
    side: str | None
    series: str | None
    passage: PassageJson
    review: Review


class DocumentItem(DocumentJson):
    """A document without its text."""

    content_hash: str
    author: str | None
    fragment: str
    claims: int
    length: int


class BlockItem(TypedDict):
    """A stretch of a page's text, what it is, and why."""

    start: int
    end: int
    kind: str
    why: str


class AnchorItem(TypedDict):
    """A claim by id, and what decisions on it name."""

    claim: str
    anchor: str


class DocumentWhole(DocumentItem):
    """A document with its text, its blocks, and where claims stand in it."""

    text: str
    blocks: list[BlockItem]
    anchors: list[AnchorItem]


class FieldsRead(TypedDict):
    """Fields that a number proves, to be sent with a claim that was missed."""

    low: Number | None
    high: Number | None
    hedge: str
    unit: str | None
    per: str | None
    currency: str | None
    change: str | None
    span: SpanJson
    sentence: SpanJson
    evidence: dict[str, list[SpanJson]]


class NumberRead(TypedDict):
    """The numeral at a stretch of a page, and the fields that it proves."""

    core: SpanJson
    claim: FieldsRead


class ReadingItem(NumberRead):
    """The same with where it was looked for."""

    document: str
    start: int
    end: int


class HitItem(TypedDict):
    """Where words stand in a page, with what stands around them."""

    document: str
    start: int
    end: int
    before: str
    words: str
    after: str


class DenialItem(DenialJson):
    """A denial, and where a page shows it."""

    fragment: str


class SeriesItem(SeriesJson):
    """A series with the anchor that decisions on it can name, and its last estimate."""

    fragment: str
    anchor: str | None
    estimate: EstimateJson | None


class SeriesWhole(SeriesItem):
    """The same with all its estimates and its statements."""

    estimates: list[EstimateJson]
    statements: list[StatementJson]


class FindingItem(FindingJson):
    """A finding, and where a page shows it."""

    fragment: str


class ForecastItem(ForecastJson):
    """A forecast, and where a page shows it."""

    fragment: str


class SourceItem(TypedDict):
    """An origin or an outlet, how many claims it has, its side and its grade."""

    name: str
    role: str
    claims: int
    side: str | None
    grade: str | None


class EntryItem(EntryJson):
    """A decision with what it changed, and the anchors it hangs on."""

    anchors: list[str]


class WaitingItem(TypedDict):
    """A claim of the queue, with how far an estimate would move without it, and why it is where it is."""

    claim: ClaimItem
    moves: float
    why: str


class Decided(TypedDict):
    """The decision that was recorded, and how many there are now."""

    decision: EntryItem
    version: int


class PageOfJob(TypedDict):
    """How far a page is, and what came of it; `what`, `why` and `hint` tell of a failure."""

    name: str
    state: str
    document: str | None
    claims: int | None
    refusals: int | None
    what: str
    why: str
    hint: str


class JobItem(TypedDict):
    """The pages that one request gave."""

    id: str
    done: bool
    pages: list[PageOfJob]


class JobList(TypedDict):
    """Every job that is known, the newest first."""

    items: list[JobItem]


class FileItem(TypedDict):
    """A file that was kept, with its hash."""

    name: str
    sha256: str
    size: int | None
