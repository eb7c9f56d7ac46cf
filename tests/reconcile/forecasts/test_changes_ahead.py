"""Forecasts of a change, forecasts that were replaced and forecasts that were withdrawn."""

from __future__ import annotations

import pytest

NOW = "page a | Reuters | 2024-03-01\na0 | 900 hospitalized | by WHO | level | on 2024-02-28 | in Chad\n"
UP = NOW + "a1 | 300 hospitalized | by WHO | expected | flow | up | on 2024-06-30 | in Chad\n"
DOWN = NOW + "a1 | 300 hospitalized | by WHO | expected | flow | down | on 2024-06-30 | in Chad\n"
SENT = "page a | Reuters | 2024-03-01\na0 | 5,000 deployed | by Army | on 2024-02-28 | of Chad\n"
MORE = SENT + "a1 | 2,000 deployed | by Army | planned | flow | on 2024-06-30 | of Chad\n"
DEAD = "page a | Reuters | 2024-03-01\na0 | 400 killed | by WHO | on 2024-02-28 | in Chad\n"
RISE = DEAD + "a1 | 100 killed | by WHO | projected | flow | up | on 2024-06-30 | in Chad\n"

CHANGES = {
    "a rise that came": (
        UP + "b1 | 1,220 hospitalized | by WHO | level | on 2024-06-30 | in Chad",
        "reached, with a rise of 320 from 900 of 28 February 2024 to 1,220 of 30 June 2024 (WHO)",
    ),
    "a rise too small": (
        UP + "b1 | 1,000 hospitalized | by WHO | level | on 2024-07-01 | in Chad",
        "not reached, the number here is a rise of 100",
    ),
    "a fall in place of a rise": (
        UP + "b1 | 700 hospitalized | by WHO | level | on 2024-07-01 | in Chad",
        "not reached, the number here is a fall of 200",
    ),
    "a rise, its day to come": (UP + "b1 | 1,000 hospitalized | by WHO | level | on 2024-05-01 | in Chad", "open"),
    "a fall that came": (
        DOWN + "b1 | 590 hospitalized | by WHO | level | on 2024-06-29 | in Chad",
        "reached, with a fall of 310 from 900",
    ),
    "a fall too small": (
        DOWN + "b1 | 850 hospitalized | by WHO | level | on 2024-07-02 | in Chad",
        "not reached, the number here is a fall of 50",
    ),
    "a number equal to the change is not the change": (
        DOWN + "b1 | 300 hospitalized | by WHO | level | on 2024-05-01 | in Chad",
        "reached, and more than was expected, with a fall of 600",
    ),
    "so many more that came": (
        MORE + "b1 | 7,100 deployed | by Army | on 2024-06-28 | of Chad",
        "reached, with a rise of 2,100 from 5,000",
    ),
    "so many more that did not": (
        MORE + "b1 | 5,400 deployed | by Army | on 2024-07-02 | of Chad",
        "not reached, the number here is a rise of 400",
    ),
    "so many more, and a wave of them": (
        MORE + "b1 | 2,000 deployed | by Army | flow | on 2024-06-12 | of Chad",
        "reached, with 2,000 of 12 June 2024",
    ),
    "the total is no wave": (
        MORE.replace("5,000", "500") + "b1 | 600 deployed | by Army | on 2024-05-01 | of Chad",
        "open, as it is not decided; the latest number here is a rise of 100",
    ),
    "no count from before": (
        UP.replace("900 hospitalized", "900 captured")
        + "b1 | 1,250 hospitalized | by WHO | level | on 2024-05-30 | in Chad",
        "open, as nothing later here measures it",
    ),
    "a count from long before": (
        UP.replace("2024-02-28", "2023-11-02") + "b1 | 1,250 hospitalized | by WHO | level | on 2024-05-30 | in Chad",
        "open, as nothing later here measures it",
    ),
    "another place": (UP + "b1 | 1,250 hospitalized | by WHO | level | on 2024-05-30 | in Peru", "open"),
    "another group": (MORE + "b1 | 7,100 deployed | by Army | on 2024-05-28 | of Mali", "open"),
    "one speaker's own count before another's": (
        UP
        + "c1 | 1,100 hospitalized | by Red Cross | level | on 2024-02-29 | in Chad\n"
        + "b1 | 1,240 hospitalized | by WHO | level | on 2024-06-30 | in Chad",
        "reached, with a rise of 340",
    ),
    "a rise of a total that cannot fall": (
        RISE + "b1 | 508 killed | by WHO | on 2024-06-30 | in Chad",
        "reached, with a rise of 108 from 400",
    ),
    "a year that had begun": (
        SENT
        + "a1 | 2,000 deployed | by Army | planned | flow | on 2024-01-01 to 2024-12-31 | of Chad\n"
        + "b1 | 7,100 deployed | by Army | on 2024-06-28 | of Chad",
        "open",
    ),
}


def _forecast(picture, claim="a1"):
    (forecast,) = [one for one in picture.forecasts if claim in one.claims]
    return forecast


@pytest.mark.parametrize(("book", "why"), CHANGES.values(), ids=CHANGES)
def test_change(picture_of, book, why):
    assert _forecast(picture_of(book)).why.startswith(why), _forecast(picture_of(book)).why


