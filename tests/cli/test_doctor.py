"""The doctor works where nothing else does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tallybook import __version__
from tallybook.cli.doctor_command import DISTRIBUTIONS, LIBRARIES
from tallybook.errors import DataFileError

ROOT = Path(__file__).parents[2]
NAMES = ("spacy", "msgspec", "registry", "lexicon en", "pack en/base", "pack en/big")


def test_a_whole_installation(call):
    shown = call("doctor")
    assert (shown.code, shown.err) == (0, "")
    first, *checks = shown.out.splitlines()
    assert first.startswith(f"tallybook {__version__}, Python 3.")
    assert all(line.startswith("ok    ") for line in checks)
    assert all(any(line.startswith(f"ok    {name}") for line in checks) for name in NAMES)


def test_every_library_that_a_run_needs_is_looked_at():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.split("[^a-z0-9-]", line)[0].replace("-", "_") for line in needed}
    assert {DISTRIBUTIONS.get(name, name) for name in LIBRARIES} == names


def test_a_missing_library(call, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    shown = call("doctor")
    assert shown.code == 1
    assert "fail  pypdfium2: ModuleNotFoundError" in shown.out
    assert "hint: install tallybook again" in shown.out
    assert "ok    spacy" in shown.out


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (DataFileError("no 'base' pack for language 'en'", hint="run `tallybook doctor`"), "no 'base' pack"),
        (DataFileError("the pack is damaged", hint="fetch it again"), "hint: fetch it again"),
        (OSError("[E050] Can't find model"), "OSError: [E050] Can't find model"),
    ],
)
def test_a_broken_pack(call, monkeypatch, error, told):
    import tallybook.parse

    def broken(language, size):
        raise error

    monkeypatch.setattr(tallybook.parse, "load_pipeline", broken)
    shown = call("doctor")
    assert shown.code == 1
    assert told in shown.out
    assert shown.out.count("fail  pack en/") == shown.out.count("hint: ") == 2
    assert "hint: run `tallybook doctor`" not in shown.out
    assert "Traceback" not in shown.out + shown.err
