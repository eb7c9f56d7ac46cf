"""Whose the counted are, where it was, and when."""

from __future__ import annotations

from dataclasses import replace

from tallybook.dates import DateMention, read_dates
from tallybook.extract.counted import Counted
from tallybook.extract.events import Befallen
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Document, Period, Proof, QuantityMention, Sentence, Span, Token
from tallybook.registry import Registry

Found = tuple[str, tuple[Span, ...]]


def read_group(counted: Counted, befallen: Befallen, sentence: Sentence, registry: Registry) -> Found | None:
    """The country or people the counted belong to: by an adjective, "of", or as the one who sent them."""
    for noun in (counted.noun, counted.anchor, counted.toll):
        if noun is not None:
            found = _modifying_country(noun, sentence, registry)
            if found:
                return found
    verb = befallen.verb
    if verb is not None and befallen.event in ("deployed", "withdrawn", "supplied", "launched", "recruited", "strength"):
        for subject in sentence.children(verb, "nsubj"):
            country = registry.country_of(subject.text)
            if country and not subject.passive:
                return country, (subject.span,)
    return None


def _modifying_country(noun: Token, sentence: Sentence, registry: Registry) -> Found | None:
    modifiers = [c for c in sentence.children(noun, "amod", "compound", "nmod") if c.index < noun.index]
    near = [t for t in sentence.tokens[max(0, noun.index - 4) : noun.index + 1] if t.pos in ("PROPN", "ADJ", "NOUN", "CCONJ")]
    for size in (3, 2, 1):
        for start in range(len(near) - size + 1):
            words = near[start : start + size]
            if words[-1].index - words[0].index != size - 1:
                continue
            country = registry.country_of(" ".join(t.text for t in words))
            if country and (words[-1].index >= noun.index - 2 or words[-1] in modifiers):
                return country, (sentence.span_of(words),)
    return None


def read_place(
    mention: QuantityMention, befallen: Befallen, sentence: Sentence, registry: Registry, words: Vocabulary
) -> Found | None:
    """The place nearest to the event: a capitalised name after a preposition of place that the registry knows, or the nearest such name."""
    centre = befallen.verb.span.start if befallen.verb else mention.span.end
    candidates: list[tuple[bool, int, Found]] = []
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in words.lexicon.places.prepositions:
            continue
        name = _capitalised_run(sentence, index + 1)
        if not name:
            continue
        span = sentence.span_of(name)
        shown = span.shifted(-sentence.span.start).of(sentence.text)
        place = registry.place_named(shown)
        if place is None and token.lower not in words.lexicon.places.settling:
            continue
        before = token.span.start < mention.span.start
        candidates.append((before, abs(span.start - centre), (place or _plain(shown), (span,))))
    return min(candidates)[2] if candidates else None


def _plain(words: str) -> str:
    return " ".join(words.split()).removesuffix("'s").removesuffix("’s")


def _capitalised_run(sentence: Sentence, start: int) -> list[Token]:
    run: list[Token] = []
    for token in sentence.tokens[start:]:
        if token.pos == "DET" and not run:
            continue
        if not token.text[:1].isupper() and not (run and token.lower in ("'s", "’s", "-", "region", "province", "oblast", "state", "district", "county", "governorate", "prefecture", "city")):
            break
        if token.pos == "PRON" or token.text[:1].isdigit():
            break
        run.append(token)
    while run and run[-1].lower in ("'s", "’s", "-"):
        run.pop()
    return run


def read_time(
    mention: QuantityMention, befallen: Befallen, dates: tuple[DateMention, ...], speech: tuple[Span, ...]
) -> tuple[Period, tuple[Span, ...]] | None:
    """The date that stands nearest to the number or its verb, those that date the speech left out."""
    usable = [d for d in dates if d.period is not None and not _dates_speech(d, speech)]
    if not usable:
        return None
    centre = befallen.verb.span.start if befallen.verb else mention.span.start
    nearest = min(usable, key=lambda d: min(abs(d.span.start - centre), abs(d.span.start - mention.span.start)))
    assert nearest.period is not None  # noqa: S101 - filtered above
    return nearest.period, (nearest.span,)


def _dates_speech(date: DateMention, speech: tuple[Span, ...]) -> bool:
    return any(0 <= date.span.start - cue.end <= 6 for cue in speech)


def sentence_dates(document: Document, sentence: Sentence, words: Vocabulary) -> tuple[DateMention, ...]:
    """The dates of a sentence in document offsets, relative to the document's publication."""
    published = document.published or document.not_after
    anchor = document.published.period() if document.published and published else None
    found = read_dates(sentence.text, words.lexicon, anchor=anchor)
    return tuple(replace(d, span=d.span.shifted(sentence.span.start)) for d in found)


def proof_of(found: Found | None) -> dict[str, Proof]:
    """Evidence of a found field, empty where there is none."""
    return {} if found is None else {"": found[1]}
