"""The registry as the rest of the program sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tallybook.registry.countries import CountryMention, CountryNames
from tallybook.registry.events import EventTable
from tallybook.registry.folding import Folding, NameTable, fold
from tallybook.registry.names import NameComposer
from tallybook.registry.places import PlaceBook
from tallybook.registry.schema import Assessment, Counting, Country, Event, Group, Person, Place, Source, UnitSize
from tallybook.registry.sources import SourceBook

_ORGANS = frozenset({"government", "military", "intelligence"})
_LONGEST_NAME = 240
"""Characters; a longer phrase names nobody and no place."""
_NAMES_KEPT = 4096
"""Names looked up before, kept because a page names few speakers and places often."""
_IN_BRACKETS = re.compile(r"\(([^()]+)\)$")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Registry:
    """The world, as data. Built by `load_registry`; equal only to itself."""

    countries: tuple[Country, ...]
    sources: tuple[Source, ...]
    assessments: tuple[Assessment, ...]
    places: tuple[Place, ...]
    persons: tuple[Person, ...]
    groups: tuple[Group, ...]
    unit_sizes: tuple[UnitSize, ...]
    events: tuple[Event, ...]
    countings: dict[str, Counting]
    folding: Folding
    country_names: CountryNames
    source_book: SourceBook
    person_names: NameTable[str]
    group_names: NameTable[str]
    place_book: PlaceBook
    event_table: EventTable
    composers: dict[str, NameComposer]

    def country_of(self, words: str) -> str | None:
        """The country that a name, adjective, people, capital or metonym means as a whole; the likeliest reading."""
        readings = self.country_readings(words)
        return readings[0] if readings else None

    def country_readings(self, words: str) -> tuple[str, ...]:
        """Every country the words may mean, the likeliest first ("Korean": South Korea, North Korea)."""
        return _country_readings(self, words) if len(words) <= _LONGEST_NAME else self.country_names.readings(words)

    def countries_in(self, phrase: str) -> tuple[CountryMention, ...]:
        """Countries named inside a phrase, with spans; words inside compounds ("US-led") are no mentions."""
        return tuple(self.country_names.mentions(phrase))

    def adjective_of(self, country: str) -> str:
        """The usual adjective of a country, the name itself where it has none."""
        return self.country_names.adjective(country)

    def find_source(self, name: str, *, country: str | None = None) -> Source | None:
        """The source that goes by this name as a whole; of several, one of `country` first."""
        short = len(name) <= _LONGEST_NAME
        found = _sources(self, name, country) if short else self.source_book.named(name, country)
        return found[0] if found else None

    def find_sources(self, name: str) -> tuple[Source, ...]:
        """Every source that goes by this name (RSF: two)."""
        return self.source_book.named(name)

    def canonical_name(self, phrase: str, *, country: str | None = None, language: str = "en") -> str | None:
        """The one name for a speaker, composed of role × country × organisation; None where nothing in it is known.

        `country` says whose a bare body is ("the health ministry" in a report from Sudan). Plain officials keep
        their words; titles are taken off persons.
        """
        return _canonical_name(self, phrase, country, language) if len(phrase) <= _LONGEST_NAME else None

    def speaker_key(self, name: str, *, language: str = "en") -> tuple[str, ...]:
        """A key under which the spellings of one speaker agree: "American military" and "US military"."""
        known = self.canonical_name(name, language=language) or name
        head, bracket, country = known.partition(" (")
        composer = self.composers.get(language)
        if bracket and composer:
            known = f"{composer.kind_of_body(head) or head} ({country}"
        words, at = [], 0
        for mention in self.countries_in(known):
            words += [known[at : mention.span.start], fold(mention.country).replace(" ", "-")]
            at = mention.span.end
        kept = self.folding.tokens(" ".join((*words, known[at:])))
        small = {*self.folding.articles, *(word for c in self.composers.values() for word in c.words.links)}
        return tuple(sorted({token.key for token in kept} - small))

    def person_named(self, name: str) -> str | None:
        """The canonical spelling of a well-known person's name."""
        found = self.person_names.named(name)
        return found[0] if found else None

    def group_named(self, words: str) -> str | None:
        """The canonical name of a people, faith or movement, or of a country by its name or people."""
        found = self.group_names.named(words)
        return found[0] if found else self.country_of(words)

    def place_named(self, phrase: str) -> str | None:
        """The canonical name of a place or country, None where it is unknown."""
        return _place_named(self, phrase) if len(phrase) <= _LONGEST_NAME else None

    def within(self, inner: str, outer: str) -> bool:
        """Whether place `inner` lies in `outer` or is it; both canonical. False where that is unknown."""
        return self.place_book.within(inner, outer)

    def places_around(self, place: str) -> tuple[str, ...]:
        """A canonical place and all that it lies in."""
        return self.place_book.around(place)

    def country_of_place(self, place: str) -> str | None:
        """The one country a canonical place lies in."""
        return self.place_book.country(place)

    def directly_around(self, place: str) -> tuple[str, ...]:
        """The canonical places that a canonical place lies in at once; none where that is unknown."""
        return self.place_book.directly_around(place)

    def side_of(self, name: str) -> str | None:
        """The side a canonical speaker speaks for: a country, or an armed group itself; None for no side or several.

        Independent agencies, outlets and organisations have none, wherever their home is.
        """
        source = self.find_source(name)
        if source:
            return _side(source)
        person = self.person_named(name)
        if person:
            return next((p.country for p in self.persons if p.name == person), None)
        bracket = _IN_BRACKETS.search(name)
        sides = {mention.country for mention in self.countries_in(bracket.group(1) if bracket else name)}
        return sides.pop() if len(sides) == 1 else None

    def names_office(self, words: str, *, language: str = "en") -> bool:
        """Whether the words only say what kind of body or office speaks ("Ministry of Health"), and not whose."""
        composer = self.composers.get(language)
        return composer is not None and composer.names_office(words)

    def unit_size(self, unit: str) -> UnitSize | None:
        """How many persons one such unit stands for."""
        return self._unit_sizes.get(unit)

    @cached_property
    def _unit_sizes(self) -> dict[str, UnitSize]:
        return {size.unit: size for size in self.unit_sizes}

    def event_contains(self, outer: str, inner: str) -> bool:
        """Whether a count of event `outer` includes those of `inner`."""
        return self.event_table.contains(outer, inner)

    def event_ids(self) -> Iterator[str]:
        """The ids of all known events."""
        return iter(self.event_table.by_id)

    def monotone(self, event: str) -> bool:
        """Whether a total of this event never falls unless corrected."""
        return self.event_table.monotone(event)

    def is_contested(self, event: str) -> bool:
        """Whether the parties of a war dispute numbers of this event."""
        found = self.event_table.by_id.get(event)
        return found is not None and found.contested

    def counting(self, event: str, *, war: bool) -> Counting | None:
        """How numbers of this event come about, in a story of a war or not; None where each is counted."""
        found = self.event_table.by_id.get(event)
        if found is None:
            return None
        return self.countings.get((found.in_war if war else None) or found.counting or "")

    def is_listed(self, event: str) -> bool:
        """Whether whom the event befell may be counted name by name."""
        found = self.event_table.by_id.get(event)
        return found is not None and found.listed

    def is_warlike(self, event: str, unit: str) -> bool:
        """Whether the event, befalling this unit, is told of war alone."""
        found = self.event_table.by_id.get(event)
        return found is not None and unit in found.warlike

    def event_title(self, event: str, units: str) -> str:
        """A series title: ("killed", "persons") → "persons killed"."""
        return self.event_table.title(event, units)


@lru_cache(maxsize=_NAMES_KEPT)
def _canonical_name(registry: Registry, phrase: str, country: str | None, language: str) -> str | None:
    composer = registry.composers.get(language)
    return composer.canonical(phrase, country) if composer else None


@lru_cache(maxsize=_NAMES_KEPT)
def _sources(registry: Registry, name: str, country: str | None) -> tuple[Source, ...]:
    return registry.source_book.named(name, country)


@lru_cache(maxsize=_NAMES_KEPT)
def _place_named(registry: Registry, phrase: str) -> str | None:
    return registry.place_book.named(phrase)


@lru_cache(maxsize=_NAMES_KEPT)
def _country_readings(registry: Registry, words: str) -> tuple[str, ...]:
    return registry.country_names.readings(words)


def _side(source: Source) -> str | None:
    if source.side is not None:
        return source.side
    if source.kind == "armed group":
        return source.name
    return source.country if source.state or source.kind in _ORGANS else None
