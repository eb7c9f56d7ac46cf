"""Plan and outcome: what was planned, expected or projected, against what was reported afterwards.

Reached, not reached by its day, or open where nothing later measures the same. A condition is kept: a projection on
condition is never failed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tallybook.model import Claim, ClaimKind, Finding, Modality, Series
from tallybook.reconcile.figures import Figure, figures_of, said_by
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import point, same_number
from tallybook.reconcile.scope import OTHER, groups_fit, places_fit
from tallybook.reconcile.wording import capital, day_words, listed, stated_words

KIND = "plan and outcome"
AHEAD = frozenset({Modality.PLANNED, Modality.EXPECTED, Modality.PROJECTED})


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each number ahead in a series, however many say it."""
    for series in ground.series:
        ahead = [claim for claim in ground.members(series) if claim.modality in AHEAD and point(claim)]
        while ahead and series.event != OTHER:
            same = [claim for claim in ahead if same_number(claim, ahead[0]) and claim.modality == ahead[0].modality]
            yield _finding(same, series, ground)
            ahead = [claim for claim in ahead if claim not in same]


def _finding(plans: Sequence[Claim], series: Series, ground: Ground) -> Finding:
    first = plans[0]
    due = max((claim.time.end for claim in plans if claim.time is not None), default=None)
    later = [figure for figure in _later(plans, series, ground) if figure.value]
    voices = listed(list(dict.fromkeys(ground.speaker(claim) for claim in plans))[:3])
    by = f" by {day_words(due)}" if due is not None else ""
    condition = ", on a condition" if any(claim.condition is not None for claim in plans) else ""
    text = f"{capital(stated_words(first))} {first.event}{by}, {first.modality.value} according to {voices}{condition}: {_outcome(first, due, later, ground)}."
    reached = [claim for figure in later for claim in figure.claims]
    return finding(KIND, [*plans, *reached], text)


def _outcome(plan: Claim, due: dt.date | None, later: Sequence[Figure], ground: Ground) -> str:
    wanted = point(plan) or 0
    enough = [figure for figure in later if figure.value >= wanted]
    if enough:
        best = min(enough, key=lambda figure: figure.value)
        return f"reached, with {best.words} reported later ({said_by(best, ground)})"
    last = max(later, key=lambda figure: figure.moment.at if figure.moment else dt.date.min, default=None)
    if last is None or plan.condition is not None:
        return "open, as no later number here measures it"
    day = f" of {day_words(last.moment.at)}" if last.moment is not None else ""
    known = f"the latest number here{day} is {last.words} ({said_by(last, ground)})"
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
        and series.kind is not ClaimKind.RATE
        for figure in figures_of(other, ground)
    ]
    return [
        figure
        for figure in figures
        if not figure.documents & documents
        and figure.moment is not None
        and (told is None or figure.moment.at > told)
        and all(groups_fit(claim, plans[0], ground.world) for claim in figure.claims)
        and places_fit(figure.place, plans[0].place, ground.world)
    ]


def _told(plans: Sequence[Claim], ground: Ground) -> dt.date | None:
    """The latest day the plan can have been told on: its page's, else the day it was due."""
    documents = [ground.documents.get(claim.document_id) for claim in plans]
    days = [d.published.date() for d in documents if d is not None and d.published is not None]
    return max((day for day in days if day is not None), default=None)
