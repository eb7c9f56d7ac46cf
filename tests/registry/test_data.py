"""What must hold of the data as a whole, events and unit sizes."""

import pytest

from tallybook.registry import Registry, load_registry

CONTRACT_EVENTS = """
deployed;in training;strength;killed;wounded;killed or wounded;killed or missing;missing;captured;detained;
returned to duty;returned;withdrawn;displaced;evacuated;rescued;attended;affected;homeless;infected;
hospitalized;destroyed;damaged;launched;shot down;attacked;supplied;recruited;exchanged;sentenced;arrived;
aboard;other
"""


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def test_every_source_is_found_by_its_own_name(registry: Registry) -> None:
    lost = [source.name for source in registry.sources if registry.find_source(source.name) != source]
    assert lost == []


def test_every_alias_of_a_source_finds_it(registry: Registry) -> None:
    lost = [(s.name, a) for s in registry.sources for a in s.aliases if s not in registry.find_sources(a)]
    assert lost == []


def test_canonical_names_are_stable(registry: Registry) -> None:
    names = [entry.name for entry in (*registry.sources, *registry.persons)]
    moved = {name: registry.canonical_name(name) for name in names if registry.canonical_name(name) != name}
    assert moved == {}


def test_names_shared_by_two_sources_keep_both(registry: Registry) -> None:
    assert [s.name for s in registry.find_sources("RSF")] == ["Rapid Support Forces", "Reporters Without Borders"]


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Reuters", "agency", None),
        ("Yonhap News Agency", "agency", "South Korea"),
        ("BBC", "outlet", "United Kingdom"),
        ("HUR", "intelligence", "Ukraine"),
        ("Médecins sans frontières", "ngo", None),
        ("ISW", "thinktank", "United States"),
        ("Hizbullah", "armed group", "Lebanon"),
        ("BNPB", "government", "Indonesia"),
        ("Maxar", "company", "United States"),
        ("UN migration agency", "un", None),
    ],
)
def test_find_source(registry: Registry, name: str, kind: str, country: str | None) -> None:
    source = registry.find_source(name)
    assert source is not None
    assert (source.kind, source.country) == (kind, country)


def test_every_event_of_the_contract_is_there(registry: Registry) -> None:
    assert set(registry.event_ids()) == {event.strip() for event in CONTRACT_EVENTS.split(";")}


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("killed or wounded", "killed", True),
        ("killed or wounded", "wounded", True),
        ("killed or missing", "missing", True),
        ("displaced", "homeless", True),
        ("displaced", "evacuated", True),
        ("affected", "evacuated", True),
        ("killed", "killed", True),
        ("killed", "wounded", False),
        ("killed", "killed or wounded", False),
        ("nonsense", "killed", False),
    ],
)
def test_event_contains(registry: Registry, outer: str, inner: str, expected: bool) -> None:
    assert registry.event_contains(outer, inner) is expected


@pytest.mark.parametrize(
    ("event", "expected"),
    [("killed", True), ("wounded", True), ("missing", False), ("deployed", False), ("displaced", False), ("?", False)],
)
def test_monotone(registry: Registry, event: str, expected: bool) -> None:
    assert registry.monotone(event) is expected


def test_titles(registry: Registry) -> None:
    assert registry.event_title("killed or wounded", "persons") == "persons killed or wounded"
    assert registry.event_title("buried", "persons") == "persons: buried"


@pytest.mark.parametrize(
    ("unit", "low", "high"), [("battalion", 300, 1000), ("brigade", 1500, 6000), ("household", 2, 9)]
)
def test_unit_sizes(registry: Registry, unit: str, low: int, high: int) -> None:
    size = registry.unit_size(unit)
    assert size is not None
    assert (size.low, size.high) == (low, high)
    assert size.note


def test_unknown_unit_has_no_size(registry: Registry) -> None:
    assert registry.unit_size("horde") is None
