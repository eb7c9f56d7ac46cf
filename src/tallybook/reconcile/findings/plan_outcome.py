"""Plan and outcome: what was planned, expected or projected, against what was reported afterwards.

Reached, not reached by its day, or open where nothing later measures the same. A condition is kept: a projection on
condition is never failed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tallybook.model import Claim, ClaimKind, Finding, Modality, Series
from tallybook.reconcile.figures import Figure, figures_of
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import point, same_number
from tallybook.reconcile.moments import Moment
from tallybook.reconcile.scope import OTHER, groups_fit, is_count, narrower, places_fit
from tallybook.reconcile.wording import capital, day_words, stated_words

KIND = "plan and outcome"
AHEAD = frozenset({Modality.PLANNED, Modality.EXPECTED, Modality.PROJECTED})


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each number ahead in a series, however many say it."""
    for series in ground.series:
        ahead = [
            claim for claim in ground.members(series) if claim.modality in AHEAD and is_count(claim) and point(claim)
        ]
        while ahead and series.event != OTHER:
            same = [claim for claim in ahead if same_number(claim, ahead[0]) and claim.modality == ahead[0].modality]
            yield _finding(same, series, ground)
            ahead = [claim for claim in ahead if claim not in same]


def _finding(plans: Sequence[Claim], series: Series, ground: Ground) -> Finding:
    first = plans[0]
    due = max((claim.time.end for claim in plans if claim.time is not None), default=None)
    later = [figure for figure in _later(plans, series, ground) if figure.value]
    by = f" by {day_words(due)}" if due is not None else ""
    condition = ", on a condition" if any(claim.condition is not None for claim in plans) else ""
    plan = f"{capital(stated_words(first))} {first.event}{by}, {first.modality.value}"
    text = f"{plan} according to {ground.voices(plans)}{condition}: {_outcome(first, due, later, ground)}."
    reached = [claim for figure in later for claim in figure.claims]
    return finding(KIND, [*plans, *reached], text)


def _outcome(plan: Claim, due: dt.date | None, later: Sequence[Figure], ground: Ground) -> str:
    wanted = point(plan) or 0
    enough = [figure for figure in later if figure.value >= wanted]
    if enough:
        best = min(enough, key=lambda figure: figure.value)
        return f"reached, with {best.words} reported later ({ground.voices(best.claims)})"
    last = max(later, key=lambda figure: figure.moment.at if figure.moment else dt.date.min, default=None)
    if last is None or plan.condition is not None:
        return "open, as no later number here measures it"
    day = f" of {day_words(last.moment.at)}" if last.moment is not None else ""
    known = f"the latest number here{day} is {last.words} ({ground.voices(last.claims)})"
    if due is not None and last.moment is not None and last.moment.at >= due:
        return f"not reached, {known}"
    return f"open; {known}"


def _later(plans: Sequence[Claim], series: Series, ground: Ground) -> list[Figure]:
    """Figures of the same thing that are known to be of a later day than the plan was told on."""
    told = _told(plans, ground)
    documents = {claim.document_id for claim in plans}
    figures = [
        figure
        for other in ground.series
        if (other.event, other.unit, other.kind) == (series.event, series.unit, series.kind)
        for figure in figures_of(other, ground)
    ]
    return [
        figure
        for figure in figures
        if not figure.documents & documents
        and figure.moment is not None
        and (told is None or _after(figure.moment, told, series))
        and all(groups_fit(claim, plans[0], ground.world) for claim in figure.claims)
        and places_fit(figure.place, plans[0].place, ground.world)
        and not narrower(figure.place, plans[0].place, ground.world)
    ]


def _told(plans: Sequence[Claim], ground: Ground) -> dt.date | None:
    """The day of the last page that tells of the plan."""
    return max((day for claim in plans if (day := ground.written(claim.document_id)) is not None), default=None)


def _after(moment: Moment, told: dt.date, series: Series) -> bool:
    """A wave has to begin after the plan was told; a total may only have to be of a later day."""
    return (moment.period.start if series.kind is ClaimKind.FLOW else moment.at) > told
