"""How words are written in running text: which are small, which are names, which are acronyms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tallybook.lexicon.schema import Lexicon
from tallybook.registry import Registry

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
Form = tuple[str, ...]
"""A name, word by word."""

_SHORTEST_STEM = 3
_LONG_STEM = 5
_SHORTEST_PLAIN = 7
_LONGEST_UNVOWELLED = 5


@dataclass(frozen=True, slots=True, eq=False)
class Spellings:
    """What is known about the spelling of words; keys are in small letters.

    `small` are words of running text, `forms` the names that a first word may open, the longest first; `names` are
    single words that the treebanks of the packs write large.
    """

    lexicon: Lexicon
    small: frozenset[str]
    names: Mapping[str, str]
    forms: Mapping[str, tuple[Form, ...]]
    titles: frozenset[str]
    calendar: frozenset[str]
    numbers: frozenset[str]
    verbs: frozenset[str]

    def is_small(self, word: str) -> bool:
        """Whether a word is known as small, or else is made of such a word or ends as plain words do."""
        if word in self.small or word in self.names:
            return word in self.small
        casing = self.lexicon.casing
        bare = next((word.removeprefix(p) for p in casing.prefixes if word.startswith(p)), "")
        prefixed = (bare, *self._stems(bare)) if len(bare) >= _LONG_STEM else ()
        if any(stem in self.small for stem in (*self._stems(word), *prefixed)):
            return True
        return word.endswith(casing.plain_endings) and len(word) >= _SHORTEST_PLAIN

    def _stems(self, word: str) -> Iterator[str]:
        """What is left of a word without an ending."""
        for endings, shortest in (
            (self.lexicon.text.plurals, _SHORTEST_STEM),
            (self.lexicon.text.endings, _SHORTEST_STEM),
            (self.lexicon.casing.endings, _LONG_STEM),
        ):
            for ending, instead in endings:
                stem = word.removesuffix(ending) + instead
                if word.endswith(ending) and len(stem) >= shortest:
                    yield stem
                    if len(stem) > shortest and stem[-1] == stem[-2]:
                        yield stem[:-1]

    def is_verb(self, word: str) -> bool:
        """Whether a word is a verb of events or of speech in another form than its infinitive."""
        stem = self.lexicon.text.irregular.get(word)
        return stem in self.verbs if stem else any(one in self.verbs for one in self._stems(word)) and word[-1] != "s"

    def leads_numbers(self, word: str) -> bool:
        """Whether a word often stands before a number: a verb of events or speech, a function word."""
        return self.is_verb(word) or word in self.lexicon.quantity.names.function_words

    def is_acronym(self, word: str) -> bool:
        """Whether an unknown word can hardly be spoken: short and without a vowel."""
        return 1 < len(word) <= _LONGEST_UNVOWELLED and not set(word) & set(self.lexicon.casing.vowels)


@cache
def spellings(lexicon: Lexicon, registry: Registry) -> Spellings:
    """The tables for one language."""
    usual = _usual_spellings(lexicon)
    small = frozenset(word for word in usual if word.islower()) | _listed(lexicon) - lexicon.casing.never_small
    calendar = {*lexicon.dates.months, *lexicon.dates.weekdays}
    calendar |= {*lexicon.dates.short_months, *lexicon.dates.short_weekdays}
    titles = (title for c in registry.composers.values() for title in c.words.titles if title.isalpha())
    kept = frozenset(_names_of_countries(registry)) | lexicon.casing.acronyms
    return Spellings(
        lexicon=lexicon,
        small=small,
        names={word.lower(): word for word in usual if not word.islower() and word.lower() not in small},
        forms=_forms(_registered(registry), small, kept, lexicon.casing.particles),
        titles=lexicon.casing.titles.union(titles),
        calendar=frozenset(word for word in calendar if word.isalpha()),
        verbs=lexicon.speech.verbs.union(*(frame.words for frame in lexicon.events.verbs)),
        numbers=frozenset({*lexicon.quantity.numerals.units, *lexicon.quantity.numerals.tens}),
    )


def _usual_spellings(lexicon: Lexicon) -> list[str]:
    """The words of the packs' treebanks as they are usually written inside sentences."""
    file = files("tallybook") / "packs" / lexicon.language / "spellings.txt"
    return file.read_text(encoding="utf-8").split() if file.is_file() else []


def _listed(lexicon: Lexicon) -> set[str]:
    """The plain words of the lexicon, with the nouns of persons."""
    persons = files("tallybook.lexicon") / f"{lexicon.language}.persons.txt"
    listed = set(persons.read_text(encoding="utf-8").split()) if persons.is_file() else set()
    groups = (
        *lexicon.counted.units.values(),
        *lexicon.events.nouns.values(),
        lexicon.speech.roles,
        lexicon.speech.verbs,
    )
    listed.update(word for words in groups for word in words)
    listed.update(word for frame in lexicon.events.verbs for word in frame.words)
    return listed


def _registered(registry: Registry) -> Iterator[str]:
    """Every name that the registry knows, also as an adjective or a people."""
    for country in registry.countries:
        yield from (country.name, *country.adjectives, *country.people, *country.metonyms, *country.aliases)
        for city, others in country.capitals.items():
            yield from (city, *others)
    for records in (registry.places, registry.persons, registry.groups, registry.sources):
        for record in records:
            yield from (record.name, *record.aliases)


def _names_of_countries(registry: Registry) -> Iterator[str]:
    """Single words that name a country or what belongs to it, which count even where they are plain words too."""
    for country in registry.countries:
        yield from (n.lower() for n in (country.name, *country.adjectives, *country.people) if n.isalpha())


def _forms(
    names: Iterable[str], small: frozenset[str], kept: frozenset[str], particles: frozenset[str]
) -> dict[str, tuple[Form, ...]]:
    """Names by their first word. One that is a plain word too, or stands inside names, needs a second word."""
    forms: dict[str, set[Form]] = defaultdict(set)
    for name in names:
        form = tuple(WORD.findall(name))
        first = form[0].lower() if form else ""
        alone = (first not in small or first in kept) and first not in particles
        if first and (len(form) > 1 or alone):
            forms[first].add(form)
    return {first: tuple(sorted(found, key=lambda f: (-len(f), f))) for first, found in forms.items()}
