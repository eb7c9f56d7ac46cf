"""The shape of a language's data file. One struct per section; an unknown key or a wrong type is an error."""

from __future__ import annotations

from typing import Literal

import msgspec


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all sections: immutable, and strict about its keys."""


class QuantityWords(Section):
    """Numerals, hedges, measures and rates, for `quantity`."""


class DateWords(Section):
    """Months, weekdays, seasons and relative expressions, for `dates`."""


class PageWords(Section):
    """Words by which page furniture, bylines and captions are known, for `read`.

    Phrases are lower case; `#` stands for a number, `*` for up to six words. `closers` and `insets` are whole lines
    that open furniture (to the end of the page, or until the article goes on); `controls` are whole lines that are
    furniture themselves; `notices` settle a line wherever they stand in it; of `appeals` two are needed.
    """

    closers: tuple[str, ...]
    insets: tuple[str, ...]
    link_leads: tuple[str, ...]
    controls: tuple[str, ...]
    notices: tuple[str, ...]
    appeals: tuple[str, ...]
    reader: frozenset[str]
    channels: frozenset[str]
    caption_leads: tuple[str, ...]
    credits: tuple[str, ...]
    caption_verbs: frozenset[str]
    byline_leads: tuple[str, ...]
    byline_roles: tuple[str, ...]
    ages: tuple[str, ...]
    clock_leads: tuple[str, ...]
    open_endings: frozenset[str]


class TextWords(Section):
    """Words that decide where sentences end, for `parse`.

    `abbreviations` end in a full stop that ends no sentence (given without it); `openers` are words that open a
    sentence when they follow an initialism ("in the U.S. The …").
    """

    abbreviations: frozenset[str]
    openers: frozenset[str]


class CountedWords(Section):
    """What is counted, for `extract`. Lemmas, lower case."""

    units: dict[str, frozenset[str]]
    containers: frozenset[str]
    skipped: frozenset[str]
    speakers: frozenset[str]


class EventFrame(Section):
    """Verbs that tell one event, and which of their arguments is counted.

    `units` narrows by what is counted (person, thing, force), `nouns` by the counted noun itself, `to` by a word
    that must stand among the verb's other dependents, `particle` by a verb particle.
    """

    event: str
    side: Literal["object", "subject", "both"]
    words: frozenset[str]
    units: frozenset[Literal["person", "thing", "force"]] = frozenset()
    nouns: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    particle: frozenset[str] = frozenset()


class EventWords(Section):
    """What befell the counted, for `extract`."""

    verbs: tuple[EventFrame, ...]
    nouns: dict[str, frozenset[str]]
    adjectives: dict[str, frozenset[str]]
    tolls: dict[str, str | None]
    toll_verbs: frozenset[str]
    light_verbs: frozenset[str]
    forces: frozenset[str]


class ModalityWords(Section):
    """How a number stands to what has happened, for `extract`."""

    planned: frozenset[str]
    expected: frozenset[str]
    projected: frozenset[str]
    inferred: frozenset[str]
    denied: frozenset[str]
    future: frozenset[str]
    perfect: frozenset[str]


class SpeechWords(Section):
    """Who says so, for `extract`."""

    verbs: frozenset[str]
    weak_verbs: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    cite: frozenset[str]
    reports: frozenset[str]
    pronouns: frozenset[str]
    possessives: frozenset[str]
    audiences: frozenset[str]
    hearsay: frozenset[str]
    roles: frozenset[str]
    mute: frozenset[str]


class Lexicon(Section):
    """Everything the program knows about one language."""

    language: str
    quantity: QuantityWords
    dates: DateWords
    page: PageWords
    text: TextWords
    counted: CountedWords
    events: EventWords
    modality: ModalityWords
    speech: SpeechWords
