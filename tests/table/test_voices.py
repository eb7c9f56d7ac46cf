"""Who has a vote: relays, repeats, updates, kinds."""

from __future__ import annotations

from itertools import permutations

import pytest

HEAD = "series,origin,value,date,relay_of,kind\n"

COURSES = {
    # rows → day, low, high, independent of each line that comes out
    "two origins": (["a,5,05-01,", "b,7,05-01,"], ["05-01 5 7 2"]),
    "an update supersedes": (["a,5,05-01,", "a,7,05-02,"], ["05-01 5 5 1", "05-02 7 7 1"]),
    "a later smaller total too": (["a,7,05-01,", "a,5,05-02,"], ["05-01 7 7 1", "05-02 5 5 1"]),
    "the largest total of one day is its latest": (["a,7,05-01,", "a,5,05-01,"], ["05-01 7 7 1"]),
    "said again it is one statement": (["a,5,05-01,", "a,5,05-02,"], ["05-01 5 5 1"]),
    "an old number again is stale": (["a,5,05-01,", "a,7,05-02,", "a,5,05-03,"], ["05-01 5 5 1", "05-02 7 7 1"]),
    "a rounding takes nothing back": (
        ["a,1297,05-01,", "a,over 1200,05-02,"],
        ["05-01 1297 1297 1"],
    ),
    "a sharper word does": (["a,at least 29,05-01,", "a,29,05-02,"], ["05-01 29  1", "05-02 29 29 1"]),
    "capitals do not part names": (["Agency,5,05-01,", "AGENCY,7,05-02,"], ["05-01 5 5 1", "05-02 7 7 1"]),
    "a relay adds nothing": (["a,5,05-01,", "b,5,05-01,a", "c,5,05-02,a"], ["05-01 5 5 1"]),
    "nor does one that rounds": (["a,5012,05-01,", "b,about 5000,05-02,a"], ["05-01 5012 5012 1"]),
    "nor one that differs": (["a,5,05-01,", "b,9,05-02,a"], ["05-01 5 5 1"]),
    "relays of one unheard are one voice": (["b,5,05-01,x", "c,5,05-02,x"], ["05-01 5 5 1"]),
    "the newest supersedes": (["b,5,05-01,x", "c,8,05-02,x"], ["05-01 5 5 1", "05-02 8 8 1"]),
    "until it is heard": (["b,5,05-01,x", "x,8,05-02,", "b,9,05-03,x"], ["05-01 5 5 1", "05-02 8 8 1"]),
    "a chain of relays": (["x,5,05-01,", "b,5,05-01,x", "c,6,05-02,b"], ["05-01 5 5 1"]),
    "a ring of relays": (["a,5,05-01,b", "b,5,05-02,a", "c,6,05-03,"], ["05-01 5 5 1", "05-03 5 6 2"]),
    "who relays himself speaks": (["a,5,05-01,a", "b,6,05-02,a"], ["05-01 5 5 1"]),
    "a relay with a word of its own": (["x,5,05-01,", "b,5,05-01,x", "b,9,05-02,"], ["05-01 5 5 1", "05-02 5 9 2"]),
    "undated is heard last": (["a,5,05-01,", "b,9,,", "c,7,05-02,"], ["05-01 5 5 1", "05-02 5 9 3"]),
    "all undated": (["a,5,,", "b,9,,"], [" 5 9 2"]),
    "at least is outgrown": (["a,at least 1,05-01,", "b,50,05-02,"], ["05-01 1  1", "05-02 50 50 1"]),
    "by no smaller number": (["a,at least 90,05-01,", "b,50,05-02,"], ["05-01 90  1", "05-02 50  2"]),
    "nor of a level": (["a,at least 1,05-01,,level", "b,50,05-02,,level"], ["05-01 1  1", "05-02 1  2"]),
    "nobody is one voice": ([",5,05-01,", ",6,05-02,"], ["05-01 5 5 1", "05-02 6 6 1"]),
    "nobody is outgrown": ([",5,05-01,", "a,9,05-02,"], ["05-01 5 5 1", "05-02 9 9 1"]),
    "a level may come back": (
        ["a,5,05-01,,level", "a,7,05-02,,level", "a,7,05-03,,level", "a,5,05-04,,level"],
        ["05-01 5 5 1", "05-02 7 7 1", "05-04 5 5 1"],
    ),
    "waves stand side by side": (
        ["a,5,05-01,,flow", "a,5,05-02,,flow", "a,5,05-02,,flow", "a,7,05-03,,flow"],
        ["05-01 5 5 1", "05-02 5 5 1", "05-03 5 7 1"],
    ),
}


