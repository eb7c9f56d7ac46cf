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
        ("unit_sizes:\n  - {unit: x, low: 0, high: 1, note: x}\n", ":2: unit_sizes[0].low", "nobody"),
        ("unit_sizes:\n  - {unit: x, low: 1, high: 1, note: x, events: [y]}\n", ":2: unit_sizes[0].events", "'y'"),
        ("events:\n  - {id: x, title: x, warlike: true}\n", ":2: events[0].warlike", "array"),
        ("sources: [\n", ":2", "not YAML"),
        ("sources:\n\t- name: A\n", ":2:1", "cannot start any token"),
        ("source:\n  - {name: A}\n", ":1: source", "unknown field"),
        ("sources: none\n", ":1: sources", "array"),
        ("sources:\n  - A\n", ":2: sources[0]", "object"),
        ("countries:\n  - {name: Norway, code: NO}\n", ":2: countries[0].code", "bool"),
        ("countries:\n  - {name: Nowhere, code: no}\n", ":2: countries[0].code", "bool"),
        ("countries:\n  - {name: Nowhere, code: nw}\n", ":2: countries[0].code", "no country code: 'nw'"),
        ("persons:\n  - {name: 1984}\n", ":2: persons[0].name", "int"),
        ("persons:\n  - {name: A, aliases: [B, 12]}\n", ":2: persons[0].aliases", "int"),
        ("persons:\n  - {name: ' '}\n", ":2: persons[0].name", "an empty name"),
        ("persons:\n  - {name: A, aliases: ['']}\n", ":2: persons[0].aliases", "an empty name"),
        ("persons:\n  - {name: A}\n  - {name: a}\n", ":3: persons[1].name", "stands for two entries"),
        ("persons:\n  - name: A\n    name: B\n", ":2: persons[0].name", "a key stands twice"),
        ("groups:\n  - {name: A}\ngroups:\n  - {name: B}\n", ":1: groups", "a key stands twice"),
        ("sources:\n  - {name: A, kind: outlet, side: Hesbollah}\n", ":2: sources[0].side", "no entry has this name"),
        ("assessments:\n  - {name: A, grade: G2}\n", ":2: assessments[0].grade", "no grade: 'G2'"),
        ("assessments:\n  - {name: A, grade: b2}\n", ":2: assessments[0].grade", "no grade: 'b2'"),
        ("assessments:\n  - {name: A, grade: B7}\n", ":2: assessments[0].grade", "no grade: 'B7'"),
        ("assessments:\n  - {name: A, grade: 2}\n", ":2: assessments[0].grade", "int"),
        ("assessments:\n  - {grade: B2}\n", ":2: assessments[0].name", "missing required field"),
        ("assessments:\n  - {name: A, side: Atlantis}\n", ":2: assessments[0].side", "unknown name 'Atlantis'"),
        ("assessments:\n  - {name: A}\n  - {name: A, grade: B}\n", ":3: assessments[1].name", "stands for two entries"),
        ("sources:\n  - {name: A, kind: outlet, grade: B}\n", ":2: sources[0].grade", "unknown field"),
        ("just words\n", ":1", "lists by name"),
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


def test_every_fault_is_told_at_once(write: Callable[[str], Path]) -> None:
    path = write(
        "sources:\n"
        "  - {name: A, kind: newspaper, alias: [B]}\n"
        "  - {name: '', kind: outlet}\n"
        "persons:\n"
        "  - {country: Kenya}\n"
    )
    with pytest.raises(DataFileError) as caught:
        load_registry(path)
    told = [str(error).removeprefix(f"{path}:") for error in (caught.value, *caught.value.further)]
    assert [fault.split(": ")[:2] for fault in told] == [
        ["2", "sources[0].kind"],
        ["2", "sources[0].alias"],
        ["3", "sources[1].name"],
        ["5", "persons[0].name"],
    ]
    assert all(error.hint for error in (caught.value, *caught.value.further))


def test_references_that_lead_nowhere_are_told_together(write: Callable[[str], Path]) -> None:
    with pytest.raises(DataFileError) as caught:
        load_registry(write("places:\n  - {name: X, within: [Y]}\n  - {name: Z, within: [W]}\n"))
    assert len(caught.value.further) == 1


def test_a_word_that_yaml_took_for_another_is_to_be_quoted(write: Callable[[str], Path]) -> None:
    with pytest.raises(DataFileError) as caught:
        load_registry(write("countries:\n  - {name: Norway, code: NO}\n"))
    assert "quotes" in caught.value.hint


def test_bytes_that_are_not_utf8_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("persons:\n  - {name: José}\n".encode("latin-1"))
    with pytest.raises(DataFileError, match=r"latin\.yaml:2: .*0xe9 is not UTF-8"):
        load_registry(path)


def test_a_huge_file_is_not_even_parsed(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    path.write_bytes(b"#" * 5_000_001)
    with pytest.raises(DataFileError, match="too large"):
        load_registry(path)


def test_an_entry_of_a_built_in_name_replaces_it_as_a_whole(write: Callable[[str], Path]) -> None:
    registry = load_registry(write("sources:\n  - {name: Reuters, kind: agency, aliases: [RTRS]}\n"))
    assert registry.canonical_name("RTRS") == "Reuters"
    assert registry.find_source("Reuters news agency") is None
