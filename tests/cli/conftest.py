"""The program as its users meet it: called in this process where only words and codes matter, in its own where not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tallybook.cli import tallybook
from tallybook.cli.outcome import run_and_exit

ROOT = Path(__file__).parents[2]
PROGRAM = "from tallybook.cli import main; main()"

STORY = """Flood in Tarnow valley kills 14

By Ada Quill
May 4, 2025

At least 14 people were killed when the river Osk burst its banks on Saturday, the interior ministry said.

About 2,300 people were evacuated from the villages below the dam, according to the fire service. "We are still
searching for six missing people," its chief, Jon Hale, told reporters on Sunday.
"""


@dataclass(frozen=True)
class Outcome:
    """What a call left: exit code, data, words."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[Any]:
        """stdout read as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def hints(self) -> list[str]:
        """The next steps offered."""
        return [line for line in self.err.splitlines() if line.startswith("hint: ")]

    @property
    def errors(self) -> list[str]:
        """The errors told."""
        return [line for line in self.err.splitlines() if line.startswith("error: ")]


class Program:
    """The entry point in the shape that click's runner calls."""

    name = "tallybook"

    @staticmethod
    def main(args: Sequence[str] = (), **_: Any) -> None:
        run_and_exit(tallybook, list(args))


Call = Callable[..., Outcome]


@pytest.fixture(scope="session")
def call() -> Call:
    """Run the command line in this process."""

    def called(*arguments: object, stdin: bytes | str = b"", env: Mapping[str, str | None] | None = None) -> Outcome:
        result = CliRunner().invoke(
            Program,  # type: ignore[arg-type]
            [str(argument) for argument in arguments],
            input=stdin,
            env=env,
            catch_exceptions=False,
        )
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return called


@pytest.fixture(scope="session")
def start() -> Callable[..., subprocess.Popen[bytes]]:
    """Start the command line in a process of its own, with pipes on all three streams unless told otherwise."""

    def started(
        *arguments: object, program: str = PROGRAM, env: Mapping[str, str] | None = None, **streams: Any
    ) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", program, *map(str, arguments)]
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        return subprocess.Popen(command, env={**os.environ, **(env or {})}, **(pipes | streams))

    return started


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A short page that reads well."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def examples() -> Path:
    return Path(os.path.relpath(ROOT / "examples"))


@pytest.fixture(scope="session")
def of_examples(call: Call, examples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """What each command says of the example pages, and the report as the output of `run`."""
    report = tmp_path_factory.mktemp("run") / "report.html"
    said = {command: call(command, examples, "--pack", "base") for command in ("claims", "findings", "estimate")}
    run = call("run", examples, "--pack", "base", "-o", report)
    return {**said, "run": Outcome(run.code, report.read_text(encoding="utf-8"), run.err)}
