"""What people decided, as reconciliation needs it: by the claims that now stand where a decision hangs.

What is decided of a claim that is not there is left alone; `tallybook.review.stale` tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from tallybook.model import (
    Act,
    AddByHand,
    AddMissed,
    Anchor,
    Decision,
    DifferentStatement,
    Edit,
    Evidence,
    Exclude,
    Finding,
    Grade,
    Merge,
    Move,
    Rename,
    SameStatement,
    Series,
    Settle,
    Split,
)
from tallybook.reconcile.wording import day_words

_SAID_OF_CLAIMS = {
    Edit: "a claim edited",
    AddMissed: "a claim added",
    AddByHand: "a claim noted by hand",
    Exclude: "a claim left out",
    SameStatement: "two claims taken for one statement",
    DifferentStatement: "a claim taken for a statement of its own",
}


@dataclass(frozen=True)
class Rulings:
    """Decisions in the order recorded, and the claim at each anchor, by id. Of two on one thing the later counts."""

    decisions: tuple[Decision, ...] = ()
    claims: Mapping[Anchor, str] = field(default_factory=dict)

    @classmethod
    def of(cls, evidence: Evidence) -> Rulings:
        """Those of a body of evidence."""
        if not evidence.decisions:
            return cls()
        hashes = {document.id: document.content_hash for document in evidence.documents}
        claims = {Anchor(hashes.get(claim.document_id, ""), claim.core): claim.id for claim in evidence.claims}
        return cls(evidence.decisions, claims)

    def ids(self, anchors: Iterable[Anchor]) -> tuple[str, ...]:
        """The claims that stand at some of these anchors."""
        return tuple(self.claims[anchor] for anchor in anchors if anchor in self.claims)

    def pair(self, act: Act) -> tuple[str, str] | None:
        """The two claims that an act hangs on, None where one of them is not there."""
        found = self.ids(act.anchors)
        return (found[0], found[1]) if len(found) == 2 else None

    @cached_property
    def excluded(self) -> Mapping[str, str]:
        """By claim, why no estimate uses it."""
        found: dict[str, str] = {}
        for one in self.decisions:
            if isinstance(one.act, Exclude):
                reason = f": {one.act.why}" if one.act.why else ""
                found |= {claim: f"{signed('left out', one)}{reason}" for claim in self.ids(one.act.anchors)}
        return found

    @cached_property
    def grades(self) -> Mapping[str, tuple[str, str]]:
        """By source, its grade and by whom it was given."""
        graded = ((one.act, one) for one in self.decisions if isinstance(one.act, Grade))
        return {act.source: (act.grade, signed("", one)) for act, one in graded}

    @cached_property
    def places(self) -> tuple[Decision, ...]:
        """Those on which claims make up a series."""
        return tuple(one for one in self.decisions if isinstance(one.act, (Merge, Move, Split)))

    @cached_property
    def statements(self) -> tuple[Decision, ...]:
        """Those on which claims are one statement."""
        return tuple(one for one in self.decisions if isinstance(one.act, (SameStatement, DifferentStatement)))

    def on_claims(self, claims: Iterable[str]) -> tuple[str, ...]:
        """What was decided of these claims and bears on their numbers, in words, in the order it was decided."""
        found = {entry for claim in claims for entry in self._said.get(claim, ())}
        return tuple(dict.fromkeys(words for _, words in sorted(found)))

    @cached_property
    def _said(self) -> Mapping[str, list[tuple[int, str]]]:
        said: dict[str, list[tuple[int, str]]] = {}
        for index, one in enumerate(self.decisions):
            if type(one.act) in _SAID_OF_CLAIMS:
                for claim in self.ids(one.act.anchors):
                    said.setdefault(claim, []).append((index, signed(_SAID_OF_CLAIMS[type(one.act)], one)))
        return said

    def titled(self, series: Iterable[Series]) -> tuple[Series, ...]:
        """The series under the titles they were given."""
        found = {one.id: one for one in series}
        homes = {claim: one.id for one in found.values() for claim in one.claims} if self.decisions else {}
        for decision in self.decisions:
            if isinstance(decision.act, Rename):
                for home in (homes[claim] for claim in self.ids(decision.act.anchors) if claim in homes):
                    found[home] = replace(found[home], title=decision.act.title)
        return tuple(found.values())

    def settled(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, those that were settled with by whom."""
        said: dict[str, str] = {}
        for one in self.decisions:
            if isinstance(one.act, Settle):
                said[one.act.finding] = signed("settled", one) + (f": {one.act.why}" if one.act.why else "")
        return (replace(found, settled=said[found.id]) if found.id in said else found for found in findings)


def signed(words: str, decision: Decision) -> str:
    """What was done, by whom and when: "moved by A. Editor, 3 May 2026"."""
    return f"{words} by {decision.by}, {day_words(decision.at.date())}".lstrip()
