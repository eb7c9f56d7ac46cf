"""The shape of a language's data file. One struct per section; an unknown key or a wrong type is an error."""

from __future__ import annotations

from typing import Literal

import msgspec


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all sections: immutable, and strict about its keys."""


Direction = Literal["up", "down"]


class NumeralWords(Section, frozen=True):
    """How numbers are written. `system` names the grammar that joins number words.

    `group` and `decimal` are the marks inside digits; `scale_marks` stand glued to digits ("1.5bn"); an article may
    lead a scale or a fraction ("a dozen", "a third").
    """

    system: Literal["additive"]
    group: str
    decimal: str
    units: dict[str, int]
    tens: dict[str, int]
    hundreds: dict[str, int]
    scales: dict[str, int]
    scale_marks: dict[str, int]
    long_marks: list[str]
    articles: list[str]
    joiners: list[str]
    of: list[str]
    points: list[str]
    over: list[str]
    negatives: list[str]
    ordinals: dict[str, int]
    ordinal_endings: list[str]
    denominators: dict[str, int]
    halves: list[str]
    plural_ending: str
    pronoun_one: list[str]
    copulas: list[str]
    idle_one_tied: list[str]
    counting_one_before: list[str]
    idle_one_before: list[str]
    idle_one_after: list[str]


class VagueWords(Section, frozen=True):
    """Numbers that give no bounds: "dozens", "tens of thousands", "several hundred"."""

    plurals: list[str]
    chained: list[str]
    guarded: list[str]
    guards: list[str]
    some: list[str]


class HedgeWords(Section, frozen=True):
    """Phrases by the hedge they give: before the number, after it, and as verbs before it."""

    before: dict[str, list[str]]
    never_after: list[str]
    degrees: list[str]
    after: dict[str, list[str]]
    verbs: dict[str, list[str]]
    doubtful_verbs: list[str]
    after_verbs: dict[str, str]
    marks: list[str]
    determiners: list[str]


class RangeWords(Section, frozen=True):
    """Words that make two numbers a range."""

    between: list[str]
    between_link: list[str]
    start: list[str]
    start_link: list[str]
    link: list[str]
    either: list[str]
    bound_link: list[str]
    dashes: list[str]


class ChangeWords(Section, frozen=True):
    """Words that make a number a change, before and after it."""

    up: list[str]
    down: list[str]
    transitive: dict[str, Direction]
    particles: dict[str, Direction]
    be: list[str]
    by: list[str]
    nouns_up: list[str]
    nouns_down: list[str]
    comparatives: dict[str, Direction]
    fewer: dict[str, Direction]


class ShareWords(Section, frozen=True):
    """Percent words, "one in five", "three out of ten", and what shows that "a third" is a share."""

    percent: list[str]
    per_mille: list[str]
    within: list[str]
    out_of: list[str]
    follows: list[str]
    never_before: list[str]
    never_after: list[str]


class MoneyWords(Section, frozen=True):
    """Currencies by how they are written: ISO 4217 code by symbol, code or word."""

    symbols: dict[str, str]
    codes: list[str]
    words: dict[str, str]
    minor: dict[str, str]
    minor_marks: dict[str, str]
    weak_symbols: list[str]
    doubtful: list[str]


class MeasureWords(Section, frozen=True):
    """Units that a number may have, by singular English noun, and words that show an age or a multiple."""

    durations: dict[str, list[str]]
    physical: dict[str, list[str]]
    unit_between: list[str]
    marks: dict[str, list[str]]
    led: dict[str, list[str]]
    aged_nouns: list[str]
    age_bounds: list[str]
    base_before: list[str]
    age_before: list[str]
    age_said: list[str]
    age_after: list[str]
    times: list[str]
    times_after: list[str]
    fold: list[str]
    twice: dict[str, int]
    metre_after: list[str]
    metre_mark: str
    marks_only: list[str]


class RateWords(Section, frozen=True):
    """What makes a number a rate: "a day", "per hour", "daily"."""

    leads: list[str]
    articles: list[str]
    periods: dict[str, list[str]]
    adverbs: dict[str, list[str]]
    heads: list[str]
    never_after: list[str]


class NameWords(Section, frozen=True):
    """What makes a number no quantity: dates, years, clock times, references, scores."""

    months: list[str]
    doubtful_months: list[str]
    year_before: list[str]
    year_near: list[str]
    clock_before: list[str]
    counts_at: list[str]
    clock_after: list[str]
    heads: list[str]
    ranks: list[str]
    dotted_heads: list[str]
    proper_heads: list[str]
    streets: list[str]
    score_before: list[str]
    place_before: list[str]
    score_after: list[str]
    free_prefixes: list[str]
    counted: list[str]
    function_words: list[str]
    plural_endings: tuple[str, ...]
    singular_endings: tuple[str, ...]


class NounWords(Section, frozen=True):
    """How a plural becomes a singular: whole words first, then endings in this order."""

    irregular: dict[str, str]
    endings: dict[str, str]
    tied_never: list[str]


class QuantityWords(Section, frozen=True, eq=False):
    """Numerals, hedges, measures and rates, for `quantity`. Compared by identity, so it can key a cache."""

    numerals: NumeralWords
    vague: VagueWords
    hedges: HedgeWords
    ranges: RangeWords
    changes: ChangeWords
    shares: ShareWords
    money: MoneyWords
    measures: MeasureWords
    rates: RateWords
    names: NameWords
    nouns: NounWords


class DateWords(Section, frozen=True, eq=False):
    """Months, weekdays, seasons and relative expressions, for `dates`. Compared by identity, so it can key a cache.

    Values name what a word means: months 1-12, weekdays 0-6 from Monday, seasons by their first month, units as day,
    week, month …, parts as start, early, mid, late, end. `doubtful` months and seasons are also other words or names
    and need a `leads` word, a day or a year. `day_phrases` give the first and last day counted from the anchor;
    `holidays` a month and a day. After `weak_leads` a number before a plural is a count, no year. `roles` are the words
    before a date by the role they give it. In `clause_breaks` a clause ends, so that a `future` word before them says
    nothing about the date behind.
    """

    capitalised: bool
    day_first: bool | None
    months: dict[str, int]
    short_months: dict[str, int]
    doubtful_months: list[str]
    month_only_leads: list[str]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    named_before_weekdays: list[str]
    seasons: dict[str, int]
    doubtful_seasons: list[str]
    units: dict[str, str]
    plural_units: list[str]
    numbers: dict[str, int]
    vague_counts: dict[str, int]
    recent: list[str]
    shifts: dict[str, int]
    open_shifts: list[str]
    told_shifts: list[str]
    parts: dict[str, str]
    noun_parts: list[str]
    ordinals: dict[str, int]
    ordinal_endings: list[str]
    fractions: dict[str, int]
    quarter_marks: list[str]
    half_marks: list[str]
    day_phrases: dict[str, tuple[int, int]]
    holidays: dict[str, tuple[int, int]]
    day_parts: list[str]
    weekend: list[str]
    ago: list[str]
    earlier: list[str]
    later: list[str]
    decade_endings: list[str]
    articles: list[str]
    of: list[str]
    between: list[str]
    between_link: list[str]
    start: list[str]
    to: list[str]
    dashes: list[str]
    roles: dict[str, list[str]]
    leads: list[str]
    weak_leads: list[str]
    counted: list[str]
    counted_endings: list[str]
    not_counted: list[str]
    fillers: list[str]
    future: list[str]
    past: list[str]
    clause_breaks: list[str]
    published: list[str]
    updated: list[str]


class PageWords(Section, frozen=True):
    """Words by which page furniture, bylines and captions are known, for `read`.

    Phrases are lower case; `#` stands for a number, `*` for up to six words. `closers` and `insets` are whole lines
    that open furniture (to the end of the page, or until the article goes on); `controls` are whole lines that are
    furniture themselves; `notices` settle a line wherever they stand in it; `appeals` count together.
    """

    closers: tuple[str, ...]
    insets: tuple[str, ...]
    link_leads: tuple[str, ...]
    controls: tuple[str, ...]
    notices: tuple[str, ...]
    appeals: tuple[str, ...]
    appeals_weak: tuple[str, ...]
    reader: frozenset[str]
    imperatives: tuple[str, ...]
    reporting: frozenset[str]
    channels: frozenset[str]
    caption_leads: tuple[str, ...]
    credits: tuple[str, ...]
    credit_marks: tuple[str, ...]
    caption_places: tuple[str, ...]
    caption_verbs: frozenset[str]
    byline_leads: tuple[str, ...]
    author_leads: tuple[str, ...]
    byline_tails: tuple[str, ...]
    byline_roles: tuple[str, ...]
    ages: tuple[str, ...]
    clock_leads: tuple[str, ...]
    open_endings: frozenset[str]


class TextWords(Section, frozen=True):
    """Words that decide where sentences end and how verbs are inflected, for `parse` and `extract`.

    `abbreviations` end in a full stop that ends no sentence (given without it); `openers` are words that open a
    sentence when they follow an initialism ("in the U.S. The …"). `endings` and
    `irregular` lead from an inflected form to its lemma; `plurals` from a plural's ending to the singular's.
    `progressive`, `past`, `participles` and `third_person` are the endings of those forms. `phrase_links` join the
    words of a name, `partitives` a number and what it counts; after `agents` stands who did it.
    """

    abbreviations: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    irregular: dict[str, str]
    openers: frozenset[str]
    calendar: frozenset[str]
    progressive: tuple[str, ...]
    past: tuple[str, ...]
    participles: tuple[str, ...]
    third_person: tuple[str, ...]
    plurals: tuple[tuple[str, str], ...]
    articles: frozenset[str]
    genitives: frozenset[str]
    possessive_endings: tuple[str, ...]
    phrase_links: frozenset[str]
    relatives: frozenset[str]
    clause_openers: frozenset[str]
    agents: frozenset[str]
    partitives: frozenset[str]
    conjunctions: frozenset[str]


class CountedWords(Section, frozen=True):
    """What is counted, for `extract`. Lemmas, lower case."""

    units: dict[str, frozenset[str]]
    containers: frozenset[str]
    holders: frozenset[str]
    additions: frozenset[str]
    goods: frozenset[str]
    suffixes: frozenset[str]
    pronouns: frozenset[str]
    each: frozenset[str]
    periods: dict[str, frozenset[str]]
    period_adjectives: dict[str, frozenset[str]]
    not_rates: frozenset[str]
    not_rates_after: frozenset[str]
    definite: frozenset[str]
    skipped: frozenset[str]
    speakers: frozenset[str]


class EventFrame(Section, frozen=True):
    """Verbs that tell one event, and which of their arguments is counted.

    `units` narrows by what is counted (person, thing, force, money), `nouns` by the counted noun itself, `to` by a word
    that must stand among the verb's other dependents, `particle` by a verb particle.
    """

    event: str
    side: Literal["object", "subject", "both"]
    words: frozenset[str]
    units: frozenset[Literal["person", "thing", "force", "money"]] = frozenset()
    nouns: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    particle: frozenset[str] = frozenset()


class EventWords(Section, frozen=True):
    """What befell the counted, for `extract`."""

    verbs: tuple[EventFrame, ...]
    nouns: dict[str, frozenset[str]]
    adjectives: dict[str, frozenset[str]]
    phrases: dict[str, str]
    tolls: dict[str, str | None]
    toll_verbs: frozenset[str]
    toll_links: frozenset[str]
    resuming: frozenset[str]
    verb_like_states: frozenset[str]
    idle_nouns: frozenset[str]
    light_verbs: frozenset[str]
    bearing_verbs: frozenset[str]
    forces: frozenset[str]


class ModalityWords(Section, frozen=True):
    """How a number stands to what has happened, for `extract`."""

    planned: frozenset[str]
    expected: frozenset[str]
    projected: frozenset[str]
    inferred: frozenset[str]
    denied: frozenset[str]
    direct: frozenset[str]
    future: frozenset[str]
    perfect: frozenset[str]
    arranged: frozenset[str]
    infinitives: frozenset[str]
    passive_infinitives: frozenset[str]
    fears: frozenset[str]
    feared_states: frozenset[str]
    present: frozenset[str]
    past: frozenset[str]


class SpeakerNames(Section, frozen=True):
    """Words inside and around capitalised names. `loose_ends` are single characters."""

    particles: tuple[str, ...]
    links: tuple[str, ...]
    inner_links: tuple[str, ...]
    acronym_openers: tuple[str, ...]
    acronym_links: tuple[str, ...]
    definite: str
    person_tails: tuple[str, ...]
    no_person_after: tuple[str, ...]
    loose_ends: str


class SpeechWords(Section, frozen=True):
    """Who says so, for `extract`."""

    verbs: frozenset[str]
    weak_verbs: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    according_words: frozenset[str]
    according_cases: frozenset[str]
    cite: frozenset[str]
    refer: tuple[tuple[str, ...], ...]
    briefings: frozenset[str]
    reports: frozenset[str]
    pronouns: frozenset[str]
    personal: frozenset[str]
    possessives: frozenset[str]
    placeholders: frozenset[str]
    owners: frozenset[str]
    givers: frozenset[str]
    telling: frozenset[str]
    content_openers: frozenset[str]
    cite_endings: tuple[str, ...]
    audiences: frozenset[str]
    outlets: frozenset[str]
    demonstratives: frozenset[str]
    sources: frozenset[str]
    whereabouts: frozenset[str]
    members: frozenset[str]
    roles: frozenset[str]
    firms: frozenset[str]
    bodies: frozenset[str]
    kinds_of_source: dict[str, frozenset[str]]
    names: SpeakerNames
    mute: frozenset[str]


class DenialWords(Section, frozen=True):
    """Statements against others that carry no number, for `extract`."""

    nobody: frozenset[str]
    verbs: frozenset[str]
    negations: frozenset[str]
    zeros: frozenset[str]
    evasive: frozenset[str]
    declines: frozenset[str]
    answers: frozenset[str]


class PlaceWords(Section, frozen=True):
    """Prepositions of place; after `settling` ones a capitalised name is a place even where the registry knows none."""

    prepositions: frozenset[str]
    settling: frozenset[str]
    kinds: frozenset[str]


class PartWords(Section, frozen=True):
    """Words that make a number a part of another, for `extract`. Phrases are lower case, words parted by one space."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    opening: frozenset[str]
    whole: tuple[str, ...]
    each: frozenset[str]
    wholes_first: tuple[str, ...]


class Lexicon(Section, frozen=True, eq=False):
    """Everything the program knows about one language. Compared by identity, so that tables can be cached by it."""

    language: str
    quantity: QuantityWords
    dates: DateWords
    page: PageWords
    text: TextWords
    counted: CountedWords
    events: EventWords
    modality: ModalityWords
    speech: SpeechWords
    denials: DenialWords
    places: PlaceWords
    parts: PartWords
