"""What findings stand on: the evidence with its series, statements and moments, looked up by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tallybook.model import Claim, Denial, Document, Finding, Series, Statement
from tallybook.reconcile.grouping import identity
from tallybook.reconcile.moments import Moment, earliest
from tallybook.reconcile.wording import speaker_words
from tallybook.reconcile.world import World


@dataclass(frozen=True)
class Ground:
    """Read only; every finder is given the same."""

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    denials: Sequence[Denial]
    moments: Mapping[str, Moment]
    series: Sequence[Series]
    statements: Sequence[Statement]
    world: World

    @cached_property
    def statement_of(self) -> Mapping[str, Statement]:
        """The statement of each claim, by claim id."""
        return {identity: statement for statement in self.statements for identity in statement.claims}

    @cached_property
    def series_of(self) -> Mapping[str, Series]:
        """The series of each claim that has one, by claim id."""
        return {identity: series for series in self.series for identity in series.claims}

    @cached_property
    def places(self) -> frozenset[str]:
        """Every place any claim names."""
        return frozenset(self.world.place(claim.place) for claim in self.claims.values() if claim.place is not None)

    def members(self, owner: Series | Statement) -> list[Claim]:
        """The claims of a series or a statement."""
        return [self.claims[identity] for identity in owner.claims]

    def when(self, claims: Iterable[Claim]) -> Moment | None:
        """The moment of a figure that all of these claims report."""
        return earliest(self.moments.get(claim.id) for claim in claims)

    def speaker(self, claim: Claim) -> str:
        """Who says it, for a sentence."""
        return speaker_words(claim, self.documents.get(claim.document_id))


def finding(
    kind: str,
    claims: Iterable[Claim],
    text: str,
    arithmetic: str | None = None,
    denials: Iterable[Denial] = (),
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
    )
