"""Gzip around a single file: unpacked, whatever it is called, and no further than text can have been packed."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read import Capture, captures_of, read_paths
from tallybook.read.containers.packed import FREE, refuse_bomb
from tallybook.settings import Settings

TEXT = "The governor said on Monday that 48 of the 300 workers had left the plant in Belmo for good.\n"
SETTINGS = Settings()


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "page"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("times", [1, 2])
def test_a_packed_page_is_the_page(tmp_path: Path, times: int) -> None:
    data = TEXT.encode()
    for _ in range(times):
        data = gzip.compress(data)
    path = written(tmp_path, data)
    (found,) = read_paths([path], settings=SETTINGS)
    assert isinstance(found, Document)
    assert (found.text, found.path) == (TEXT, str(path))


@pytest.mark.parametrize(
    ("data", "what", "why"),
    [
        (gzip.compress(TEXT.encode())[:-12], "the archive is damaged", "ended before"),
        (gzip.compress(TEXT.encode())[:-8] + b"\0" * 8, "the archive is damaged", "CRC"),
        (gzip.compress(b" " * 60_000_000), "it unpacks to more than any text would", "MB become more than"),
        (
            gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"x")))),
            "the archive is packed too often",
            "3 times",
        ),
    ],
)
def test_what_cannot_be_unpacked_is_named(tmp_path: Path, data: bytes, what: str, why: str) -> None:
    path = written(tmp_path, data)
    (error,) = captures_of(path, SETTINGS)
    assert isinstance(error, UnreadableInput)
    assert (error.what, error.where) == (what, str(path))
    assert why in error.why
    assert error.hint


@pytest.mark.parametrize(
    ("unpacked", "packed", "refused"), [(FREE, 1, False), (FREE * 2, FREE, False), (FREE + 1, 9, True)]
)
def test_a_bomb_is_told_by_its_ratio(unpacked: int, packed: int, refused: bool) -> None:
    if not refused:
        refuse_bomb(unpacked, packed, "page")
        return
    with pytest.raises(UnreadableInput):
        refuse_bomb(unpacked, packed, "page")


def test_a_capture_of_a_file_is_named_by_its_path(tmp_path: Path) -> None:
    (found,) = captures_of(written(tmp_path, TEXT.encode()), SETTINGS)
    assert isinstance(found, Capture)
    assert found.where == found.path == str(tmp_path / "page")
