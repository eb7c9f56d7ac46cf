"""What must hold of the data as a whole, events and unit sizes."""

import re

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


CASUALTIES = ("killed", "wounded", "killed or wounded", "missing", "killed or missing")
CONTAINS = {
    "killed or wounded": ("killed", "wounded"),
    "killed or missing": ("killed", "missing"),
    "displaced": ("homeless", "evacuated"),
    "affected": (*CASUALTIES, "displaced", "homeless", "evacuated", "rescued", "infected", "hospitalized"),
    "infected": ("hospitalized",),
    "launched": ("shot down",),
}
"""All that holds; of every other pair of two events neither contains the other."""


@pytest.mark.parametrize("outer", [event.strip() for event in CONTRACT_EVENTS.split(";")])
def test_what_an_event_contains(registry: Registry, outer: str) -> None:
    held = {inner for inner in registry.event_ids() if registry.event_contains(outer, inner)}
    assert held == {outer, *CONTAINS.get(outer, ())}


def test_an_unknown_event_contains_nothing(registry: Registry) -> None:
    assert not registry.event_contains("nonsense", "killed")


def test_no_two_events_contain_each_other(registry: Registry) -> None:
    ids = list(registry.event_ids())
    both = [
        (a, b) for a in ids for b in ids if a < b and registry.event_contains(a, b) and registry.event_contains(b, a)
    ]
    assert both == []


CANNOT_FALL = """
killed;wounded;killed or wounded;captured;detained;returned to duty;returned;withdrawn;evacuated;rescued;infected;
destroyed;damaged;launched;shot down;attacked;supplied;recruited;exchanged;sentenced;arrived
"""
CAN_FALL = """
deployed;in training;strength;killed or missing;missing;displaced;attended;affected;homeless;hospitalized;aboard;other
"""


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        *((event.strip(), True) for event in CANNOT_FALL.split(";")),
        *((event.strip(), False) for event in CAN_FALL.split(";")),
        ("?", False),
    ],
)
def test_monotone(registry: Registry, event: str, expected: bool) -> None:
    assert registry.monotone(event) is expected


def test_it_is_said_of_every_event_whether_it_can_fall(registry: Registry) -> None:
    listed = [event.strip() for event in f"{CANNOT_FALL};{CAN_FALL}".split(";")]
    assert sorted(listed) == sorted(registry.event_ids())


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("killed", True),
        ("deployed", True),
        ("recruited", True),
        ("detained", True),
        ("rescued", False),
        ("attended", False),
        ("infected", False),
        ("sentenced", False),
        ("?", False),
    ],
)
def test_contested(registry: Registry, event: str, expected: bool) -> None:
    assert registry.is_contested(event) is expected


@pytest.mark.parametrize(
    ("event", "unit", "expected"),
    [
        ("launched", "missile", True),
        ("launched", "drone", True),
        ("launched", "satellite", False),
        ("launched", "shop", False),
        ("shot down", "aircraft", True),
        ("shot down", "balloon", False),
        ("captured", "person", True),
        ("captured", "gun", False),
        ("exchanged", "person", True),
        ("exchanged", "share", False),
        ("in training", "person", False),
        ("killed", "person", False),
        ("?", "person", False),
    ],
)
def test_warlike(registry: Registry, event: str, unit: str, expected: bool) -> None:
    assert registry.is_warlike(event, unit) is expected


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


SIZED = """
fireteam squad section platoon company battery squadron battalion regiment brigade division corps army household
family couple twin boat dinghy ferry minibus bus truck train class village
"""
NOT_SIZED = "troop detachment patrol contingent crew convoy town city school vehicle aircraft ship person horde"


@pytest.mark.parametrize("unit", [*SIZED.split(), "battalion tactical group", "plane load"])
def test_what_news_counts_has_a_size(registry: Registry, unit: str) -> None:
    assert registry.unit_size(unit) is not None


@pytest.mark.parametrize("unit", NOT_SIZED.split())
def test_what_holds_no_telling_number_has_none(registry: Registry, unit: str) -> None:
    assert registry.unit_size(unit) is None


def test_every_size_can_be_looked_up(registry: Registry) -> None:
    lacking = [s.unit for s in registry.unit_sizes if not re.search(r"\((19|20)\d\d\)", s.reference or "")]
    assert lacking == []


def test_units_of_armies_grow(registry: Registry) -> None:
    names = ("fireteam", "squad", "platoon", "company", "battalion", "brigade", "division", "corps", "army")
    sizes = [size for name in names if (size := registry.unit_size(name)) is not None]
    assert [s.low for s in sizes] == sorted(s.low for s in sizes)
    assert [s.high for s in sizes] == sorted(s.high for s in sizes)


def test_unknown_unit_has_no_size(registry: Registry) -> None:
    assert registry.unit_size("horde") is None


@pytest.mark.parametrize(
    ("event", "war", "counting"),
    [
        ("attended", False, "crowd"),
        ("attended", True, "crowd"),
        ("killed", False, None),
        ("killed", True, "disputed"),
        ("destroyed", False, "survey"),
        ("destroyed", True, "disputed"),
        ("strength", True, "force"),
        ("rescued", True, None),
        ("unheard of", True, None),
    ],
)
def test_how_numbers_come_about(registry: Registry, event: str, *, war: bool, counting: str | None) -> None:
    found = registry.counting(event, war=war)
    assert (found.id if found is not None else None) == counting
