"""Which place a phrase names, and which place lies within which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tallybook.registry.countries import CountryNames
from tallybook.registry.folding import Folding, NameTable, Token
from tallybook.registry.schema import Country, NameWords, Place


@dataclass(frozen=True)
class PlaceBook:
    """Places and countries by name, with what contains what."""

    countries: CountryNames
    table: NameTable[str]
    outer: dict[str, tuple[str, ...]]
    words: NameWords

    @classmethod
    def of(cls, places: Iterable[Place], countries: CountryNames, folding: Folding, words: NameWords) -> PlaceBook:
        """The table of all places, territories, capitals and countries."""
        own = tuple(places)
        known = {place.name for place in own}
        capitals = [place for country in countries.by_name.values() for place in _capitals(country, known)]
        outer = {place.name: place.within for place in (*own, *capitals)}
        outer |= {c.name: (c.part_of,) for c in countries.by_name.values() if c.part_of and c.name not in outer}
        return cls(countries, NameTable.of(folding, _forms((*own, *capitals), countries)), outer, words)

    def named(self, phrase: str) -> str | None:
        """The canonical place a phrase names, None where the registry does not know it."""
        whole = self._known(phrase)
        if whole:
            return whole
        head, comma, _ = phrase.partition(",")
        if comma:
            return self.named(head)
        tokens = self.table.folding.tokens(phrase)
        return self._without_article(phrase, tokens) if tokens else None

    def within(self, inner: str, outer: str) -> bool:
        """Whether `inner` lies in `outer` or is it. Both are canonical names."""
        return outer in self.around(inner)

    def around(self, inner: str) -> tuple[str, ...]:
        """A place and all that it lies in, by canonical names, without an order that means anything."""
        seen: dict[str, None] = {}
        ahead = [inner]
        while ahead:
            place = ahead.pop()
            if place not in seen:
                seen[place] = None
                ahead.extend(self.directly_around(place))
        return tuple(seen)

    def country(self, place: str) -> str | None:
        """The country a place lies in, None where that is unknown or more than one."""
        known = self.countries.by_name.get(place)
        if known and known.part_of is None:
            return place
        around = {self.country(outer) for outer in self.directly_around(place)}
        return around.pop() if len(around) == 1 else None

    def directly_around(self, place: str) -> tuple[str, ...]:
        """What lies directly around a canonical place; for a part ("eastern X") the whole. Nothing where unknown."""
        if place in self.outer:
            return self.outer[place]
        first, _, rest = place.partition(" ")
        return (rest,) if first in self.words.directions and rest else ()

    def _known(self, phrase: str) -> str | None:
        named = self.table.named(phrase)
        return named[0] if named else None

    def _without_article(self, phrase: str, tokens: tuple[Token, ...]) -> str | None:
        at = 1 if tokens[0].key in self.table.folding.articles else 0
        if at >= len(tokens):
            return None
        return (
            self._directed(phrase, tokens, at)
            or self._after_noun(phrase, tokens, at)
            or self._as_region(phrase, tokens, at)
            or self._after_country(phrase, tokens, at)
        )

    def _directed(self, phrase: str, tokens: tuple[Token, ...], at: int) -> str | None:
        """ "southern Gaza" → "southern Gaza Strip".

        Where the direction says where in the country a region lies ("the eastern Donetsk region", "southwest China's
        Sichuan"), it is dropped.
        """
        if tokens[at].key not in self.words.directions or at + 1 >= len(tokens):
            return None
        place = self.named(phrase[tokens[at + 1].span.start :])
        owner = self.countries.table.starting(tokens, at + 1)
        of_country = owner is not None and owner.last + 1 < len(tokens) and tokens[owner.last].possessive
        if place is None or of_country or tokens[-1].key in self.words.regions:
            return place
        return f"{tokens[at].key} {place}"

    def _after_noun(self, phrase: str, tokens: tuple[Token, ...], at: int) -> str | None:
        """ "city of X", "the port city of X", "the capital, X" → X; "region of X" → the region X."""
        nouns = (*self.words.place_nouns, *self.words.regions)
        last = at
        while last < len(tokens) and (tokens[last].key in nouns or tokens[last].key in self.words.links):
            last += 1
        if last == at or last >= len(tokens):
            return None
        rest = phrase[tokens[last].span.start :]
        region = next((token.key for token in tokens[at:last] if token.key in self.words.regions), None)
        return (self._region(rest) if region else None) or self.named(rest)

    def _as_region(self, phrase: str, tokens: tuple[Token, ...], at: int) -> str | None:
        """ "Kursk region" → "Kursk Oblast"; a trailing noun ("Goma city") is dropped."""
        last = tokens[-1]
        if len(tokens) - at < 2:
            return None
        name = phrase[tokens[at].span.start : tokens[-2].span.end]
        if last.key in self.words.regions:
            return self._region(name)
        return self.named(name) if last.key in self.words.place_nouns else None

    def _region(self, name: str) -> str | None:
        """The region that has `name` for a name, whatever kind of region it is called."""
        for noun in self.words.regions:
            place = self._known(f"{name} {noun}")
            if place:
                return place
        place = self._known(name)
        return place if place and place not in self._cities else None

    @cached_property
    def _cities(self) -> frozenset[str]:
        return frozenset(city for country in self.countries.by_name.values() for city in country.capitals)

    def _after_country(self, phrase: str, tokens: tuple[Token, ...], at: int) -> str | None:
        """ "Russia's Kursk region", "Ukrainian city of Odesa" → the place, where it lies in that country."""
        found = self.countries.table.starting(tokens, at)
        if found is None or found.last + 1 >= len(tokens):
            return None
        place = self.named(phrase[tokens[found.last + 1].span.start :])
        return place if place and any(self.within(place, word.country) for word in found.values) else None


def _capitals(country: Country, known: set[str]) -> Iterator[Place]:
    for city, others in country.capitals.items():
        if city not in known:
            yield Place(name=city, aliases=others, within=(country.name,))


def _forms(places: Iterable[Place], countries: CountryNames) -> Iterator[tuple[str, str]]:
    for place in places:
        for form in (place.name, *place.aliases):
            yield form, place.name
    for country in countries.by_name.values():
        for form in (country.name, *country.aliases):
            yield form, country.name
