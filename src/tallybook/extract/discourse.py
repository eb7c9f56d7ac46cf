"""What earlier sentences have settled: who spoke last, who is who, what the numbers so far counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices import Speaker
from tallybook.model import Claim, Document, Sentence
from tallybook.registry import Registry

_NAME = re.compile(
    r"\b[A-Z][\w'’]+(?:[-\s](?:[A-Z][\w'’.]*|al|bin|ben|de|del|van|von|der|da|dos|el))*(?:[-\s][A-Z][\w'’]+)\b"
)
_ORGANISATION = re.compile(r"\b[A-Z][\w&'’-]*[A-Za-z](?: (?:[A-Z][\w&'’-]*|of|for|and|the)(?= [A-Z])| [A-Z][\w&'’-]*)*")
_INSIDE_A_NAME = re.compile(r"[A-Z][\w'’-]* (?:of|for|and|on) (?:the )?$")
"""Before "Foreign Affairs" in "Ministry of Foreign Affairs": what follows is no name of its own."""
_ACRONYM = re.compile(
    r"((?:[A-Z][\w'’-]*|of|for|the|and|on|in)(?:\s+(?:[A-Z][\w'’-]*|of|for|the|and|on|in|to)){1,8})\s*\(([A-Z][A-Z-]{1,9})\)"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker met earlier: canonical name and the words it was named with."""

    name: str
    words: str


@dataclass(slots=True)
class Discourse:
    """The running state of one document's extraction. Lives only as long as that."""

    registry: Registry
    words: Vocabulary
    surnames: dict[str, str] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    speakers: list[Known] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    text: str = ""

    @classmethod
    def of(cls, document: Document, registry: Registry, words: Vocabulary) -> Discourse:
        """Prepared with the full names and acronyms that the article spells out anywhere."""
        text = "\n".join(block.span.of(document.text) for block in document.article_blocks())
        surnames: dict[str, str] = {}
        for match in _NAME.finditer(text):
            parts = match.group().split()
            if (
                parts[0].lower() in words.lexicon.places.prepositions
                or parts[-1].lower() in words.lexicon.text.calendar
            ):
                continue
            if len(parts) >= 2 and not _INSIDE_A_NAME.search(text[max(0, match.start() - 60) : match.start()]):
                surnames.setdefault(parts[-1], " ".join(parts))
        acronyms = {m[2]: _trimmed(m[1], m[2]) for m in _ACRONYM.finditer(text)}
        return cls(registry, words, surnames, acronyms, text=document.text)

    def name(self, speaker: Speaker, *, remember: bool = True) -> str | None:
        """The canonical name of a speaker; None for one that names nobody and points back to nobody."""
        known = self._pointed(speaker)
        pronoun = speaker.words.lower() in self.words.lexicon.speech.pronouns
        names_itself = speaker.owned and not pronoun
        name = known.name if known else (self._canonical(speaker.words) if names_itself else None)
        if name is not None and remember:
            role = self.text[max(0, speaker.span.start - 30) : speaker.span.start].rpartition(".")[2]
            self.speakers.append(Known(name, known.words if known else f"{role}{speaker.words}"))
        return name

    def last(self) -> str | None:
        """Who spoke last."""
        return self.speakers[-1].name if self.speakers else None

    def forecaster(self, sentence: Sentence) -> str | None:
        """The last body of analysts, scientists or officials named just before a sentence, for a forecast told without a speaker."""
        before = self.text[max(0, sentence.span.start - 400) : sentence.span.start]
        for match in reversed(list(_ORGANISATION.finditer(before))):
            source = self.registry.find_source(self.registry.canonical_name(match.group()) or match.group())
            if source is not None and source.kind in (
                "thinktank",
                "un",
                "ngo",
                "intelligence",
                "government",
                "military",
                "monitor",
            ):
                return source.name
        return None

    def in_quotation(self, sentence: Sentence) -> bool:
        """Whether a sentence opens inside a quotation begun earlier in its block."""
        return self.quotation_start(sentence) is not None

    def quotation_start(self, sentence: Sentence) -> int | None:
        """Where the quotation opened that the sentence begins inside, None where it begins outside one."""
        first = sentence.block.span.start
        before = self.text[first : sentence.span.start]
        if before.count("“") > before.count("”"):
            return first + before.rindex("“")
        if "“" not in before and before.count('"') % 2 == 1:
            return first + before.rindex('"')
        return None

    def _pointed(self, speaker: Speaker) -> Known | None:
        """The earlier speaker that a pronoun, "the agency" or a bare "the report" stands for."""
        head, speech = speaker.head, self.words.lexicon.speech
        if not speaker.owned:
            return self.speakers[-1] if self.speakers and speaker.points else None
        if head.lower in speech.pronouns and len(speaker.words.split()) == 1:
            person = head.lower in speech.personal
            fitting = [k for k in self.speakers if self._is_person(k.name) == person]
            if person and not fitting:
                return self._person_before(speaker)
            return next(reversed(fitting or self.speakers), None)
        if len(speaker.words.split()) > 1 and speaker.words == speaker.words.lower():
            return self._described(speaker.words.split())
        if head.pos == "PROPN" or len(speaker.words.split()) > 1:
            return None
        for known in reversed(self.speakers):
            if re.search(rf"\b{re.escape(head.lemma)}\b", f"{known.words} {known.name}", re.IGNORECASE):
                return known
        if head.lemma in speech.firms | speech.bodies and len(speaker.words.split()) == 1:
            named = self._organisation_before(speaker, head.lemma if head.lemma in speech.bodies else None)
            if named is not None:
                return named
        kinds = _KINDS_BY_ROLE.get(head.lemma)
        for known in reversed(self.speakers):
            source = self.registry.find_source(known.name)
            if kinds and source is not None and source.kind in kinds:
                return known
        return None

    def _described(self, words: list[str]) -> Known | None:
        """The earlier speaker that "the fire chief" describes: all its words stood with the name."""
        for known in reversed(self.speakers):
            told = known.words.lower().split()
            if known.words != known.words.lower() and all(word in told for word in words):
                return known
        return None

    def _is_person(self, name: str) -> bool:
        """Whether a speaker's name is a person's: known as such, or two to four capitalised words, none of them an office or a body."""
        if self.registry.person_named(name):
            return True
        parts = name.split()
        speech = self.words.lexicon.speech
        bodies = speech.roles | speech.outlets | speech.firms | speech.bodies
        plain = all(p[:1].isupper() and p.lower().strip(".,s") not in bodies and p.lower() not in bodies for p in parts)
        if not (2 <= len(parts) <= 4 and plain) or name.isupper() or "'s" in name or "’s" in name:
            return False
        known = self.registry.find_source(name) or self.registry.place_named(name) or self.registry.country_of(name)
        return known is None

    def _person_before(self, speaker: Speaker) -> Known | None:
        """The last person named, in full or by surname, in the sentences before a pronoun."""
        before = self.text[max(0, speaker.span.start - 500) : speaker.span.start]
        found = {surname: before.rfind(surname) for surname, full in self.surnames.items() if self._is_person(full)}
        latest = max(found, key=lambda surname: found[surname], default=None)
        if latest is None or found[latest] < 0:
            return None
        return Known(self._canonical(self.surnames[latest]), self.surnames[latest])

    def _organisation_before(self, speaker: Speaker, body: str | None) -> Known | None:
        """The last capitalised name before "the company" that is no country, place or person; for "the ministry" the last that holds the word."""
        before = self.text[max(0, speaker.span.start - (3000 if body else 400)) : speaker.span.start]
        for match in reversed(list(_ORGANISATION.finditer(before))):
            words = self._without_function_word(match.group())
            if not words or words.lower() in self.words.lexicon.text.calendar:
                continue
            if body is not None and (" " not in words or body not in words.lower()):
                continue
            if " " not in words and (match.start() == 0 or before[match.start() - 2 : match.start()] in (". ", "\n")):
                if self.registry.find_source(words) is None:
                    continue
            if self.registry.country_of(words) or self.registry.place_named(words) or self.registry.person_named(words):
                continue
            return Known(self._canonical(words), words)
        return None

    def _without_function_word(self, words: str) -> str:
        """A capitalised run without the "In" or "The" that opened the sentence."""
        first, _, rest = words.partition(" ")
        lexicon = self.words.lexicon
        return rest if first.lower() in lexicon.places.prepositions or first in lexicon.text.openers else words

    def _canonical(self, words: str) -> str:
        words = re.sub(r"\s+", " ", words.replace("’", "'")).strip(" ,'\"“”")
        words = self.acronyms.get(words, words)
        known = self.registry.canonical_name(words)
        if known and known != words:
            return known
        words = _cut_after_person(words, self.words.lexicon.speech.roles)
        team, _, member = words.rpartition(" ")
        if member in self.words.lexicon.speech.members and self.registry.find_source(team):
            return self.registry.canonical_name(team) or team
        known = self.registry.canonical_name(words)
        if known:
            return known
        if " " not in words and words in self.surnames:
            full = self.surnames[words]
            return self.registry.canonical_name(full) or full
        return _person(words) or words


