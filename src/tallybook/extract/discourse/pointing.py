"""The earlier speaker that a pronoun, "the agency" or a bare "the report" stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tallybook.extract.discourse.article import Article
from tallybook.extract.discourse.bodies import organisation_before
from tallybook.extract.discourse.heard import Heard
from tallybook.extract.discourse.known import Known, gender_of, is_personal, is_plural
from tallybook.extract.voices import Speaker
from tallybook.model import Span, Token

_PERSON_REACH = 500
"""Characters back to the name that a pronoun means."""
_TOPIC_REACH = 350
"""Characters back to a subject that has not spoken and that a pronoun means."""


def pointed_speaker(speaker: Speaker, earlier: Heard, article: Article, genders: Mapping[str, str]) -> Known | None:
    """Whom a speaker that does not name itself stands for; None for one that does, or points to nobody."""
    speech = article.words.lexicon.speech
    if not speaker.owned:
        return next((k for k in reversed(earlier) if k.spoke), None) if speaker.points else None
    parts = speaker.words.split()
    if len(parts) > 1:
        return _described(parts, earlier) if speaker.words == speaker.words.lower() else None
    if speaker.head.lower in speech.pronouns | speech.possessives:
        return _meant_by_pronoun(speaker, earlier, article, genders)
    if _is_indefinite(speaker, article) or not _is_noun(speaker.head, article):
        return None
    return _meant_by_noun(speaker, earlier, article)


def _is_noun(head: Token, article: Article) -> bool:
    """Whether a word is no name, also where it is written as one: "the Ministry"."""
    speech = article.words.lexicon.speech
    return head.pos != "PROPN" or (head.lower in speech.bodies | speech.firms and not head.text.isupper())


def _is_indefinite(speaker: Speaker, article: Article) -> bool:
    """ "another official": somebody new."""
    first = article.text[speaker.span.start : speaker.span.end].partition(" ")[0].lower()
    return first in article.words.lexicon.speech.indefinites


def _described(parts: Sequence[str], earlier: Heard) -> Known | None:
    """The earlier speaker that "the fire chief" describes: all its words stood with the name."""
    for known in reversed(earlier):
        told = known.words.lower().split()
        if known.words != known.words.lower() and all(part in told for part in parts):
            return known
    return None


def _meant_by_pronoun(speaker: Speaker, earlier: Heard, article: Article, genders: Mapping[str, str]) -> Known | None:
    """For "he" the last person that fits, for "they" the last body or several persons, for "it" the last body."""
    near = _near(speaker, earlier)
    if speaker.head.lower in article.words.lexicon.speech.personal:
        gender = gender_of(speaker.head.lower, article.words)
        fitting = (k for k in near if is_personal(k, article) and genders.get(k.name, gender) == gender)
        return next(fitting, None) or _person_before(speaker, article, genders)
    several = speaker.head.lower in article.words.lexicon.speech.several
    fitting = (k for k in near if not is_personal(k, article) and (several or not is_plural(k, article.words)))
    return next(fitting, None) or next((k for k in reversed(earlier) if k.spoke), None)


def _near(speaker: Speaker, earlier: Heard) -> Iterator[Known]:
    """Those who spoke, and subjects just before, the last first."""
    return (k for k in reversed(earlier) if k.spoke or speaker.span.start - k.place < _TOPIC_REACH)


def _person_before(speaker: Speaker, article: Article, genders: Mapping[str, str]) -> Known | None:
    """The last person named, in full or by surname, in the sentences before a pronoun."""
    before = article.before(speaker.span.start, _PERSON_REACH)
    gender = gender_of(speaker.head.lower, article.words)
    surnames = (surname for surname, full in article.surnames.items() if _is_surname(surname, full, article))
    found = {surname: before.rfind(surname) for surname in surnames}
    fitting = {s: at for s, at in found.items() if at >= 0 and genders.get(article.surnames[s], gender) == gender}
    latest = max(fitting, key=lambda surname: fitting[surname], default=None)
    if latest is None:
        return None
    full, start = article.surnames[latest], speaker.span.start - len(before) + fitting[latest]
    return Known(article.canonical(full), full, Span(start, start + len(latest)), latest.lower())


def _is_surname(word: str, full: str, article: Article) -> bool:
    """Whether a word names the person whose name it ends, and not something else by itself."""
    return article.is_person(full) and article.canonical(word) == article.canonical(full)


def _meant_by_noun(speaker: Speaker, earlier: Heard, article: Article) -> Known | None:
    """The last speaker named with the noun, else the last name that fits it, else the last source of its kind."""
    return (
        _named_with(speaker.head, earlier, article)
        or organisation_before(speaker, article)
        or _firm_met(speaker, earlier, article)
        or _of_kind(speaker.head, earlier, article)
    )


def _named_with(noun: Token, earlier: Heard, article: Article) -> Known | None:
    """The last that was named with the noun; a body is nobody's role: "the union" is not "union leader Amina Bello"."""
    speech = article.words.lexicon.speech
    word = re.compile(rf"\b{re.escape(noun.lemma)}\b", re.IGNORECASE)
    is_body = noun.lemma.lower() in speech.bodies | speech.firms
    for known in reversed(earlier):
        named = word.search(f"{known.words} {known.name}") is not None
        if named and not (is_body and is_personal(known, article)):
            return known
    return None


def _firm_met(speaker: Speaker, earlier: Heard, article: Article) -> Known | None:
    """For "the company" the last subject with a name of its own that is no person, place or country."""
    if speaker.head.lemma.lower() not in article.words.lexicon.speech.firms:
        return None
    registry = article.registry
    for known in _near(speaker, earlier):
        named = known.noun == "" and known.name[:1].isupper() and not is_personal(known, article)
        if named and not (registry.country_of(known.name) or registry.place_named(known.name)):
            return known
    return None


def _of_kind(noun: Token, earlier: Heard, article: Article) -> Known | None:
    kinds = article.words.lexicon.speech.kinds_of_source.get(noun.lemma, frozenset())
    for known in reversed(earlier):
        source = article.registry.find_source(known.name)
        if source is not None and source.kind in kinds:
            return known
    return None
