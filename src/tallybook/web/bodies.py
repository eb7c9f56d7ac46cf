"""What the API takes: every decision as JSON, checked before anything else sees it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from tallybook.model import ClaimKind, Hedge, Medium, Modality, ReviewState

_NO_NUL = r"^[^\x00]*$"  # which PostgreSQL cannot hold


def _no_number(value: object) -> object:
    """A day is a string: a bare number would be taken for seconds since 1970."""
    if isinstance(value, (int, float)):
        raise ValueError("a day or a moment is a string")
    return value


Day = Annotated[dt.date, BeforeValidator(_no_number)]
Moment = Annotated[dt.datetime, BeforeValidator(_no_number)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=_NO_NUL)]
Words = Annotated[str, StringConstraints(max_length=10_000, pattern=_NO_NUL)]
AnchorText = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}:[0-9]{1,9}-[0-9]{1,9}$")]
Amount = Annotated[int | float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
SpanBody = Annotated[list[Annotated[int, Field(ge=0, le=10**9)]], Field(min_length=2, max_length=2)]
"""Start and end in the document's text, in code points, the end not included."""
Field_ = Literal["value", "hedge", "unit", "per", "event", "origin", "relays", "group", "time", "place"]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Body(BaseModel):
    """Nothing but the fields it names."""

    model_config = ConfigDict(extra="forbid")


class Days(Body):
    """Days from `start` to `end`, both included."""

    start: Day
    end: Day


class ClaimFields(Body):
    """Fields of a claim. Those that are not sent stay, or are empty in a claim that is added."""

    low: Amount | None = None
    high: Amount | None = None
    hedge: Hedge = Hedge.EXACT
    unit: Name | None = None
    per: Literal["hour", "day", "week", "month", "year"] | None = None
    currency: Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")] | None = None
    event: Name = "other"
    kind: ClaimKind = ClaimKind.TOTAL
    modality: Modality = Modality.REPORTED
    origin: Name | None = None
    relays: Annotated[list[Name], Field(max_length=20)] = []
    group: Name | None = None
    time: Days | None = None
    place: Name | None = None
    part_of: Name | None = None
    each_of: Name | None = None
    change: Literal["up", "down"] | None = None
    incident: Name | None = None
    span: SpanBody | None = None
    sentence: SpanBody | None = None
    evidence: dict[Field_, Annotated[list[SpanBody], Field(max_length=20)]] = {}


class OnClaim(Body):
    """A decision about one claim, by its anchor."""

    anchor: AnchorText


class AcceptBody(OnClaim):
    """The claim stands as it is shown."""

    kind: Literal["accept"]


class RejectBody(OnClaim):
    """What was read there is no claim."""

    kind: Literal["reject"]
    why: Words = ""


class EditBody(OnClaim):
    """The fields in `changes` are as given, and the claim is accepted."""

    kind: Literal["edit"]
    changes: ClaimFields


class AddMissedBody(Body):
    """A claim whose number stands at `core` in a document, and that no program read."""

    kind: Literal["add missed"]
    document: Name
    core: SpanBody
    claim: ClaimFields


class AddByHandBody(Body):
    """A claim on no page: its words, where and when they were heard or seen, and perhaps a file that was uploaded."""

    kind: Literal["add by hand"]
    words: Annotated[str, StringConstraints(min_length=1, max_length=10_000, pattern=_NO_NUL)]
    medium: Medium
    seen_at: Moment
    claim: ClaimFields
    outlet: Name | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\x00-\x20]+$", max_length=2000)] | None = None
    file: Digest | None = None
    file_name: Name | None = None


class ExcludeBody(OnClaim):
    """The claim is shown, and no estimate uses it."""

    kind: Literal["exclude"]
    why: Words = ""


class RenameBody(OnClaim):
    """The series that holds the claim goes by this title."""

    kind: Literal["rename"]
    title: Name


class MergeBody(OnClaim):
    """The series of the two claims are one, with the scope of that of `into`."""

    kind: Literal["merge"]
    into: AnchorText


class SplitBody(Body):
    """These claims make up a series of their own."""

    kind: Literal["split"]
    anchors: Annotated[list[AnchorText], Field(min_length=1, max_length=1000)]


class MoveBody(OnClaim):
    """The claim belongs to the series that holds the claim `to`."""

    kind: Literal["move"]
    to: AnchorText


class SameStatementBody(OnClaim):
    """Two claims report one utterance."""

    kind: Literal["same statement"]
    other: AnchorText


class DifferentStatementBody(OnClaim):
    """The claim was said apart from the other."""

    kind: Literal["different statement"]
    other: AnchorText


class GradeBody(Body):
    """How far a source is to be relied on, by the Admiralty code."""

    kind: Literal["grade"]
    source: Name
    grade: Annotated[str, StringConstraints(pattern="^[A-F][1-6]?$")]


class SettleBody(Body):
    """A finding needs no more looking into."""

    kind: Literal["settle"]
    finding: Name
    why: Words = ""


class NoteBody(OnClaim):
    """Words beside a claim."""

    kind: Literal["note"]
    text: Annotated[str, StringConstraints(min_length=1, max_length=10_000, pattern=_NO_NUL)]


class AssignBody(OnClaim):
    """Who looks at a claim; nobody for null."""

    kind: Literal["assign"]
    to: Name | None


class CheckBody(OnClaim):
    """How far a claim has been looked at."""

    kind: Literal["check"]
    state: ReviewState


class UndoBody(Body):
    """Another decision, by id, counts no more."""

    kind: Literal["undo"]
    decision: Name


AnyAct = (
    AcceptBody | RejectBody | EditBody | AddMissedBody | AddByHandBody | ExcludeBody | RenameBody | MergeBody
    | SplitBody | MoveBody | SameStatementBody | DifferentStatementBody | GradeBody | SettleBody | NoteBody
    | AssignBody | CheckBody | UndoBody
)  # fmt: skip


class DecisionBody(Body):
    """One act of one person, who has seen the book as of `seen`: the `version` that came with what they looked at."""

    by: Name
    seen: Annotated[int, Field(ge=0, le=10**9)]
    act: Annotated[AnyAct, Field(discriminator="kind")]


class TextBody(Body):
    """A page that was pasted."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=20_000_000)]
    name: Name = "pasted text"
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\x00-\x20]+$", max_length=2000)] | None = None


class AddressesBody(Body):
    """Pages to fetch."""

    urls: Annotated[
        list[Annotated[str, StringConstraints(pattern=r"^https?://[^\x00-\x20]+$", max_length=2000)]],
        Field(min_length=1, max_length=50),
    ]
