"""The names an article spells out, and the canonical name that any way of naming stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tallybook.extract.discourse.patterns import NamePatterns, name_patterns
from tallybook.extract.discourse.transcripts import Turn, turns_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Document
from tallybook.registry import Registry
from tallybook.registry.folding import fold

_BRACKETED = re.compile(r"\([A-Z][A-Z-]{1,9}\)")
_BEFORE_A_NAME = 60
"""Characters before a name in which a longer name may have begun."""
_SHORTEST_FULL_NAME = 2
_PERSON_LENGTHS = range(_SHORTEST_FULL_NAME, 5)


@dataclass(frozen=True, slots=True)
class Article:
    """A document's text with the full names behind its surnames and acronyms. Nothing in it changes."""

    text: str
    words: Vocabulary
    surnames: dict[str, str]
    folded_surnames: dict[str, str]
    acronyms: dict[str, str]
    turns: tuple[Turn, ...] = ()

    @classmethod
    def of(cls, document: Document, words: Vocabulary) -> Article:
        """With the full names and acronyms that the article's blocks spell out anywhere."""
        text = "\n".join(" ".join(block.span.of(document.text).split()) for block in document.article_blocks())
        surnames = _surnames(text, words)
        folded: dict[str, str] = {}
        for surname, full in surnames.items():
            folded.setdefault(fold(surname), full)
        return cls(document.text, words, surnames, folded, _acronyms(text, words), turns_of(document))

    @property
    def registry(self) -> Registry:
        """The registry of known names."""
        return self.words.registry

    @property
    def patterns(self) -> NamePatterns:
        """The patterns of capitalised names."""
        return name_patterns(self.words.lexicon)

    def before(self, end: int, reach: int) -> str:
        """Up to `reach` characters before an offset."""
        return self.text[max(0, end - reach) : end]

    def canonical(self, words: str, *, country: str | None = None) -> str:
        """The one name for a speaker: the registry's, else the article's full name, else the words themselves.

        `country` is whose body a bare "the health ministry" is.
        """
        words = re.sub(r"\s+", " ", words.replace("’", "'")).strip(" ,'\"“”")
        words = self.acronyms.get(words, words)
        known = self.registry.canonical_name(words, country=country)
        if known and known != words:
            return known
        words = self._without_tail(words)
        known = self._team(words) or self.registry.canonical_name(words)
        if known:
            return known
        full = self._full_name(words)
        if full is not None:
            return self.registry.canonical_name(full) or full
        return self._behind_role(words) or words

    def _full_name(self, words: str) -> str | None:
        """The full name that a surname is short for, particles and accents spelled in whatever way."""
        *particles, last = words.split() or [""]
        if not all(part.lower() in self.words.lexicon.speech.names.particles for part in particles):
            return None
        full = self.surnames.get(last) or self.folded_surnames.get(fold(last))
        return full if full is not None and fold(full).endswith(fold(words)) else None

    def _team(self, words: str) -> str | None:
        """The body that "the ISW team" speaks for."""
        body, _, member = words.rpartition(" ")
        if member in self.words.lexicon.speech.members and self.registry.find_source(body):
            return self.registry.canonical_name(body) or body
        return None

    def _without_tail(self, words: str) -> str:
        """A person's name without what follows: "Captain Luca Ferri of the rescue vessel Aurora"."""
        match = self.patterns.person_with_tail.match(words)
        roles = self.words.lexicon.speech.roles
        if match is None or any(part.lower().strip(".") in roles for part in match[1].split()[1:]):
            return words
        return match[1].strip()

    def _behind_role(self, words: str) -> str | None:
        """The name after a lower-case role: "ministry spokesman Ali Hassan"."""
        match = self.patterns.person_behind_role.search(words)
        if match is None or self.patterns.never_person.search(words[: match.start(1)]):
            return None
        return match[1].strip() if len(match[1].split()) in _PERSON_LENGTHS else None

    def is_person(self, name: str) -> bool:
        """Whether a speaker's name is a person's.

        Known as such, or two to four capitalised words, none of them an office or a body.
        """
        if self.registry.person_named(name):
            return True
        parts = name.split()
        possessive = any(ending in name for ending in self.words.lexicon.text.possessive_endings)
        if len(parts) not in _PERSON_LENGTHS or name.isupper() or possessive or not all(map(self._is_proper, parts)):
            return False
        known = self.registry.find_source(name) or self.registry.place_named(name) or self.registry.country_of(name)
        return known is None

    def _is_proper(self, part: str) -> bool:
        """Whether a word is capitalised and no office or body."""
        speech = self.words.lexicon.speech
        offices = speech.roles | speech.outlets | speech.firms | speech.bodies
        plain = {part.lower(), part.lower().strip(speech.names.loose_ends)}
        if part in speech.names.particles:
            return True
        return part[:1].isupper() and not plain & offices and self.registry.country_of(part) is None

    def without_opener(self, words: str) -> str:
        """A capitalised run without the "In" or "The" that opened the sentence."""
        first, _, rest = words.partition(" ")
        lexicon = self.words.lexicon
        return rest if first.lower() in lexicon.places.prepositions or first in lexicon.text.openers else words


def _surnames(text: str, words: Vocabulary) -> dict[str, str]:
    """The first full name that each surname ends."""
    patterns, lexicon = name_patterns(words.lexicon), words.lexicon
    surnames: dict[str, str] = {}
    for match in patterns.full_name.finditer(text):
        parts = match.group().split()
        if parts[0].lower() in lexicon.places.prepositions or parts[-1].lower() in lexicon.text.calendar:
            continue
        if len(parts) > 1 and not patterns.inside_name.search(
            text[max(0, match.start() - _BEFORE_A_NAME) : match.start()]
        ):
            surnames.setdefault(parts[-1], " ".join(_without_titles(parts, lexicon.speech.roles)))
    return surnames


def _without_titles(parts: Sequence[str], roles: frozenset[str]) -> Sequence[str]:
    """ "Mayor Ana Ruiz" → "Ana Ruiz"; one word is left at least, two where there were three."""
    while len(parts) > _SHORTEST_FULL_NAME and parts[0].lower() in roles:
        parts = parts[1:]
    return parts


def _acronyms(text: str, words: Vocabulary) -> dict[str, str]:
    if not _BRACKETED.search(text):
        return {}
    found = name_patterns(words.lexicon).spelled_acronym.finditer(text)
    return {match[2]: _spelled_by(match[2], match[1], words.lexicon.speech.names.definite) for match in found}


def _spelled_by(acronym: str, words: str, definite: str) -> str:
    """The part of the words before an acronym that its letters spell, or all of them."""
    parts = words.split()
    for start, part in enumerate(parts):
        if part[0].upper() == acronym[0] and part[0].isupper():
            return " ".join(parts[start:])
    return " ".join(part for part in parts if part != definite)
