"""A user's registry file extends the built-in one, and says where it is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tallybook.errors import DataFileError
from tallybook.registry import load_registry


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def written(text: str) -> Path:
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_it_adds_sources_places_and_persons(write: Callable[[str], Path]) -> None:
    registry = load_registry(
        write(
            """
sources:
  - {name: Lakeside Herald, kind: outlet, country: Kenya, aliases: [LH]}
  - {name: Bureau of Storms, kind: government, country: Fiji, bodies: [meteorological agency]}
places:
  - {name: Lakeside, within: [Kenya], aliases: [Lake Side]}
persons:
  - {name: Wanjiru Otieno, country: Kenya, aliases: [Otieno]}
"""
        )
    )
    assert registry.canonical_name("the LH") == "Lakeside Herald"
    assert registry.canonical_name("Fiji's weather agency") == "Bureau of Storms"
    assert registry.canonical_name("Governor Otieno") == "Wanjiru Otieno"
    assert registry.within("Lakeside", "Kenya")
    assert registry.place_named("Lake Side") == "Lakeside"
    assert registry.canonical_name("Reuters") == "Reuters"


def test_its_reading_of_a_shared_name_comes_first(write: Callable[[str], Path]) -> None:
    registry = load_registry(write("sources:\n  - {name: Ridge Sailing Federation, kind: ngo, aliases: [RSF]}\n"))
    assert registry.canonical_name("RSF") == "Ridge Sailing Federation"


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("sources:\n  - {name: A, kind: newspaper}\n", ":2: sources[0].kind", "newspaper"),
        ("sources:\n  - name: A\n    kind: outlet\n    aliases: B\n", ":4: sources[0].aliases", "array"),
        ("sources:\n  - name: A\n    kind: outlet\n    sort: C\n", ":4: sources[0].sort", "unknown field"),
        ("persons:\n  - {country: Kenya}\n", ":2: persons[0].name", "missing"),
        ("sources:\n  - name: A\n    kind: outlet\n    country: Kenia\n", ":4: sources[0].country", "Kenia"),
        ("places:\n  - {name: X, within: [Y]}\n", ":2: places[0].within", "'Y'"),
        ("events:\n  - {id: x, title: x, contains: [y]}\n", ":2: events[0].contains", "'y'"),
        ("unit_sizes:\n  - {unit: x, low: 2, high: 1, note: x}\n", ":2: unit_sizes[0].low", "above"),
        ("sources: [\n", ":2", "not YAML"),
        ("- a\n", ":1", "array"),
    ],
)
def test_errors_name_file_line_and_field(write: Callable[[str], Path], text: str, place: str, why: str) -> None:
    path = write(text)
    with pytest.raises(DataFileError) as caught:
        load_registry(path)
    assert f"{path}{place}" in str(caught.value)
    assert why in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"absent\.yaml"):
        load_registry(tmp_path / "absent.yaml")


def test_bytes_that_are_no_text_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(DataFileError, match=r"bad\.yaml"):
        load_registry(path)


def test_an_empty_file_adds_nothing(write: Callable[[str], Path]) -> None:
    assert load_registry(write("")).canonical_name("Reuters") == "Reuters"
