"""What each policy makes of a series, on each date, and what it leaves out."""

from __future__ import annotations

import datetime as dt

import pytest

TOLL = """
    a1 | 304 killed | by Civil Protection | on 2021-08-14 | in Haiti
    b1 | 724 killed | by Civil Protection | on 2021-08-15 | in Haiti
    c1 | 1,000 killed | by Red Cross | on 2021-08-15 | in Haiti
    d1 | 1,297 killed | by Civil Protection | on 2021-08-16 | in Haiti
    """


def _last(picture):
    estimate = picture.estimates[-1]
    return estimate.low, estimate.best, estimate.high, estimate.independent


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        pytest.param("a1 | 12 killed | by Police\nb1 | 40 killed | by Army", (12, None, 40, 2), id="lowest to highest"),
        pytest.param("a1 | 10-20 killed | by Police\nb1 | 15 killed | by Army", (10, None, 20, 2), id="a range"),
        pytest.param("a1 | more than 12 killed\nb1 | 40 killed", (12, None, None, 2), id="open above"),
        pytest.param("a1 | up to 90 killed\nb1 | 40 killed", (None, None, 90, 2), id="open below"),
        pytest.param("a1 | 12 killed\na2 | 12 killed | by Police", (12, None, 12, 1), id="a repeat has no vote"),
        pytest.param("a1 | 12 killed\nb1 | 90 killed | projected", (12, None, 12, 1), id="a projection has none"),
        pytest.param("a1 | vague killed\nb1 | 90 killed", (90, None, 90, 1), id="dozens have none"),
        pytest.param("a1 | vague killed", (None, None, None, 0), id="nothing to go by"),
        pytest.param("a1 | 1/3 killed", (None, None, None, 0), id="a share is no count"),
        pytest.param(TOLL, (1000, None, 1297, 2), id="superseded by one's own later number"),
    ],
)
def test_range(picture_of, book, expected):
    assert _last(picture_of(book)) == expected


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        pytest.param(
            "a1 | 12 killed | by Police\nb1 | 12 killed | by Army\nc1 | 40 killed | by Oxfam",
            (12, 12, 40, 3),
            id="two of three",
        ),
        pytest.param("a1 | 12 killed | by Police\nb1 | 40 killed | by Army", (12, None, 40, 2), id="a tie"),
        pytest.param(
            "a1 | 12 killed | by UNICEF\nb1 | 12 killed | by UNICEF\nc1 | 40 killed | by Oxfam\nd1 | 40 killed | by UN",
            (12, 40, 40, 3),
            id="a statement has one vote however often it is told",
        ),
        pytest.param("a1 | more than 12 killed", (12, None, None, 1), id="an open number is no value"),
    ],
)
def test_majority(picture_of, book, expected):
    assert _last(picture_of(book, "majority")) == expected


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        pytest.param(
            """
            a1 | 12 killed | by World Health Organization | on 2024-05-01
            b1 | 15 killed | by World Health Organization | on 2024-05-02
            c1 | 40 killed | by Oxfam | on 2024-05-03
            """,
            (15, 15, 15),
            id="the newest official",
        ),
        pytest.param(
            "a1 | 12 killed | by Ann Onymous | on 2024-05-01\nb1 | 15 killed | on 2024-05-02",
            (12, 12, 12),
            id="else anybody named",
        ),
        pytest.param("a1 | 12 killed | on 2024-05-01", (12, None, 12), id="nobody named"),
        pytest.param(
            """
            a1 | 12 killed | by World Health Organization | on 2024-05-01
            b1 | 15 killed | by UNICEF | on 2024-05-01
            """,
            (12, None, 15),
            id="two of one day",
        ),
    ],
)
def test_latest_official(picture_of, book, expected):
    assert _last(picture_of(book, "latest-official"))[:3] == expected


def test_one_estimate_for_each_day_a_statement_is_of(picture_of):
    picture = picture_of(TOLL)
    course = [(estimate.at, estimate.low, estimate.high) for estimate in picture.estimates]
    assert course == [
        (dt.date(2021, 8, 14), 304, 304),
        (dt.date(2021, 8, 15), 724, 1000),
        (dt.date(2021, 8, 16), 1000, 1297),
    ]


def test_without_a_day_there_is_one_estimate(picture_of):
    (estimate,) = picture_of("a1 | 12 killed\nb1 | 15 killed").estimates
    assert estimate.at is None


def test_the_undated_count_at_the_end_only(picture_of):
    picture = picture_of("a1 | 12 killed | on 2024-05-01\nb1 | 15 killed\nc1 | 13 killed | on 2024-05-02")
    assert [estimate.high for estimate in picture.estimates] == [12, 15]