def table_of(rows: list[str]) -> bytes:
    lines = []
    for row in rows:
        origin, value, day, relay_of, *kind = row.split(",")
        lines.append(f"s,{origin},{value},{f'2024-{day}' if day else ''},{relay_of},{''.join(kind)}")
    return (HEAD + "\n".join(lines)).encode()


@pytest.mark.parametrize("case", COURSES)
def test_one_vote_a_statement(numbers, case):
    rows, expected = COURSES[case]
    found = [f"{day[5:]} {low} {high} {votes}" for day, low, _, high, votes in numbers(table_of(rows))]
    assert found == expected


@pytest.mark.parametrize("case", COURSES)
def test_the_order_of_rows_does_not_matter(numbers, case):
    rows, _ = COURSES[case]
    assert len({tuple(numbers(table_of(list(order)))) for order in permutations(rows)}) == 1


def test_series_come_in_the_order_first_met(estimated):
    found = estimated(b"series,origin,value\nz,a,1\na,a,2\nz,b,3\nm,a,4\n")
    assert [one.series for one in found.estimates] == ["z", "a", "m"]


def test_one_series_is_of_one_kind(problems):
    assert problems(table_of(["a,5,05-01,", "b,5,05-01,,flow"])) == [
        "claims.csv:3, column kind: two kinds in one series (the series is a total before, here a flow)"
    ]


@pytest.mark.parametrize("kind", ["rate", "share", "toll"])
def test_an_unknown_kind_is_named(problems, kind):
    assert "column kind: an unknown kind" in problems(table_of([f"a,5,05-01,,{kind}"]))[0]


@pytest.mark.parametrize(
    ("policy", "best"), [("range", ""), ("majority", "7"), ("latest-official", "9")]
)  # an intelligence service named with its state is official
def test_every_policy_judges_a_table(numbers, policy, best):
    rows = ["a,7,05-01,", "b,7,05-01,", "Civil Protection (Haiti),9,05-01,", "c,8,05-02,"]
    assert numbers(table_of(rows), policy=policy)[-1][2] == best


def test_a_number_of_another_incident_is_left_out_and_told(estimated):
    rows = ["x,>90000,05-01,", "a,31,05-01,", "b,28,05-01,", "a,1400,05-04,", "b,1900,05-05,"]
    found = estimated(table_of(rows))
    assert [(one.low, one.high) for one in found.estimates] == [(28, 31), (28, 1400), (1400, 1900)]
    why = "over 2,000 times what others say: of another incident, or no count?"
    assert found.apart == (f'claims.csv:2: left out of "s", {why}',)


def test_a_gap_that_nobody_decides_is_told(estimated):
    found = estimated(table_of(["x,90000,05-01,", "a,31,05-01,"]))
    assert found.apart == ('claims.csv: nothing in "s" is between 31 and 90,000; is all of it of one incident?',)
    assert estimated(table_of(["x,90000,05-01,,level", "a,31,05-01,,level"])).apart == ()


@pytest.mark.parametrize(
    ("relay", "told"),
    [("b,5,05-01,a", False), ("b,about 5,05-02,a", False), ("b,more than 4,05-02,a", False), ("b,7,05-01,a", True)],
)
def test_a_relay_of_what_was_never_said_is_told(estimated, relay, told):
    found = estimated(table_of(["a,5,05-01,", relay, "a,7,05-03,"]))
    assert found.apart == (('claims.csv:3: not used, "a" gives no such number for "s" itself',) if told else ())


@pytest.mark.parametrize(
    ("rows", "best", "told"),
    [
        pytest.param(["North HQ,40,North", "North TV,40,North"], "", True, id="one side"),
        pytest.param(["North HQ,40,North", "South HQ,40,South"], "40", False, id="two sides"),
        pytest.param(["North HQ,40,North", "UNICEF,40,"], "40", False, id="somebody known to be outside"),
        pytest.param(["North HQ,40,North", "A Stranger,40,"], "", True, id="somebody unknown"),
        pytest.param(["North HQ,40,", "North TV,40,"], "40", False, id="no sides are given"),
    ],
)
def test_what_one_side_says_is_claimed(estimated, numbers, rows, best, told):
    table = "series,origin,value,side\n" + "".join(f"s,{row}\n" for row in rows)
    assert numbers(table, policy="majority")[-1][2] == best
    words = ('claims.csv: "s" is claimed by "North" alone, no best is named',)
    assert estimated(table).apart == (words if told else ())
