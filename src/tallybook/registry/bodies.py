"""Kinds of public body by their words: "health ministry", "Ministry of Public Health" → "Ministry of Health"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tallybook.registry.folding import Folding
from tallybook.registry.schema import OrganisationFile, Style


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of body, and how it is named with a country."""

    name: str
    style: Style
    local: bool = False


@dataclass(frozen=True)
class BodyTable:
    """All forms of all kinds of body in one language."""

    folding: Folding
    spellings: dict[str, str]
    forms: dict[str, BodyKind]

    @classmethod
    def of(cls, organisations: OrganisationFile, folding: Folding, language: str) -> BodyTable:
        """Every body's forms, and every office × topic."""
        spellings = organisations.spellings.get(language, {})
        table = cls(folding, spellings, {})
        forms = {table.key(form): kind for form, kind in _offices(organisations, language)}
        forms |= {
            table.key(form): BodyKind(body.name, body.style, body.local)
            for body in organisations.bodies
            for form in (body.name, *body.forms.get(language, ()))
        }
        return cls(folding, spellings, forms)

    def named(self, words: str) -> BodyKind | None:
        """The kind of body these words name as a whole."""
        return self.forms.get(self.key(words))

    def key(self, words: str) -> str:
        """The folded words in one spelling."""
        return " ".join(self.spellings.get(word, word) for word in self.folding.key(words).replace("-", " ").split())


def _offices(organisations: OrganisationFile, language: str) -> Iterator[tuple[str, BodyKind]]:
    for office in organisations.offices:
        for topic in organisations.topics:
            kind = BodyKind(office.name.format(topic=topic.name), "bracket", office.local)
            yield kind.name, kind
            for form in office.forms.get(language, ()):
                for words in topic.forms.get(language, ()):
                    yield form.format(topic=words), kind