@pytest.mark.parametrize(
    ("book", "left_out"),
    [
        pytest.param("a1 | 12 killed\nb1 | 90 killed | projected", {"b1": "projected, not yet so"}, id="ahead"),
        pytest.param("a1 | 92 a day killed", {"a1": "a rate, not a count"}, id="rate"),
        pytest.param("a1 | 1/3 killed", {"a1": "a share, not a count"}, id="share"),
        pytest.param("a1 | vague killed\nb1 | 3 killed", {"a1": 'no number, only words like "dozens"'}, id="vague"),
        pytest.param(
            TOLL,
            {
                "a1": "superseded by a later statement of Civil Protection b1",
                "b1": "superseded by a later statement of Civil Protection d1",
            },
            id="superseded",
        ),
        pytest.param(
            """
            a1 | 2,189 killed | by Civil Protection | on 2021-08-19 | in Haiti
            b1 | more than 2,000 killed | by Civil Protection | on 2021-08-26 | in Haiti
            """,
            {"b1": "rounds a number Civil Protection gave before a1"},
            id="a later rounding takes nothing back",
        ),
        pytest.param(
            """
            a1 | 38 killed | by Ministry of Health (Haiti) | on 2021-08-14 | in Haiti
            b1 | 52 killed | by Ministry of Health | on 2021-08-19 | in Haiti
            """,
            {"a1": "superseded by a later statement of Ministry of Health b1"},
            id="the ministry of the country",
        ),
        pytest.param(
            """
            a1 | 38 killed | by Ministry of Health (Chad) | on 2021-08-14 | in Haiti
            b1 | 52 killed | by Ministry of Health | on 2021-08-19 | in Haiti
            """,
            {},
            id="the ministry of another country",
        ),
        pytest.param(
            """
            a1 | 304 killed | by Civil Protection | on 2021-08-14 | in Haiti
            b1 | 724 killed | by Civil Protection | on 2021-08-14 | in Haiti
            """,
            {"a1": "superseded by a later statement of Civil Protection b1"},
            id="the larger of one day is the later, where numbers only grow",
        ),
        pytest.param(
            "a1 | 29 killed | on 2021-08-14\nb1 | 304 killed | by Civil Protection | on 2021-08-15",
            {"a1": "outgrown by a later total b1"},
            id="what nobody stands for is outgrown",
        ),
        pytest.param(
            "a1 | 29 killed | by Police | on 2021-08-14\nb1 | 304 killed | by Army | on 2021-08-15",
            {},
            id="what somebody stands for is not",
        ),
        pytest.param(
            "a1 | 29 deployed | flow | on 2021-08-14\nb1 | 304 deployed | flow | on 2021-08-15",
            {},
            id="waves stand side by side",
        ),
    ],
)
def test_what_is_left_out_and_why(picture_of, book, left_out):
    told = picture_of(book).estimates[-1].left_out
    assert {left.claim: f"{left.why} {left.by}" if left.by else left.why for left in told} == left_out


def test_a_repeat_says_of_which_statement(picture_of):
    picture = picture_of("a1 | 12 killed | title\na2 | 12 killed | by Police")
    (left,) = picture.estimates[0].left_out
    (statement,) = picture.statements
    assert (left.claim, left.by, left.why) == ("a1", "a2", f"repeats a statement: {statement.why}")


@pytest.mark.parametrize(
    ("policy", "name"), [("range", "range/1"), ("majority", "majority/1"), ("latest-official", "latest-official/1")]
)
def test_the_method_has_a_version(picture_of, policy, name):
    picture = picture_of("a1 | 12 killed", policy)
    assert {picture.method, *(estimate.method for estimate in picture.estimates)} == {name}


def test_a_book_teaches_whom_to_trust_before_anything_is_estimated(picture_of):
    towns = ("Gao", "Kidal", "Mopti", "Segou", "Kayes", "Sikasso", "Koulikoro", "Taoudenni")
    agree = "\n".join(
        f"""
        a{n} | {200 + 7 * n} hospitalized | level | by UNICEF | in {town}
        b{n} | {200 + 7 * n} hospitalized | level | by Oxfam | in {town}
        c{n} | {900 + 7 * n} hospitalized | level | by Army | in {town}
        """
        for n, town in enumerate(towns)
    )
    open_question = "a90 | 410 wounded | by Oxfam\nb90 | 4,700 wounded | by Army"
    alone, beside = (picture_of(book, "posterior").estimates[-1] for book in (open_question, agree + open_question))
    assert (alone.best, beside.best) == (None, 410)


TOLL_OF_TWO = "a1 | 300 killed | by UNICEF | of Mali\nb1 | 300 killed | by Red Cross | of Mali"
WAR = """
    a90 | 12 captured | by Ministry of Defence (Russia) | of Ukraine
    b90 | 3 captured | by Red Cross | of Ukraine
    """


@pytest.mark.parametrize(
    ("book", "sure"),
    [
        pytest.param("a1 | 22,000 attended | by Police\nb1 | 80,000 attended | by Workers Union", False, id="a crowd"),
        pytest.param("a1 | 25,000 attended | by Police\nb1 | 25,000 attended | by Fire Brigade", False, id="two guess"),
        pytest.param("a1 | 250 rescued | by Police\nb1 | 250 rescued | by Red Cross", True, id="two count"),
        pytest.param(
            "a1 | 300 killed | by UNICEF | of Mali\nb1 | 300 killed | by Red Cross | of Mali", True, id="a toll"
        ),
        pytest.param(
            WAR + TOLL_OF_TWO,
            False,
            id="of a war",
        ),
    ],
)
def test_what_nobody_counts_is_not_very_likely(picture_of, book, sure):
    likely = [e.probability or 0 for e in picture_of(book, "posterior").estimates if set(e.claims) == {"a1", "b1"}]
    assert [probability > 0.8 for probability in likely] == [sure]


@pytest.mark.parametrize(
    ("days", "best"), [((1, 2), None), ((1, 1), 3500)], ids=["waves of two days", "one wave told by two"]
)
def test_waves_do_not_compete(picture_of, days, best):
    lines = [
        f"{page}1 | 3,500 arrived | flow | by {who} | on 2024-05-0{day}"
        for page, who, day in zip("ab", ("UNICEF", "Oxfam"), days, strict=True)
    ]
    assert picture_of("\n".join(lines), "posterior").estimates[-1].best == best
