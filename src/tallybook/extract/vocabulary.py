"""Tables compiled once from a lexicon, in the shape the extraction rules look words up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from tallybook.lexicon.schema import EventFrame, Lexicon
from tallybook.model import Sentence, Token
from tallybook.registry import Registry

_WORDS_KEPT = 8192


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """A lexicon with its tables turned round: from a word to what it stands for."""

    lexicon: Lexicon
    registry: Registry
    unit_of: dict[str, str]
    persons: frozenset[str]
    frames_of: dict[str, tuple[EventFrame, ...]]
    noun_event: dict[str, str]
    deed: dict[str, str]
    adjective_event: dict[str, str]
    verbs: frozenset[str]
    nouns: frozenset[str]

    def is_progressive(self, verb: Token) -> bool:
        """Whether a verb stands in its progressive form: "citing"."""
        return verb.lower.endswith(self.lexicon.text.progressive)

    def is_participle(self, verb: Token) -> bool:
        """Whether a verb stands in another form than its infinitive or its third person: "killed", "killing"."""
        return verb.lower != verb.lemma and not verb.lower.endswith(self.lexicon.text.third_person)

    def singular(self, noun: str) -> str:
        """The singular that a noun's ending leads to: "policemen" to "policeman"."""
        for ending, instead in self.lexicon.text.plurals:
            if noun.endswith(ending):
                return noun.removesuffix(ending) + instead
        return noun

    def repaired(self, sentence: Sentence) -> Sentence:
        """The sentence with the lemmas of known words put right where the pack guessed a word that does not exist."""
        tokens = tuple([self._repaired(token) for token in sentence.tokens])
        return replace(sentence, tokens=tokens) if tokens != sentence.tokens else sentence

    def _repaired(self, token: Token) -> Token:
        if token.pos in ("SYM", "X") and token.text.isalpha() and token.text.isupper() and len(token.text) > 1:
            return replace(token, pos="PROPN")
        if token.pos not in ("VERB", "ADJ", "NOUN", "PROPN") or token.lemma in self.verbs:
            return token
        if token.pos != "VERB" and token.lemma in self.nouns:
            return token
        lemma = _repaired_lemma(self, token.lower, token.pos)
        return replace(token, lemma=lemma) if lemma is not None else token


@lru_cache(maxsize=_WORDS_KEPT)
def _repaired_lemma(words: Vocabulary, lower: str, pos: str) -> str | None:
    """The known word that a form leads to as this part of speech; None where it leads to none."""
    regular = words.lexicon.text.irregular.get(lower)
    if regular in words.verbs and pos in ("VERB", "ADJ"):
        return regular
    known = words.nouns if pos in ("NOUN", "PROPN") else words.verbs
    for ending, instead in words.lexicon.text.endings:
        if lower.endswith(ending):
            stem = lower.removesuffix(ending) + instead
            found = next((form for form in (stem, _undoubled(stem)) if form in known), None)
            if found is not None:
                return found
    return None


def _undoubled(stem: str) -> str:
    """A stem without the letter that its ending doubled: "gutt" (gutted) → "gut"."""
    return stem[:-1] if stem[-1:] == stem[-2:-1] else stem


@cache
def vocabulary(lexicon: Lexicon, registry: Registry) -> Vocabulary:
    """The compiled tables of a lexicon, with the registry that knows the names of peoples."""
    frames: dict[str, list[EventFrame]] = defaultdict(list)
    for frame in lexicon.events.verbs:
        for word in frame.words:
            frames[word].append(frame)
    return Vocabulary(
        lexicon=lexicon,
        registry=registry,
        unit_of={noun: unit for unit, nouns in lexicon.counted.units.items() for noun in nouns},
        persons=_person_nouns(lexicon.language) - lexicon.counted.animals,  # "whale": a gambler too
        frames_of={word: tuple(found) for word, found in frames.items()},
        deed={noun: event for event, nouns in lexicon.events.deeds.items() for noun in nouns},
        noun_event={noun: event for event, nouns in lexicon.events.nouns.items() for noun in nouns},
        verbs=frozenset(frames)
        | lexicon.speech.verbs
        | lexicon.speech.clausal_verbs
        | lexicon.speech.speaking_of
        | lexicon.events.light_verbs
        | lexicon.events.toll_verbs
        | lexicon.counted.holders
        | lexicon.events.bearing_verbs,
        nouns=frozenset(n for nouns in (*lexicon.counted.units.values(), *lexicon.events.nouns.values()) for n in nouns)
        | frozenset(lexicon.events.tolls)
        | lexicon.speech.roles,
        adjective_event={word: event for event, words in lexicon.events.adjectives.items() for word in words},
    )


def _person_nouns(language: str) -> frozenset[str]:
    resource = files("tallybook.lexicon") / f"{language}.persons.txt"
    return frozenset(resource.read_text(encoding="utf-8").split()) if resource.is_file() else frozenset()
