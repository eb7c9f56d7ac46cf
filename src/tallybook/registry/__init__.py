"""The world, as data: countries, sources, places, persons, groups, unit sizes, events, kinds of public body."""

from tallybook.registry.build import load_registry
from tallybook.registry.coordinates import Spot, locate
from tallybook.registry.countries import CountryMention
from tallybook.registry.registry import Registry
from tallybook.registry.schema import Country, Event, Group, Person, Place, Source, UnitSize

__all__ = [
    "Country",
    "CountryMention",
    "Event",
    "Group",
    "Person",
    "Place",
    "Registry",
    "Source",
    "Spot",
    "UnitSize",
    "load_registry",
    "locate",
]
