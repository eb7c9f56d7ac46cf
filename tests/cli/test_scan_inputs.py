"""What is given to a scan that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Call


@pytest.mark.parametrize("name", ["nowhere", "nowhere/page.html", "https://a.example/page"])
def test_a_scan_of_what_is_not_there_does_not_begin(call: Call, tmp_path: Path, name: str) -> None:
    told = call("scan", tmp_path / name, "-o", tmp_path / "out")
    assert told.code == 2
    assert "there is no file or folder" in told.err
    assert not (tmp_path / "out").exists()
