"""What a scan reads, how it is cut, and what is refused when it is given again."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tallybook.batch import load_manifest, open_scan
from tallybook.batch import shards as cutting
from tallybook.batch.shards import cut
from tallybook.batch.sources import Source, difference, listed, source_at
from tallybook.errors import ScanError
from tallybook.settings import Settings

A, B = Source("a", 3, 1, "hash of a"), Source("b", 4, 1, "hash of b")
RECORD = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ([A, B], None),
        ([Source("a", 3, 9, "hash of a"), B], None),
        ([Source("a", 3, 1, "another"), B], "a has changed"),
        ([A], "b is no longer there"),
        ([A, B, Source("c")], "c is new"),
        ([A, B, Source("c"), Source("d")], "c is new, and 1 more"),
        ([B, A], "the files come in another order"),
    ],
)
def test_difference(now: list[Source], told: str | None) -> None:
    assert difference([A, B], now) == told


def test_shards_hold_so_many_files_and_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "MOST_FILES", 3)
    monkeypatch.setattr(cutting, "MOST_BYTES", 10)
    shards = list(cut(Source(str(n), size) for n, size in enumerate([1, 1, 1, 1, 20, 6, 6])))
    assert [shard.files for shard in shards] == [("0", "1", "2"), ("3",), ("4",), ("5",), ("6",)]
    assert [shard.number for shard in shards] == [0, 1, 2, 3, 4]
    assert [shard.size for shard in shards] == [3, 1, 20, 6, 6]


def test_a_large_archive_is_cut_into_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "PART_BYTES", 100)
    archive, page = tmp_path / "day.warc.gz", tmp_path / "page.html"
    archive.write_bytes(gzip.compress(RECORD) * 4)
    page.write_text("x" * 300, encoding="utf-8")
    size = archive.stat().st_size
    shards = list(cut([source_at(page), source_at(archive)]))
    assert [(shard.start, shard.stop) for shard in shards] == [
        (0, None),
        *((start, min(start + 100, size)) for start in range(0, size, 100)),
    ]


def test_files_are_listed_once_without_those_of_the_scan(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "pages" / "out"
    out.mkdir()
    (out / "manifest.json").write_text("{}", encoding="utf-8")
    names = [path.name for path in listed([pages / "3.txt", pages, tmp_path / "none"], out=out)]
    assert names == ["3.txt", "0.txt", "1.txt", "2.txt", "4.txt", "5.txt", "none"]


def changed(pages: Path) -> Settings:
    (pages / "1.txt").write_text("Another story: 30 people left.", encoding="utf-8")
    return Settings()


def touched(pages: Path) -> Settings:
    os.utime(pages / "1.txt", ns=(1, 1))
    return Settings()


def added(pages: Path) -> Settings:
    (pages / "9.txt").write_text("Another story.", encoding="utf-8")
    return Settings()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (touched, None),
        (changed, "1.txt has changed since the scan began"),
        (added, "9.txt is new since the scan began"),
        (lambda pages: Settings(pack="base"), "pack was 'big' and is now 'base'"),
        (lambda pages: Settings(policy="range"), None),
    ],
)
def test_what_has_changed_since_is_told(
    pages: Path, tmp_path: Path, change: Callable[[Path], Settings], told: str | None
) -> None:
    with open_scan([pages], tmp_path / "out", settings=Settings()) as scan:
        plan = scan.manifest.plan
    settings = change(pages)
    if told is None:
        with open_scan([pages], tmp_path / "out", settings=settings) as scan:
            assert scan.manifest.plan == plan
        return
    with pytest.raises(ScanError, match=told), open_scan([pages], tmp_path / "out", settings=settings):
        pass
    kept = load_manifest(tmp_path / "out")
    assert kept is not None
    assert kept.plan == plan


def test_a_folder_of_something_else_is_not_written_to(pages: Path) -> None:
    before = sorted(pages.iterdir())
    with (
        pytest.raises(ScanError, match="the folder holds something else"),
        open_scan([pages], pages, settings=Settings()),
    ):
        pass
    assert sorted(pages.iterdir()) == before


def test_another_programs_scan_is_told(pages: Path, tmp_path: Path) -> None:
    with open_scan([pages], tmp_path / "out", settings=Settings()):
        pass
    manifest = tmp_path / "out" / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('"program": "', '"program": "0.0.'), "utf-8")
    with (
        pytest.raises(ScanError, match=r"by tallybook 0\.0\."),
        open_scan([pages], tmp_path / "out", settings=Settings()),
    ):
        pass
