"""Which noun phrases can speak, and the speaker that one names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from tallybook.extract.phrases import phrase_of, words_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.apposed import apposed_behind, is_medium_noun
from tallybook.extract.voices.scope import HEADLINES
from tallybook.extract.voices.voice import Speaker
from tallybook.model import Sentence, Token

_LONGEST_BODY = 4
_NAME_BEHIND = 3
"""A comma and two names."""


def can_speak(token: Token, words: Vocabulary, *, weak: bool) -> bool:
    """Whether a noun can be a speaker; `weak` asks for a person or a body, not just any noun."""
    speech = words.lexicon.speech
    if not is_acronym(token, words) and (token.lemma in speech.mute or token.lower in speech.mute):
        return False
    if token.pos == "PRON" and not is_acronym(token, words):
        return token.lower in speech.pronouns | speech.possessives
    is_named = token.pos == "PROPN" and token.index > 0
    if not is_named and (token.lemma in words.noun_event or token.lemma in words.lexicon.events.tolls):
        return token.lemma in speech.roles or token.lemma in speech.reports
    if _is_name(token, words) or token.lower in speech.roles:
        return True
    if token.lemma in speech.roles or token.lemma in speech.reports:
        return True
    person = token.lemma in words.persons or words.unit_of.get(token.lemma) == "person"
    return person if weak else token.pos == "NOUN"


def _is_name(token: Token, words: Vocabulary) -> bool:
    capitalised = token.text[:1].isupper() and token.pos != "ADP"
    return token.pos == "PROPN" or token.lower in words.lexicon.speech.pronouns or capitalised


def is_acronym(token: Token, words: Vocabulary) -> bool:
    """Whether a pronoun's letters stand for a name: "WHO"."""
    letters = token.text.isupper() and len(token.text) > 2 and token.pos in ("PRON", "PROPN")
    return letters and token.lower not in words.lexicon.speech.pronouns


def is_report(noun: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a noun speaks only for its owner: a report, a statement, a toll; not a name's end: "Public Count"."""
    speech = words.lexicon.speech
    names = noun.text.istitle() and noun.index > 0 and sentence.block.kind not in HEADLINES
    return noun.lemma in speech.reports and noun.lemma not in speech.roles and not names


def speaker_of(head: Token, sentence: Sentence, words: Vocabulary) -> Speaker | None:
    """The speaker that a noun phrase names: for "a report by the ministry" the ministry."""
    if is_report(head, sentence, words):
        owner = owner_of(head, sentence, words)
        if owner is None:
            return _report_alone(head, sentence, words)
        speaker = _body_before(owner, head, sentence, words) or speaker_of(owner, sentence, words)
        through = sentence.span_of(phrase_of(head, sentence, words))
        return replace(speaker, through=through) if speaker is not None else None
    named = apposed_behind(head, sentence, words)
    head = named[0] if named else _name_in_apposition(head, sentence)
    tokens = named or with_seat(phrase_of(head, sentence, words), sentence, words)
    shown = words_of(tokens, sentence, words)
    medium = bool(named) and is_medium_noun(sentence.tokens[named[0].index - 1], words)
    return Speaker(shown, sentence.span_of(tokens), head, medium=medium) if shown else None


def with_seat(tokens: tuple[Token, ...], sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """A body with the capital behind it that tells whose it is: "the defence ministry in Madrid"."""
    link = tokens[-1].index + 1
    if link + 1 >= len(sentence.tokens) or sentence.tokens[link].lower not in words.lexicon.speech.whereabouts:
        return tokens
    bare = words.registry.canonical_name(words_of(tokens, sentence, words))
    for end in (link + 3, link + 2):
        extended = sentence.tokens[tokens[0].index : end]
        named = words.registry.canonical_name(words_of(extended, sentence, words))
        if bare and named and named.startswith(f"{bare} ("):
            return extended
    return tokens


def _body_before(owner: Token, report: Token, sentence: Sentence, words: Vocabulary) -> Speaker | None:
    """The body whose words all stand right before a report: "interior ministry figures"; None where none is known."""
    if owner.dep != "compound" or owner.head != report.index:
        return None
    first = owner.index
    while first > 0 and sentence.tokens[first - 1].dep in ("amod", "compound") and first > owner.index - _LONGEST_BODY:
        first -= 1
    for start in range(first, owner.index):
        tokens = sentence.tokens[start : owner.index + 1]
        shown = words_of(tokens, sentence, words)
        if words.registry.canonical_name(shown) is not None:
            return Speaker(shown, sentence.span_of(tokens), owner)
    return None


def _report_alone(report: Token, sentence: Sentence, words: Vocabulary) -> Speaker:
    speech = words.lexicon.speech
    pointing = speech.demonstratives | speech.possessives
    definite = any(c.lower in pointing for c in sentence.children(report, "det", "nmod"))
    points = definite and not sentence.children(report, "amod")
    tokens = phrase_of(report, sentence, words)
    return Speaker(words_of(tokens, sentence, words), sentence.span_of(tokens), report, owned=False, points=points)


def _name_in_apposition(head: Token, sentence: Sentence) -> Token:
    """The person named beside a role: "the UN's coordinator, Claire Dufour,"."""
    if head.pos != "NOUN":
        return head
    names = [c for c in sentence.children(head, "appos") if c.pos == "PROPN" and c.index > head.index]
    if names:
        return names[0]
    behind = sentence.tokens[head.index + 1 : head.index + 1 + _NAME_BEHIND]
    beside = len(behind) == _NAME_BEHIND and behind[0].text == "," and all(t.pos == "PROPN" for t in behind[1:])
    return behind[1] if beside else head


def owner_of(report: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """Whose report it is: "the ministry's figures", "a count by the agency", "data released by the office"."""
    return next(chain(_linked_owners(report, sentence, words), _givers(report, sentence, words)), None)


def _linked_owners(report: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Token]:
    owners = words.lexicon.speech.owners
    for child in sentence.children(report, "nmod", "obl", "compound"):
        owns = child.index < report.index or any(c.lower in owners for c in sentence.children(child, "case"))
        if owns and child.lower not in words.lexicon.text.calendar and can_speak(child, words, weak=True):
            yield child


def _givers(report: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Token]:
    for participle in sentence.children(report, "acl"):
        for child in sentence.children(participle, "obl"):
            if any(c.lower in words.lexicon.speech.givers for c in sentence.children(child, "case")):
                yield child
