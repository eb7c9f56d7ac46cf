"""What findings stand on: the evidence with its series, statements and moments, looked up by id."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tallybook.model import Claim, Denial, Document, Finding, Series, Severity, Statement
from tallybook.reconcile.corrections import Corrections
from tallybook.reconcile.grouping import identity
from tallybook.reconcile.moments import Moment, earliest
from tallybook.reconcile.scope import stands
from tallybook.reconcile.sides import is_war
from tallybook.reconcile.wording import distinct, listed, speaker_words
from tallybook.reconcile.world import World

MOST_VOICES = 3


@dataclass(frozen=True)
class Ground:
    """Read only; every finder is given the same. `latest` is the latest day that the whole book knows of.

    `echoing` are the outlets that only repeat another, as the whole book shows.
    """

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    denials: Sequence[Denial]
    moments: Mapping[str, Moment]
    series: Sequence[Series]
    statements: Sequence[Statement]
    world: World
    corrections: Corrections = field(default_factory=Corrections)
    latest: dt.date | None = None
    echoing: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def war(self) -> bool:
        """Whether the numbers of the story are those of a war."""
        return is_war(self.claims.values(), self.world)

    @cached_property
    def statement_of(self) -> Mapping[str, Statement]:
        """The statement of each claim, by claim id."""
        return {identity: statement for statement in self.statements for identity in statement.claims}

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        return {statement.id: at for at, statement in enumerate(self.statements)}

    def statements_of(self, claims: Iterable[Claim]) -> list[Statement]:
        """The statements that some claims belong to, each once, in the order of all."""
        found = {statement.id: statement for c in claims if (statement := self.statement_of.get(c.id)) is not None}
        return sorted(found.values(), key=lambda statement: self._rank[statement.id])

    @cached_property
    def series_of(self) -> Mapping[str, Series]:
        """The series of each claim that has one, by claim id."""
        return {identity: series for series in self.series for identity in series.claims}

    @cached_property
    def by_document(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each document."""
        pages: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            pages.setdefault(claim.document_id, []).append(claim)
        return pages

    @cached_property
    def by_event(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each event."""
        events: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            events.setdefault(claim.event, []).append(claim)
        return events

    @cached_property
    def parts(self) -> Sequence[Claim]:
        """The claims that their words make a part of another."""
        return tuple(claim for claim in self.claims.values() if claim.part_of is not None)

    @cached_property
    def worked_out(self) -> dict[object, Any]:
        """What is asked for again and again, by what it is of; kept for the time of this ground."""
        return {}

    @cached_property
    def scopes(self) -> Mapping[str, frozenset[str]]:
        """By document, the groups and places it counts in, with whatever of the book's places lies around them."""
        names: dict[str, set[str]] = {}
        places = {self.world.place(claim.place) for claim in self.claims.values() if claim.place is not None}
        around = {inner: {outer for outer in places if self.world.within(inner, outer)} for inner in places}
        for claim in self.claims.values():
            own = names.setdefault(claim.document_id, set())
            own |= {self.world.group(claim.group)} if claim.group is not None else set()
            own |= around[self.world.place(claim.place)] if claim.place is not None else set()
        return {document: frozenset(own) for document, own in names.items()}

    def members(self, owner: Series | Statement) -> list[Claim]:
        """The claims of a series or a statement."""
        return [self.claims[identity] for identity in owner.claims]

    def counts(self, claim: Claim) -> bool:
        """Whether a claim says what is, and was not taken back."""
        return stands(claim) and claim.id not in self.corrections.left_out

    def when(self, claims: Iterable[Claim]) -> Moment | None:
        """The moment of a figure that all of these claims report."""
        return earliest(self.moments.get(claim.id) for claim in claims)

    def voices(self, claims: Iterable[Claim]) -> str:
        """Who says a number, after "by": at most three named, else the pages, which name nobody."""
        told = list(claims)
        named = distinct(claim.attribution.origin for claim in told if claim.attribution.origin is not None)
        names = named or distinct(self._page(claim) for claim in told)
        return listed(names) if len(names) <= MOST_VOICES else f"{', '.join(names[:MOST_VOICES])} and others"

    def written(self, document: str) -> dt.date | None:
        """The day a page was published, else the latest day on which something it reports had begun."""
        page = self.documents.get(document)
        day = page.published.date() if page is not None and page.published is not None else None
        if day is not None:
            return day
        own = [claim for claim in self.by_document.get(document, ()) if stands(claim)]
        return max((claim.time.start for claim in own if claim.time is not None), default=None)

    def _page(self, claim: Claim) -> str:
        page = self.documents.get(claim.document_id)
        return f"{page.outlet}, no source named" if page is not None and page.outlet else "a page that names no source"

    def speaker(self, claim: Claim) -> str:
        """Who says it, for a sentence."""
        return speaker_words(claim, self.documents.get(claim.document_id))


def finding(
    kind: str,
    claims: Iterable[Claim],
    text: str,
    arithmetic: str | None = None,
    denials: Iterable[Denial] = (),
    *,
    severity: Severity = Severity.NOTE,
    innocent: str | None = None,
) -> Finding:
    """A finding whose id is that of what it rests on."""
    rests_on = tuple(dict.fromkeys(claim.id for claim in claims))
    against = tuple(denial.id for denial in denials)
    return Finding(
        id=identity(kind, *sorted(rests_on), *sorted(against)) if rests_on or against else identity(kind, text),
        kind=kind,
        claims=rests_on,
        text=text,
        arithmetic=arithmetic,
        denials=against,
        severity=severity,
        innocent=innocent,
    )
