"""A book at one moment: what was read, what was decided, and what follows from both. All of it is computed."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from tallybook import __version__
from tallybook.model import (
    Anchor,
    Assign,
    Check,
    Claim,
    Decision,
    Document,
    Estimate,
    Evidence,
    Exclude,
    Note,
    Picture,
    Series,
)
from tallybook.registry import Registry, load_registry
from tallybook.review import Desk, Entry, Waiting, apply, desk_of, history, queue, stale, surviving
from tallybook.review.making import anchored
from tallybook.settings import Settings
from tallybook.view import View, page_json

_BESIDE = (Note, Assign, Check)
"""Acts that move nothing in a picture."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What was read up to a run, of which the words prove it, and every decision on it in the order recorded."""

    read: Evidence
    run: int
    decisions: tuple[Decision, ...]

    @property
    def version(self) -> int:
        """How many decisions there are: what a reviewer who looks at this has seen."""
        return len(self.decisions)

    @cached_property
    def log_key(self) -> str:
        """The same for the same run and decisions."""
        return _digest(self.run, *(one.id for one in self.decisions))

    @cached_property
    def picture_key(self) -> str:
        """The same where the same picture follows."""
        return _digest(self.run, *(one.id for one in surviving(self.decisions) if not isinstance(one.act, _BESIDE)))

    @cached_property
    def evidence(self) -> Evidence:
        """As decided."""
        return apply(self.read, self.decisions)

    @cached_property
    def desk(self) -> Desk:
        """What reviewers keep for themselves."""
        return desk_of(self.decisions)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every decision with what it changed, the oldest first."""
        return history(self.decisions)

    def on_target(self, target: str) -> tuple[Decision, ...]:
        """The decisions on one thing, with their undos: what an entry of the history is made of."""
        return tuple(one for one in self.decisions if one.target == target)

    @cached_property
    def idle(self) -> Mapping[str, str]:
        """Why decisions do nothing now, by their ids."""
        return {one.decision.id: one.why for one in stale(self.read, self.decisions)}

    def on_page(self, content_hash: str) -> Standing:
        """The same with one text alone: to look at one claim, not all of a book has to be decided anew."""
        pages = tuple(page for page in self.read.documents if page.content_hash == content_hash)
        names = {page.id for page in pages}
        claims = tuple(claim for claim in self.read.claims if claim.document_id in names)
        return replace(self, read=Evidence(documents=pages, claims=claims))

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """By id."""
        return {document.id: document for document in self.evidence.documents}

    @cached_property
    def claims(self) -> Mapping[Anchor, Claim]:
        """As decided, by what decisions on them hang on."""
        return dict(anchored(self.evidence))

    @cached_property
    def anchors(self) -> Mapping[str, Anchor]:
        """The anchors of claims, by the claims' ids."""
        return {claim.id: anchor for anchor, claim in self.claims.items()}

    @cached_property
    def excluded(self) -> frozenset[Anchor]:
        """Claims that no estimate uses, by decision."""
        return frozenset(one.act.anchor for one in surviving(self.decisions) if isinstance(one.act, Exclude))

    @cached_property
    def claims_read(self) -> Mapping[Anchor, Claim]:
        """As the program read them, whatever was decided."""
        return dict(anchored(self.read))


@dataclass(frozen=True, kw_only=True)
class Worked:
    """A standing with its picture, and what readers are shown of it."""

    standing: Standing
    picture: Picture
    view: View
    settings: Settings

    @cached_property
    def page(self) -> bytes:
        """What the script of a page draws from, as JSON."""
        return json.dumps(page_json(self.view), separators=(",", ":")).encode()

    @cached_property
    def html(self) -> str:
        """The page itself, which says the same without scripts."""
        from tallybook.report import render_live

        return render_live(self.view, source="/api/v1")

    @cached_property
    def last_estimates(self) -> Mapping[str, Estimate]:
        """What each series supports at its end, by the id of the series."""
        return {estimate.series: estimate for estimate in self.picture.estimates}

    @cached_property
    def series_of(self) -> Mapping[str, Series]:
        """The series of a claim, by the claim's id."""
        return {claim: series for series in self.picture.series for claim in series.claims}


@dataclass(frozen=True, kw_only=True)
class Now:
    """The book as it stands, and the last picture of it, which may be some decisions behind."""

    standing: Standing
    worked: Worked

    @property
    def tag(self) -> str:
        """Another one whenever anything that is told of the book is another."""
        return f"{self.standing.log_key} {self.worked.standing.picture_key} {__version__}"

    @cached_property
    def queue(self) -> tuple[Waiting, ...]:
        """The claims nobody has decided on, that first which an estimate hangs on most."""
        return queue(self.standing.evidence, self.worked.picture, self.standing.desk)

    @cached_property
    def _registry(self) -> Registry:
        return load_registry(self.worked.settings.registry)

    def side(self, origin: str | None) -> str | None:
        """The country or armed group that a speaker speaks for; None for nobody's voice, or where it is unknown."""
        if origin not in self._sides:
            self._sides[origin] = self._registry.side_of(origin) if origin else None
        return self._sides[origin]

    @cached_property
    def _sides(self) -> dict[str | None, str | None]:
        return {}


def moment_of(day: str) -> dt.datetime:
    """The moment that an ISO day or time names, a day as its end, in UTC where no zone is named.

    >>> moment_of("2026-05-03").isoformat(), moment_of("2026-05-03T12:00").isoformat()
    ('2026-05-03T23:59:59.999999+00:00', '2026-05-03T12:00:00+00:00')

    Raises ValueError for what is neither.
    """
    if len(day) == 10:
        return dt.datetime.combine(dt.date.fromisoformat(day), dt.time.max, tzinfo=dt.UTC)
    moment = dt.datetime.fromisoformat(day)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)


def _digest(*parts: object) -> str:
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16]
