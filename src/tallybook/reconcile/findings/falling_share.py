"""Falling total, seen through a share: what it comes to on its day is more than the same side counts later.

"Nearly half of the 11,000" in January is 4,950 at least, and 4,000 in February is fewer. The share must be said to be
of a number, or be of the only numbers that its page gives for it; the smallest of them counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Claim, ClaimKind, Finding, Number, Severity
from tallybook.reconcile.figures import Figure, added_up, day_and_value, figure_of, figures_of
from tallybook.reconcile.findings.falling_total import KIND, PAGE_DAYS, one_side
from tallybook.reconcile.findings.share import bases_of
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import point
from tallybook.reconcile.moments import days_between
from tallybook.reconcile.scope import groups_fit, narrower, places_fit
from tallybook.reconcile.wording import amount_words, number_words, share_words

INNOCENT = "The share may be of another number, or be counted otherwise than the total."


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each share and the first later total of its side that is less."""
    for statement in ground.statements:
        shares = [claim for claim in ground.members(statement) if _is_share(claim, ground)]
        share = figure_of(shares, ground) if shares else None
        bases = [value for base in bases_of(shares, ground) if (value := point(base))] if shares else []
        if share is None or not bases:
            continue
        later = [total for total in _totals(shares[0], ground) if _falls(share, min(bases), total, ground)]
        if later:
            yield _finding(share, min(bases), min(later, key=day_and_value), ground)


def _is_share(claim: Claim, ground: Ground) -> bool:
    return (
        claim.kind is ClaimKind.SHARE
        and ground.counts(claim)
        and bool(point(claim))
        and ground.world.monotone(claim.event)
    )


def _totals(share: Claim, ground: Ground) -> Iterator[Figure]:
    """The totals of the share's event, also those that one speaker's parts add up to."""
    first_part = next(iter(ground.world.parts_of(share.event)), None)
    for series in ground.series:
        if series.kind is ClaimKind.TOTAL and series.event in (share.event, first_part):
            own = series.event == share.event
            figures = figures_of(series, ground) if own else added_up(share.event, series, ground)
            yield from (one for one in figures if _of_its_scope(one, share, ground))


def _of_its_scope(figure: Figure, share: Claim, ground: Ground) -> bool:
    return (
        all(claim.part_of is None and groups_fit(claim, share, ground.world) for claim in figure.claims)
        and places_fit(figure.place, share.place, ground.world)
        and not narrower(figure.place, share.place, ground.world)
    )


def _falls(share: Figure, base: Number, later: Figure, ground: Ground) -> bool:
    if share.moment is None or later.moment is None:
        return False
    least = 1 if later.moment.said else PAGE_DAYS
    return (
        later.interval.high < share.interval.low * base
        and days_between(share.moment.at, later.moment.period.start) >= least
        and one_side(share, later, ground)
    )


def _finding(share: Figure, base: Number, later: Figure, ground: Ground) -> Finding:
    of, given = number_words(base), number_words(round(base * share.value))
    days = [one.moment.words for one in (share, later) if one.moment is not None]
    total = f"{later.sum_of} = {later.words}" if later.sum_of else later.words
    text = (
        f"{total} {share.claims[0].event} by {days[1]} "
        f"({ground.voices(later.claims)}) after {amount_words(share.claims[0])} of {of}, that is {given}, by {days[0]} "
        f"({ground.voices(share.claims)}); such a total does not fall unless it is corrected."
    )
    arithmetic = f"{share_words(share.value)} × {of} = {given} > {number_words(later.value)}"
    claims = [*share.claims, *later.claims]
    return finding(KIND, claims, text, arithmetic, severity=Severity.CHECK, innocent=INNOCENT)
