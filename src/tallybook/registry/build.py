"""Data files → `Registry`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from tallybook.registry.bodies import BodyTable
from tallybook.registry.check import check_files
from tallybook.registry.countries import CountryNames
from tallybook.registry.events import EventTable
from tallybook.registry.folding import Folding, NameTable
from tallybook.registry.load import DataFile, read_built_in, read_extra, read_organisations
from tallybook.registry.names import NameComposer
from tallybook.registry.places import PlaceBook
from tallybook.registry.registry import Registry
from tallybook.registry.schema import Group, OrganisationFile, Person
from tallybook.registry.sources import SourceBook
from tallybook.registry.titles import TitleTable

Entry = TypeVar("Entry")


@cache
def load_registry(extra: Path | None = None) -> Registry:
    """The built-in registry, extended by a user's file.

    An entry of the user's with the name of a built-in one replaces it; where names collide otherwise, the user's
    reading comes first. Raises `DataFileError` (file, line, field) where `extra` breaks the schema or names a
    country, place or event that is not there.
    """
    data = ((read_extra(extra),) if extra else ()) + tuple(read_built_in())
    check_files(data)
    return _build(data, read_organisations())


def _build(data: tuple[DataFile, ...], organisations: OrganisationFile) -> Registry:
    records = tuple(file.records for file in data)
    folding = _folding(organisations)
    countries = _first(entry for r in records for entry in (*r.countries, *r.territories))
    country_names = CountryNames.of(countries, folding)
    sources = _first(entry for r in records for entry in r.sources)
    source_book = SourceBook.of(sources, folding)
    places = _first(entry for r in records for entry in r.places)
    persons = _first(entry for r in records for entry in r.persons)
    groups = _first(entry for r in records for entry in r.groups)
    events = _first((entry for r in records for entry in r.events), key="id")
    person_names = NameTable.of(folding, _pairs(persons))
    return Registry(
        countries=countries,
        sources=sources,
        assessments=tuple(entry for r in records for entry in r.assessments),
        places=places,
        persons=persons,
        groups=groups,
        unit_sizes=_first((entry for r in records for entry in r.unit_sizes), key="unit"),
        events=events,
        folding=folding,
        country_names=country_names,
        source_book=source_book,
        person_names=person_names,
        group_names=NameTable.of(folding, _pairs(groups)),
        place_book=PlaceBook.of(places, country_names, folding, organisations.words["en"]),
        event_table=EventTable.of(events),
        countings={entry.id: entry for r in reversed(records) for entry in r.countings},
        composers={
            language: NameComposer(
                folding=folding,
                words=words,
                countries=country_names,
                sources=source_book,
                persons=person_names,
                bodies=BodyTable.of(organisations, folding, language),
                titles=TitleTable.of(organisations, folding, language),
            )
            for language, words in organisations.words.items()
        },
    )


def _folding(organisations: OrganisationFile) -> Folding:
    words = organisations.words.values()
    return Folding(
        frozenset(article for language in words for article in language.articles),
        tuple(dict.fromkeys(ending for language in words for ending in language.possessives)),
    )


def _first(entries: Iterable[Entry], *, key: str = "name") -> tuple[Entry, ...]:
    """Of entries with one key, the first."""
    kept: dict[str, Entry] = {}
    for entry in entries:
        kept.setdefault(getattr(entry, key), entry)
    return tuple(kept.values())


def _pairs(entries: Iterable[Person | Group]) -> list[tuple[str, str]]:
    all_entries = tuple(entries)
    names = [(entry.name, entry.name) for entry in all_entries]
    return names + [(alias, entry.name) for entry in all_entries for alias in entry.aliases]
