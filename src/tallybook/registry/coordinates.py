"""Where on a map a place lies: coordinates.yaml, or the place around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from tallybook.registry.registry import Registry

_FILE = "coordinates.yaml"


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in degrees north and east, and the canonical place that it stands for."""

    place: str
    latitude: float
    longitude: float


class _Coordinates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    countries: dict[str, tuple[float, float]]
    places: dict[str, tuple[float, float]]


def locate(place: str, registry: Registry) -> Spot | None:
    """The spot of a place, else of the nearest place around it that has one; None where none has."""
    known = _points()
    for name in _outwards(registry.place_named(place) or place, registry):
        if name in known:
            return Spot(name, *known[name])
    return None


def _outwards(place: str, registry: Registry) -> Iterator[str]:
    """The place and what lies around it, nearest first."""
    ahead, seen = [place], set[str]()
    while ahead:
        name = ahead.pop(0)
        if name not in seen:
            seen.add(name)
            yield name
            ahead.extend(registry.directly_around(name))


@cache
def _points() -> dict[str, tuple[float, float]]:
    content = (files("tallybook.registry") / _FILE).read_bytes()
    coordinates = msgspec.yaml.decode(content, type=_Coordinates)
    return {**coordinates.countries, **coordinates.places}
