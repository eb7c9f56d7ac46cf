"""Folders that browsers save beside a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallybook.read.containers.companions import without_companions
from tallybook.read.containers.opening import files_of


@pytest.mark.parametrize(
    ("beside", "left"),
    [
        ("flood_files/menu.js", False),
        ("flood-Dateien/menu.js", False),
        ("flood_fichiers/deep/er/menu.js", False),
        ("flood.files/frame.html", False),
        ("flood/notes.txt", True),
        ("flood_notes/notes.txt", True),
        ("other_files/notes.txt", True),
        ("_files/notes.txt", True),
        ("flood_files.html", True),
    ],
)
@pytest.mark.parametrize("page", ["flood.html", "flood.htm"])
def test_only_the_folder_of_a_page_is_left_out(page: str, beside: str, left: bool) -> None:
    assert without_companions([page, beside]) == ([page, beside] if left else [page])


def test_a_folder_stands_for_its_pages(tmp_path: Path) -> None:
    for name in ("a/flood.html", "a/flood_files/style.css", "b/flood_files/notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("words")
    names = [str(file.relative_to(tmp_path)) for file in files_of(tmp_path)]
    assert names == ["a/flood.html", "b/flood_files/notes.txt"]
