"""The page on the registry names every list and field, its file loads, and its errors are those that are raised."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from tallybook.errors import DataFileError
from tallybook.registry import load_registry
from tallybook.registry.schema import RegistryFile, SourceKind

PAGE = "docs/reference/registry.md"


def _entries() -> dict[str, type]:
    """The record type of each list."""
    return {field.name: get_args(field.type)[0] for field in msgspec.structs.fields(RegistryFile)}


@pytest.mark.parametrize("name", _entries())
def test_every_field_of_a_list_is_documented(
    name: str, read: Callable[[str], str], section: Callable[[str, str], str]
) -> None:
    text = read(PAGE)
    heading = "`countries` and `territories`" if name in ("countries", "territories") else f"`{name}`"
    cells = re.findall(r"^\| (.+?) \|", section(text, heading), re.MULTILINE)
    told = {word for cell in cells for word in re.findall(r"`([^`]+)`", cell)}
    assert told == {field.name for field in msgspec.structs.fields(_entries()[name])}


def test_every_kind_of_source_is_named(read: Callable[[str], str], section: Callable[[str, str], str]) -> None:
    told = set(re.findall(r"`([^`\n]+)`", section(read(PAGE), "`sources`")))
    assert set(get_args(SourceKind)) <= told


def test_the_example_loads(
    read: Callable[[str], str],
    section: Callable[[str, str], str],
    fences: Callable[[str], list[tuple[str, str]]],
    tmp_path: Path,
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(fences(section(read(PAGE), "A file of your own"))[0][1], encoding="utf-8")
    registry = load_registry(path)
    assert registry.canonical_name("the national disaster agency") == "National Disaster Agency (Ecuador)"
    assert registry.within("Pueblo Hondo", "Ecuador")


def test_every_error_is_the_one_that_is_shown(
    read: Callable[[str], str],
    section: Callable[[str, str], str],
    fences: Callable[[str], list[tuple[str, str]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = [body for _, body in fences(section(read(PAGE), "Errors"))]
    assert blocks
    for number, (bad, shown) in enumerate(zip(blocks[::2], blocks[1::2], strict=True)):
        path = Path(f"mine{number}.yaml")
        path.write_text(bad, encoding="utf-8")
        with pytest.raises(DataFileError) as caught:
            load_registry(path)
        assert str(caught.value) == shown.strip().replace("mine.yaml", str(path))


def test_every_built_in_file_is_named(root: Path, read: Callable[[str], str]) -> None:
    for path in (root / "src/tallybook/registry").glob("*.yaml"):
        assert f"`{path.name}`" in read(PAGE)
