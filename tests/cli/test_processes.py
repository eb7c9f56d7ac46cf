"""What only a process of its own shows: signals, pipes, full disks, locales, codes."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--version"], 0),
        (["quantities", "missing.txt"], 1),
        (["report", "--book", "missing.db"], 1),
        (["zzz"], 2),
        ([], 2),
    ],
)
def test_exit_codes(start, tmp_path, arguments, code):
    with start(*arguments, cwd=tmp_path) as child:
        out, err = child.communicate()
        assert child.returncode == code
        assert bool(out) == (code == 0)
        assert bool(err) == (code != 0)
        assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_partial(start):
    with start("quantities") as child:
        out, _ = child.communicate(b"300 men\n\xff\n")
        assert (child.returncode, out.count(b"\n")) == (3, 2)


def test_an_interrupt(start):
    with start("quantities") as child:
        child.stdin.write(b"300 men\n")
        child.stdin.flush()
        assert child.stdout.readline()
        child.send_signal(signal.SIGINT)
        _, err = child.communicate()
        assert child.returncode == 130
        assert err.split() == [b"interrupted"]


def test_an_interrupt_between_pages_keeps_what_was_told(start, story):
    with start("claims", story, "-", "--pack", "base") as child:
        first = child.stdout.readline()
        child.send_signal(signal.SIGINT)
        rest, err = child.communicate()
        assert child.returncode == 130
        assert err.split() == [b"interrupted"]
        assert all(json.loads(line)["id"] for line in (first + rest).splitlines())
        assert (first + rest).endswith(b"}\n")


@pytest.mark.parametrize("arguments", [["quantities"], ["--help"], ["doctor", "--help"]])
def test_a_reader_that_hangs_up(start, arguments):
    """As `| head -1` does. Python would complain when it ends that stdout cannot be flushed."""
    with start(*arguments) as child:
        child.stdout.close()
        try:
            child.stdin.write(b"300 men\n" * 1000)
            child.stdin.close()
        except BrokenPipeError:  # it was gone before it had read all
            child.stdin = None
        assert child.wait() == 0
        assert child.stderr.read() == b""


def test_a_reader_that_hangs_up_in_the_middle(start):
    with start("quantities", stderr=subprocess.STDOUT) as child:
        child.stdin.write(b"300 men\n")
        child.stdin.flush()
        assert child.stdout.readline()
        child.stdout.close()
        child.stdin.write(b"300 men\n" * 10)
        child.stdin.flush()
        assert child.wait() == 0


@pytest.mark.parametrize("arguments", [["quantities"], ["--help"]])
def test_a_full_disk(start, arguments):
    with Path("/dev/full").open("wb") as full, start(*arguments, stdout=full) as child:
        _, err = child.communicate(b"300 men\n")
        assert child.returncode == 1
        assert err.decode().splitlines() == [
            "error: stdout: the system refused (No space left on device)",
            "hint: check the place and its free space",
        ]


@pytest.mark.parametrize("stdin", ["closed", "empty"])
def test_no_stdin(start, stdin):
    close = {"preexec_fn": lambda: __import__("os").close(0)} if stdin == "closed" else {}
    with start("quantities", stdin=None if close else subprocess.DEVNULL, **close) as child:
        out, err = child.communicate()
        assert out == b""
        assert child.returncode == (1 if close else 0)
        assert (b"there is no standard input" in err) == bool(close)


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_data_is_utf8_in_any_locale(start, environment):
    with start("quantities", env=environment) as child:
        out, err = child.communicate("３００ €5 million".encode())
        assert (child.returncode, err) == (0, b"")
        assert "€5 million" in out.decode("utf-8")
