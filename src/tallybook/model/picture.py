"""What the claims add up to. All of it recomputes from `Evidence`; none of it is stored as truth."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tallybook.model.claim import Claim, ClaimKind, Denial, Refusal
from tallybook.model.document import Document
from tallybook.model.quantity import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything reconciliation may look at."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    denials: tuple[Denial, ...] = ()
    refusals: tuple[Refusal, ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One utterance of an origin, however many claims report it. `why` says what makes them one."""

    id: str
    origin: str | None
    claims: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A claim an estimate did not use, and the reason."""

    claim: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What the evidence of one series supports at one date.

    `best` is None where the method names none; `why` then says so. `independent` counts the statements that went
    in, each once. `at` is None where no claim of the series is dated.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something the audit points out: what does not match, never who is at fault."""

    id: str
    kind: str
    claims: tuple[str, ...]
    text: str
    arithmetic: str | None = None
    denials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The result of reconciling one body of evidence by one method."""

    method: str
    series: tuple[Series, ...]
    statements: tuple[Statement, ...]
    estimates: tuple[Estimate, ...]
    findings: tuple[Finding, ...]
