"""Which claims to look at first."""

from __future__ import annotations

import math

from tallybook import review
from tallybook.model import Check, Estimate, Finding, Picture, Pivot, Reject, ReviewState, Series, Severity
from tallybook.model.claim import ClaimKind


def picture_of(evidence, *, findings=(), pivot=None) -> Picture:
    """One series of all claims, whose range goes from the lowest to the highest."""
    ids = tuple(claim.id for claim in evidence.claims)
    lows = [claim.quantity.low for claim in evidence.claims]
    estimate = Estimate(
        series="s", at=None, low=min(lows), best=62, high=max(lows), independent=3, method="m", claims=ids, pivot=pivot
    )
    series = Series(
        id="s", title="t", event="killed", unit="person", kind=ClaimKind.TOTAL, group=None, place=None, claims=ids
    )
    return Picture(method="m", series=(series,), statements=(), estimates=(estimate,), findings=findings)


def test_first_is_what_moves_an_estimate_most(evidence, logged):
    low, middle, high = evidence.claims  # 40, 62, 300
    found = review.queue(evidence, picture_of(evidence), review.desk_of(()))
    assert [one.claim for one in found] == [high.id, low.id, middle.id]
    assert math.isclose(found[0].moves, math.log(300 / 62) / 2) and found[0].why == (
        "without it the high would be 62, not 300"
    )
    assert found[2].moves == 0 and found[2].why == "no estimate moves without it"


def test_the_best_value_counts_in_full(evidence, logged):
    middle = evidence.claims[1]
    picture = picture_of(evidence, pivot=Pivot(claim=middle.id, best=300))
    first = review.queue(evidence, picture, review.desk_of(()))[0]
    assert first.claim == middle.id and math.isclose(first.moves, math.log(300 / 62))


def test_a_clash_goes_before_what_moves_nothing(evidence, logged):
    middle = evidence.claims[1]
    clash = Finding(id="f", kind="conflict", claims=(middle.id,), text="", severity=Severity.CLASH)
    found = review.queue(evidence, picture_of(evidence, findings=(clash,)), review.desk_of(()))
    assert found[2].why == "it is in a clash that is not settled"


def test_what_was_decided_or_checked_waits_no_more(evidence, logged):
    (page,) = evidence.documents
    low, middle, high = evidence.claims
    decisions = logged(
        Reject(anchor=review.anchor_of(high, page), reading=high),
        Check(anchor=review.anchor_of(low, page), state=ReviewState.CHECKED),
    )
    found = review.queue(evidence, picture_of(evidence), review.desk_of(decisions))
    assert [one.claim for one in found] == [middle.id]
