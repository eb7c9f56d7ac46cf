"""Numbers of one series that weigh those of another: parts, sums, units; and where they must not."""

from __future__ import annotations

import pytest

TWO = "c1 | 40 {0} | by Oxfam | on 2024-05-03 | in Turkey\nd1 | 90 {0} | by Red Cross | on 2024-05-03 | in Turkey\n"
KILLED = TWO.format("killed")
BOTH = TWO.format("killed or wounded")


def _last(picture, claims):
    """The last estimate of the series of these claims."""
    series = next(one.id for one in picture.series if set(claims) <= set(one.claims))
    return [estimate for estimate in picture.estimates if estimate.series == series][-1]


@pytest.mark.parametrize(
    ("book", "says"),
    [
        pytest.param(
            KILLED + "c2 | 60 killed | by UNICEF | on 2024-05-03 | in Istanbul",
            ["no less than its part, 60 people killed in Istanbul, by UNICEF"],
            id="a place in it",
        ),
        pytest.param(
            KILLED + "c2 | 60 killed | by UNICEF | on 2024-05-01 | in Istanbul",
            ["no less than its part, 60 people killed in Istanbul, by UNICEF"],
            id="a place in it, before",
        ),
        pytest.param(
            KILLED + "c2 | 60 killed | by UNICEF | on 2024-05-03 | in Turkey | counting children",
            ["no less than its part, 60 children killed in Turkey, by UNICEF"],
            id="a class of persons",
        ),
        pytest.param(
            BOTH + "c2 | 60 wounded | by UNICEF | on 2024-05-03 | in Turkey",
            ["no less than its part, 60 people wounded in Turkey, by UNICEF"],
            id="an event in it",
        ),
        pytest.param(
            BOTH
            + "c2 | 8 killed | by UNICEF | on 2024-05-03 | in Turkey\n"
            + "c3 | 32 wounded | by UNICEF | on 2024-05-03 | in Turkey",
            ["8 and 32 by UNICEF add up to 40"],
            id="a sum of one speaker",
        ),
        pytest.param(
            KILLED + "c2 | 5 a day killed | rate | by UNICEF | on 2024-04-24 to 2024-05-03 | in Turkey",
            ["no less than 5 a day over 10 days, by UNICEF"],
            id="a rate over days that are told",
        ),
        pytest.param(
            TWO.format("in training").replace(" | in Turkey", " | in Turkey | level").replace("90", "1,500")
            + "c2 | 2 battalion in training | level | by UNICEF | on 2024-05-03 | in Turkey",
            ["2 × 300 to 1,000 people for one battalion"],
            id="units of a usual size",
        ),
    ],
)
def test_what_linked_numbers_say(picture_of, book, says):
    applied = _last(picture_of(book, "posterior"), ["c1", "d1"]).applied
    assert [words for words in says if words in applied] == says


@pytest.mark.parametrize(
    "book",
    [
        pytest.param(KILLED + "c2 | 60 killed | by UNICEF | on 2024-05-09 | in Istanbul", id="a later day"),
        pytest.param(KILLED + "c2 | 60 killed | by UNICEF | on 2024-05-03 | in Peru", id="another place"),
        pytest.param(KILLED + "c2 | about 60 killed | by UNICEF | on 2024-05-03 | in Istanbul", id="an estimate"),
        pytest.param(KILLED + "c2 | 60 killed | on 2024-05-03 | in Istanbul | projected", id="a projection"),
        pytest.param(KILLED + "c2 | 60 wounded | by UNICEF | on 2024-05-03 | in Turkey", id="no part"),
        pytest.param(
            KILLED + "c2 | 60 home destroyed | by UNICEF | part c1 | on 2024-05-03 | in Turkey", id="another unit"
        ),
        pytest.param(
            TWO.format("in training").replace(" | in Turkey", " | in Turkey | level").replace("90", "1,500")
            + "c2 | at least 2 battalion in training | level | by UNICEF | on 2024-05-03 | in Turkey",
            id="units without an end",
        ),
        pytest.param(KILLED + "c2 | 12 killed | by UNICEF | on 2024-05-03 | in Istanbul", id="a part that fits all"),
        pytest.param(
            TWO.format("missing").replace(" | in Turkey", " | in Turkey | level")
            + "c2 | 60 missing | level | by UNICEF | on 2024-05-01 | in Istanbul",
            id="a part that may have fallen",
        ),
        pytest.param(
            BOTH
            + "c2 | 8 killed | by UNICEF | on 2024-05-03 | in Turkey\n"
            + "c3 | 32 wounded | by Civil Protection | on 2024-05-03 | in Turkey",
            id="terms of two speakers are no sum",
        ),
        pytest.param(KILLED + "c2 | 5 a day killed | rate | by UNICEF | in Turkey", id="a rate of no days"),
        pytest.param(
            KILLED + "c2 | 5 a day killed | rate | by UNICEF | on 2024-05-01 to 2024-05-30 | in Turkey",
            id="a rate over days to come",
        ),
        pytest.param(
            KILLED + "c2 | 5 a day killed | rate | by UNICEF | on 2024-04-24 to 2024-05-03 | in Peru",
            id="a rate of another place",
        ),
    ],
)
def test_what_they_do_not(picture_of, book):
    estimate = _last(picture_of(book, "posterior"), ["c1", "d1"])
    alone = _last(picture_of(book.rpartition("\n")[0], "posterior"), ["c1", "d1"])
    told = ("add up", "no less than its part, 60", "a day over", "people for one")
    assert not any(words in applied for words in told for applied in estimate.applied)
    assert (estimate.best, alone.best) == (alone.best, alone.best)


def test_a_part_makes_the_values_above_it_likelier(picture_of):
    plain = _last(picture_of(KILLED, "posterior"), ["c1", "d1"])
    bound = _last(
        picture_of(KILLED + "c2 | 60 killed | by UNICEF | on 2024-05-03 | in Istanbul", "posterior"), ["c1", "d1"]
    )
    assert bound.best == 90
    assert bound.low > plain.low


def test_a_sum_decides_between_two(picture_of):
    book = TWO.format("killed or missing")
    parts = ((2, "8 killed"), (3, "32 missing"))
    terms = "".join(
        f"{page}{n} | {part} | by {who} | on 2024-05-03 | in Turkey\n"
        for page, who in (("c", "UNICEF"), ("e", "WHO"))
        for n, part in parts
    )
    assert _last(picture_of(book, "posterior"), ["c1", "d1"]).best is None
    assert _last(picture_of(book + terms, "posterior"), ["c1", "d1"]).best == 40


def test_other_policies_are_what_they_say(picture_of):
    book = KILLED + "c2 | 60 killed | by UNICEF | on 2024-05-03 | in Istanbul"
    assert _last(picture_of(book), ["c1", "d1"]).low == 40
