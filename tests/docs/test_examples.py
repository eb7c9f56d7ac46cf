"""What the documents tell a reader to type runs."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tallybook.cli import tallybook


@pytest.fixture
def workplace(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the example pages in it."""
    (tmp_path / "examples").symlink_to(root / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", ["README.md", "docs/how-to.md"])
def test_python_runs(
    page: str, read: Callable[[str], str], fences: Callable[[str], list[tuple[str, str]]], workplace: Path
) -> None:
    blocks = [body for language, body in fences(read(page)) if language == "python"]
    assert blocks
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, page, "exec"), names)


def test_the_tutorial_runs(read: Callable[[str], str], workplace: Path) -> None:
    """Each command up to its first pipe, in order; what they print is not compared, as it gets better."""
    lines = re.findall(r"^\$ (tallybook .*)$", read("docs/tutorial.md"), re.MULTILINE)
    assert lines
    for line in lines:
        words = shlex.split(line.split(" | ")[0])
        result = CliRunner().invoke(tallybook, words[1:])
        assert result.exit_code == 0, (line, result.output)


def test_the_tutorial_quotes_the_example_pages(read: Callable[[str], str], root: Path) -> None:
    """Sentences it shows from pages in plain text stand there."""
    shown = re.findall(r"^.*\t(\S+\.txt)\n    (.+)$", read("docs/tutorial.md"), re.MULTILINE)
    assert shown
    for name, sentence in shown:
        assert sentence in (root / "examples/troops" / name).read_text(encoding="utf-8")
