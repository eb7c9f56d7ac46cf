"""One canonical name for the many ways news names a speaker: role × country × organisation.

A name is tried as a whole (a source, a person, a country), then as a body with its country, then as a person behind
titles, then as a known name among descriptive words. What none of these knows keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tallybook.registry.bodies import BodyKind, BodyTable
from tallybook.registry.countries import CountryNames, CountryWord
from tallybook.registry.folding import Folding, NameTable, Token
from tallybook.registry.schema import NameWords
from tallybook.registry.sources import SourceBook
from tallybook.registry.titles import TitleTable

_BRACKETS = re.compile(r"^(?P<head>.*?)\s*\((?P<inside>[^()]*)\)$")
_EDGES = " \t\n\"'“”‘’«».,;:–—-"


@dataclass(frozen=True, slots=True)
class _Owned:
    """What is left of a name when its country is taken off, and how the country was named.

    `surface` is the country's own words where they stand as an adjective, None for "Sudan's …" and "… of Sudan";
    `link` is the word that ties a country behind ("of", "in").
    """

    words: str
    word: CountryWord
    surface: str | None = None
    link: str | None = None

    @property
    def country(self) -> str:
        return self.word.country


@dataclass(frozen=True)
class NameComposer:
    """Everything known about names in one language."""

    folding: Folding
    words: NameWords
    countries: CountryNames
    sources: SourceBook
    persons: NameTable[str]
    bodies: BodyTable
    titles: TitleTable

    def canonical(self, phrase: str, country: str | None = None) -> str | None:
        """The canonical name of a phrase, None where nothing in it is known.

        `country` is whose body a bare "the health ministry" is.

        "Sudan's health ministry" → "Ministry of Health (Sudan)"; "Lt. Gen. Kyrylo Budanov" → "Kyrylo Budanov".
        """
        text = self._tidy(phrase)
        return (
            self._whole(text, country)
            or self._bracketed(text, country)
            or self._apposed(text, country)
            or self._followed(text)
            or self._body(text, country)
            or self._titled_name(text)
            or self._preceded(text)
            or (text if next(self.countries.mentions(text), None) else None)
        )

    def kind_of_body(self, words: str) -> str | None:
        """The kind of body that words name: "disaster office" → "disaster management agency"."""
        kind = self.bodies.named(words)
        return kind.name if kind else None

    def names_office(self, words: str) -> bool:
        """Whether words are a kind of organ of a state: "police", "health authorities", but not "rebel officials"."""
        if self._is_organ(words):
            return True
        head, _, last = self.bodies.key(words).rpartition(" ")
        return self._is_organ(last) and (head in self.bodies.topics or self._is_organ(head))

    def _is_organ(self, words: str) -> bool:
        kind = self.bodies.named(words)
        return kind is not None and not kind.independent

    def _tidy(self, phrase: str) -> str:
        """The phrase without article, outer punctuation and double blanks."""
        words = phrase.split()
        while len(words) > 1 and words[0].casefold() in self.folding.articles:
            del words[0]
        return " ".join(words).strip(_EDGES)

    def _whole(self, text: str, country: str | None) -> str | None:
        sources = self.sources.named(text, country)
        if sources:
            return sources[0].name
        named = self.persons.named(text) or self.countries.readings(text)
        return named[0] if named else None

    def _bracketed(self, text: str, country: str | None) -> str | None:
        """ "Ministry of Health (Sudan)", "National Intelligence Service (NIS)"."""
        match = _BRACKETS.match(text)
        if not match or not match["head"]:
            return None
        readings = self.countries.readings(match["inside"])
        if readings:
            return self._composed(_Owned(match["head"], CountryWord(readings[0], "name"))) or text
        return self.canonical(match["head"], country) or self._whole(match["inside"], country)

    def _apposed(self, text: str, country: str | None) -> str | None:
        """ "Andriy Cherniak, a spokesman for …", "a military spokesman, Andriy Cherniak" → Andriy Cherniak."""
        head, comma, tail = (part.strip() for part in text.partition(","))
        if not comma or not head or not tail:
            return None
        return (
            self._titled_name(f"{head} {tail}")
            or (head if self.titles.named_and_titled(head, tail) and not self._whole(head, country) else None)
            or self.canonical(head, country)
        )

    def _body(self, text: str, country: str | None) -> str | None:
        """ "Sudan's health ministry", "the army of Kenya", and without a country "the health ministry"."""
        tokens = self.folding.tokens(text)
        for owned in self._owners(tokens):
            name = self._composed(owned)
            if name:
                return name
        bare = self._bare(tokens)
        kind = self.bodies.named(bare)
        if kind is None:
            return self._whole(bare, country) if bare != text else None
        owner = self._controlled_by(tokens) or country
        if owner:
            return self._of_country(kind, _Owned(bare, CountryWord(owner, "name")))
        return kind.name if kind.style == "bracket" and not kind.local else bare

    def _controlled_by(self, tokens: tuple[Token, ...]) -> str | None:
        """The country of an armed group that holds a body: "the Houthi-run health ministry" is Yemen's."""
        for token in tokens:
            holder, dash, _ = token.surface.rpartition("-")
            sources = self.sources.table.named(holder) if dash and self._is_modifier(token) else ()
            if sources and sources[0].kind == "armed group":
                return sources[0].country
        return None

    def _is_modifier(self, token: Token) -> bool:
        if token.possessive and token.key in self.words.unnamed_owners:
            return True
        return token.key in self.words.modifiers or any(token.key.endswith(f"-{word}") for word in self.words.control)

    def _bare(self, tokens: tuple[Token, ...]) -> str:
        return " ".join(token.surface for token in tokens if not self._is_modifier(token))

    def _owners(self, tokens: tuple[Token, ...]) -> Iterator[_Owned]:
        """Every way to take a country off the phrase, in front or behind."""
        start = self._after_modifiers(tokens, 0)
        front = self.countries.table.starting(tokens, start) if start < len(tokens) else None
        if front and front.last + 1 < len(tokens):
            rest = self._bare(tokens[front.last + 1 :])
            surface = None if tokens[front.last].possessive else _joined(tokens[start : front.last + 1])
            for word in front.values:
                yield _Owned(rest, word, surface)
        for at in range(1, len(tokens) - 1):
            if tokens[at].key in self.words.links:
                behind = self._after_modifiers(tokens, at + 1)
                for word in self.countries.table.named(_joined(tokens[behind:])):
                    seat = word.relation == "capital" and tokens[at].key in self.words.seats
                    if seat or word.relation in ("name", "weak"):
                        yield _Owned(self._bare(tokens[:at]), word, link=tokens[at].key)

    def _after_modifiers(self, tokens: tuple[Token, ...], at: int) -> int:
        """The first token from `at` on that is neither an article nor a modifier, unless a country starts there."""
        while at < len(tokens) and not self.countries.table.starting(tokens, at):
            if tokens[at].key not in self.folding.articles and not self._is_modifier(tokens[at]):
                break
            at += 1
        return at

    def _composed(self, owned: _Owned) -> str | None:
        kind = self.bodies.named(owned.words)
        if kind and not (kind.local and owned.word.relation == "capital"):
            return self._of_country(kind, owned)
        if owned.link and owned.word.relation == "capital":
            return None
        found = self.sources.named(owned.words, owned.country)
        if found and found[0].country in (owned.country, None):
            return found[0].name
        if found and not found[0].name.isupper() and not owned.words.isupper():
            return self._bracket(_titled(owned.words), owned)
        return self._officials(owned) or self._proper_body(owned)

    def _officials(self, owned: _Owned) -> str | None:
        """ "Ukraine's defence officials" → "Ukrainian defence officials"."""
        last = self.folding.key(owned.words).rpartition(" ")[2]
        if last in self.words.officials and owned.word.relation != "capital" and owned.words == owned.words.lower():
            return self._with_adjective(owned)
        return None

    def _proper_body(self, owned: _Owned) -> str | None:
        """ "Fiji's Office of Disaster Relief" → "Office of Disaster Relief (Fiji)"; only where the country owns it."""
        keys = self.folding.key(owned.words).split()
        if owned.surface or owned.link or len(keys) < 2:
            return None
        named = (
            any(key in self.words.body_nouns for key in keys) if _is_proper(owned.words) else self._is_plain_body(keys)
        )
        return self._bracket(owned.words, owned) if named else None

    def _is_plain_body(self, keys: list[str]) -> bool:
        """ "emergency committee", "rice growers' association": a body told by plain words, its own noun last."""
        return keys[-1] in self.words.body_nouns and not set(keys) & set(self.words.prepositions)

    def _bracket(self, name: str, owned: _Owned) -> str:
        return f"{name} ({self.countries.label(owned.country)})"

    def _of_country(self, kind: BodyKind, owned: _Owned) -> str | None:
        source = self.sources.body(kind.name, owned.country)
        if source:
            return source.name
        if kind.style == "plain":
            return self._with_adjective(owned)
        return self._bracket(owned.words if self._describes_body(kind.name, owned.words) else kind.name, owned)

    def _describes_body(self, name: str, words: str) -> bool:
        """Whether a body's name is a mere description that the text words alike: "disaster office" keeps its words."""
        alike = set(self.folding.key(name).split()) & set(self.folding.key(words).split())
        return name == name.lower() and (bool(alike) or _is_proper(words))

    def _with_adjective(self, owned: _Owned) -> str | None:
        if owned.link and owned.link not in self.words.genitives:
            return None
        return f"{owned.surface or self.countries.adjective(owned.country)} {owned.words}"

    def _followed(self, text: str) -> str | None:
        """ "Reuters news agency" → Reuters."""
        tokens = self.folding.tokens(text)
        for at in range(len(tokens) - 1, 0, -1):
            if self.folding.key(text[tokens[at].span.start :]) in self.words.descriptors:
                head = text[: tokens[at - 1].span.end]
                name = self._known(head) or self._preceded(head)
                if name:
                    return name
        return None

    def _titled_name(self, text: str) -> str | None:
        """ "Lt. Gen. Kyrylo Budanov" → Kyrylo Budanov; a source behind a title stays that source."""
        name = self.titles.person(self._without_realm(text), self.persons)
        if name is None or self._known(name):
            return self._known(name) if name else None
        countries = self.countries.readings(name)
        return None if countries and countries[0] != name else name

    def _without_realm(self, text: str) -> str:
        """ "President of Gabon Brice Ondo" → "President Brice Ondo": the country between title and name left out."""
        tokens = self.folding.tokens(text)
        for at in range(1, len(tokens) - 2):
            country = self.countries.table.starting(tokens, at + 1) if tokens[at].key in self.words.genitives else None
            if country is not None and country.last + 1 < len(tokens) and self.titles.is_title(tokens[at - 1].key):
                behind = tokens[country.last + 1]
                named = behind.surface[:1].isupper() and not tokens[country.last].possessive
                return text[: tokens[at - 1].span.end] + " " + text[behind.span.start :] if named else text
        return text

    def _preceded(self, text: str) -> str | None:
        """ "state news agency SANA", "Ukraine's Zelensky": a known name behind words that only describe it."""
        tokens = self.folding.tokens(text)
        for at in range(1, len(tokens)):
            name = self._known(text[tokens[at].span.start :])
            if name and self._describes(tokens[:at]):
                return name
        return None

    def _known(self, words: str) -> str | None:
        sources = self.sources.table.named(words)
        if sources:
            return sources[0].name
        return next(iter(self.persons.named(words)), None)

    def _describes(self, tokens: tuple[Token, ...]) -> bool:
        """Whether words in front of a name only describe it: a country, lower-case words, titles; no preposition."""
        at = 0
        while at < len(tokens):
            country = self.countries.table.starting(tokens, at)
            if country:
                at = country.last + 1
                continue
            token = tokens[at]
            if token.key in self.words.prepositions or not self._is_descriptive(token):
                return False
            at += 1
        return True

    def _is_descriptive(self, token: Token) -> bool:
        """A plain word, a title, or an organisation in front of one of its own ("UN agency UNICEF")."""
        if token.surface == token.surface.lower() or self.titles.is_title(token.key):
            return True
        sources = self.sources.table.named(token.surface)
        return bool(sources) and sources[0].kind in ("un", "intergovernmental")


def _joined(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.surface for token in tokens)


def _titled(words: str) -> str:
    return words[:1].upper() + words[1:]


def _is_proper(words: str) -> bool:
    """Whether words are written as a name: the first and the last begin with a capital."""
    parts = words.split()
    return bool(parts) and parts[0][:1].isupper() and parts[-1][:1].isupper()
