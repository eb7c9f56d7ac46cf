"""Where places lie: every coordinate belongs to a place that the registry knows, and every place leads to a spot."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

from tallybook.registry import load_registry, locate

TABLE = yaml.safe_load((files("tallybook.registry") / "coordinates.yaml").read_text(encoding="utf-8"))


def test_every_coordinate_is_of_a_known_place_and_on_earth() -> None:
    registry = load_registry()
    for name, (latitude, longitude) in {**TABLE["countries"], **TABLE["places"]}.items():
        assert registry.place_named(name) == name
        assert -90 <= latitude <= 90
        assert -180 <= longitude <= 180


def test_every_country_has_coordinates() -> None:
    known = {**TABLE["countries"], **TABLE["places"]}
    assert [country.name for country in load_registry().countries if country.name not in known] == []


@pytest.mark.parametrize(
    ("place", "at", "why"),
    [
        ("Peru", "Peru", "a country"),
        ("Kharkiv", "Kharkiv", "a city"),
        ("Kharkov", "Kharkiv", "another spelling"),
        ("Yambali", "Enga Province", "the region around a village"),
        ("eastern Peru", "Peru", "a part is drawn at the whole"),
        ("Black Sea", None, "a sea lies in no country"),
        ("Varrosa", None, "nobody knows it"),
    ],
)
def test_a_place_leads_to_a_spot(place: str, at: str | None, why: str) -> None:
    spot = locate(place, load_registry())
    assert (spot.place if spot else None) == at, why