_KINDS_BY_ROLE = {
    "agency": frozenset({"un", "agency", "intelligence", "ngo", "government"}),
    "group": frozenset({"ngo", "armed group", "monitor"}),
    "service": frozenset({"intelligence", "government"}),
    "organisation": frozenset({"un", "ngo"}),
    "organization": frozenset({"un", "ngo"}),
    "charity": frozenset({"ngo"}),
    "institute": frozenset({"thinktank"}),
    "ministry": frozenset({"government"}),
    "military": frozenset({"military"}),
    "army": frozenset({"military"}),
}


def _trimmed(words: str, acronym: str) -> str:
    """The part of the words before an acronym that its letters spell, or all of them."""
    parts = words.split()
    for start in range(len(parts)):
        if parts[start][0].upper() == acronym[0] and parts[start][0].isupper():
            return " ".join(parts[start:])
    return " ".join(p for p in parts if p != "the")


def _cut_after_person(words: str, roles: frozenset[str]) -> str:
    """A person's name without what follows: "Captain Luca Ferri of the rescue vessel Aurora"."""
    match = re.match(r"((?:[A-Z][\w'’.-]*\s){2,5})(?:of|from|at|with|for)\b", words)
    if match is None or any(part.lower().strip(".") in roles for part in match[1].split()[1:]):
        return words
    return match[1].strip()


def _person(words: str) -> str | None:
    """The name after a lower-case role: "ministry spokesman Ali Hassan"."""
    match = re.search(r"(?<=[a-z] )((?:[A-Z][\w'’.-]*\s?){1,4})$", words)
    if match and not re.search(r"\b(of|for|in|and|the)\s+$", words[: match.start()]) and len(match[1].split()) >= 2:
        return match[1].strip()
    return None
