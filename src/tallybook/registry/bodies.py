"""Kinds of public body by their words: "health ministry", "Ministry of Public Health" → "Ministry of Health"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tallybook.registry.folding import Folding
from tallybook.registry.schema import OrganisationFile, Style

_CHOICE = re.compile(r"<([^<>]*)>")
_LONGEST_TOPIC = 6


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of body, and how it is named with a country. One that is `independent` is no organ of a state."""

    name: str
    style: Style
    local: bool = False
    independent: bool = False


@dataclass(frozen=True)
class BodyTable:
    """All forms of all kinds of body in one language. `open_forms` take topics that no list knows; `topics` are those
    that the lists know."""

    folding: Folding
    spellings: dict[str, str]
    forms: dict[str, BodyKind]
    open_forms: tuple[tuple[re.Pattern[str], str], ...]
    topics: frozenset[str] = frozenset()

    @classmethod
    def of(cls, organisations: OrganisationFile, folding: Folding, language: str) -> BodyTable:
        """Every body's forms, and every office × topic."""
        spellings = organisations.spellings.get(language, {})
        topics = frozenset(words for topic in organisations.topics for words in topic.forms.get(language, ()))
        table = cls(folding, spellings, {}, _open_forms(organisations, language), topics)
        for form, kind in (*_offices(organisations, language), *_bodies(organisations, language)):
            table.forms[table.key(form)] = kind
        return table

    def named(self, words: str) -> BodyKind | None:
        """The kind of body these words name as a whole."""
        key = self.key(words)
        return self.forms.get(key) or self._of_unknown_topic(key)

    def key(self, words: str) -> str:
        """The folded words in one spelling."""
        return " ".join(self.spellings.get(word, word) for word in self.folding.key(words).replace("-", " ").split())

    def _of_unknown_topic(self, key: str) -> BodyKind | None:
        for pattern, name in self.open_forms:
            match = pattern.fullmatch(key)
            if match and len(match["topic"].split()) <= _LONGEST_TOPIC:
                return BodyKind(name.format(topic=match["topic"].title()), "bracket")
        return None


def _bodies(organisations: OrganisationFile, language: str) -> Iterator[tuple[str, BodyKind]]:
    for body in organisations.bodies:
        kind = BodyKind(body.name, body.style, body.local, body.independent)
        yield body.name, kind
        for form in body.forms.get(language, ()):
            for words in _choices(form):
                yield words, kind


def _choices(form: str) -> Iterator[str]:
    """ "<national|> police" → "national police", " police"."""
    parts = [part.split("|") if at % 2 else [part] for at, part in enumerate(_CHOICE.split(form))]
    return map("".join, itertools.product(*parts))


def _offices(organisations: OrganisationFile, language: str) -> Iterator[tuple[str, BodyKind]]:
    for office in organisations.offices:
        for topic in organisations.topics:
            kind = BodyKind(office.name.format(topic=topic.name), "bracket", office.local)
            yield kind.name, kind
            for form in office.forms.get(language, ()):
                for words in topic.forms.get(language, ()):
                    yield form.format(topic=words), kind


def _open_forms(organisations: OrganisationFile, language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the offices that take any topic; those that begin with the office's own words go first."""
    offices = [office for office in organisations.offices if office.any_topic]
    forms = [(form, office.name) for office in offices for form in office.forms.get(language, ())]
    return tuple(
        (re.compile(re.escape(form).replace(r"\{topic\}", r"(?P<topic>\S.*)")), name)
        for form, name in sorted(forms, key=lambda entry: -entry[0].index("{topic}"))
    )
