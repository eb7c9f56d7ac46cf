"""Which claims are one statement, and what only looks like a repeat."""

from __future__ import annotations

import pytest

ONE = {
    "headline and text": (
        """
        a1 | 27 killed | title
        a2 | 27 killed | by Police | in Lagos
        """,
        ["a1 a2"],
    ),
    "headline rounds the text": (
        """
        a1 | more than 1,200 killed | title
        a2 | 1,297 killed | by Civil Protection | in Haiti
        """,
        ["a1 a2"],
    ),
    "the hedge drifts": (
        """
        a1 | about 3,000 deployed | by Army | of Chad
        a2 | nearly 3,000 deployed | by Army | of Chad
        """,
        ["a1 a2"],
    ),
    "one origin in two pages": (
        """
        a1 | 724 killed | by Civil Protection | on 2021-08-15 | in Haiti
        b1 | 724 killed | by Civil Protection | in Haiti
        """,
        ["a1 b1"],
    ),
    "two numbers told together twice are one finding": (
        """
        a1 | 300 killed | by Red Cross | of Sudan
        a2 | 2,700 wounded | by Red Cross | of Sudan
        b1 | about 300 killed | by Red Cross | of Sudan
        b2 | about 2,700 wounded | by Red Cross | of Sudan
        """,
        ["a1 a2 b1 b2"],
    ),
    "along a chain of relays": (
        """
        a1 | 724 killed | by Civil Protection | via Reuters | in Haiti
        b1 | 724 killed | by Reuters | in Haiti
        """,
        ["a1 b1"],
    ),
    "one relay, and only one page says from whom": (
        """
        a1 | 724 killed | by Civil Protection | via Reuters | in Haiti
        b1 | 724 killed | via Reuters | in Haiti
        """,
        ["a1 b1"],
    ),
    "a wave and the state it led to": (
        """
        a1 | 3,500 deployed | by Army | flow | in Chad
        a2 | about 3,500 in training | level | in Chad
        """,
        ["a1 a2"],
    ),
    "described and named in one page": (
        """
        a1 | 1/3 killed or wounded | by official sources | of Sudan
        a2 | about 1/3 killed or wounded | by American officials | of Sudan
        """,
        ["a1 a2"],
    ),
    "a forecast told twice": (
        """
        a1 | 12,000 infected | by Oxfam | projected | on 2024-08-01 | in Chad
        a2 | 12,000 infected | by Oxfam | projected | in Chad
        """,
        ["a1 a2"],
    ),
}

MANY = {
    "two speakers of one page": """
        a1 | 10,000 deployed | by Army | of Chad
        a2 | 10,000 deployed | by Reuters | of Chad
        """,
    "two sides of one number": """
        a1 | 40 killed | by Israeli officials | in Lebanon
        a2 | 40 killed | by Lebanese officials | in Lebanon
        """,
    "two pages that name nobody": """
        a1 | 11,000 deployed | of Chad
        b1 | 11,000 deployed | of Chad
        """,
    "two pages with officials of some kind": """
        a1 | 11,000 deployed | by local officials | of Chad
        b1 | 11,000 deployed | by local officials | of Chad
        """,
    "killed and wounded": """
        a1 | 12 killed | by Police | in Lagos
        a2 | 12 wounded | by Police | in Lagos
        """,
    "killed, and killed or wounded": """
        a1 | 4,000 killed | by Army | of Sudan
        b1 | 4,000 killed or wounded | by Army | of Sudan
        """,
    "two places": """
        a1 | 3 killed | by Police | in Lagos
        a2 | 3 killed | by Police | in Syria
        """,
    "two groups": """
        a1 | 3 killed | by Police | of Israel
        a2 | 3 killed | by Police | of Lebanon
        """,
    "two days": """
        a1 | 60 drone launched | by Air Force | flow | on 2024-11-10
        b1 | 60 drone launched | by Air Force | flow | on 2024-12-24
        """,
    "planned and done": """
        a1 | 10,000 deployed | by Army | planned | of Chad
        a2 | 10,000 deployed | by Army | of Chad
        """,
    "a count and a rate": """
        a1 | 92 killed | by Army | of Chad
        a2 | 92 a day killed | by Army | of Chad
        """,
    "women and children of one sentence": """
        a1 | 87 killed | by Police | in Lagos
        a2 | 12 killed | by Police | part a1 | in Lagos
        a3 | 12 killed | by Police | part a1 | in Lagos | same sentence
        """,
    "all of a whole": """
        a1 | 88 drone launched | by Air Force | flow
        a2 | 88 drone shot down | by Air Force | flow | part a1
        """,
    "two numbers": """
        a1 | 87 killed | by Police | in Lagos
        b1 | 88 killed | by Police | in Lagos
        """,
    "a headline that rounds something else": """
        a1 | more than 1,200 killed | title
        a2 | 2,400 killed | by Civil Protection | in Haiti
        """,
    "two vague numbers": """
        a1 | vague killed | by Police | in Lagos
        a2 | vague killed | by Police | in Lagos
        """,
    "one relay of two origins": """
        a1 | 40 killed | by Army | via Reuters | in Lebanon
        b1 | 40 killed | by Red Cross | via Reuters | in Lebanon
        """,
}


