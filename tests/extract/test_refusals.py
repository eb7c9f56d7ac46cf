"""Numbers that are no claims, each with its reason, and statements without a number."""

from __future__ import annotations

import pytest

REFUSALS = [
    ("Nobody was hurt: 0 people.", "zero"),
    ("The wall was 40 kilometres long.", "a physical measure"),
    ("Two officials said the road was open.", "how many spoke"),
    ("The two trials ended.", "counts what has been told"),
    ("“I ran,” said Halona, 61.", "an age"),
    ("Exports rose by 12 percent.", "a change in percent"),
    ("They won three games.", "not a thing that news counts"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSALS, ids=[row[0] for row in REFUSALS])
def test_refused(text, reason, reading):
    found = reading(text)
    assert [refusal.reason for refusal in found.refusals] == [reason]
    assert found.claims == ()


DENIALS = [
    ("The ministry denied that 30 people fled.", "denial", "somebody denies"),
    ("The ministry did not deny that 30 people fled.", None, "negated"),
    ("Nobody denied that 30 people fled.", None, "nobody denies"),
    ("The ministry declined to comment on the 30 deaths.", "evasion", "no answer"),
    ("The storm hit 30 houses, but there were no casualties.", "zero", "an event that did not happen"),
]


@pytest.mark.parametrize(("text", "kind", "why"), DENIALS, ids=[row[0] for row in DENIALS])
def test_denial(text, kind, why, reading):
    assert [denial.kind for denial in reading(text).denials] == ([kind] if kind else []), why
