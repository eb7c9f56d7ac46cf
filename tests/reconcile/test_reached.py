"""A total that never falls: what it had reached bounds every later day, unless somebody takes it back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

WHO = ["World Health Organization", "UNICEF", "Oxfam", "Police", "Army"]


def _course(picture, field):
    return [getattr(estimate, field) for estimate in picture.estimates]


OFFICIAL = "a1 | 724 killed | by UNICEF | on 2024-05-01\n"
TWO = "a1 | 724 killed | by Oxfam | on 2024-05-01\nb1 | 730 killed | by Red Cross | on 2024-05-01\n"
ALONE = "a1 | 724 killed | by Oxfam | on 2024-05-01\n"


@pytest.mark.parametrize(
    ("book", "low"),
    [
        pytest.param(OFFICIAL + "c1 | 500 killed | by Police | on 2024-05-02", 724, id="an official count"),
        pytest.param(TWO + "c1 | 500 killed | by Police | on 2024-05-02", 724, id="what a second voice exceeds"),
        pytest.param(ALONE + "c1 | 500 killed | by Police | on 2024-05-02", 500, id="one voice may be wrong"),
        pytest.param(
            OFFICIAL.replace("724", "more than 1,000") + "c1 | 500 killed | by Police | on 2024-05-02",
            950,
            id="a rounding reaches the least it may stand for",
        ),
        pytest.param(OFFICIAL + "c1 | 500 killed | by UNICEF | on 2024-05-02", 500, id="its giver says less"),
        pytest.param(
            OFFICIAL + "c1 | 500 killed | by Police | on 2024-05-02\nd1 | 510 killed | by Oxfam | on 2024-05-02",
            500,
            id="more voices say less",
        ),
        pytest.param(
            "a1 | 724 killed | by UNICEF | on 2024-05-01 | taken\nc1 | 500 killed | by Police | on 2024-05-02",
            500,
            id="taken back",
        ),
        pytest.param(
            "a1 | 724 killed | by UNICEF | on 2024-05-01\nb1 | 730 killed | by Oxfam | on 2024-05-01\n"
            "c1 | 724 killed | by UNICEF | on 2024-05-02 | taken\nc2 | 500 killed | by UNICEF | on 2024-05-02",
            500,
            id="a correction of what others only passed",
        ),
        pytest.param(
            "a1 | 724 missing | by UNICEF | on 2024-05-01\nc1 | 500 missing | by Police | on 2024-05-02",
            500,
            id="what may fall",
        ),
        pytest.param(
            "a1 | 724 killed | by UNICEF | on 2024-05-01 | projected\nc1 | 500 killed | by Police | on 2024-05-02",
            500,
            id="a projection reaches nothing",
        ),
        pytest.param(
            "a1 | about 724 killed | by UNICEF | on 2024-05-01\nc1 | 500 killed | by Police | on 2024-05-02",
            500,
            id="nor does an estimate",
        ),
        pytest.param(
            "a1 | 724 killed | by UNICEF | on 2021-05-01\nc1 | 500 killed | by Police | on 2024-05-02",
            500,
            id="nor the total of an incident of other years",
        ),
        pytest.param(
            "a1 | 724 killed | by WHO | on 2024-05-01 | in Mali\nc1 | 500 killed | by Army | on 2024-05-02 | in Chad",
            500,
            id="nor that of another place",
        ),
    ],
)
@pytest.mark.parametrize("policy", ["range", "majority", "posterior"])
def test_a_later_day_is_no_lower(picture_of, book, low, policy):
    estimate = picture_of(book, policy).estimates[-1]
    if low >= 724:
        assert estimate.low >= low
        assert estimate.best is None or estimate.best >= low
    else:
        assert estimate.low < 600


def test_what_lies_below_is_left_out_with_what_was_reached(picture_of):
    estimate = picture_of(OFFICIAL + "c1 | 500 killed | by Police | on 2024-05-02").estimates[-1]
    (left,) = estimate.left_out
    assert (left.claim, left.by, left.why) == ("c1", "a1", "less than the 724 reached on 1 May 2024")
    assert estimate.applied == (
        "policy range",
        "no less than 724, reached on 1 May 2024 and not taken back",
    )


@pytest.mark.parametrize(
    ("book", "left_out"),
    [
        pytest.param("at least 3 | 40", ["a1"], id="implied by a larger total of the day"),
        pytest.param("3 | 40", [], id="an end of its own is not"),
        pytest.param("at least 40 | 3", [], id="nor is a larger one"),
    ],
)
def test_at_least_some_is_implied_by_more(picture_of, book, left_out):
    first, second = book.split(" | ")
    lines = f"a1 | {first} killed | by Police | on 2024-05-01\nb1 | {second} killed | by Army | on 2024-05-01"
    assert [left.claim for left in picture_of(lines).estimates[-1].left_out] == left_out


def test_what_was_heard_in_a_best_value_does_not_lower_it_later(picture_of):
    """235 was passed by 239, which was best of its day; 240 of the next day is no reason to go back to 235."""
    told = [("UNICEF", 50, 1), ("World Health Organization", 235, 1), ("Army", 239, 2), ("Army", 240, 3)]
    lines = [f"p{'abcd'[at]}1 | {n} killed | by {who} | on 2024-05-0{day}" for at, (who, n, day) in enumerate(told)]
    *_, second, third = picture_of("\n".join(lines), "posterior").estimates
    assert second.best == 239
    assert third.best is None
    assert third.why == "235 would be less than 239, the best value before, which nobody took back"


REPORTS = st.lists(
    st.tuples(st.integers(1, 6), st.sampled_from(WHO), st.sampled_from(["", "more than "]), st.integers(0, 90)),
    min_size=2,
    max_size=10,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REPORTS, st.sampled_from(["posterior", "majority"]))
def test_where_everybody_counts_upwards_nothing_falls(picture_of, reports, policy):
    """Each later number is at least as large as any before."""
    lines, total = [], 10
    for at, (day, who, hedge, more) in enumerate(sorted(reports, key=lambda report: report[0])):
        total += more
        lines.append(f"p{'abcdefghij'[at]}1 | {hedge}{total} killed | by {who} | on 2024-05-0{day}")
    picture = picture_of("\n".join(lines), policy)
    bests = [best for best in _course(picture, "best") if best is not None]
    assert bests == sorted(bests)
    if policy == "posterior":
        assert _course(picture, "low") == sorted(_course(picture, "low"))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REPORTS)
def test_no_single_voice_lets_the_total_fall(picture_of, reports):
    """All but one count upwards; the one says anything, once."""
    lines = [f"{page}1 | 50 killed | by {who} | on 2024-05-01" for page, who in zip("ab", WHO, strict=False)]
    total = 50
    for at, (day, who, _, more) in enumerate(sorted(reports, key=lambda report: report[0])):
        total += more
        number, name = (more + 1, "Ann Onymous") if at == 0 else (total, who)
        lines.append(f"p{'abcdefghij'[at]}1 | {number} killed | by {name} | on 2024-05-0{day + 1}")
    picture = picture_of("\n".join(lines), "posterior")
    bests = [best for best in _course(picture, "best") if best is not None]
    assert bests == sorted(bests)
    assert _course(picture, "low") == sorted(_course(picture, "low"))
