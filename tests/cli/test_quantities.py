"""tallybook quantities: a line in, an array out."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FIELDS = ["text", "span", "low", "high", "hedge", "unit", "per", "change"]


def read(call, text: str, *options: str):
    shown = call("quantities", *options, "-", stdin=text)
    assert (shown.code, shown.err) == (0, "")
    return shown.records


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 3,000 troops came.", [("About 3,000", 3000, 3000, "about")]),
        ("at least 300 died", [("at least 300", 300, None, "at least")]),
        ("up to 6,000 men", [("up to 6,000", None, 6000, "up to")]),
        ("between 29,900 and 32,900", [("between 29,900 and 32,900", 29900, 32900, "range")]),
        ("dozens were hurt", [("dozens", None, None, "vague")]),
        ("40 % of 1,200", [("40 %", 0.4, 0.4, "exact"), ("1,200", 1200, 1200, "exact")]),
        ("on 5 May 2024", []),
        ("nothing here", []),
    ],
)
def test_quantities_of_a_line(call, text, expected):
    (found,) = read(call, text)
    assert [(q["text"], q["low"], q["high"], q["hedge"]) for q in found] == expected


def test_the_fields(call):
    ((money, rate),) = read(call, "It cost $5 million, or 1,500 shells a day")
    assert [*money] == [*FIELDS, "currency"]
    assert [*rate] == FIELDS
    assert (money["unit"], money["currency"], rate["per"]) == ("money", "USD", "day")


def test_changes(call):
    ((change,),) = read(call, "Sales rose by 300 units")
    assert change["change"] == "up"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_one_array_for_every_line(call, end, last):
    text = end.join(["300 men", "", "none", "\ufeff", "5 men"]) + (end if last else "")
    assert [len(found) for found in read(call, text)] == [1, 0, 0, 0, 1]


def test_no_line_no_array(call):
    assert read(call, "") == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=60))
def test_spans_are_of_the_line(call, text):
    (found,) = read(call, f"{text}\n")
    line = text.removesuffix("\r").removeprefix("\ufeff")
    assert all(line[q["span"][0] : q["span"][1]] == q["text"] != "" for q in found)


def test_a_file_reads_as_stdin(call, tmp_path):
    lines = tmp_path / "lines.txt"
    lines.write_text("300 men\n5 men\n", encoding="utf-8")
    from_file = call("quantities", lines)
    assert (from_file.code, from_file.records) == (0, read(call, "300 men\n5 men\n"))
    assert call("quantities", stdin="300 men\n5 men\n").records == from_file.records


@pytest.mark.parametrize("language", ["de", "DE", "de-CH"])
def test_digits_are_read_in_any_language(call, language):
    shown = call("quantities", "--language", language, stdin="Mehr als 3000 Soldaten, fünf Panzer\n3500000\n")
    assert shown.code == 0
    assert shown.err == "note: language 'de' is not supported; only digits are read\n"
    assert [[(q["text"], q["span"], q["low"], q["unit"]) for q in found] for found in shown.records] == [
        [("3000", [9, 13], 3000, None)],
        [("3500000", [0, 7], 3500000, None)],
    ]


def test_a_line_that_is_not_utf8_leaves_the_others_alone(call):
    shown = call("quantities", stdin=b"300 men\ncaf\xe9 5\n6 men\n")
    assert shown.code == 3
    assert [len(found) for found in shown.records] == [1, 0, 1]
    assert shown.errors == ["error: -:2: the line cannot be read (byte 3 (0xe9) is not UTF-8)"]
    assert len(shown.hints) == 1


def test_nothing_but_bad_lines_is_a_failure(call):
    shown = call("quantities", stdin=b"\xe9 300\n" * 25)
    assert (shown.code, shown.out) == (1, "[]\n" * 25)
    assert len(shown.errors) == 10
    assert shown.err.endswith("note: 15 more lines could not be read\n")


@pytest.mark.parametrize("source", ["missing.txt", "."])
def test_a_source_that_cannot_be_opened(call, tmp_path, monkeypatch, source):
    monkeypatch.chdir(tmp_path)
    shown = call("quantities", source)
    assert (shown.code, shown.out) == (1, "")
    assert len(shown.errors) == len(shown.hints) == 1
    assert source in shown.errors[0]


def test_lines_are_answered_as_they_come(start):
    """A program may write a line, wait for the answer, and write the next."""
    with start("quantities", env={"PYTHONIOENCODING": "ascii"}) as child:
        for words, count in (("300 men", 1), ("niemand", 0), ("3 Männer – „5“", 2)):
            child.stdin.write(f"{words}\n".encode())
            child.stdin.flush()
            assert len(json.loads(child.stdout.readline().decode("utf-8"))) == count
        child.stdin.close()
        assert child.wait() == 0
        assert child.stderr.read() == b""
