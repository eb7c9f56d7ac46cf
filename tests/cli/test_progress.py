"""Progress: on stderr only, with rate and current item, without colour where none is wanted."""

from __future__ import annotations

import io
import re
import sys

import pytest

from tallybook.cli import progress as module
from tallybook.cli import tallybook
from tallybook.cli.outcome import run_and_exit
from tallybook.cli.progress import progress

COLOUR = re.compile(r"\x1b\[[\d;]*3\d[\d;]*m")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def on_terminal(monkeypatch):
    """Run the command line with stderr on a terminal and stdout in a file, or on that terminal too."""

    def ran(*arguments: object, stdout_too: bool = False, **environment: str) -> tuple[int, str, str]:
        for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
            monkeypatch.delenv(name, raising=False)
        for name, value in ({"TERM": "xterm-256color", "COLUMNS": "200"} | environment).items():
            monkeypatch.setenv(name, value)
        out, err = Terminal() if stdout_too else io.StringIO(), Terminal()
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as leaving:
            run_and_exit(tallybook, [str(argument) for argument in arguments])
        monkeypatch.undo()
        return leaving.value.code, out.getvalue(), err.getvalue()

    return ran


def test_data_goes_to_stdout_and_progress_to_the_terminal(on_terminal, call, story):
    code, out, err = on_terminal("claims", story, "--pack", "base")
    assert code == 0
    assert out == call("claims", story, "--pack", "base").out
    assert str(story) in err
    assert re.search(r"1 page, \d+\.\d/s", err)


def test_a_run_shows_progress_too(on_terminal, story, tmp_path):
    code, out, err = on_terminal("run", story, "--pack", "base", "-o", tmp_path / "r.html", stdout_too=True)
    assert (code, out) == (0, f"{tmp_path / 'r.html'}\n")
    assert re.search(r"1 page, \d+\.\d/s", err)


def test_no_live_line_runs_through_data_on_the_same_terminal(on_terminal, call, story):
    code, out, err = on_terminal("claims", story, "--pack", "base", stdout_too=True)
    assert (code, out, err) == (0, call("claims", story, "--pack", "base").out, "")


def test_errors_stand_whole_above_the_live_line(on_terminal, story):
    long = story.parent / ("missing-[b]" * 20)
    code, out, err = on_terminal("claims", long, story, "--pack", "base")
    assert (code, bool(out)) == (3, True)
    assert f"error: {long}: no such file (it does not exist)\n" in err
    assert "hint: check the path\n" in err


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour(on_terminal, story, environment, coloured):
    _, out, err = on_terminal("claims", story, "missing.html", "--pack", "base", **environment)
    assert bool(COLOUR.search(err)) is coloured
    assert "\x1b" not in out
    assert "error: missing.html: no such file" in err


def test_no_control_characters_in_a_log(call, story):
    shown = call("claims", story, "missing.html", "--pack", "base")
    assert "\x1b" not in shown.out + shown.err
    assert "\r" not in shown.err


def test_a_short_run_says_nothing_in_a_log(call, story):
    assert call("claims", story, "--pack", "base").err == ""


def test_a_long_run_says_now_and_then_how_far_it_is(monkeypatch, capsys):
    clock = iter(range(0, 10_000, 4))
    monkeypatch.setattr(module.time, "monotonic", lambda: float(next(clock)))
    with progress(streams_data=True) as shown:
        for number in range(4):
            shown.at(f"page-{number}.html")
            shown.done()
    told = capsys.readouterr()
    assert told.out == ""
    assert re.findall(r"(\d+) pages?, \d+\.\d/s; now (page-\d)\.html", told.err) == [("2", "page-2")]
