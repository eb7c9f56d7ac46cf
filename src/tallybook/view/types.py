"""What a reader is shown: plain words and links, ready for a page. Nothing here is stored."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tallybook.model import ClaimKind, Hedge, Modality, Number
from tallybook.view.days import Moment
from tallybook.view.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim. `value` is the number alone, `said` adds what it counts, `chain` is who said it through whom.

    `route` is the chain without its first name, `grade` what the user makes of that name. `inferred` lists what no
    words of the text prove. `side` is the country or armed group that the speaker speaks for, None for nobody or where
    it is unknown. `review` is what reviewers keep beside it, empty unless the reader may see that.
    """

    id: str
    anchor: str
    value: str
    said: str
    words: str
    low: Number | None
    high: Number | None
    hedge: Hedge
    modality: Modality
    who: str
    route: str
    chain: str
    document: str
    outlet: str
    moment: Moment
    passage: Passage
    language: str | None
    inferred: str = ""
    notes: tuple[str, ...] = ()
    series: str | None = None
    grade: str = ""
    event: str = ""
    place: str | None = None
    side: str | None = None
    relays: tuple[str, ...] = ()
    review: tuple[str, ...] = ()


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
class DenialView:
    """A denial, an evasive answer or a zero, with its words."""

    anchor: str
    kind: str
    speaker: str
    about: str
    outlet: str
    document: str
    passage: Passage
    language: str | None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    """The claims of one sentence, with the sentences around it where no neighbour shows them."""

    before: str
    after: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedView:
    """What was read as a claim and rejected: by whom and when, with the reason they gave."""

    said: str
    by: str
    why: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeView:
    """What the user makes of a source, by the name it has in claims: a grade of the Admiralty code and its meaning."""

    source: str
    grade: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One document. `link` is safe to follow; `path` is None and `rejected` empty unless the reader may see them.
    `grade` says what the user makes of the outlet."""

    anchor: str
    title: str
    outlet: str
    author: str | None
    day: dt.date | None
    date: str
    date_how: str
    link: str | None
    url: str | None
    path: str | None
    content_hash: str
    language: str | None
    sentences: tuple[SentenceView, ...]
    count: str
    problem: str | None
    grade: str = ""
    rejected: tuple[RejectedView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalView:
    """How many numbers were read but not taken, for one reason."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A place that claims name, and where it is drawn: in degrees north and east, at the place `at`.

    `at` differs from `name` where only the region or country around the place is known.
    """

    name: str
    at: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything a report or a page shows."""

    title: str
    summary: str
    dates: str
    articles: str
    origins: str
    claims: str
    found: str
    method: str
    version: str
    series: tuple[SeriesView, ...]
    first: tuple[FindingView, ...]
    findings: tuple[FindingGroup, ...]
    forecasts: tuple[ForecastView, ...]
    records: tuple[RecordView, ...]
    documents: tuple[DocumentView, ...]
    denials: tuple[DenialView, ...]
    refusals: tuple[RefusalView, ...]
    refused: str
    places: tuple[PlaceView, ...] = ()
    grades: tuple[GradeView, ...] = ()
