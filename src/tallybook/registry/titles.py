"""Titles and roles in front of a person's name."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from tallybook.registry.folding import Folding, NameTable, Token, fold
from tallybook.registry.schema import NameWords, OrganisationFile

_LONGEST_NAME = 6
_SHORTEST_FULL_NAME = 2


@dataclass(frozen=True)
class TitleTable:
    """Every title of one language, in folded form."""

    folding: Folding
    titles: frozenset[str]
    longest: int
    words: NameWords

    @classmethod
    def of(cls, organisations: OrganisationFile, folding: Folding, language: str) -> TitleTable:
        """All plain titles, and "minister of …" for every topic."""
        words = organisations.words[language]
        topics = [form for topic in organisations.topics for form in topic.forms.get(language, ())]
        composed = [form.format(topic=topic) for form in words.titles_with_topic for topic in topics]
        titles = frozenset(fold(title) for title in (*words.titles, *composed))
        return cls(folding, titles, max((len(title.split()) for title in titles), default=0), words)

    def is_title(self, key: str) -> bool:
        """Whether a single folded word is a title."""
        return key in self.titles

    def person(self, text: str, persons: NameTable[str]) -> str | None:
        """The person's name behind the last title, in its canonical spelling; None where no title stands before a name.

        "Rep. Yu Yong-weon" → "Yu Yong-weon"; "an aide to President Biden" is not Biden.
        """
        tokens = self.folding.tokens(text)
        for last in range(len(tokens) - 2, -1, -1):
            length = self._title_ending(tokens, last)
            if not length or any(token.key in self.words.prepositions for token in tokens[: last + 1 - length]):
                continue
            if self._is_name(tokens[last + 1 :]):
                name = text[tokens[last + 1].span.start : tokens[-1].span.end]
                return self._canonical(name, tokens[-1], persons)
        return None

    def named_and_titled(self, head: str, tail: str) -> bool:
        """Whether `head` looks like a person's full name and `tail` starts as a role: "X Y" + "a spokesman for …"."""
        names = self.folding.tokens(head)
        roles = [token for token in self.folding.tokens(tail) if token.key not in self.folding.articles]
        if len(names) < _SHORTEST_FULL_NAME or not self._is_name(names):
            return False
        before_link = itertools.takewhile(lambda token: token.key not in self.words.prepositions, roles)
        return any(token.key in self.titles for token in before_link)

    def _canonical(self, name: str, last: Token, persons: NameTable[str]) -> str:
        known = persons.named(name)
        if known:
            return known[0]
        return name[:-2] if last.possessive and name[-2] in "'’" else name.rstrip("'’")

    def _title_ending(self, tokens: tuple[Token, ...], last: int) -> int:
        """How many tokens the longest title takes that ends at `last`, 0 for none."""
        if tokens[last].possessive:
            return 0
        for length in range(min(self.longest, last + 1), 0, -1):
            run = tokens[last + 1 - length : last + 1]
            if " ".join(token.key for token in run) in self.titles:
                return length
        return 0

    def _is_name(self, tokens: tuple[Token, ...]) -> bool:
        if not tokens or len(tokens) > _LONGEST_NAME or tokens[-1].key in self.words.particles:
            return False
        if any(token.key in self.words.never_names or self.is_title(token.key) for token in tokens):
            return False
        if any(token.possessive for token in tokens[:-1]):
            return False
        return all(token.surface[0].isupper() or self._is_particle(token) for token in tokens)

    def _is_particle(self, token: Token) -> bool:
        return token.key.split("-")[0] in self.words.particles
