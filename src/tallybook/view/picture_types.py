"""What a reader is shown of what follows: series, estimates, findings, forecasts, in plain words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tallybook.model import ClaimKind, Number
from tallybook.view.read_types import ClaimView, DenialView


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """One utterance: the claim that stands for it, and those that only repeat it. `side` is whose voice it is."""

    lead: ClaimView
    repeats: tuple[ClaimView, ...]
    why: str
    side: str | None = None

    @property
    def voice(self) -> str:
        """Who counts once: the side, else the speaker."""
        return self.side or self.lead.who


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutView:
    """A claim that an estimate did not use, why, and the one that stands in its place."""

    claim: ClaimView
    why: str
    by: ClaimView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PivotView:
    """The claim that the best value hangs on most, and what it would be without it, in words."""

    claim: ClaimView
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeView:
    """What a policy makes of the statements, in words: its best value, "none" where it names none, and its range."""

    policy: str
    best: str
    range: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateView:
    """What a series supports at a date, in words, with the bounds for drawing it.

    `likelihood` says in words of ICD 203 how sure the best value is, with the probability; empty where the method does
    not tell. `claimed_by` is the only side that speaks, so that nothing is best. `applied` are choices that went in.
    """

    moment: str
    day: dt.date | None
    low: Number | None
    best: Number | None
    high: Number | None
    figure: str
    range: str
    independent: int
    basis: str
    method: str
    why: str
    used: tuple[ClaimView, ...]
    left_out: tuple[LeftOutView, ...]
    likelihood: str = ""
    claimed_by: str | None = None
    pivot: PivotView | None = None
    applied: tuple[str, ...] = ()
    compared: tuple[AlternativeView, ...] = ()

    @property
    def policy(self) -> str:
        """The policy that the method carries out."""
        return self.method.partition("/")[0]

    @property
    def order(self) -> int:
        """The day as a number, 0 where there is none."""
        return self.day.toordinal() if self.day else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """Another series that one is linked to, with its figure."""

    anchor: str
    title: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGroup:
    """Links of one series under what they say of it: "Part of", "Contains"."""

    label: str
    links: tuple[LinkView, ...]

    @property
    def count(self) -> int:
        """How many links it holds."""
        return len(self.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """One series: its figure and how sure it is, its statements in order of time, its estimates, the latest last.

    `why` says why there is no best value where there is none, `assumed` what its claims leave unsaid and how that was
    taken. `linked` are the few links that matter most, `more_linked` the others.
    """

    anchor: str
    title: str
    kind: ClaimKind
    kind_words: str
    unit: str
    currency: str | None
    figure: str
    certainty: str
    why: str
    basis: str
    dated: tuple[StatementView, ...]
    undated: tuple[StatementView, ...]
    estimates: tuple[EstimateView, ...]
    assumed: tuple[str, ...] = ()
    linked: tuple[LinkGroup, ...] = ()
    more_linked: tuple[LinkGroup, ...] = ()

    @property
    def headline(self) -> str:
        """The series in one breath."""
        return f"{self.title}: {self.figure}. {self.certainty} {self.why}".strip()

    @property
    def said_once(self) -> bool:
        """Whether there is but one statement: nothing to compare, nothing to draw."""
        return len(self.dated) + len(self.undated) == 1

    @property
    def statements(self) -> tuple[StatementView, ...]:
        """All statements, those without a date last."""
        return self.dated + self.undated


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One finding with the claims and denials it rests on."""

    anchor: str
    kind: str
    text: str
    arithmetic: str | None
    severity: str
    innocent: str | None
    claims: tuple[ClaimView, ...]
    denials: tuple[DenialView, ...]
    settled: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastView:
    """One forecast: the claim that speaks for it, its days and condition, what became of it and why.

    `compared` says whether anything else could measure it; `superseded_by` is what its origin foresaw later instead.
    """

    anchor: str
    outcome: str
    claim: ClaimView
    repeats: tuple[ClaimView, ...]
    due: str
    condition: str
    why: str
    pace: str
    settled_by: tuple[ClaimView, ...]
    compared: bool
    superseded_by: ClaimView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """How one origin's forecasts have turned out; `error` in words."""

    origin: str
    reached: int
    missed: int
    unsettled: int
    open: int
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """Findings of one kind, and what that kind means."""

    anchor: str
    kind: str
    meaning: str
    weighty: bool
    findings: tuple[FindingView, ...]
