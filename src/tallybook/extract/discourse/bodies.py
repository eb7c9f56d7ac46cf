"""The organisation that "the company", "her ministry" or a forecast without a speaker means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallybook.extract.discourse.article import Article
from tallybook.extract.discourse.known import Known
from tallybook.extract.voices import Speaker
from tallybook.model import Span

_FIRM_REACH = 400
_BODY_REACH = 3000
_FORECASTER_REACH = 400
"""Characters back to the name that "the company", "the ministry" or a forecast without a speaker means."""
_FORECASTING_KINDS = frozenset({"thinktank", "un", "ngo", "intelligence", "government", "military", "monitor"})


def organisation_before(speaker: Speaker, article: Article) -> Known | None:
    """The last name before "the company" that is no country, place or person; for "the ministry" the last ministry."""
    speech, noun = article.words.lexicon.speech, speaker.head.lemma.lower()
    if noun not in speech.firms | speech.bodies:
        return None
    body = noun if noun in speech.bodies else None
    before = article.before(speaker.span.start, _BODY_REACH if body else _FIRM_REACH)
    start = speaker.span.start - len(before)
    if body is not None and (described := _described_body(body, before, start, article)) is not None:
        return described
    for match in _organisations(before, article):
        name = article.without_opener(match.group())
        misled = any(is_else(name, match, before, article) for is_else in _NO_ORGANISATIONS)
        if _may_be_meant(name, body, article) and not misled:
            end = start + match.end()
            return Known(article.canonical(name), name, Span(end - len(name), end), noun)
    return None


def _described_body(body: str, before: str, start: int, article: Article) -> Known | None:
    """The last body of that kind that is told with its country: "the health ministry of Chad", "Chad's ministry"."""
    pattern = rf"(?:[\w'’-]+ ){{0,4}}{re.escape(body)}\b(?: of [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)?"
    for match in reversed(list(re.finditer(pattern, before, re.IGNORECASE))):
        parts = match.group().split(" ")
        at = next(i for i, part in enumerate(parts) if part.lower() == body)
        for first in reversed(range(at)):
            words = " ".join(parts[first:])
            name = article.registry.canonical_name(words)
            if name is not None and name.endswith(")"):
                end = start + match.end()
                return Known(name, words, Span(end - len(words), end), body)
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


def _is_place_of_deed(name: str, match: re.Match[str], before: str, article: Article) -> bool:
    """Whether an unknown name is where something happened: "marched through Wolfstadt", "a plant in Wolfstadt"."""
    led = before[: match.start()].rstrip().rpartition(" ")[2].lower() in article.words.lexicon.places.locating
    speech, parts = article.words.lexicon.speech, set(name.lower().split())
    return led and article.registry.find_source(name) is None and not parts & (speech.bodies | speech.firms)


def _is_behind_role(name: str, match: re.Match[str], before: str, article: Article) -> bool:
    """Whether a name is a person's: "union leader Amina Bello"."""
    role = before[: match.start()].rstrip().rpartition(" ")[2].lower()
    speech = article.words.lexicon.speech
    body = role in speech.bodies or role in speech.firms or role in speech.outlets
    return not body and (role in article.words.persons or role in speech.roles)


_NO_ORGANISATIONS = (_only_opens_sentence, _is_place_of_deed, _is_behind_role)
"""What a capitalised name may be other than an organisation."""


def forecaster_before(offset: int, article: Article) -> str | None:
    """The last body of analysts, scientists or officials named just before an offset."""
    for match in _organisations(article.before(offset, _FORECASTER_REACH), article):
        source = article.registry.find_source(article.registry.canonical_name(match.group()) or match.group())
        if source is not None and source.kind in _FORECASTING_KINDS:
            return source.name
    return None
