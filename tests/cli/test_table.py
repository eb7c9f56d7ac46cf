"""tallybook estimate --csv, as its users meet it."""

from __future__ import annotations

import subprocess

import pytest

TABLE = "series,origin,value,date\nflood,Agency,14,2025-05-04\nflood,Mayor,11,2025-05-04\nflood,Agency,16,2025-05-06\n"
EXPECTED = (
    "series,date,low,best,high,independent,method\n"
    "flood,2025-05-04,11,,14,2,posterior/1\n"
    "flood,2025-05-06,11,16,19,2,posterior/1\n"
)  # fmt: skip


@pytest.fixture
def claims(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_table_in_a_table_out(call, claims):
    shown = call("estimate", "--csv", claims)
    assert (shown.code, shown.out, shown.err) == (0, EXPECTED, "")


def test_stdin_is_read(call):
    shown = call("estimate", "--csv", "-", stdin=TABLE)
    assert (shown.code, shown.out, shown.err) == (0, EXPECTED, "")


def test_the_result_may_go_to_a_file(call, claims):
    out = claims.with_name("out.csv")
    shown = call("estimate", "--csv", claims, "-o", out, "--policy", "majority")
    assert (shown.code, shown.out) == (0, f"{out}\n")
    assert out.read_text(encoding="utf-8").endswith("flood,2025-05-06,11,,16,2,majority/1\n")


def test_estimates_of_pages_may_go_to_a_file(call, story, tmp_path):
    out = tmp_path / "out.jsonl"
    said = call("estimate", story, "--pack", "base")
    assert call("estimate", story, "--pack", "base", "-o", out).out == f"{out}\n"
    assert out.read_text(encoding="utf-8") == said.out


def test_a_bad_row_is_named_and_the_others_are_kept(call, claims):
    claims.write_text(TABLE + "flood,Chief,many,2025-05-07\n", encoding="utf-8")
    shown = call("estimate", "--csv", claims)
    assert (shown.code, shown.out) == (3, EXPECTED)
    assert shown.err == (
        f'error: {claims}:5, column value: no number ("many" is not one)\n'
        'hint: write digits, or words as "about 300"\n'
    )  # fmt: skip


def test_many_bad_rows_are_counted(call, claims):
    claims.write_text(TABLE + "flood,Chief,many,\n" * 50, encoding="utf-8")
    shown = call("estimate", "--csv", claims)
    assert (shown.code, len(shown.errors), len(shown.hints)) == (3, 20, 20)
    assert shown.err.splitlines()[-1] == "note: 30 more rows could not be read"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "lacks the columns"),
        (b"\x89PNG\0\0", "not a table"),
        (b"series,origin,value\n", "no rows"),
    ],
)
def test_a_file_that_is_no_table_is_a_failure(call, claims, data, words):
    claims.write_bytes(data)
    shown = call("estimate", "--csv", claims)
    assert (shown.code, shown.out, len(shown.errors), len(shown.hints)) == (1, "", 1, 1)
    assert shown.err.startswith(f"error: {claims}: ")
    assert words in shown.err


def test_no_usable_row_is_a_failure(call, claims):
    out = claims.with_name("out.csv")
    claims.write_text("series,origin,value\nflood,Agency,many\n", encoding="utf-8")
    shown = call("estimate", "--csv", claims, "-o", out)
    assert (shown.code, shown.out, out.exists()) == (1, "", False)


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_table_that_cannot_be_opened_is_a_failure(call, tmp_path, name):
    shown = call("estimate", "--csv", tmp_path / name)
    assert (shown.code, shown.out, len(shown.errors), len(shown.hints)) == (1, "", 1, 1)


def test_columns_that_are_not_used_are_told_once(call, claims):
    claims.write_text("series,origin,value,note\nflood,Agency,14,x\nflood,Mayor,11,y\n", encoding="utf-8")
    assert call("estimate", "--csv", claims).err == f'note: {claims}: columns that are not used: "note"\n'


@pytest.mark.parametrize("arguments", [[], ["page.html", "--csv", "claims.csv"]])
def test_pages_or_a_table(call, arguments):
    shown = call("estimate", *arguments)
    assert (shown.code, shown.out) == (2, "")
    assert "either PAGES or --csv FILE" in shown.err


def test_the_table_is_not_replaced(call, claims):
    shown = call("estimate", "--csv", claims, "-o", claims)
    assert (shown.code, claims.read_text(encoding="utf-8")) == (2, TABLE)


def test_a_reader_may_hang_up(start, claims):
    claims.write_text("series,origin,value\n" + "".join(f"s{n},a,{n}\n" for n in range(20_000)), encoding="utf-8")
    process = start("estimate", "--csv", claims, stderr=subprocess.PIPE)
    assert process.stdout.readline() == b"series,date,low,best,high,independent,method\n"
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(30) == 0
