"""Relays counted as votes of their own make intervals too narrow."""

from __future__ import annotations

from benchmarks.simulation import simulate


def test_relays_as_one_vote_keep_the_coverage() -> None:
    one, apart = simulate(60, right=0.5)
    assert one >= 0.88
    assert apart < one - 0.15
