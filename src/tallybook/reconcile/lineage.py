"""Which claims go back to one utterance, so that it has one vote."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise

from tallybook.model import BlockKind, Claim, Copy, Document, Hedge, Statement
from tallybook.reconcile.grouping import identity, joined
from tallybook.reconcile.intervals import interval, point, same_number, stated
from tallybook.reconcile.moments import Moment
from tallybook.reconcile.repeats import echoes, families, odd_agreements, same_sentence
from tallybook.reconcile.scope import groups_fit, places_fit, same_people, same_sort, stands, times_fit
from tallybook.reconcile.sides import outlet_of, side_of_claim
from tallybook.reconcile.speakers import is_named, may_be_one_speaker, on_one_chain, same_origin
from tallybook.reconcile.world import World

ALONE = "no other claim repeats it"
LEADING = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.LIST_ITEM})
"""Blocks that sum up what the body says, often rounded."""

ENOUGH = 8.0
"""Odds of 3,000 to 1 that two pages agree on odd numbers because one has them from the other, or both from a third."""

ENOUGH_FOR_NAMED = 16.0
"""The same where both name a speaker, and not the same one: three odd numbers, usually."""


def build_statements(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    moments: Mapping[str, Moment],
    world: World,
    copies: Iterable[Copy] = (),
    echoing: Mapping[str, str] | None = None,
) -> tuple[Statement, ...]:
    """Every claim in exactly one statement.

    Claims whose speaker is named are joined first; a claim without one then joins the nearest equal claim of its
    own document, and so can never make two named speakers one. `echoing` are the outlets that only repeat another, as
    the whole book shows; without it the claims given are asked.
    """
    bond = _Bond(claims, documents, moments, world, copies, echoing)
    named = [claim for claim in claims if is_named(claim.attribution.origin)]
    nameless = [claim for claim in claims if not is_named(claim.attribution.origin)]
    groups = joined(named, lambda a, b: bond.why(a, b) is not None, keys=_meeting_points)
    loose: list[Claim] = []
    homes = _Homes(groups)
    for claim in nameless:
        home = homes.nearest(claim, bond)
        (loose if home is None else home).append(claim)
    groups += joined(loose, lambda a, b: bond.why(a, b) is not None, keys=_meeting_points)
    order = {claim.id: index for index, claim in enumerate(claims)}
    sorted_groups = [sorted(group, key=lambda claim: order[claim.id]) for group in groups]
    return tuple(_statement(group, bond) for group in sorted(sorted_groups, key=lambda group: order[group[0].id]))


class _Homes:
    """The groups of named claims, found by what a claim without a name could share with them."""

    def __init__(self, groups: Sequence[list[Claim]]) -> None:
        self._found: dict[Hashable, list[tuple[Claim, list[Claim]]]] = {}
        for group in groups:
            for claim in group:
                for key in _meeting_points(claim):
                    self._found.setdefault(key, []).append((claim, group))

    def nearest(self, claim: Claim, bond: _Bond) -> list[Claim] | None:
        """The group of the nearest claim that is of one statement with this one."""
        near = [pair for key in _meeting_points(claim) for pair in self._found.get(key, ())]
        fits = [(_distance(claim, other), group) for other, group in near if bond.why(claim, other) is not None]
        return min(fits, key=lambda fit: fit[0])[1] if fits else None


def _meeting_points(claim: Claim) -> tuple[Hashable, ...]:
    """What two claims of one statement share at least one of: their document, or their number."""
    return (claim.document_id, (claim.quantity.unit, f"{point(claim):.6g}")) if point(claim) is not None else ()


def _distance(a: Claim, b: Claim) -> float:
    return abs(a.span.start - b.span.start) if a.document_id == b.document_id else math.inf


def _statement(group: Sequence[Claim], bond: _Bond) -> Statement:
    told = Counter(claim.attribution.origin for claim in group if claim.attribution.origin is not None)
    origin = min(told, key=lambda name: (not is_named(name), -told[name], name), default=None)
    speaking = next(claim for claim in group if claim.attribution.origin == origin)
    return Statement(
        id=identity(*sorted(claim.id for claim in group)),
        origin=origin,
        claims=tuple(claim.id for claim in group),
        why=_why(group, bond),
        side=bond.side(speaking),
    )


def _why(group: Sequence[Claim], bond: _Bond) -> str:
    if len(group) == 1:
        return ALONE
    reasons = [bond.why(group[0], other) for other in group[1:]] + [bond.why(a, b) for a, b in pairwise(group)]
    return "; ".join(dict.fromkeys(reason for reason in reasons if reason is not None))


class _Bond:
    """Whether and why two claims report one utterance."""

    def __init__(
        self,
        claims: Sequence[Claim],
        documents: Mapping[str, Document],
        moments: Mapping[str, Moment],
        world: World,
        copies: Iterable[Copy],
        echoing: Mapping[str, str] | None,
    ) -> None:
        self._documents = documents
        self._moments = moments
        self._world = world
        self._families = families(copies)
        self._echoes = echoing if echoing is not None else echoes(claims, documents)
        sorts: dict[Hashable, int] = {}
        self._alike = {claim.id: sorts.setdefault(self._sort_of(claim), len(sorts)) for claim in claims}
        self._fitting: dict[tuple[int, int], bool] = {}
        self._odd = odd_agreements(claims, self._fit, alike=self._alike, least=ENOUGH)

    def why(self, a: Claim, b: Claim) -> str | None:
        """What makes the two one statement, None where nothing does."""
        if _whole_and_part(a, b) or not self._fit(a, b):
            return None
        if a.document_id == b.document_id:
            return self._within_document(a, b)
        return self._across_documents(a, b) if same_number(a, b) else None

    def _sort_of(self, claim: Claim) -> Hashable:
        """All that `_fit` looks at."""
        quantity, moment = claim.quantity, self._moments.get(claim.id)
        measure = (claim.event, claim.kind, quantity.unit, quantity.per, quantity.currency, stands(claim))
        return *measure, claim.group, claim.place, claim.incident, moment

    def _fit(self, a: Claim, b: Claim) -> bool:
        """Whether the two may measure one thing; looked at once for all claims that are told alike."""
        key = self._alike[a.id], self._alike[b.id]
        if key not in self._fitting:
            self._fitting[key] = self._one_measure(a, b) and self._one_scope(a, b)
        return self._fitting[key]

    def _one_measure(self, a: Claim, b: Claim) -> bool:
        return same_people(a, b) and same_sort(a, b) and stands(a) == stands(b)

    def _one_scope(self, a: Claim, b: Claim) -> bool:
        world = self._world
        moments = self._moments.get(a.id), self._moments.get(b.id)
        fit = groups_fit(a, b, world) and places_fit(a.place, b.place, world) and times_fit(*moments)
        return fit and a.incident == b.incident

    def _within_document(self, a: Claim, b: Claim) -> str | None:
        """Two numbers of one sentence are never one: "12 women and 12 children"."""
        if a.sentence.touches(b.sentence) or not may_be_one_speaker(
            a.attribution.origin, b.attribution.origin, self._world
        ):
            return None
        if same_number(a, b):
            return "the same number twice in one document"
        leads = self._leads(a), self._leads(b)
        if leads[0] != leads[1]:
            lead, body = (a, b) if leads[0] else (b, a)
            return "the heading rounds the number of the text" if _rounds(lead, body) else None
        return None

    def _across_documents(self, a: Claim, b: Claim) -> str | None:
        if same_origin(a.attribution.origin, b.attribution.origin, self._world):
            return "the same number of one origin in two documents"
        if on_one_chain(a, b, self._world):
            return "the same number along one chain of relays"
        both_named = is_named(a.attribution.origin) and is_named(b.attribution.origin)
        if not both_named and self._in_copies(a, b):
            return "the text stands word for word in both pages"
        if not (is_named(a.attribution.origin) or is_named(b.attribution.origin)) and self._one_voice(a, b):
            return "one of the two outlets gives the other's numbers throughout"
        return self._too_odd(a, b, both_named=both_named)

    def _one_voice(self, a: Claim, b: Claim) -> bool:
        pages = [self._documents.get(claim.document_id) for claim in (a, b)]
        voices = [self._echoes.get(page.outlet) if page is not None and page.outlet else None for page in pages]
        return voices[0] is not None and voices[0] == voices[1]

    def side(self, claim: Claim) -> str | None:
        """The state or armed group whose voice a claim is."""
        return side_of_claim(claim, outlet_of(claim, self._documents), self._world)

    def _in_copies(self, a: Claim, b: Claim) -> bool:
        families = [self._families.get(claim.document_id) for claim in (a, b)]
        return families[0] is not None and families[0] == families[1] and same_sentence(a, b, self._documents)

    def _too_odd(self, a: Claim, b: Claim, *, both_named: bool) -> str | None:
        """Two pages agree on numbers that are too odd to be counted twice. Two sides are never one."""
        agreement = self._odd.get(frozenset((a.document_id, b.document_id)))
        if agreement is None or stated(a)[0] not in agreement.numbers or self._two_sides(a, b):
            return None
        return agreement.why if not both_named or agreement.score >= ENOUGH_FOR_NAMED else None

    def _two_sides(self, a: Claim, b: Claim) -> bool:
        names = a.attribution.origin, b.attribution.origin
        sides = [self._world.side_of(name) if name is not None else None for name in names]
        return None not in sides and sides[0] != sides[1]

    def _leads(self, claim: Claim) -> bool:
        document = self._documents.get(claim.document_id)
        blocks = document.blocks if document is not None else ()
        return any(block.kind in LEADING and block.span.covers(claim.span) for block in blocks)


def _rounds(lead: Claim, body: Claim) -> bool:
    """Whether a hedged number of a heading is a rounding of one in the text ("over 1,200", "1,297")."""
    said, exact = point(lead), stated(body)
    if said is None or exact[0] is None or exact[0] != exact[1] or lead.quantity.unit == "share":
        return False
    if lead.quantity.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return said <= exact[0] < 1.1 * said
    return lead.quantity.hedge in (Hedge.ABOUT, Hedge.NEARLY) and interval(lead).low <= exact[0] <= interval(lead).high


def _whole_and_part(a: Claim, b: Claim) -> bool:
    return b.id in (a.part_of, a.each_of) or a.id in (b.part_of, b.each_of)