def test_a_change_is_scored_as_a_change(picture_of):
    picture = picture_of(UP + "b1 | 1,350 hospitalized | by WHO | level | on 2024-06-30 | in Chad")
    (record,) = picture.records
    assert (_forecast(picture).came, record.reached) == (450, 1)
    assert record.log_error == pytest.approx(0.4055, abs=1e-4)


FIRST = "page a | Reuters | 2024-03-01\na1 | 20,000 infected | by WHO | projected | on 2024-06-30 | in Chad\n"
SECOND = "page b | AFP | 2024-04-10\n"
REPLACED = {
    "a later number": ("b1 | 15,000 infected | by WHO | expected | on 2024-06-30 | in Chad", True),
    "about the same day": ("b1 | 15,000 infected | by WHO | projected | on 2024-06-20 to 2024-06-25 | in Chad", True),
    "without a day": ("b1 | 15,000 infected | by WHO | projected | in Chad", True),
    "the same number": ("b1 | 20,000 infected | by WHO | projected | on 2024-06-30 | in Chad", False),
    "another speaker": ("b1 | 15,000 infected | by Red Cross | projected | on 2024-06-30 | in Chad", False),
    "nobody named": ("b1 | 15,000 infected | by officials | projected | on 2024-06-30 | in Chad", False),
    "another day": ("b1 | 45,000 infected | by WHO | projected | on 2024-12-31 | in Chad", False),
    "another place": ("b1 | 15,000 infected | by WHO | projected | on 2024-06-30 | in Peru", False),
    "another event": ("b1 | 15,000 killed | by WHO | projected | on 2024-06-30 | in Chad", False),
    "on a condition": ("b1 | 15,000 infected | by WHO | projected | if | on 2024-06-30 | in Chad", False),
    "what was counted": ("b1 | 15,000 infected | by WHO | on 2024-04-09 | in Chad", False),
    "taken back itself": ("b1 | 15,000 infected | by WHO | projected | taken | on 2024-06-30 | in Chad", False),
}


@pytest.mark.parametrize(("later", "replaced"), REPLACED.values(), ids=REPLACED)
def test_superseded(picture_of, later, replaced):
    picture = picture_of(FIRST + SECOND + later)
    first = _forecast(picture)
    assert (first.superseded_by is not None) == replaced
    if replaced:
        assert first.superseded_by == _forecast(picture, "b1").id
        assert _forecast(picture, "b1").superseded_by is None


def test_a_superseded_forecast_is_still_scored_by_its_day(picture_of):
    came = "page c | AP | 2024-07-02\nc1 | 14,800 infected | by WHO | on 2024-06-30 | in Chad"
    picture = picture_of(FIRST + SECOND + REPLACED["a later number"][0] + "\n" + came)
    assert [_forecast(picture, name).outcome.value for name in ("a1", "b1")] == ["missed", "reached"]
    told = next(f for f in picture.findings if "20,000" in f.text)
    assert told.text.endswith("superseded by 15,000, expected by WHO on 10 April 2024.")


WITHDRAWN = {
    "on its own page": (FIRST.replace("| projected", "| projected | taken"), "withdrawn on 1 March 2024"),
    "on a later page": (
        FIRST + SECOND + "b1 | 20,000 infected | by WHO | projected | taken | in Chad",
        "withdrawn on 10 April 2024",
    ),
    "on a later page, of about that day": (
        FIRST + SECOND + "b1 | 20,000 infected | by WHO | projected | taken | on 2024-06-20 | in Chad",
        "withdrawn on 10 April 2024",
    ),
    "another number": (FIRST + SECOND + "b1 | 30,000 infected | by WHO | projected | taken | in Chad", "open"),
    "another speaker": (FIRST + SECOND + "b1 | 20,000 infected | by Army | projected | taken | in Chad", "open"),
    "another day": (
        FIRST + SECOND + "b1 | 20,000 infected | by WHO | projected | taken | on 2025-06-30 | in Chad",
        "open",
    ),
    "another event": (FIRST + SECOND + "b1 | 20,000 killed | by WHO | projected | taken | in Chad", "open"),
}


@pytest.mark.parametrize(("book", "why"), WITHDRAWN.values(), ids=WITHDRAWN)
def test_withdrawn(picture_of, book, why):
    picture = picture_of(book + "\n")
    forecast = _forecast(picture)
    assert (forecast.why.startswith(why), forecast.outcome.value) == (True, why.split()[0])
    assert not [finding for finding in picture.findings if finding.kind == "correction"]


def test_a_withdrawn_forecast_is_not_scored(picture_of):
    came = "c1 | 14,800 infected | by WHO | on 2024-06-30 | in Chad"
    (record,) = picture_of(WITHDRAWN["on its own page"][0] + came).records
    assert (record.withdrawn, record.reached, record.missed, record.log_error) == (1, 0, 0, None)


def test_withdrawn_and_replaced(picture_of):
    new = "b1 | 20,000 infected | by WHO | projected | taken | in Chad\n"
    new += "b2 | 12,000 infected | by WHO | projected | on 2024-06-30 | in Chad"
    first = _forecast(picture_of(FIRST + SECOND + new))
    assert (first.outcome.value, first.superseded_by is not None) == ("withdrawn", True)
