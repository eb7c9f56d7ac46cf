"""Help: what it says, and that it comes at once."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module

import pytest

from tallybook import __version__
from tallybook.cli import COMMANDS

HEAVY = ("alembic", "jinja2", "msgspec", "numpy", "rich", "spacy", "sqlalchemy", "yaml")


def test_the_group_lists_its_commands(call):
    shown = call("--help")
    assert shown.code == 0
    assert shown.err == ""
    listed = shown.out.split("Commands:")[1].split("\n")
    assert [line.split()[0] for line in listed if line.strip()] == list(COMMANDS)


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(call, command, flag):
    shown = call(command, flag)
    assert (shown.code, shown.err) == (0, "")
    assert f"tallybook {command}" in shown.out
    assert "--help" in shown.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_does(command):
    for parameter in import_module(f"tallybook.cli.{command}_command").command.params:
        assert parameter.param_type_name == "argument" or parameter.help, parameter.name


def test_version(call):
    assert call("--version").out == f"tallybook, version {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Usage"),
        (["clams"], "did you mean 'claims'?"),
        (["zzz"], "there is no command 'zzz'"),
        (["--wrong"], "No such option '--wrong'"),
        (["claims"], "Missing argument 'PAGES...'"),
        (["claims", "--wrong", "x"], "No such option '--wrong'"),
        (["claims", "--pack", "huge", "x"], "'huge' is not one of"),
        (["claims", "--language", "english!", "x"], "no language code"),
        (["estimate", "--policy", "mean", "x"], "'mean' is not one of"),
        (["run", "x", "-o"], "requires an argument"),
        (["run", "x", "--book", ""], "the name is empty"),
        (["report", "--book", " "], "the name is empty"),
        (["report", "extra"], "unexpected extra argument"),
        (["quantities", "a", "b"], "unexpected extra argument"),
    ],
)
def test_usage_errors(call, arguments, words):
    shown = call(*arguments)
    assert (shown.code, shown.out) == (2, "")
    assert words in shown.err
    assert "--help" in shown.err


@pytest.mark.parametrize("command", COMMANDS)
def test_help_loads_no_library(command):
    """What keeps help instant, said without a clock."""
    program = (
        "import sys; from tallybook.cli import main\n"
        f"try: sys.argv = ['tallybook', {command!r}, '--help']; main()\n"
        f"except SystemExit: print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == "[]"


def test_help_takes_hardly_longer_than_importing_click():
    """Processor time, the least of a few, since a busy machine only ever adds to it."""
    program = "import sys; from tallybook.cli import main; sys.argv = ['tallybook', 'run', '--help']; main()"
    click, help_ = (min(seconds(code) for _ in range(4)) for code in ("import click", program))
    assert help_ < 2 * click, f"{help_:.3f} s against {click:.3f} s"


def seconds(code: str) -> float:
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0
    return usage.ru_utime + usage.ru_stime
