"""Share: a share of a number in the book that gives another number in the book.

"A third of the force" of 11,000 is 3,667, about the 3,800 that somebody counts: the two fit. The base must be a count
of the same group under another event, and not of casualties, unless the share is said to be of it; what it gives must
be a count of the share's own event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Claim, ClaimKind, Finding
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import Interval, interval, point, stated
from tallybook.reconcile.scope import OTHER, groups_fit, is_count, stands
from tallybook.reconcile.wording import amount_words, between_words, capital, listed, number_words, stated_words

KIND = "share"
LEAST_RESULT = 10
"""Below ten, some share of something always fits by chance."""


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each share whose base and result both stand in the book."""
    for statement in ground.statements:
        shares = [c for c in ground.members(statement) if c.kind is ClaimKind.SHARE and stands(c) and point(c)]
        if not shares or shares[0].event == OTHER:
            continue
        fits = [(base, result) for base in _bases(shares, ground) for result in _results(shares[0], base, ground)]
        if fits:
            yield _finding(shares, fits, ground)


def _bases(shares: Sequence[Claim], ground: Ground) -> list[Claim]:
    """Counts that the share can be of: the one it is called a part of, else all of its group under other events."""
    named = [ground.claims[c.part_of] for c in shares if c.part_of is not None and c.part_of in ground.claims]
    if named:
        return named
    return [claim for claim in ground.claims.values() if _may_be_base(claim, shares[0], ground)]


def _may_be_base(claim: Claim, share: Claim, ground: Ground) -> bool:
    world = ground.world
    return (
        _is_total(claim)
        and claim.event != share.event
        and not world.is_casualty(claim.event)
        and not world.contains(share.event, claim.event)
        and claim.group is not None
        and groups_fit(claim, share, world)
        and share.group is not None
    )


def _results(share: Claim, base: Claim, ground: Ground) -> list[Claim]:
    given = interval(share).times(interval(base))
    return [
        claim
        for claim in ground.claims.values()
        if claim.id != base.id
        and claim.event == share.event
        and claim.quantity.unit == base.quantity.unit
        and _is_total(claim)
        and groups_fit(claim, share, ground.world)
        and (point(claim) or 0) >= LEAST_RESULT
        and interval(claim).meets(given)
        and _closed(given)
    ]


def _is_total(claim: Claim) -> bool:
    low, high = stated(claim)
    return (
        is_count(claim) and claim.kind is not ClaimKind.FLOW and stands(claim) and low is not None and high is not None
    )


def _closed(given: Interval) -> bool:
    return given.high < float("inf")


def _finding(shares: Sequence[Claim], fits: Sequence[tuple[Claim, Claim]], ground: Ground) -> Finding:
    share = shares[0]
    bases = sorted({point(base) or 0 for base, _ in fits})
    low, high = bases[0] * (point(share) or 0), bases[-1] * (point(share) or 0)
    given = between_words(round(low), round(high))
    results = listed(list(dict.fromkeys(f"{stated_words(r)} ({ground.speaker(r)})" for _, r in fits))[:3])
    of = between_words(bases[0], bases[-1])
    text = f"{capital(amount_words(share))} of {of} is {given}, which fits {results} {share.event}."
    factor = number_words(round((point(share) or 0) * 100, 1))
    return finding(KIND, [*shares, *(result for _, result in fits)], text, f"{factor} % × {of} = {given}")
