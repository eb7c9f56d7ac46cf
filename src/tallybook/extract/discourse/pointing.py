"""The earlier speaker that a pronoun, "the agency" or a bare "the report" stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallybook.extract.discourse.article import Article
from tallybook.extract.voices import Speaker
from tallybook.model import Span, Token

_PERSON_REACH = 500
_FIRM_REACH = 400
_BODY_REACH = 3000
_FORECASTER_REACH = 400
"""Characters back to the name that a pronoun, "the company", "the ministry" or a forecast without a speaker means."""
_FORECASTING_KINDS = frozenset({"thinktank", "un", "ngo", "intelligence", "government", "military", "monitor"})


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker met earlier: canonical name, the words and the span it was named with, and where it was met last."""

    name: str
    words: str
    span: Span
    met: Span | None = None

    def spans(self) -> tuple[Span, ...]:
        """Where it was met last, then where it was named."""
        return (self.span,) if self.met is None or self.met == self.span else (self.met, self.span)


def pointed_speaker(speaker: Speaker, earlier: Sequence[Known], article: Article) -> Known | None:
    """Whom a speaker that does not name itself stands for; None for one that does, or points to nobody."""
    speech = article.words.lexicon.speech
    if not speaker.owned:
        return earlier[-1] if earlier and speaker.points else None
    parts = speaker.words.split()
    if len(parts) > 1:
        return _described(parts, earlier) if speaker.words == speaker.words.lower() else None
    if speaker.head.lower in speech.pronouns | speech.possessives:
        return _meant_by_pronoun(speaker, earlier, article)
    return None if speaker.head.pos == "PROPN" else _meant_by_noun(speaker, earlier, article)


def _described(parts: Sequence[str], earlier: Sequence[Known]) -> Known | None:
    """The earlier speaker that "the fire chief" describes: all its words stood with the name."""
    for known in reversed(earlier):
        told = known.words.lower().split()
        if known.words != known.words.lower() and all(part in told for part in parts):
            return known
    return None


def _meant_by_pronoun(speaker: Speaker, earlier: Sequence[Known], article: Article) -> Known | None:
    """For "he" the last person who spoke or was named, for "it" and "they" the last body that spoke."""
    personal = speaker.head.lower in article.words.lexicon.speech.personal
    fitting = [known for known in earlier if article.is_person(known.name) == personal]
    if personal and not fitting:
        return _person_before(speaker, article)
    return next(reversed(fitting or earlier), None)


def _person_before(speaker: Speaker, article: Article) -> Known | None:
    """The last person named, in full or by surname, in the sentences before a pronoun."""
    before = article.before(speaker.span.start, _PERSON_REACH)
    found = {surname: before.rfind(surname) for surname, full in article.surnames.items() if article.is_person(full)}
    latest = max(found, key=lambda surname: found[surname], default=None)
    if latest is None or found[latest] < 0:
        return None
    full, end = article.surnames[latest], speaker.span.start - len(before) + found[latest] + len(latest)
    return Known(article.canonical(full), full, Span(end - len(latest), end))


def _meant_by_noun(speaker: Speaker, earlier: Sequence[Known], article: Article) -> Known | None:
    """The last speaker named with the noun, else the last name that fits it, else the last source of its kind."""
    return (
        _named_with(speaker.head, earlier)
        or _organisation_before(speaker, article)
        or _of_kind(speaker.head, earlier, article)
    )


def _named_with(noun: Token, earlier: Sequence[Known]) -> Known | None:
    word = re.compile(rf"\b{re.escape(noun.lemma)}\b", re.IGNORECASE)
    return next((known for known in reversed(earlier) if word.search(f"{known.words} {known.name}")), None)


def _of_kind(noun: Token, earlier: Sequence[Known], article: Article) -> Known | None:
    kinds = article.words.lexicon.speech.kinds_of_source.get(noun.lemma, frozenset())
    for known in reversed(earlier):
        source = article.registry.find_source(known.name)
        if source is not None and source.kind in kinds:
            return known
    return None


def _organisation_before(speaker: Speaker, article: Article) -> Known | None:
    """The last name before "the company" that is no country, place or person; for "the ministry" the last ministry."""
    speech, noun = article.words.lexicon.speech, speaker.head.lemma
    if noun not in speech.firms | speech.bodies:
        return None
    body = noun if noun in speech.bodies else None
    before = article.before(speaker.span.start, _BODY_REACH if body else _FIRM_REACH)
    for match in _organisations(before, article):
        name = article.without_opener(match.group())
        if _may_be_meant(name, body, article) and not _only_opens_sentence(name, match, before, article):
            end = speaker.span.start - len(before) + match.end()
            return Known(article.canonical(name), name, Span(end - len(name), end))
    return None


def _organisations(text: str, article: Article) -> Iterator[re.Match[str]]:
    """The capitalised names of a text, the last first."""
    return reversed(list(article.patterns.organisation.finditer(text)))


def _may_be_meant(name: str, body: str | None, article: Article) -> bool:
    if not name or name.lower() in article.words.lexicon.text.calendar:
        return False
    if body is not None and (" " not in name or body not in name.lower()):
        return False
    registry = article.registry
    return not (registry.country_of(name) or registry.place_named(name) or registry.person_named(name))


def _only_opens_sentence(name: str, match: re.Match[str], before: str, article: Article) -> bool:
    """Whether one unknown word is capitalised for no other reason than its place."""
    opens = match.start() == 0 or before[match.start() - 2 : match.start()] == ". "
    return opens and " " not in name and article.registry.find_source(name) is None


def forecaster_before(offset: int, article: Article) -> str | None:
    """The last body of analysts, scientists or officials named just before an offset."""
    for match in _organisations(article.before(offset, _FORECASTER_REACH), article):
        source = article.registry.find_source(article.registry.canonical_name(match.group()) or match.group())
        if source is not None and source.kind in _FORECASTING_KINDS:
            return source.name
    return None
