"""What the claims add up to. All of it recomputes from `Evidence`; none of it is stored as truth."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tallybook.model.claim import Claim, ClaimKind, Denial, Refusal
from tallybook.model.decision import Decision
from tallybook.model.document import Document
from tallybook.model.quantity import Number
from tallybook.model.time import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A document whose text stands to a large part in another. Both by id; `copy` is the later one, or the shorter.

    `containment` is the share of the words of the one that stand in the other, the larger of the two, 0 to 1.
    """

    original: str
    copy: str
    containment: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything reconciliation may look at. `decisions` are those that count, in the order they were recorded."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    denials: tuple[Denial, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    copies: tuple[Copy, ...] = ()
    decisions: tuple[Decision, ...] = ()


class Unknown(StrEnum):
    """What of its scope a claim may leave unsaid."""

    GROUP = "group"
    PLACE = "place"
    DAY = "day"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """A claim that is in a series although it does not say all of its scope, and what the unknown was taken to be."""

    claim: str
    unknown: Unknown
    taken: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Claims that measure the same thing. `title` is the scope in words; `id` is stable for the same scope."""

    id: str
    title: str
    event: str
    unit: str
    kind: ClaimKind
    group: str | None
    place: str | None
    claims: tuple[str, ...]
    incident: str | None = None
    assumed: tuple[Assumed, ...] = ()


class LinkKind(StrEnum):
    """How the numbers of one series follow from those of another."""

    SUBSET = "subset"
    SUM = "sum"
    UNIT_CONVERSION = "unit conversion"
    RATE_TIME = "rate × time"
    SHARE = "share"
    DATE_SHIFT = "date shift"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two series that are not one, and what holds between them. Both by id; `part` is counted within `whole`."""

    kind: LinkKind
    part: str
    whole: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One utterance of an origin, however many claims report it. `why` says what makes them one.

    `side` is the state or armed group whose voice it is, where it is one's.
    """

    id: str
    origin: str | None
    claims: tuple[str, ...]
    why: str
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A claim an estimate did not use, the reason, and the claim that stands in its place where there is one."""

    claim: str
    why: str
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pivot:
    """The claim whose removal moves the best value most, and the best value without it."""

    claim: str
    best: Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """What a policy makes of the statements of a series."""

    policy: str
    low: Number | None
    best: Number | None
    high: Number | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What the evidence of one series supports at one date.

    `best` is None where the method names none; `why` then says so. `independent` counts the voices of the statements
    that went in: organs of one state are one. `at` is None where no claim of the series is dated. `probability` is that
    of the true number lying about the best value, where the method gives one, and `likelihood` the same in words of
    ICD 203. `claimed_by` names the only side that speaks, so that no best value is named. `pivot` is None where no
    single claim moves the best value. `applied` are the policy's and the user's own choices that went in ("Reuters
    graded B2"). `compared` is what each policy makes of the same statements, where that was asked for; only the last
    estimate of a series has it.
    """

    series: str
    at: dt.date | None
    low: Number | None
    best: Number | None
    high: Number | None
    independent: int
    method: str
    claims: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    why: str = ""
    probability: float | None = None
    likelihood: str | None = None
    claimed_by: str | None = None
    pivot: Pivot | None = None
    applied: tuple[str, ...] = ()
    compared: tuple[Alternative, ...] = ()


class Severity(StrEnum):
    """How much a finding changes what a reader should believe."""

    CLASH = "clash"  # the numbers cannot all be true
    CHECK = "check"  # a number may not mean what it seems to
    NOTE = "note"  # it explains numbers, and changes none


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something the audit points out: what does not match, never who is at fault.

    `innocent` is the harmless explanation, a sentence, where there is one. `settled` says by whom and when it was found
    to need no more looking into, None where nobody did.
    """

    id: str
    kind: str
    claims: tuple[str, ...]
    text: str
    arithmetic: str | None = None
    denials: tuple[str, ...] = ()
    severity: Severity = Severity.NOTE
    innocent: str | None = None
    settled: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrowed:
    """The days that a claim is put on although nothing on its page gives their year, and where the year is from."""

    claim: str
    period: Period
    why: str


class Outcome(StrEnum):
    """What became of a forecast."""

    OPEN = "open"  # its day is still to come, or is not known
    REACHED = "reached"
    MISSED = "missed"
    UNSETTLED = "unsettled"  # its day has passed, and nothing in the book measures it
    WITHDRAWN = "withdrawn"  # whoever made it took it back


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """One statement about later, and what became of it.

    `due` are the days it is for, as its words say. `condition` are its words ("if it does not rain"); a forecast on a
    condition is never missed. `pace` says what the numbers at hand would need or give, where they give a rate.
    `settled_by` are the claims that decided the outcome, `why` says how; `came` is the number they give, in all or as a
    change where the forecast is of one, None where it was not settled. `superseded_by` is the id of the forecast that
    its origin put in its place later; by its own day it is still scored.
    """

    id: str
    series: str
    claims: tuple[str, ...]
    origin: str | None
    due: Period | None
    condition: str | None
    outcome: Outcome
    settled_by: tuple[str, ...]
    why: str
    pace: str | None = None
    came: Number | None = None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRecord:
    """How one origin's forecasts have turned out over the book.

    `log_error` is the mean of |ln(claimed / forecast)| over those that were settled, None where none was.
    """

    origin: str
    reached: int
    missed: int
    unsettled: int
    open: int
    log_error: float | None
    withdrawn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """What the user's registry file says of a source, by the name that the evidence has for it.

    `grade` is of the Admiralty code, `words` what it means, `side` whose voice the source is taken to be.
    """

    source: str
    grade: str | None
    words: str
    side: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The result of reconciling one body of evidence by one method."""

    method: str
    series: tuple[Series, ...]
    statements: tuple[Statement, ...]
    estimates: tuple[Estimate, ...]
    findings: tuple[Finding, ...]
    links: tuple[Link, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    records: tuple[TrackRecord, ...] = ()
    borrowed: tuple[Borrowed, ...] = ()
    assessed: tuple[Assessed, ...] = ()
