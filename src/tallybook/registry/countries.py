"""Which country a word means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tallybook.model import Span
from tallybook.registry.folding import Folding, Found, NameTable
from tallybook.registry.schema import Country

Relation = Literal["name", "adjective", "people", "capital", "metonym", "weak"]


@dataclass(frozen=True, slots=True)
class CountryWord:
    """A country as some word means it."""

    country: str
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryMention:
    """A country named inside a phrase. `readings` are all countries the words may mean, the likeliest first."""

    span: Span
    country: str
    relation: Relation
    readings: tuple[str, ...]


@dataclass(frozen=True)
class CountryNames:
    """All words for all countries."""

    by_name: dict[str, Country]
    table: NameTable[CountryWord]

    @classmethod
    def of(cls, countries: Iterable[Country], folding: Folding) -> CountryNames:
        """The table of all names, adjectives, peoples, capitals and metonyms; weak readings come last."""
        all_countries = tuple(countries)
        strong = [pair for country in all_countries for pair in _words(country)]
        weak = [(form, CountryWord(c.name, "weak")) for c in all_countries for form in c.weak]
        return cls({c.name: c for c in all_countries}, NameTable.of(folding, strong + weak))

    def readings(self, words: str) -> tuple[str, ...]:
        """Every country that `words` as a whole may mean, the likeliest first."""
        return tuple(dict.fromkeys(word.country for word in self.table.named(words)))

    def mentions(self, phrase: str) -> Iterator[CountryMention]:
        """Countries named inside a phrase, in order; words inside hyphened compounds ("US-led") are not mentions."""
        tokens = self.table.folding.tokens(phrase)
        for found in self.table.scan(tokens):
            first, last = tokens[found.first], tokens[found.last]
            tail = last.surface.rstrip(".'’")
            end = last.span.start + (len(tail) - 2 if last.possessive and tail[-2:-1] in "'’" else len(last.surface))
            yield _mention(Span(first.span.start, end), found)

    def adjective(self, country: str) -> str:
        """The usual adjective of a country, its name where it has none."""
        record = self.by_name.get(country)
        return record.adjectives[0] if record and record.adjectives else country

    def label(self, country: str) -> str:
        """What stands in brackets after a body of that country."""
        record = self.by_name.get(country)
        return record.label or record.name if record else country


def _mention(span: Span, found: Found[CountryWord]) -> CountryMention:
    best = found.values[0]
    readings = tuple(dict.fromkeys(word.country for word in found.values))
    return CountryMention(span=span, country=best.country, relation=best.relation, readings=readings)


def _words(country: Country) -> Iterator[tuple[str, CountryWord]]:
    capitals = [form for city, others in country.capitals.items() for form in (city, *others)]
    kinds: tuple[tuple[Relation, Iterable[str]], ...] = (
        ("name", (country.name, *country.aliases)),
        ("adjective", country.adjectives),
        ("people", country.people),
        ("capital", capitals),
        ("metonym", country.metonyms),
    )
    for relation, forms in kinds:
        for form in forms:
            yield form, CountryWord(country.name, relation)
