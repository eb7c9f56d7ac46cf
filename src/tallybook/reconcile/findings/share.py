"""Share: a share of a number in the book that gives another number in the book.

"A third of the force" of 11,000 is 3,667, about the 3,800 that somebody counts: the two fit. The base must be a count
of the same group under another event, and not of casualties, unless the share is said to be of it; what it gives must
be a count of the share's own event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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
        fits = list(_fits(shares, ground))
        if fits:
            yield _finding(shares, fits, ground)


def _is_closed(share: Claim) -> bool:
    """ "Less than half" fits any smaller number, and so tells nothing of it."""
    return None not in stated(share) and bool(point(share))


def _fits(shares: Sequence[Claim], ground: Ground) -> Iterator[tuple[Claim, Claim]]:
    """Each base with each number that it gives."""
    bases = bases_of(shares, ground)
    results = _results(shares[0], ground) if bases else {}
    reach = {claim.id: interval(claim) for told in results.values() for claim in told}
    given_by: dict[object, list[Claim]] = {}
    for base in bases:
        bounds = interval(base)
        key = base.quantity.unit, bounds, base.id if base.event == shares[0].event else None
        if key not in given_by:
            others = [claim for claim in results.get(base.quantity.unit, ()) if claim.id != base.id]
            given = interval(shares[0]).times(bounds)
            given_by[key] = [claim for claim in _nearest(others, shares[:1]) if reach[claim.id].meets(given)]
        yield from ((base, claim) for claim in given_by[key])


def bases_of(shares: Sequence[Claim], ground: Ground) -> list[Claim]:
    """Counts that the share can be of: the one it is called a part of, else those of its scope under other events."""
    named = [ground.claims[c.part_of] for c in shares if c.part_of is not None and c.part_of in ground.claims]
    if named:
        return named
    key = "bases", shares[0].event, shares[0].group, shares[0].place
    if key not in ground.worked_out:
        events = {event for event in ground.by_event if _may_be_base(event, shares[0].event, ground)}
        totals = (claim for claim in _totals(ground) if claim.event in events)
        ground.worked_out[key] = [claim for claim in totals if _one_scope(claim, shares[0], ground)]
    return _nearest(ground.worked_out[key], shares)


def _may_be_base(event: str, share: str, ground: Ground) -> bool:
    return event != share and not ground.world.is_casualty(event) and not ground.world.contains(share, event)


def _totals(ground: Ground) -> Sequence[Claim]:
    if "totals" not in ground.worked_out:
        ground.worked_out["totals"] = tuple(claim for claim in ground.claims.values() if _is_total(claim))
    found: Sequence[Claim] = ground.worked_out["totals"]
    return found


def _one_scope(claim: Claim, share: Claim, ground: Ground) -> bool:
    """Whether both are known to be of one group, or of one place."""
    world = ground.world
    if not (groups_fit(claim, share, world) and places_fit(claim.place, share.place, world)):
        return False
    known = (claim.group, share.group), (claim.place, share.place)
    return any(a is not None and b is not None for a, b in known)


def _results(share: Claim, ground: Ground) -> Mapping[str | None, Sequence[Claim]]:
    """The numbers that a share may give, by their unit."""
    found: dict[str | None, list[Claim]] = {}
    for claim in ground.by_event.get(share.event, ()):
        if (
            _is_total(claim)
            and groups_fit(claim, share, ground.world)
            and places_fit(claim.place, share.place, ground.world)
            and (point(claim) or 0) >= LEAST_RESULT
        ):
            found.setdefault(claim.quantity.unit, []).append(claim)
    return found


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
