"""The shape of a language's data file. One struct per section; an unknown key or a wrong type is an error."""

from __future__ import annotations

from typing import Literal

from tallybook.lexicon.claim_words import (
    CasingWords,
    CorrectionWords,
    CountedWords,
    DenialWords,
    EventFrame,
    EventWords,
    ModalityWords,
    PartWords,
    PlaceWords,
    SpeechWords,
    TextWords,
)
from tallybook.lexicon.person_words import PersonWords
from tallybook.lexicon.section import Section

__all__ = ["CountedWords", "DateWords", "EventFrame", "Lexicon", "PageWords", "QuantityWords"]


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
    particles: dict[str, list[str]]
    marks: list[str]
    determiners: list[str]


class RangeWords(Section, frozen=True):
    """Words that make two numbers a range; behind the `revised` ones "from" leads from an old number to a new one."""

    between: list[str]
    between_link: list[str]
    start: list[str]
    start_link: list[str]
    link: list[str]
    either: list[str]
    bound_link: list[str]
    revised: list[str]
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
    clock_past: list[str]
    counts_at: list[str]
    clock_after: list[str]
    heads: list[str]
    ranks: list[str]
    dotted_heads: list[str]
    verbs_too: list[str]
    numbered: list[str]
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
    before a date by the role they give it; a date after words of `behind` is of what went before. In `clause_breaks`
    a clause ends, so that a `future` word before them says nothing about the date behind.
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
    behind: list[str]
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


class ListWords(Section, frozen=True):
    """Words by which those in a number were counted one by one, for `reconcile`.

    They stand near the number, `ahead` of it, `behind` it or either way (`around`), and not before `otherwise`
    ("identified as"); `guesses` anywhere make it an estimate; a number behind `outside` ("of the 12") is the whole of
    which a part was counted.
    """

    around: tuple[str, ...]
    ahead: tuple[str, ...]
    behind: tuple[str, ...]
    otherwise: tuple[str, ...]
    guesses: tuple[str, ...]
    outside: tuple[str, ...]


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
    corrections: CorrectionWords
    lists: ListWords
    casing: CasingWords
    persons: PersonWords
