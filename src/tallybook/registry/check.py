"""What a schema cannot say: every country, place and event that an entry names must be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tallybook.errors import DataFileError
from tallybook.registry.load import DataFile, refuse_all


def check_files(data: tuple[DataFile, ...]) -> None:
    """Raise `DataFileError` for references that lead nowhere and bounds the wrong way round, all at once."""
    refuse_all(_faults(data))


def _faults(data: tuple[DataFile, ...]) -> Iterator[DataFileError]:
    countries = {c.name for file in data for c in (*file.records.countries, *file.records.territories)}
    places = countries | {place.name for file in data for place in file.records.places}
    cities = {city for file in data for c in file.records.countries for city in c.capitals}
    events = {event.id for file in data for event in file.records.events}
    known = {
        "country": countries,
        "part_of": countries,
        "side": countries | {source.name for file in data for source in file.records.sources},
        "within": places | cities,
        "contains": events,
        "events": events,
        "counting": (countings := {counting.id for file in data for counting in file.records.countings}),
        "in_war": countings,
    }
    for file in data:
        for section, index, field, name in _references(file):
            if name not in known[field]:
                yield file.refuse(f"unknown name {name!r}", (section, index, field), "no entry has this name")
        for index, size in enumerate(file.records.unit_sizes):
            if size.low > size.high:
                yield file.refuse("low is above high", ("unit_sizes", index, "low"))
            if size.low < 1:
                yield file.refuse("a unit of nobody", ("unit_sizes", index, "low"), "low is 1 or more")
        for index, counting in enumerate(file.records.countings):
            for field in ("trust", "junk", "room"):
                if not 0 <= getattr(counting, field) <= 1:
                    yield file.refuse("no chance or share", ("countings", index, field), "not from 0 to 1")
            for field in ("scatter", "freedom"):
                if getattr(counting, field) <= 0:
                    yield file.refuse("no width", ("countings", index, field), "not above 0")


def _references(file: DataFile) -> Iterator[tuple[str, int, str, str]]:
    records = file.records
    for section, entries in (("sources", records.sources), ("persons", records.persons), ("groups", records.groups)):
        yield from _field(section, "country", ((entry.country,) if entry.country else () for entry in entries))
    for section, sided in (("sources", records.sources), ("assessments", records.assessments)):
        yield from _field(section, "side", ((entry.side,) if entry.side else () for entry in sided))
    yield from _field("territories", "part_of", ((c.part_of,) if c.part_of else () for c in records.territories))
    yield from _field("places", "within", (place.within for place in records.places))
    yield from _field("events", "contains", (event.contains for event in records.events))
    yield from _field("unit_sizes", "events", (size.events for size in records.unit_sizes))
    yield from _field("events", "counting", ((e.counting,) if e.counting else () for e in records.events))
    yield from _field("events", "in_war", ((e.in_war,) if e.in_war else () for e in records.events))


def _field(section: str, field: str, values: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, int, str, str]]:
    for index, names in enumerate(values):
        for name in names:
            yield section, index, field, name
