"""Evidence and picture → one view of everything, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from tallybook import __version__
from tallybook.model import Assessed, Decision, Estimate, Evidence, Picture, Statement
from tallybook.registry import Registry, load_registry
from tallybook.view.chain import speaker_of
from tallybook.view.claims import anchor_of, trouble_with, view_claim, view_denial
from tallybook.view.days import plain_period, span_of
from tallybook.view.documents import view_document
from tallybook.view.findings import first_of, group_findings
from tallybook.view.forecasts import view_forecasts, view_records
from tallybook.view.links import with_links
from tallybook.view.picture_types import SeriesView
from tallybook.view.places import view_places
from tallybook.view.private import Private, private_of
from tallybook.view.read_types import ClaimView, DocumentView, GradeView, RefusalView
from tallybook.view.series import view_series
from tallybook.view.types import View
from tallybook.view.words import counted


def build_view(
    evidence: Evidence,
    picture: Picture,
    *,
    internal: bool = False,
    registry: Registry | None = None,
    decisions: Sequence[Decision] = (),
) -> View:
    """What a reader is shown of the evidence and of what follows from it.

    The same input gives the same view. Local paths, and what `decisions` hold of notes, names and rejected claims, are
    in it only where `internal` says so. A claim whose words cannot be shown exactly carries the reason instead of a
    passage. Sides and places are those of `registry`, the built-in one where none is given.
    """
    registry = registry or load_registry()
    private = private_of(decisions if internal else ())
    claims = _claims(evidence, picture, registry, private)
    series = _series(evidence, picture, claims)
    documents = _documents(evidence, claims.values(), picture.assessed, private, internal=internal)
    trouble = {document.id: trouble_with(document) for document in evidence.documents}
    by_id = {document.id: document for document in evidence.documents}
    denials = {
        denial.id: view_denial(denial, by_id.get(denial.document_id), trouble=trouble.get(denial.document_id))
        for denial in evidence.denials
    }
    findings = group_findings(picture.findings, claims, denials)
    origins = counted(_origins(picture.statements, claims), "origin")
    articles, numbers = counted(len(documents), "article"), counted(len(claims), "number")
    return View(
        title=f"{numbers} in {articles}, from {origins}",
        summary=_summary(series),
        dates=_dates(claims.values()),
        articles=articles,
        origins=origins,
        claims=counted(len(claims), "claim"),
        found=counted(len(picture.findings), "finding"),
        method=picture.method,
        version=__version__,
        series=series,
        first=first_of(findings),
        findings=findings,
        forecasts=view_forecasts(picture.forecasts, {claim.id: claim for claim in evidence.claims}, claims),
        records=view_records(picture.records),
        documents=documents,
        denials=tuple(denials.values()),
        refusals=_refusals(evidence),
        refused=counted(len(evidence.refusals), "number"),
        places=view_places(evidence.claims, registry),
        grades=_grades(picture.assessed),
    )


def _claims(evidence: Evidence, picture: Picture, registry: Registry, private: Private) -> dict[str, ClaimView]:
    documents = {document.id: document for document in evidence.documents}
    trouble = {document.id: trouble_with(document) for document in evidence.documents}
    home = {identity: anchor_of("series", series.id) for series in picture.series for identity in series.claims}
    borrowed = {one.claim: one for one in picture.borrowed}
    grades = {one.source: one.grade or "" for one in picture.assessed}
    side_of = cache(registry.side_of)
    return {
        claim.id: view_claim(
            claim,
            documents.get(claim.document_id),
            trouble=trouble.get(claim.document_id),
            series=home.get(claim.id),
            borrowed=borrowed.get(claim.id),
            grade=grades.get(speaker_of(claim.attribution, documents.get(claim.document_id)), ""),
            side=side_of(claim.attribution.origin) if claim.attribution.origin else None,
            review=private.on_claim(claim, documents.get(claim.document_id)),
        )
        for claim in evidence.claims
    }


def _series(evidence: Evidence, picture: Picture, views: dict[str, ClaimView]) -> tuple[SeriesView, ...]:
    claims = {claim.id: claim for claim in evidence.claims}
    statements = {identity: statement for statement in picture.statements for identity in statement.claims}
    estimates: dict[str, list[Estimate]] = {}
    for estimate in picture.estimates:
        estimates.setdefault(estimate.series, []).append(estimate)
    shown = [
        view_series(series, claims=claims, views=views, statements=statements, estimates=estimates.get(series.id, []))
        for series in picture.series
    ]
    return with_links(sorted(shown, key=lambda view: -len(view.statements)), picture.links)


def _documents(
    evidence: Evidence,
    claims: Iterable[ClaimView],
    assessed: Iterable[Assessed],
    private: Private,
    *,
    internal: bool,
) -> tuple[DocumentView, ...]:
    grades = {one.source: f"graded {one.grade}: {one.words}" for one in assessed if one.grade is not None}
    starts = {claim.id: claim.span.start for claim in evidence.claims}
    by_document: dict[str, list[ClaimView]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    return tuple(
        view_document(
            document,
            sorted(by_document.get(anchor_of("source", document.id), []), key=lambda view: starts[view.id]),
            trouble=trouble_with(document),
            internal=internal,
            grade=grades.get(document.outlet or "", ""),
            rejected=private.rejected_on(document),
        )
        for document in evidence.documents
    )


def _grades(assessed: Iterable[Assessed]) -> tuple[GradeView, ...]:
    """The sources that have a grade."""
    return tuple(
        GradeView(source=one.source, grade=one.grade, words=one.words) for one in assessed if one.grade is not None
    )


def _origins(statements: Sequence[Statement], claims: dict[str, ClaimView]) -> int:
    """Voices that speak first: named origins, and outlets where they answer themselves."""
    told = {identity for statement in statements for identity in statement.claims}
    voices = {
        statement.origin or claims[statement.claims[0]].who
        for statement in statements
        if any(identity in claims for identity in statement.claims)
    }
    return len(voices | {view.who for identity, view in claims.items() if identity not in told})


def _dates(claims: Iterable[ClaimView]) -> str:
    """The days that the numbers refer to, from the first to the last."""
    periods = [claim.moment.period for claim in claims if claim.moment.period]
    return plain_period(span_of(periods)) if periods else "no dates"


def _summary(series: Sequence[SeriesView]) -> str:
    told = sum(len(one.statements) for one in series)
    repeats = sum(len(statement.repeats) for one in series for statement in one.statements)
    if not repeats:
        return f"{counted(told, 'statement')} about {counted(len(series), 'quantity')}; none repeats another."
    return (
        f"{counted(told, 'statement')} about {counted(len(series), 'quantity')}; "
        f"{repeats:,} further {'claim only repeats' if repeats == 1 else 'claims only repeat'} them."
    )


def _refusals(evidence: Evidence) -> tuple[RefusalView, ...]:
    counts = Counter(refusal.reason for refusal in evidence.refusals)
    return tuple(
        RefusalView(reason=reason, count=count)
        for reason, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
