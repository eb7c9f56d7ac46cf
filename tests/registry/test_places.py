"""Which place a phrase names, and what contains it."""

import pytest

from tallybook.registry import Registry, load_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


@pytest.mark.parametrize(
    ("phrase", "place"),
    [
        ("Kursk", "Kursk Oblast"),
        ("the Kursk region", "Kursk Oblast"),
        ("Russia's Kursk region", "Kursk Oblast"),
        ("Russia's western Kursk region", "Kursk Oblast"),
        ("Kharkiv", "Kharkiv"),
        ("Kharkiv oblast", "Kharkiv Oblast"),
        ("the eastern Donetsk region", "Donetsk Oblast"),
        ("Gaza", "Gaza Strip"),
        ("southern Gaza", "southern Gaza Strip"),
        ("eastern Ukraine", "eastern Ukraine"),
        ("central Gaza's Nuseirat", "Nuseirat"),
        ("southwest China's Sichuan province", "Sichuan"),
        ("the province of Hatay", "Hatay Province"),
        ("Turkey's Hatay province", "Hatay Province"),
        ("Nineveh province", "Nineveh Governorate"),
        ("the Ukrainian port city of Odesa", "Odesa"),
        ("the town of Sudzha", "Sudzha"),
        ("Goma, Democratic Republic of Congo", "Goma"),
        ("Russia's Far East", "Russian Far East"),
        ("North Kivu province", "North Kivu"),
        ("Sudan's Darfur region", "Darfur"),
        ("West Darfur state", "West Darfur"),
        ("El-Fasher", "El Fasher"),
        ("Rakhine", "Rakhine State"),
        ("Bogota", "Bogotá"),
        ("Kiev", "Kyiv"),
        ("the United States", "United States"),
        ("Los Angeles County", "Los Angeles County"),
        ("Mediterranean", "Mediterranean Sea"),
        ("Viet Nam", "Vietnam"),
        ("Foo region", None),
        ("Kursk and Belgorod", None),
        ("the", None),
        ("", None),
    ],
)
def test_place_named(registry: Registry, phrase: str, place: str | None) -> None:
    assert registry.place_named(phrase) == place


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("Kursk Oblast", "Russia", True),
        ("Gaza City", "Gaza Strip", True),
        ("Gaza City", "Palestine", True),
        ("southern Gaza Strip", "Gaza Strip", True),
        ("eastern Ukraine", "Ukraine", True),
        ("Lahaina", "United States", True),
        ("Kyiv", "Ukraine", True),
        ("Russia", "Russia", True),
        ("Ukraine", "Russia", False),
        ("Russia", "Kursk Oblast", False),
        ("Nowhere", "Russia", False),
        ("Black Sea", "Russia", False),
    ],
)
def test_within(registry: Registry, inner: str, outer: str, expected: bool) -> None:
    assert registry.within(inner, outer) is expected


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Kursk Oblast", "Russia"),
        ("Goma", "Democratic Republic of the Congo"),
        ("Gaza City", "Palestine"),
        ("Red Sea", None),
    ],
)
def test_country_of_place(registry: Registry, place: str, country: str | None) -> None:
    assert registry.country_of_place(place) == country


def test_every_place_is_found_by_its_own_name(registry: Registry) -> None:
    lost = [place.name for place in registry.places if registry.place_named(place.name) != place.name]
    assert lost == []
