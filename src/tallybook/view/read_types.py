"""What a reader is shown of what was read: claims, denials and documents, in plain words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tallybook.model import Hedge, Modality, Number
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
