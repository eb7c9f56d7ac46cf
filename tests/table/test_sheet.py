"""Bytes into rows: encodings, delimiters, quotation marks, column names, and files that are no table."""

from __future__ import annotations

import codecs

import pytest

from tallybook.errors import UnreadableInput

PLAIN = 'series,origin,value,date\nflood,Ärzte,"1,234",2024-05-01\nflood,Agency,900,2024-05-02\n'
EXPECTED = [("2024-05-01", "1234", "", "1234", "1"), ("2024-05-02", "900", "", "1234", "2")]

SHAPES = {
    "plain": PLAIN.encode(),
    "byte order mark": codecs.BOM_UTF8 + PLAIN.encode(),
    "utf-16": PLAIN.encode("utf-16"),
    "cp1252": PLAIN.encode("cp1252"),
    "carriage returns": PLAIN.replace("\n", "\r\n").encode(),
    "old mac": PLAIN.replace("\n", "\r").encode(),
    "no end": PLAIN.rstrip().encode(),
    "blank lines": PLAIN.replace("\n", "\n\n,,,\n").encode(),
    "blank first": b"\r\n \n" + PLAIN.encode(),
    "sep": b"sep=,\r\n" + PLAIN.encode(),
    "capitals": PLAIN.replace("series,origin,value,date", "Series, ORIGIN ,Value,Date").encode(),
    "quoted": PLAIN.replace("series,origin,value,date", '"series","origin","value","date"').encode(),
    "semicolons": PLAIN.replace('"1,234"', "1234").replace(",", ";").encode(),
    "tabs": PLAIN.replace('"1,234"', "1234").replace(",", "\t").encode(),
    "more columns": b'note,series,"a,b",origin,value,date\n"x\ny",flood,,B,1234,2024-05-01\n,flood,,C,900,2024-05-02\n',
    "other order": b"date,value,origin,series\n2024-05-01,1234,B,flood\n2024-05-02,900,C,flood\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_table_is_read_as_it_is_saved(numbers, shape):
    assert numbers(SHAPES[shape]) == EXPECTED


def test_what_is_not_used_is_told_once(estimated):
    notes = estimated(b"series,origin,value,Note,\x1b[31m\ns,a,5,x,y\ns,b,5,x,y\n").notes
    assert notes == ('claims.csv: columns that are not used: "Note", "\\u001b[31m"',)
    assert estimated(SHAPES["plain"]).notes == ()


def test_a_guessed_encoding_and_a_doubtful_mark_are_told(estimated):
    assert "cp1252" in estimated(SHAPES["cp1252"]).notes[0]
    assert "comma is taken for the decimal mark" in estimated(b"series;origin;value\ns;a;1.234\n").notes[0]


USELESS = [
    (b"", "the table is empty"),
    (b" \r\n\n", "the table is empty"),
    (codecs.BOM_UTF8, "lacks the columns series, origin, value"),
    (b"series,origin,value\n", "the table has no rows"),
    (b"series,origin,value\n,,\n", "the table has no rows"),
    (b"series,value\ns,5\n", "lacks the column origin"),
    (b"series,origin\ns,a\n", "lacks the column value"),
    (b"a,b,c\n1,2,3\n", 'lacks the columns series, origin, value (its first line names "a", "b", "c")'),
    (b"series|origin|value\ns|a|5\n", "lacks the columns"),
    (b"series,origin,value,Value\ns,a,5,6\n", "the column value stands twice"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a table in text"),
    (b"PK\x03\x04\x14\0\0\0\x08\0\x9b\xff", "not a table in text"),
    (b"series,origin\0,value\ns,a,5\n", "not a table in text"),
    ("series,origin,value\nGröße,a,5\n".encode() * 30 + b"\xff\xfe\xfa", "not a table in text"),
    (b'"series,origin,value\ns,a,5\n' * 3, "the column names cannot be read"),
]


@pytest.mark.parametrize(("data", "words"), USELESS, ids=range(len(USELESS)))
def test_a_file_that_is_no_table_is_refused(estimated, data, words):
    with pytest.raises(UnreadableInput) as caught:
        estimated(data)
    assert str(caught.value).startswith("claims.csv: ")
    assert words in str(caught.value)
    assert caught.value.hint


BROKEN = [
    (b'"lone,a,5', "a quotation mark opens a cell"),
    (b"s,a\0,5", "NUL"),
    (b"s," + b"x" * 200_000 + b",5", "field larger than field limit"),
    (b"s," + b"x" * 2000 + b",5", "column origin: too long a name"),
    (b",a,5", "column series: no series"),
    (b"s,a", "column value: no number"),
    (b"s,a,1,234", "more cells than columns"),
]


@pytest.mark.parametrize(("line", "words"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_line_costs_itself_alone(estimated, line, words):
    found = estimated(b"series,origin,value\ns,first,5\n" + line + b'\ns,"second ""b""",6\n')
    (error,) = found.bad
    assert str(error).startswith("claims.csv:3")
    assert words in str(error)
    assert [(one.low, one.high, one.independent) for one in found.estimates] == [(5, 6, 2)]


def test_lines_are_counted_as_an_editor_does(problems):
    assert problems(b'series,origin,value,note\r\ns,a,5,"two\r\nlines"\r\n\r\ns,a,?,\r\n')[0].startswith(
        "claims.csv:5, "
    )
