"""Share: a share of a number in the book that gives another number in the book.

"A third of the force" of 11,000 is 3,667, about the 3,800 that somebody counts: the two fit. The base must be a count
of the same group under another event, and not of casualties, unless the share is said to be of it; what it gives must
be a count of the share's own event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Claim, ClaimKind, Finding
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import interval, point, stated
from tallybook.reconcile.scope import OTHER, groups_fit, is_count, places_fit, stands
from tallybook.reconcile.wording import amount_words, between_words, capital, listed, share_words, stated_words

KIND = "share"
LEAST_RESULT = 10
"""Below ten, some share of something always fits by chance."""


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each share whose base and result both stand in the book."""
    for statement in ground.statements:
        shares = [c for c in ground.members(statement) if c.kind is ClaimKind.SHARE and stands(c) and _is_closed(c)]
        if not shares or shares[0].event == OTHER:
            continue
        fits = [(base, result) for base in bases_of(shares, ground) for result in _results(shares[0], base, ground)]
        if fits:
            yield _finding(shares, fits, ground)


def _is_closed(share: Claim) -> bool:
    """ "Less than half" fits any smaller number, and so tells nothing of it."""
    return None not in stated(share) and bool(point(share))


def bases_of(shares: Sequence[Claim], ground: Ground) -> list[Claim]:
    """Counts that the share can be of: the one it is called a part of, else those of its scope under other events."""
    named = [ground.claims[c.part_of] for c in shares if c.part_of is not None and c.part_of in ground.claims]
    return named or _nearest([c for c in ground.claims.values() if _may_be_base(c, shares[0], ground)], shares)


def _may_be_base(claim: Claim, share: Claim, ground: Ground) -> bool:
    return (
        claim.event != share.event
        and _is_total(claim)
        and not ground.world.is_casualty(claim.event)
        and not ground.world.contains(share.event, claim.event)
        and _one_scope(claim, share, ground)
    )


def _one_scope(claim: Claim, share: Claim, ground: Ground) -> bool:
    """Whether both are known to be of one group, or of one place."""
    world = ground.world
    if not (groups_fit(claim, share, world) and places_fit(claim.place, share.place, world)):
        return False
    known = (claim.group, share.group), (claim.place, share.place)
    return any(a is not None and b is not None for a, b in known)


def _results(share: Claim, base: Claim, ground: Ground) -> list[Claim]:
    given = interval(share).times(interval(base))
    found = [
        claim
        for claim in ground.claims.values()
        if claim.event == share.event
        and claim.id != base.id
        and claim.quantity.unit == base.quantity.unit
        and _is_total(claim)
        and groups_fit(claim, share, ground.world)
        and places_fit(claim.place, share.place, ground.world)
        and (point(claim) or 0) >= LEAST_RESULT
    ]
    return [claim for claim in _nearest(found, [share]) if interval(claim).meets(given)]


def _nearest(claims: Sequence[Claim], shares: Sequence[Claim]) -> list[Claim]:
    """Those of the share's own documents, else all: the more numbers are tried, the more fit by chance."""
    pages = {share.document_id for share in shares}
    return [claim for claim in claims if claim.document_id in pages] or list(claims)


def _is_total(claim: Claim) -> bool:
    low, high = stated(claim)
    return (
        is_count(claim) and claim.kind is not ClaimKind.FLOW and stands(claim) and low is not None and high is not None
    )


def _finding(shares: Sequence[Claim], fits: Sequence[tuple[Claim, Claim]], ground: Ground) -> Finding:
    share = shares[0]
    bases = sorted({point(base) or 0 for base, _ in fits})
    low, high = bases[0] * (point(share) or 0), bases[-1] * (point(share) or 0)
    given = between_words(round(low), round(high))
    results = listed(list(dict.fromkeys(f"{stated_words(r)} ({ground.speaker(r)})" for _, r in fits))[:3])
    of = between_words(bases[0], bases[-1])
    text = f"{capital(amount_words(share))} of {of} is {given}, which fits {results} {share.event}."
    return finding(
        KIND, [*shares, *(result for _, result in fits)], text, f"{share_words(point(share) or 0)} × {of} = {given}"
    )
