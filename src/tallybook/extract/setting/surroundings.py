"""Where a page is set: the places its sentences have named so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallybook.extract.setting.places import capitalised_run, locative_places
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Span, Token
from tallybook.registry import Registry

_NEAR = 500
"""Characters back to a place that still is where "they" and "the camp" are."""
_LEAD = 900
"""Characters from the first named place in which a page says where it is set."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A place named in the text; `firm` where a preposition says that something was there."""

    name: str
    span: Span
    firm: bool


def places_seen(sentence: Sentence, words: Vocabulary) -> tuple[Seen, ...]:
    """The places a sentence names, in text order: those led by a preposition of place, and other known names."""
    settling = (words.lexicon.places.settling | words.lexicon.text.partitives) - words.lexicon.places.goals
    firm = [Seen(p.name, p.span, firm=p.led_by in settling) for p in locative_places(sentence, words)]
    taken = {seen.span.start for seen in firm}
    loose = (seen for seen in _loose(sentence, words) if seen.span.start not in taken)
    return tuple(sorted((*firm, *loose), key=lambda seen: seen.span.start))


def _loose(sentence: Sentence, words: Vocabulary) -> Iterator[Seen]:
    """Known places that no preposition leads ("Rubkona County has reported", "Ecuador earthquake")."""
    at = 0
    while at < len(sentence.tokens):
        run = capitalised_run(sentence, at, words)
        if run:
            span = sentence.span_of(run)
            known = words.registry.place_named(span.shifted(-sentence.span.start).of(sentence.text))
            if known is not None and _is_setting(run[-1], known, sentence, words):
                yield Seen(known, span, firm=False)
            at = run[-1].index
        at += 1


def _is_setting(name: Token, place: str, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a name that nothing leads tells where: no country or capital that acts, nobody who speaks."""
    head = sentence.head(name)
    speaks = head is not None and head.lemma in words.lexicon.speech.verbs
    acts = name.dep in ("nsubj", "obj") and place in words.registry.country_readings(place)
    return not speaks and not acts


def surrounding_place(at: int, seen: Sequence[Seen], registry: Registry) -> str | None:
    """Where what is told at an offset was, when its own sentence does not say.

    The last place of the sentences just before, if it lies in the page's, else the place that the page's opening names.
    """
    before = [place for place in seen if place.span.start < at]
    page = _page_place(before)
    near = next((p for p in reversed(before) if p.firm and at - p.span.end < _NEAR), None)
    if near is not None and (page is None or registry.within(near.name, page)):
        return near.name
    return page


def _page_place(seen: Sequence[Seen]) -> str | None:
    """The first place that a preposition leads in the opening, else the first one named."""
    opening = [place for place in seen if place.span.start - seen[0].span.start < _LEAD]
    firm = next((place.name for place in opening if place.firm), None)
    return firm or next((place.name for place in opening), None)
