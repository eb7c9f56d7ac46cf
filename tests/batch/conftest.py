"""A few pages, and scans of them as a user makes them: in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

PROGRAM = "from tallybook.cli import main; main()"
STORY = """Flood in {place} kills {dead}

May {day}, 2025

At least {dead} people were killed when the river {river} burst its banks on Saturday, the interior ministry said.

About {fled:,} people were evacuated from {place}, according to the fire service. No casualties were reported in Osk.
"""
PLACES = ("Tarnow", "Lublin", "Gdynia", "Waitville", "Elblag", "Torun")

ODD = """
import os, signal, spacy
from pathlib import Path
from spacy.language import Language

@Language.component("odd")
def odd(doc):
    if "Exitville" in doc.text:
        os._exit(7)
    if "Faultville" in doc.text:
        os.kill(os.getpid(), signal.SIGSEGV)
    while "Loopville" in doc.text:
        pass
    if "Raiseville" in doc.text:
        raise ValueError("what a name")
    if "Waitville" in doc.text and Path("reached").exists():
        Path("reached").write_text(str(os.getpid()))
        signal.pause()
    return doc

def load(**options):
    pipeline = spacy.load({folder!r}, **options)
    pipeline.add_pipe("odd", first=True)
    return pipeline
"""
"""A pipeline that is brought down by the names of some places, and at one of them tells its process and waits."""


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the pipeline `odd` is installed."""
    folder = tmp_path_factory.mktemp("installed")
    (folder / "odd").mkdir()
    base = str(Path(str(files("tallybook"))) / "packs" / "en" / "base")
    (folder / "odd" / "__init__.py").write_text(ODD.replace("{folder!r}", repr(base)), encoding="utf-8")
    (folder / "odd-1.0.dist-info").mkdir()
    (folder / "odd-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1.0\n", "utf-8")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])}


def page(folder: Path, name: str, place: str, number: int) -> None:
    """A short page that reads well."""
    words = STORY.format(
        place=place, dead=14 + number, day=4 + number, river=place[::-1].title(), fled=2300 + 7 * number
    )
    (folder / name).write_text(words, encoding="utf-8")


def pages_in(folder: Path) -> Path:
    """A folder of pages, the number of each in its name."""
    made = folder / "pages"
    made.mkdir()
    for number, place in enumerate(PLACES):
        page(made, f"{number}.txt", place, number)
    return made


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """The pages in a folder of the test's own."""
    return pages_in(tmp_path)


def contents(folder: Path) -> dict[str, bytes]:
    """Every table of a scan, byte for byte."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}


@pytest.fixture
def waiting(pages: Path, tmp_path: Path) -> Path:
    """A pipe to which the worker of one of the pages writes its process, and waits."""
    os.mkfifo(tmp_path / "reached")
    return tmp_path / "reached"


def reached(pipe: Path) -> int:
    """The process of the worker that waits on the page; whoever comes to it after that does not wait."""
    worker = int(pipe.read_text())
    pipe.unlink()
    return worker


@pytest.fixture
def tallybook(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the command line in the folder above the pages. What still runs after the test is ended."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: object, **options: Any) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen(command, text=True, **({"cwd": tmp_path} | streams | options))
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
