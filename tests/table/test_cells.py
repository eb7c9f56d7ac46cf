"""Numbers, hedges and dates as people write them in cells."""

from __future__ import annotations

import pytest

HEAD = "series;origin;value;low;high;hedge\n"

NUMBERS = [
    # value, low, high, hedge → low, high
    ("1234;;;", "1234", "1234"),
    ("1234.5;;;", "1234.5", "1234.5"),
    ("1234.0;;;", "1234", "1234"),
    ("0;;;", "0", "0"),
    ("1 234 567;;;", "1234567", "1234567"),
    ("1\u202f234\u202f567;;;", "1234567", "1234567"),
    ("1.2 million;;;", "1200000", "1200000"),
    ("12k;;;", "12000", "12000"),
    ("1.00E+06;;;", "1000000", "1000000"),
    ("$1.2 billion;;;", "1200000000", "1200000000"),
    ("a dozen;;;", "12", "12"),
    ("more than 1000;;;", "1000", ""),
    (">1000;;;", "1000", ""),
    ("300+;;;", "300", ""),
    ("up to 40;;;", "", "40"),
    ("about 300;;;", "300", "300"),
    ("1000-3000;;;", "1000", "3000"),
    ("between 5 and 10;;;", "5", "10"),
    ("300;;;at least", "300", ""),
    ("300;;;AT_LEAST", "300", ""),
    ("300;;;more-than", "300", ""),
    ("300;;;less than", "", "300"),
    ("300;;;approx", "300", "300"),
    ("300;;;exact", "300", "300"),
    ("about 300;;;about", "300", "300"),
    (";5;9;", "5", "9"),
    (";5;9;range", "5", "9"),
    (";5;9;about", "5", "9"),
    (";5;5;", "5", "5"),
    (";5;;", "5", ""),
    (";5;;more than", "5", ""),
    (";;9;", "", "9"),
]


@pytest.mark.parametrize(("cells", "low", "high"), NUMBERS, ids=[cells for cells, _, _ in NUMBERS])
def test_a_number_is_read_with_its_hedge(numbers, cells, low, high):
    assert numbers(f"{HEAD}s;a;{cells}".encode()) == [("", low, "", high, "1")]


UNUSABLE = [
    ("many;;;", 'column value: no number ("many" is not one)'),
    (";;;", "column value: no number (the cell is empty)"),
    ("dozens;;;", "no number"),
    ("nan;;;", "no number"),
    ("inf;;;", "no number"),
    ("1e400;;;", "no number"),
    ("9" * 400 + ";;;", "no number"),
    ("=1+1;;;", "no number"),
    ("#REF!;;;", "no number"),
    ("-5;;;", "column value: a number below zero"),
    ("40 %;;;", "column value: not a count"),
    ("12 km;;;", ""),
    ("5;1;9;", "column value: a value and bounds"),
    (";9;5;", "column low: low is above high (9 > 5)"),
    (";about 3;5;", "column low: not a plain number"),
    (";5;9;at least", "column hedge: two hedges"),
    (";5;;less than", "column hedge: two hedges"),
    ("300;;;blue", 'column hedge: an unknown hedge ("blue" is none)'),
    ("300;;;dozens", "unknown hedge"),
    ("300;;;range", "two hedges"),
    ("about 300;;;at least", "two hedges"),
    ("5;;;;;7", "more cells than columns"),
]


@pytest.mark.parametrize(("cells", "words"), UNUSABLE, ids=[cells[:20] for cells, _ in UNUSABLE])
def test_a_row_without_a_usable_number_is_named_and_skipped(estimated, cells, words):
    found = estimated(f"{HEAD}s;a;7;;;\ns;a;{cells}".encode())
    (error,) = found.bad
    assert str(error).startswith("claims.csv:3")
    assert words in str(error)
    assert error.why
    assert error.hint
    assert found.rows == 1


CONVENTIONS = [
    # delimiter, the other cells of the table → what "1.234" and "1,234" are
    (",", [], ("1.234", "1234")),
    (",", ["5.5"], ("1.234", "1234")),
    (",", ["1,234,567"], ("1.234", "1234")),
    (",", ['"5,5"'], ("1234", "1.234")),
    (",", ["1.234.567"], ("1234", "1.234")),
    (";", [], ("1234", "1.234")),
    (";", ["5,5"], ("1234", "1.234")),
    (";", ["5.5"], ("1.234", "1234")),
    (";", ["5.5", "5,5"], ("1.234", "1234")),
    ("\t", [], ("1.234", "1234")),
]


@pytest.mark.parametrize(("delimiter", "others", "expected"), CONVENTIONS)
def test_the_decimal_mark_is_seen_from_the_whole_table(numbers, delimiter, others, expected):
    cells = ["1.234", '"1,234"', *(cell if cell.startswith('"') else f'"{cell}"' for cell in others)]
    lines = [delimiter.join((f"s{index}", "a", cell)) for index, cell in enumerate(cells)]
    table = "\n".join([delimiter.join(("series", "origin", "value")), *lines]).encode()
    assert tuple(row[1] for row in numbers(table))[:2] == expected


DATES = [
    ("2021-08-14", "2021-08-14"),
    ("2021/8/4", "2021-08-04"),
    ("2021-08-14T14:25", "2021-08-14"),
    ("2021-08-14 14:25:00Z", "2021-08-14"),
    ("14.08.2021", "2021-08-14"),
    ("03.04.2021", "2021-04-03"),
    ("14/08/2021", "2021-08-14"),
    ("8/14/2021", "2021-08-14"),
    ("8/14/2021 2:25 PM", "2021-08-14"),
    ("4/4/2021", "2021-04-04"),
    ("14 August 2021", "2021-08-14"),
    ("Aug. 14, 2021", "2021-08-14"),
    ("2021-08", "2021-08-31"),
    ("August 2021", "2021-08-31"),
    ("2021", "2021-12-31"),
    ("", ""),
]


@pytest.mark.parametrize(("cell", "day"), DATES)
def test_a_date_is_read(numbers, cell, day):
    assert numbers(f'series;origin;value;date\ns;a;5;"{cell}"'.encode()) == [(day, "5", "", "5", "1")]


@pytest.mark.parametrize(
    "cell",
    [
        "03/04/2021",
        "2021-02-30",
        "31.04.2021",
        "yesterday",
        "soon",
        "14 Aug",
        "0000",
        "2021-8-14 late",
        "9" * 99,
        "=A1",
    ],
)
def test_a_bad_date_is_named(problems, cell):
    (error,) = problems(f"series;origin;value;date\ns;a;5;{cell}".encode())
    assert error.startswith("claims.csv:2, column date: a bad date (")


@pytest.mark.parametrize(("other", "day"), [("25/04/2021", "2021-04-03"), ("04/25/2021", "2021-03-04")])
def test_one_date_tells_how_the_others_are_written(numbers, other, day):
    table = f"series,origin,value,date\ns,a,5,03/04/2021\nt,a,5,{other}"
    assert numbers(table.encode())[0][0] == day
