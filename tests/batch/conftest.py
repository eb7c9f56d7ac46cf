"""A few pages, and scans of them as a user makes them: in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PROGRAM = "from tallybook.cli import main; main()"
STORY = """Flood in {place} kills {dead}

May {day}, 2025

At least {dead} people were killed when the river {river} burst its banks on Saturday, the interior ministry said.

About {fled:,} people were evacuated from {place}, according to the fire service. No casualties were reported in Osk.
"""
PLACES = ("Tarnow", "Lublin", "Gdynia", "Opole", "Elblag", "Torun")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of short pages that read well; the number of each stands in its name."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, place in enumerate(PLACES):
        words = STORY.format(
            place=place, dead=14 + number, day=4 + number, river=place[::-1].title(), fled=2300 + 7 * number
        )
        (folder / f"{number}.txt").write_text(words, encoding="utf-8")
    return folder


@pytest.fixture
def tallybook(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the command line in the folder above the pages. What still runs after the test is ended."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: object, **options: Any) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen(command, text=True, cwd=tmp_path, **(streams | options))
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
