"""Every policy's answer beside that of the one chosen."""

from __future__ import annotations

from typing import get_args

import pytest

from tallybook.model import Estimate
from tallybook.reconcile import hearing, reconcile_claims
from tallybook.settings import Policy

POLICIES = get_args(Policy)
TOLL = """
    a1 | 12 killed | by Ministry of Health (Haiti) | on 2021-08-14
    b1 | 15 killed | by Oxfam | on 2021-08-15
    c1 | 15 killed | by Red Cross | on 2021-08-15
    """


@pytest.fixture
def compared(evidence, registry):
    def compared(book: str, policy: Policy = "range") -> list[Estimate]:
        return list(reconcile_claims(evidence(book), policy=policy, registry=registry, compare=True).estimates)

    return compared


@pytest.mark.parametrize("policy", POLICIES)
def test_each_is_what_the_policy_alone_gives(compared, picture_of, policy):
    (alone,) = (one for one in picture_of(TOLL, policy).estimates[-1:])
    for chosen in POLICIES:
        (found,) = (one for one in compared(TOLL, chosen)[-1].compared if one.policy == policy)
        assert (found.low, found.best, found.high, found.why) == (alone.low, alone.best, alone.high, alone.why)


def test_all_policies_in_one_order(compared):
    assert [one.policy for one in compared(TOLL)[-1].compared] == list(POLICIES)


def test_only_the_last_day_is_compared(compared):
    assert [bool(one.compared) for one in compared(TOLL)] == [False, True]


@pytest.mark.parametrize("policy", POLICIES)
def test_comparing_changes_nothing_else(compared, picture_of, policy):
    alone = picture_of(TOLL, policy).estimates
    assert [(one.low, one.best, one.high, one.why, one.pivot, one.applied) for one in compared(TOLL, policy)] == [
        (one.low, one.best, one.high, one.why, one.pivot, one.applied) for one in alone
    ]


@pytest.mark.parametrize(
    "book",
    [
        pytest.param("a1 | 12 killed | by Oxfam", id="one statement"),
        pytest.param("a1 | 12 killed | by Oxfam\nb1 | 12 killed | by Oxfam", id="told twice"),
        pytest.param("a1 | 12 killed | by Oxfam\nb1 | 90 killed | by Red Cross | projected", id="one that counts"),
        pytest.param("a1 | vague killed", id="none"),
    ],
)
def test_a_single_statement_is_not_compared(compared, book):
    assert not any(one.compared for one in compared(book))


def test_what_one_side_claims_is_best_under_no_policy(compared):
    book = """
        z1 | 12 captured | by United Nations | on 2024-05-01 | of Russia
        a1 | 300 killed | by Ministry of Defence (Ukraine) | on 2024-05-01 | of Russia
        b1 | 320 killed | by Volodymyr Zelensky | on 2024-05-01 | of Russia
        """
    (last,) = (one for one in compared(book) if "a1" in one.claims)
    assert {one.best for one in last.compared} == {None}


def test_votes_are_heard_once_for_all_policies(compared, monkeypatch):
    heard = []
    monkeypatch.setattr(hearing, "_votes", lambda *given, votes=hearing._votes: heard.append(1) or votes(*given))
    compared(TOLL)
    assert len(heard) == 1


def test_nothing_is_compared_unless_asked(picture_of):
    assert not any(one.compared for one in picture_of(TOLL).estimates)
