"""One spelling for the many ways a name is written, and tables looked up by it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from tallybook.model import Span

Named = TypeVar("Named")

_MARKS = str.maketrans("’‘ʻʼ`", "'''''", "“”«»")
_TOKEN = re.compile(r"[^\W_]+(?:(?:[.'’ʻʼ&/-]|\.-)[^\W_]+)*(?:\.(?=\W|$)|['’](?=\W|$))?|&")
_LONGEST_ACRONYM = 6
_KEYS_KEPT = 4096
"""Keys of words kept: the same words are looked up in the tables of places, countries, sources and persons in turn."""
_LONGEST_KEPT = 100


def fold(words: str) -> str:
    """Case, accents, dots, commas and quotation marks taken out; words separated by one space.

    >>> fold("The U.S.  Côte d’Ivoire")
    "the us cote d'ivoire"
    """
    if not words.isascii():
        words = unicodedata.normalize("NFKD", words.translate(_MARKS))
        words = "".join(mark for mark in words if not unicodedata.combining(mark))
    return " ".join(words.replace(".", "").replace(",", " ").replace('"', "").casefold().split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a phrase: its span, its surface and its folded form without a possessive ending."""

    span: Span
    surface: str
    key: str
    possessive: bool


@dataclass(frozen=True)
class Folding:
    """What has to be taken off a name before it is looked up: articles in front, possessive endings behind."""

    articles: frozenset[str]
    possessives: tuple[str, ...]

    def key(self, words: str) -> str:
        """The folded name without article in front and without possessive endings."""
        return _key(self, words) if len(words) <= _LONGEST_KEPT else self.key_anew(words)

    def key_anew(self, words: str) -> str:
        """The same, whether it has been asked before or not."""
        folded = " ".join([self._without_possessive(word)[0] for word in fold(words).strip(" '();:").split()])
        first, _, rest = folded.partition(" ")
        return rest if rest and first in self.articles else folded

    def tokens(self, phrase: str) -> tuple[Token, ...]:
        """The words of a phrase, in order."""
        return tuple(self._token(match.start(), match.group()) for match in _TOKEN.finditer(phrase))

    def _token(self, start: int, surface: str) -> Token:
        key, possessive = self._without_possessive(fold(surface))
        return Token(Span(start, start + len(surface)), surface, key, possessive)

    def _without_possessive(self, folded: str) -> tuple[str, bool]:
        for ending in self.possessives:
            if folded.endswith(ending) and len(folded) > len(ending):
                bare = folded.removesuffix(ending)
                return (bare + "s" if ending == "s'" else bare), True
        return folded, False


@lru_cache(maxsize=_KEYS_KEPT)
def _key(folding: Folding, words: str) -> str:
    return folding.key_anew(words)


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Named]):
    form: str
    value: Named


@dataclass(frozen=True, slots=True)
class Found(Generic[Named]):
    """Names found at a range of tokens; the likeliest reading first."""

    first: int
    last: int
    values: tuple[Named, ...]


@dataclass(frozen=True)
class NameTable(Generic[Named]):
    """Values by any of their names. Of several values with one name, the one entered first comes first."""

    folding: Folding
    entries: dict[str, tuple[_Entry[Named], ...]]

    @classmethod
    def of(cls, folding: Folding, pairs: Iterable[tuple[str, Named]]) -> NameTable[Named]:
        """A table of (name, value) pairs."""
        entries: dict[str, list[_Entry[Named]]] = {}
        for form, value in pairs:
            entries.setdefault(folding.key(form), []).append(_Entry(form, value))
        return cls(folding, {key: tuple(found) for key, found in entries.items()})

    @cached_property
    def _longest_by_first_word(self) -> dict[str, int]:
        longest: dict[str, int] = {}
        for key in self.entries:
            words = key.split()
            if words:
                longest[words[0]] = max(len(words), longest.get(words[0], 0))
        return longest

    def named(self, words: str) -> tuple[Named, ...]:
        """Everything that goes by these words, the likeliest first."""
        return self._fitting(self.folding.key(words), words)

    def scan(self, tokens: tuple[Token, ...]) -> Iterator[Found[Named]]:
        """Names inside a phrase, longest first at each place, without overlap."""
        at = 0
        while at < len(tokens):
            found = self.starting(tokens, at)
            if found is None:
                at += 1
            else:
                yield found
                at = found.last + 1

    def starting(self, tokens: tuple[Token, ...], at: int) -> Found[Named] | None:
        """The longest name that starts at token `at`."""
        longest = self._longest_by_first_word.get(tokens[at].key, 0)
        for length in range(min(longest, len(tokens) - at), 0, -1):
            run = tokens[at : at + length]
            key, surface = " ".join(token.key for token in run), " ".join(token.surface for token in run)
            values = self._fitting(key, surface, owner=any(token.possessive for token in run[:-1]))
            if values:
                return Found(at, at + length - 1, values)
        return None

    def _fitting(self, key: str, surface: str, *, owner: bool = False) -> tuple[Named, ...]:
        """Values whose form fits the surface; `owner` says that a word inside ends in a possessive."""
        entries = self.entries.get(key, ())
        values = (e.value for e in entries if _fits(e.form, surface) and (not owner or "'" in e.form))
        return tuple(dict.fromkeys(values))


def _fits(form: str, surface: str) -> bool:
    """Whether the surface is written as a name: "US" is not "us", nor "Turkey" "turkey"."""
    letters = form.replace(".", "")
    if letters.isupper() and len(letters) <= _LONGEST_ACRONYM:
        core = surface.removesuffix("'s").removesuffix("’s").replace(".", "")
        return core.isupper()
    return form.islower() or surface != surface.lower()
