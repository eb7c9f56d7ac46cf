"""The stage itself: the same evidence gives the same picture, on any machine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from tallybook.model import SURROUNDINGS, Borrowed, Claim, Copy, Denial, Document, Estimate, Evidence, Picture, Span
from tallybook.reconcile.applied import assessed_in
from tallybook.reconcile.comparison import compared
from tallybook.reconcile.corrections import find_corrections
from tallybook.reconcile.estimates import estimates_of
from tallybook.reconcile.factors import Linked, linked
from tallybook.reconcile.findings import find_all
from tallybook.reconcile.forecasts import latest_day, outlooks_of, records_of
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.hearing import Hearing, hear, lessons_of
from tallybook.reconcile.incidents import with_its_page
from tallybook.reconcile.lineage import build_statements
from tallybook.reconcile.links import links_of
from tallybook.reconcile.methods import method_of
from tallybook.reconcile.methods.method import Method, taught
from tallybook.reconcile.moments import moments_of
from tallybook.reconcile.naming import told_apart, with_own_ids
from tallybook.reconcile.persons import by_class
from tallybook.reconcile.placing import gathered, placed
from tallybook.reconcile.repeats import echoes
from tallybook.reconcile.restating import restated
from tallybook.reconcile.rulings import Rulings
from tallybook.reconcile.series import build_series
from tallybook.reconcile.stories import Story, tell_stories
from tallybook.reconcile.world import World
from tallybook.settings import Policy

if TYPE_CHECKING:  # reading the registry takes longer than all the rest of this stage
    from tallybook.registry import Registry


def reconcile_claims(evidence: Evidence, *, policy: Policy, registry: Registry, compare: bool = False) -> Picture:
    """What the claims add up to under one policy; with `compare` also what every other makes of the same statements.

    Pure and deterministic, whatever the order the evidence comes in; a few milliseconds per series. Claims without a
    unit are in no series.
    """
    evidence = _in_order(evidence)
    rulings = Rulings.of(evidence)
    world = World(registry, rulings.grades)
    latest = latest_day(evidence)
    stories = tell_stories(evidence.documents)
    echoing = _echoing(evidence, stories)
    grounds = _with_own_ids([_ground(story, evidence, world, latest, rulings, echoing) for story in stories], evidence)
    grounds, words = _as_ruled(grounds, evidence, rulings)
    heard = [[hear(one, ground) for one in ground.series] for ground in grounds]
    lessons = lessons_of([hearing for own in heard for hearing in own])
    method = taught(method_of(policy), lessons)
    others = [taught(method_of(other), lessons) for other in (get_args(Policy) if compare else ())]
    pictures = [_picture(ground, own, method, others) for ground, own in zip(grounds, heard, strict=True)]
    parts = list(zip(pictures, stories, strict=True))
    forecasts = tuple(forecast for part, _ in parts for forecast in part.forecasts)
    statements = tuple(statement for part, _ in parts for statement in part.statements)
    claims = {claim.id: claim for claim in evidence.claims}
    return Picture(
        method=method.name,
        series=rulings.titled(told_apart([(part.series, story) for part, story in parts])),
        statements=statements,
        estimates=tuple(_ruled(estimate, words) for part, _ in parts for estimate in part.estimates),
        findings=tuple(rulings.settled(found for part, _ in parts for found in part.findings)),
        links=tuple(link for part, _ in parts for link in part.links),
        forecasts=forecasts,
        records=records_of(forecasts, claims, world),
        borrowed=tuple(borrowed for part, _ in parts for borrowed in part.borrowed),
        assessed=assessed_in(evidence, world),
    )


def _in_order(evidence: Evidence) -> Evidence:
    """Pages by their day, those without one last; what they say in the order of their text."""
    documents = sorted(evidence.documents, key=_day_and_id)
    rank = {document.id: index for index, document in enumerate(documents)}

    def place(said: Claim | Denial) -> tuple[int, str, Span, str]:
        return rank.get(said.document_id, len(rank)), said.document_id, said.span, said.id

    return replace(
        evidence,
        documents=tuple(documents),
        claims=tuple(sorted(evidence.claims, key=place)),
        denials=tuple(sorted(evidence.denials, key=place)),
        copies=tuple(sorted(evidence.copies, key=lambda copy: (copy.original, copy.copy, copy.containment))),
    )


def _day_and_id(document: Document) -> tuple[dt.date, str]:
    days = document.published.period() if document.published is not None else None
    return (days.end if days is not None else dt.date.max), document.id


def _as_told(claim: Claim) -> Claim:
    """A claim without a place that only its surroundings give: too weak to part two numbers, or to set them at odds.

    An incident that only its page can tell from others has the page in its name.
    """
    told = replace(claim, place=None) if claim.evidence.get("place") == SURROUNDINGS else claim
    return with_its_page(told)


def _echoing(evidence: Evidence, stories: Sequence[Story]) -> Mapping[str, str]:
    """The outlets that only repeat another, over all stories: in one of them they rarely have enough in common."""
    story_of = {document: number for number, story in enumerate(stories) for document in story.documents}
    return echoes(evidence.claims, {document.id: document for document in evidence.documents}, story_of)


def _ground(
    story: Story,
    evidence: Evidence,
    world: World,
    latest: dt.date | None,
    rulings: Rulings,
    echoing: Mapping[str, str],
) -> Ground:
    """What is known of one story before anything is estimated."""
    documents = {document.id: document for document in evidence.documents if document.id in story.documents}
    told = [_as_told(claim) for claim in evidence.claims if claim.document_id in documents]
    own = by_class(told, documents, world)
    denials = tuple(denial for denial in evidence.denials if denial.document_id in documents)
    moments = moments_of(own, documents)
    claims = {claim.id: claim for claim in own}
    bare = Ground(
        claims, documents, denials, moments, series=(), statements=(), world=world, latest=latest, echoing=echoing
    )
    stated = _with_statements(bare, evidence.copies, rulings)
    series = build_series(own, moments, world, stated.statements)
    return _with_corrections(replace(stated, series=series), rulings)


def _with_statements(ground: Ground, copies: Iterable[Copy], rulings: Rulings) -> Ground:
    """The story with the statements of its claims, as people have them."""
    claims, documents, world = ground.claims, ground.documents, ground.world
    statements = build_statements(list(claims.values()), documents, ground.moments, world, copies, ground.echoing)
    return replace(ground, statements=restated(statements, rulings, claims, documents, world))


def _with_corrections(ground: Ground, rulings: Rulings) -> Ground:
    """The story with what was taken back, and what people left out."""
    own = list(ground.claims.values())
    corrections = find_corrections(own, ground.documents, ground.moments, ground.series, ground.world)
    excluded = {claim: why for claim, why in rulings.excluded.items() if claim in ground.claims}
    return replace(ground, corrections=replace(corrections, left_out={**corrections.left_out, **excluded}))


def _as_ruled(
    grounds: list[Ground], evidence: Evidence, rulings: Rulings
) -> tuple[list[Ground], Mapping[str, tuple[str, ...]]]:
    """The stories with their series as people have them, and by series what was decided of it, in words."""
    if not rulings.decisions:
        return grounds, {}
    rank = {claim.id: index for index, claim in enumerate(evidence.claims)}
    found = placed([ground.series for ground in grounds], rulings, rank)
    if rulings.places:
        moved = (_with_statements(ground, evidence.copies, rulings) for ground in gathered(grounds, found, rank))
        grounds = [_with_corrections(ground, rulings) for ground in moved]
    return grounds, {
        one.id: (*found.words[one.id], *rulings.on_claims(one.claims)) for series in found.stories for one in series
    }


def _ruled(estimate: Estimate, words: Mapping[str, tuple[str, ...]]) -> Estimate:
    return replace(estimate, applied=(*estimate.applied, *words.get(estimate.series, ())))


def _with_own_ids(grounds: Sequence[Ground], evidence: Evidence) -> list[Ground]:
    documents = {document.id: document for document in evidence.documents}
    named = with_own_ids([ground.series for ground in grounds], evidence.claims, documents)
    return [replace(ground, series=series) for ground, series in zip(grounds, named, strict=True)]


def _picture(ground: Ground, heard: Sequence[Hearing], method: Method, others: Sequence[Method]) -> Picture:
    """What the claims of one story add up to."""
    outlooks = outlooks_of(ground)
    links = links_of(ground.series, ground.claims, ground.moments, ground.world)
    wholes = linked(links, {hearing.series.id: hearing for hearing in heard}, ground)
    estimates = (_estimates(hearing, ground, method, others, wholes.get(hearing.series.id)) for hearing in heard)
    return Picture(
        method=method.name,
        series=tuple(ground.series),
        statements=tuple(ground.statements),
        estimates=tuple(estimate for course in estimates for estimate in course),
        findings=tuple(find_all(ground, outlooks)),
        links=links,
        forecasts=tuple(outlook.forecast for outlook in outlooks),
        borrowed=tuple(
            Borrowed(claim=claim, period=moment.period, why=moment.borrowed)
            for claim, moment in ground.moments.items()
            if moment.borrowed is not None
        ),
    )


def _estimates(
    hearing: Hearing, ground: Ground, method: Method, others: Sequence[Method], told: Linked | None
) -> Sequence[Estimate]:
    found = tuple(estimates_of(hearing, method, ground.world, linked=told, war=ground.war))
    return compared(found, hearing, others, ground.world, linked=told, war=ground.war) if others else found
