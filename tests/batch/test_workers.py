"""Workers are replaced before what they keep of every page gets large."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallybook.batch import open_scan, run_here, workers
from tallybook.batch import shards as cutting
from tallybook.settings import Settings


def test_a_worker_is_replaced_after_so_many_pages(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hired: list[int | None] = []

    class Counted(workers.Worker):
        def __init__(self) -> None:
            super().__init__()
            hired.append(self.process.pid)

    monkeypatch.setattr(cutting, "MOST_FILES", 3)
    monkeypatch.setattr(workers, "MOST_PAGES", 3)
    monkeypatch.setattr(workers, "Worker", Counted)
    with open_scan([pages], tmp_path / "out", settings=Settings(pack="base")) as scan:
        list(scan.follow(run_here(scan.tasks(), workers=1)))
        assert scan.finish().counts.documents == 6
    assert len(set(hired)) == 2
