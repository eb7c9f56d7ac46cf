"""One series as a reader sees it: statements in order of time, repeats folded under the claim they repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial

from tallybook.model import Claim, Estimate, Series, Statement
from tallybook.view.assumed import assumed_in_words
from tallybook.view.claims import anchor_of
from tallybook.view.estimates import certainty_of, figure_of, view_estimate
from tallybook.view.picture_types import EstimateView, SeriesView, StatementView
from tallybook.view.read_types import ClaimView
from tallybook.view.words import counted, kind_in_words

_LATE = 10**9


def view_series(
    series: Series,
    *,
    claims: Mapping[str, Claim],
    views: Mapping[str, ClaimView],
    statements: Mapping[str, Statement],
    estimates: Sequence[Estimate],
) -> SeriesView:
    """A series with all its claims; `statements` maps a claim's id to the statement it belongs to."""
    members = [identity for identity in series.claims if identity in views]
    currency = next((c for identity in members if (c := claims[identity].quantity.currency)), None)
    used = frozenset(identity for estimate in estimates for identity in estimate.claims)
    groups = sorted(_statements(members, views, statements, used), key=lambda group: _order(group.lead))
    shown = _estimates(estimates, views, unit=series.unit, currency=currency)
    latest = shown[-1] if shown else None
    return SeriesView(
        anchor=anchor_of("series", series.id),
        title=series.title,
        kind=series.kind,
        kind_words=kind_in_words(series.kind),
        unit=series.unit,
        currency=currency,
        figure=figure_of(latest, groups, unit=series.unit, currency=currency),
        certainty=certainty_of(latest, groups),
        why=latest.why if latest and latest.best is None and latest.claimed_by is None else "",
        basis=_basis(groups),
        dated=tuple(group for group in groups if group.lead.moment.at),
        undated=tuple(group for group in groups if not group.lead.moment.at),
        estimates=shown,
        assumed=assumed_in_words(series),
    )


def independent_origins(groups: Iterable[StatementView]) -> int:
    """How many voices speak first: sides, other named origins, and outlets where they answer themselves."""
    return len({group.voice for group in groups})


def _statements(
    members: Sequence[str], views: Mapping[str, ClaimView], statements: Mapping[str, Statement], used: Set[str]
) -> Iterator[StatementView]:
    groups: dict[str, list[str]] = {}
    for identity in members:
        statement = statements.get(identity)
        groups.setdefault(f"s {statement.id}" if statement else f"c {identity}", []).append(identity)
    for group in groups.values():
        statement = statements.get(group[0])
        rank = partial(_rank, name=statement.origin if statement else None, used=used)
        lead, *repeats = sorted((views[identity] for identity in group), key=rank)
        yield StatementView(
            lead=lead,
            repeats=tuple(repeats),
            why=statement.why if statement else "",
            side=statement.side if statement else None,
        )


def _rank(view: ClaimView, *, name: str | None, used: Set[str]) -> tuple[bool, bool, int, str]:
    """Which claim stands for its statement: one that names the speaker, then one an estimate used, then the first."""
    return (name is not None and view.who != name, view.id not in used, *_order(view))


def _order(view: ClaimView) -> tuple[int, str]:
    return (view.moment.at.toordinal() if view.moment.at else _LATE, view.id)


def _estimates(
    estimates: Sequence[Estimate], views: Mapping[str, ClaimView], *, unit: str, currency: str | None
) -> tuple[EstimateView, ...]:
    shown = (view_estimate(estimate, views, unit=unit, currency=currency) for estimate in estimates)
    return tuple(sorted(shown, key=lambda view: view.order))


def _basis(groups: Sequence[StatementView]) -> str:
    articles = {claim.document for group in groups for claim in (group.lead, *group.repeats)}
    return f"{counted(len(articles), 'article')}, {counted(independent_origins(groups), 'independent origin')}"
