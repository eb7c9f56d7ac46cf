"""Which persons a claim counts: all of them, or a class of them ("12 children", "120 civilian deaths").

Extraction counts every person in the unit `person`. Here the words that were counted are looked up, and a claim of a
class gets the class as its unit, so that nothing sets "12 children killed" beside "12 killed". Soldiers and the like
are the whole of a force: of a group whose men serve, "11,000 soldiers" and "11,000 people" are one measure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tallybook.model import Claim, Document, Span
from tallybook.reconcile.classes import Classes, Named, classes_in
from tallybook.reconcile.scope import PERSON
from tallybook.reconcile.titles import SERVICE_EVENTS
from tallybook.reconcile.world import World


def by_class(claims: Sequence[Claim], documents: Mapping[str, Document], world: World) -> list[Claim]:
    """The claims of one story; those that count a class of persons have the class as their unit."""
    told = {claim.id: named for claim in claims if (named := _named(claim, documents)) is not None}
    forces = _Forces.of(claims, told, world)
    apart = {claim.id for claim in claims if claim.id in told and not forces.are_all(claim, told[claim.id])}
    return [_counting(claim, told[claim.id].name) if claim.id in apart else claim for claim in claims]


def _counting(claim: Claim, unit: str) -> Claim:
    return replace(claim, quantity=replace(claim.quantity, unit=unit))


def _named(claim: Claim, documents: Mapping[str, Document]) -> Named | None:
    """The class that the words of a claim name, None where they name none or the page has no words."""
    document = documents.get(claim.document_id)
    if claim.quantity.unit != PERSON or document is None or not document.text:
        return None
    classes = classes_in(document.language)
    return _named_in(claim, document, classes) if classes is not None else None


def _named_in(claim: Claim, document: Document, classes: Classes) -> Named | None:
    """What is counted may be told behind the number ("12 were children"), by its noun, or by the noun it stands for."""
    counted = _within(claim, "unit")
    words = classes.words(claim.sentence.of(document.text), claim.sentence.start)
    said = words.said_of(counted or claim.core, among=counted is not None)
    if said is not None:
        return said
    noun = counted or _within(claim, "unit_from")
    return words.named_by(noun, after=claim.core.end) if noun is not None else None


def _within(claim: Claim, field: str) -> Span | None:
    """The words that prove a field, where they stand in the claim's own sentence."""
    proof = claim.evidence.get(field, "")
    return proof[-1] if proof and not isinstance(proof, str) and claim.sentence.covers(proof[-1]) else None


@dataclass(frozen=True, slots=True)
class _Forces:
    """The groups of a story whose persons serve, and what others than soldiers are told of, by group and event."""

    serving: frozenset[str | None]
    mixed: frozenset[tuple[str | None, str]]
    world: World

    @classmethod
    def of(cls, claims: Sequence[Claim], told: Mapping[str, Named], world: World) -> _Forces:
        """What the claims of one story say of it."""
        persons = [(claim, _group(claim, world)) for claim in claims if claim.quantity.unit == PERSON]
        serving = {group for claim, group in persons if group is not None and claim.event in SERVICE_EVENTS}
        mixed = {(group, c.event) for c, group in persons if c.id in told and not told[c.id].of_force}
        return cls(frozenset(serving - {group for group, _ in mixed}), frozenset(mixed), world)

    def are_all(self, claim: Claim, named: Named) -> bool:
        """Whether the class is all there is to count: what is deployed are soldiers, and so are a force's dead.

        A number without a group is of the one force there is.
        """
        group = _group(claim, self.world)
        serves = group in self.serving or (group is None and len(self.serving) == 1)
        return named.force and (serves or (claim.event in SERVICE_EVENTS and (group, claim.event) not in self.mixed))


def _group(claim: Claim, world: World) -> str | None:
    return world.group(claim.group) if claim.group is not None else None
