"""Words that name a class of persons, found around the noun that a number counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from tallybook.model import Span

FALLBACK_LANGUAGE = "en"
LONGEST = 3
"""Words of the longest name ("women and children")."""
REACH = 5
"""Words up to the verb in "12 of those killed were"."""
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Named:
    """A class that a text names. Of a `force` it may be the whole; `of_force` are such classes and their ranks."""

    name: str
    force: bool
    of_force: bool


@dataclass(frozen=True)
class Classes:
    """The classes of one language by every form of their words."""

    nouns: Mapping[tuple[str, ...], Named]
    before: Mapping[str, Named]
    neutral: frozenset[str]
    among: frozenset[str]
    copulas: frozenset[str]
    partitives: frozenset[str]
    conjunctions: frozenset[str]

    def words(self, text: str, start: int) -> Words:
        """The words of a text that begins at an offset of its document."""
        found = [(match.group().lower(), start + match.start()) for match in _WORD.finditer(text)]
        return Words(self, tuple(word for word, _ in found), tuple(at for _, at in found))


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in small letters, each word with where it begins."""

    classes: Classes
    told: tuple[str, ...]
    starts: tuple[int, ...]

    def said_of(self, counted: Span, *, among: bool) -> Named | None:
        """The class that is said of what stands at `counted`: "12 were children", "12 of the dead were children",
        "casualties among civilians"."""
        index = self._last(counted)
        link = None if index is None else self._link(index + 1, among=among)
        return None if link is None else self._beginning_at(link + 1)

    def _link(self, index: int, *, among: bool) -> int | None:
        """The word that ties what is said to the counted: the next one, or the verb behind "of the dead"."""
        told = self.told[index : index + REACH]
        if not told:
            return None
        if told[0] in self.classes.partitives:
            return next((index + n for n, word in enumerate(told) if word in self.classes.copulas), None)
        return index if told[0] in self.classes.copulas or (among and told[0] in self.classes.among) else None

    def named_by(self, noun: Span, *, after: int) -> Named | None:
        """The class that a counted noun names, by itself or with the words before it, which begin `after` an offset.

        Two classes tied to each other name neither: "200 civilians and soldiers" are all who were counted.
        """
        index = self._last(noun)
        if index is None:
            return None
        named = self._ending_at(index)
        if named is None:
            return self._by_neighbour(index, after if after <= noun.start else 0)
        both = next((pair for start in (index, index - 2) if (pair := self._pair(start)) is not None), None)
        if both is not None:
            return both
        tied = self._tied(index)
        return named if tied is None or tied.name == named.name else None

    def _last(self, span: Span) -> int | None:
        inside = [index for index, start in enumerate(self.starts) if span.start <= start < span.end]
        return inside[-1] if inside else None

    def _ending_at(self, index: int) -> Named | None:
        """The longest name that ends with a word."""
        runs = (self.told[max(0, index + 1 - length) : index + 1] for length in range(LONGEST, 0, -1))
        return next((self.classes.nouns[run] for run in runs if run in self.classes.nouns), None)

    def _beginning_at(self, index: int) -> Named | None:
        """The longest name that begins with a word, or a word before a neutral noun."""
        runs = (self.told[index : index + length] for length in range(LONGEST, 0, -1))
        found = next((self.classes.nouns[run] for run in runs if run in self.classes.nouns), None)
        followed = index + 1 < len(self.told) and self.told[index + 1] in self.classes.neutral
        return found or (self.classes.before.get(self.told[index]) if followed else None)

    def _by_neighbour(self, index: int, after: int) -> Named | None:
        """What stands before neutral nouns: "120 civilian deaths"."""
        while index >= 0 and self.told[index] in self.classes.neutral and self.starts[index] >= after:
            index -= 1
            if index >= 0 and self.starts[index] >= after and self.told[index] in self.classes.before:
                return self.classes.before[self.told[index]]
        return None

    def _pair(self, start: int) -> Named | None:
        """The name of two tied words ("women and children")."""
        run = self.told[start : start + LONGEST] if start >= 0 else ()
        return self.classes.nouns.get(run) if len(run) == LONGEST else None

    def _tied(self, index: int) -> Named | None:
        """The class that "and" ties to a noun, where no number stands between."""
        if index + 2 < len(self.told) and self.told[index + 1] in self.classes.conjunctions:
            return self._beginning_at(index + 2)
        if index >= 2 and self.told[index - 1] in self.classes.conjunctions:
            return self._ending_at(index - 2)
        return None


def classes_in(language: str | None) -> Classes | None:
    """The classes of a page's language, None where it has no lexicon."""
    from tallybook.lexicon import supported_languages  # YAML, which a book without texts does not need

    known = language or FALLBACK_LANGUAGE
    return _compiled(known) if known in supported_languages() else None


@cache
def is_class(unit: str) -> bool:
    """Whether a unit is a class of persons."""
    from tallybook.lexicon import load_lexicon, supported_languages

    return any(unit in load_lexicon(language).persons.classes for language in supported_languages())


@cache
def _compiled(language: str) -> Classes:
    from tallybook.lexicon import load_lexicon
    from tallybook.lexicon.forms import forms_of

    lexicon = load_lexicon(language)
    words, irregular = lexicon.persons, lexicon.quantity.nouns.irregular

    def forms(word: str) -> list[str]:
        return sorted(forms_of([word], lexicon) | {form for form, lemma in irregular.items() if lemma == word})

    nouns: dict[tuple[str, ...], Named] = {}
    before: dict[str, Named] = {}
    for name, listed in words.classes.items():
        named = Named(name, listed.force, listed.force or listed.rank)
        nouns |= {run: named for noun in sorted(listed.nouns) for run in product(*map(forms, noun.split()))}
        before |= dict.fromkeys(sorted(listed.before), named)
    return Classes(
        nouns=nouns,
        before=before,
        neutral=frozenset(form for noun in words.neutral for form in forms(noun)),
        among=words.among,
        copulas=forms_of(lexicon.text.copulas, lexicon),
        partitives=lexicon.text.partitives,
        conjunctions=lexicon.text.conjunctions,
    )