@pytest.mark.parametrize("row", ONE)
def test_one_statement(found, row):
    book, expected = ONE[row]
    assert found(book, "same statement") == expected


@pytest.mark.parametrize("row", MANY)
def test_several_statements(found, row):
    assert found(MANY[row], "same statement") == []


def test_an_unattributed_repeat_never_makes_two_speakers_one(picture_of):
    picture = picture_of(
        """
        a1 | 40 killed | title
        a2 | 40 killed | by Israeli officials | in Lebanon
        a3 | 40 killed | by Lebanese officials | in Lebanon
        """
    )
    assert sorted(statement.claims for statement in picture.statements) == [("a1", "a2"), ("a3",)]


def test_every_claim_is_in_one_statement(picture_of):
    for book in [*MANY.values(), *(book for book, _ in ONE.values())]:
        picture = picture_of(book)
        claims = [claim for statement in picture.statements for claim in statement.claims]
        assert (
            len(claims)
            == len(set(claims))
            == book.count(" | ") - sum(line.count(" | ") - 1 for line in book.splitlines() if " | " in line)
        )


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        pytest.param(
            """
            a1 | about 14,000 deployed | by Ukrainian officials | of Wagner
            a2 | 14,000 deployed | by Ukraine | of Wagner
            """,
            ["a1 a2"],
            id="surer, and of the whole state",
        ),
        pytest.param(
            """
            a1 | about 14,000 deployed | by Ukrainian officials | of Wagner
            a2 | 14,000 deployed | by Ukrainian officials | of Wagner
            """,
            [],
            id="one name: a repeat",
        ),
        pytest.param(
            """
            a1 | about 14,000 deployed | by Ukrainian officials | of Wagner
            a2 | 14,000 deployed | by Russia | of Wagner
            """,
            [],
            id="two sides",
        ),
    ],
)
def test_hedge_drift(found, book, expected):
    assert found(book, "hedge drift") == expected


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        pytest.param(
            """
            page b | Le Monde | 2025-02-27
            a1 | 300 killed | by Red Cross | on 2025-01-13 | of Sudan
            b1 | about 300 killed | by Red Cross | of Sudan
            """,
            ["a1 b1"],
            id="six weeks later, without its day",
        ),
        pytest.param(
            """
            page b | Le Monde | 2025-01-15
            a1 | 300 killed | by Red Cross | on 2025-01-13 | of Sudan
            b1 | about 300 killed | by Red Cross | of Sudan
            """,
            [],
            id="two days later",
        ),
        pytest.param(
            """
            page b | Le Monde | --02-27
            a1 | 300 killed | by Red Cross | on 2025-01-13 | of Sudan
            b1 | about 300 killed | by Red Cross | of Sudan
            """,
            [],
            id="year unknown",
        ),
        pytest.param(
            """
            page b | Le Monde | 2025-02-27
            a1 | 300 killed | by Red Cross | on 2025-01-13 | of Sudan
            b1 | 300 killed | by Red Cross | on 2025-01-13 | of Sudan
            """,
            [],
            id="with its day",
        ),
        pytest.param(
            """
            page b | Le Monde | 2025-02-27
            a1 | 300 killed | by Red Cross | on 2025-01-13 | of Sudan
            b1 | 310 killed | by Red Cross | of Sudan
            """,
            [],
            id="another number",
        ),
        pytest.param(
            """
            page b | Le Monde | 2025-02-27
            a1 | 300 killed | by Red Cross | on 2025-01-13 | of Sudan
            b1 | 300 killed | by Oxfam | of Sudan
            """,
            [],
            id="another speaker, one round number",
        ),
        pytest.param(
            """
            page b | Le Monde | 2025-02-27
            a1 | 1,297 killed | on 2025-01-13 | of Sudan
            a2 | 5,714 wounded | on 2025-01-13 | of Sudan
            b1 | 1,297 killed | of Sudan
            b2 | 5,714 wounded | of Sudan
            """,
            ["a1 a2 b1 b2"],
            id="two odd numbers that nobody is named for",
        ),
        pytest.param(
            """
            page b | Le Monde | 2025-02-27
            a1 | 300 killed | by Red Cross | on 2025-01-13 | of Sudan
            b1 | 300 killed | by Red Cross | on 2025-01-13 | of Sudan
            b2 | 300 killed | by Red Cross | of Sudan
            """,
            [],
            id="the page gives the day elsewhere",
        ),
    ],
)
def test_stale_repetition(found, book, expected):
    assert found(book, "stale repetition") == expected
