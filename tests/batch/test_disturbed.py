"""Scans that something happens to: what they give is what an undisturbed one gives."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.batch.conftest import PROGRAM, contents, page, pages_in, reached

from tallybook.batch import load_manifest
from tallybook.batch.tables import CLAIMS, DENIALS, DOCUMENTS, OF_SHARD, REFUSALS, SKETCHES, Row, read_rows

Start = Callable[..., "subprocess.Popen[str]"]
SCAN = ("scan", "pages", "--workers", "1", "--pipeline", "odd")
BAD = {
    "Exitville": "its process ended with code 7",
    "Faultville": "segmentation fault",
    "Loopville": "it took longer than 10 seconds",
    "Raiseville": "ValueError: what a name",
}


def rows(folder: Path, table: str) -> list[Row]:
    return [row for path in sorted((folder / table).glob("*.parquet")) for row in read_rows(path)]


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, err = process.communicate()
    return process.returncode, err


@pytest.fixture(scope="module")
def clean(odd: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scan of the pages with nothing in its way."""
    folder = tmp_path_factory.mktemp("clean")
    pages_in(folder)
    command = [sys.executable, "-c", PROGRAM, *SCAN, "-o", "out"]
    subprocess.run(command, cwd=folder, env=odd, check=True, capture_output=True)
    return folder / "out"


def test_a_page_that_brings_its_worker_down_costs_itself_alone(
    pages: Path, clean: Path, tallybook: Start, odd: dict[str, str], tmp_path: Path
) -> None:
    for number, place in enumerate(BAD):
        page(pages, f"{number}-{place}.txt", place, number)
    code, err = ended(tallybook(*SCAN, "--page-seconds", "10", "-o", "out", env=odd))
    assert code == 3, err
    for table in (DOCUMENTS, CLAIMS, DENIALS, SKETCHES):
        assert rows(tmp_path / "out", table) == rows(clean, table)
    refused = rows(tmp_path / "out", REFUSALS)
    assert [row for row in refused if row["what"] == "number"] == rows(clean, REFUSALS)
    found = {Path(row["where"]).stem.partition("-")[2]: row["reason"] for row in refused if row["what"] == "page"}
    assert found.keys() == BAD.keys()
    assert all(why in found[place] for place, why in BAD.items())


def test_a_worker_that_is_killed_costs_nothing(
    waiting: Path, clean: Path, tallybook: Start, odd: dict[str, str], tmp_path: Path
) -> None:
    scan = tallybook(*SCAN, "-o", "out", env=odd)
    os.kill(reached(waiting), signal.SIGKILL)
    assert ended(scan)[0] == 0
    assert contents(tmp_path / "out") == contents(clean)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_scan_that_is_stopped_goes_on_with_the_same_command(
    waiting: Path, clean: Path, tallybook: Start, odd: dict[str, str], tmp_path: Path, how: signal.Signals
) -> None:
    scan = tallybook(*SCAN, "-o", "out", env=odd)
    worker = reached(waiting)
    scan.send_signal(how)
    code, err = ended_alone(scan, worker)
    if how is signal.SIGKILL:
        assert code == -signal.SIGKILL
    else:
        assert code == 130
        assert "go on with: tallybook scan pages -o out --workers 1 --pipeline odd" in err
    assert contents(tmp_path / "out") == {}
    assert ended(tallybook(*SCAN, "-o", "out", env=odd))[0] == 0
    assert contents(tmp_path / "out") == contents(clean)
    assert list((tmp_path / "out").rglob("*.part")) == []


def ended_alone(scan: subprocess.Popen[str], worker: int) -> tuple[int, str]:
    """How the scan ended; a worker that it could not end any more is ended too, as it holds the scan's stderr."""
    scan.wait()
    try:
        os.kill(worker, signal.SIGKILL)
    except ProcessLookupError:
        assert scan.returncode == 130
    return ended(scan)


def test_a_full_disk_is_told_and_the_scan_goes_on_when_there_is_room(
    pages: Path, clean: Path, tallybook: Start, odd: dict[str, str], tmp_path: Path
) -> None:
    """A bound on the size of files stands for the disk: the system refuses to write on in the same way."""
    small = 3000
    full = tallybook(
        *SCAN, "-o", "out", env=odd, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (small, small))
    )
    code, err = ended(full)
    assert code == 1
    assert "cannot write the file (File too large)" in err
    assert "it goes on where it stopped" in err
    assert contents(tmp_path / "out") == {}
    assert ended(tallybook(*SCAN, "-o", "out", env=odd))[0] == 0
    assert contents(tmp_path / "out") == contents(clean)


def test_what_is_done_is_not_done_again_and_what_is_gone_is(clean: Path, tallybook: Start, odd: dict[str, str]) -> None:
    before, times = contents(clean), {path: path.stat().st_mtime_ns for path in clean.rglob("*.parquet")}
    assert len(times) == len(OF_SHARD) + 1
    assert ended(tallybook(*SCAN, "-o", "out", env=odd, cwd=clean.parent))[0] == 0
    assert {path: path.stat().st_mtime_ns for path in clean.rglob("*.parquet")} == times
    (clean / CLAIMS / "00000.parquet").unlink()
    assert ended(tallybook(*SCAN, "-o", "out", env=odd, cwd=clean.parent))[0] == 0
    assert contents(clean) == before


def test_two_scans_in_one_folder_are_refused(
    waiting: Path, tallybook: Start, odd: dict[str, str], tmp_path: Path
) -> None:
    first = tallybook(*SCAN, "-o", "out", env=odd)
    worker = reached(waiting)
    code, err = ended(tallybook(*SCAN, "-o", "out", env=odd))
    assert code == 1
    assert "another scan is at work in the folder" in err
    os.kill(worker, signal.SIGKILL)
    assert ended(first)[0] == 0
    manifest = load_manifest(tmp_path / "out")
    assert manifest is not None
    assert manifest.counts.documents == 6
