"""The sections that `parse` and `extract` read: sentences, what is counted, what befell it, who says so."""

from __future__ import annotations

from typing import Literal

from tallybook.lexicon.section import Section


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
    copulas: frozenset[str]
    partitives: frozenset[str]
    conjunctions: frozenset[str]
    alternatives: frozenset[str]


class CountedWords(Section, frozen=True):
    """What is counted, for `extract`. Lemmas, lower case."""

    units: dict[str, frozenset[str]]
    containers: frozenset[str]
    measures: frozenset[str]
    generic: frozenset[str]
    holders: frozenset[str]
    additions: frozenset[str]
    hedging_than: frozenset[str]
    goods: frozenset[str]
    measuring_verbs: frozenset[str]
    suffixes: frozenset[str]
    pronouns: frozenset[str]
    each: frozenset[str]
    periods: dict[str, frozenset[str]]
    period_adjectives: dict[str, frozenset[str]]
    not_rates: frozenset[str]
    not_rates_after: frozenset[str]
    definite: frozenset[str]
    others: frozenset[str]
    collectives: frozenset[str]
    apposed: tuple[str, ...]
    animals: frozenset[str]
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
    units: frozenset[Literal["person", "thing", "force", "money", "animal"]] = frozenset()
    nouns: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    particle: frozenset[str] = frozenset()


class EventWords(Section, frozen=True):
    """What befell the counted, for `extract`.

    `idioms` tell an event by a run of words around the counted, which `#` stands for; `…` is a gap of a few words.
    `deeds` are nouns of what is done to persons, and of those who do it, with `deed_links` before whom it is done to.
    `miscounts` are runs of words (with `|` between choices) that make a number one of errors of counting, unless one of
    `miscount_stops` follows; `miscounted` are adjectives between number and noun that do.
    """

    verbs: tuple[EventFrame, ...]
    nouns: dict[str, frozenset[str]]
    adjectives: dict[str, frozenset[str]]
    idioms: dict[str, tuple[str, ...]]
    miscounts: tuple[str, ...]
    miscount_stops: frozenset[str]
    miscounted: frozenset[str]
    aid: frozenset[str]
    tolls: dict[str, str | None]
    incidents: frozenset[str]
    apart: frozenset[str]
    indefinite: frozenset[str]
    backward: frozenset[str]
    bygone: frozenset[str]
    toll_verbs: frozenset[str]
    toll_links: frozenset[str]
    resuming: frozenset[str]
    verb_like_states: frozenset[str]
    undergone: frozenset[str]
    giving_verbs: frozenset[str]
    deeds: dict[str, frozenset[str]]
    deed_links: frozenset[str]
    companions: frozenset[str]
    value_links: frozenset[str]
    idle_nouns: frozenset[str]
    light_verbs: frozenset[str]
    bearing_verbs: frozenset[str]
    losing_verbs: frozenset[str]
    failing_verbs: frozenset[str]
    forces: frozenset[str]
    staff: frozenset[str]
    keeping_verbs: frozenset[str]


class ModalityWords(Section, frozen=True):
    """How a number stands to what has happened, for `extract`.

    `nouns` say it of what they contain, which stands behind `contents` ("a forecast of 900 deaths"), and of the values
    they are given, behind `values` ("raised its forecast to 900").
    """

    planned: frozenset[str]
    expected: frozenset[str]
    projected: frozenset[str]
    inferred: frozenset[str]
    denied: frozenset[str]
    nouns: dict[str, Literal["planned", "expected", "projected"]]
    contents: frozenset[str]
    values: frozenset[str]
    direct: frozenset[str]
    conditions: frozenset[str]
    future: frozenset[str]
    perfect: frozenset[str]
    arranged: frozenset[str]
    infinitives: frozenset[str]
    passive_infinitives: frozenset[str]
    fears: frozenset[str]
    feared_states: frozenset[str]
    present: frozenset[str]
    still: frozenset[str]
    comparisons: tuple[str, ...]
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
    clausal_verbs: frozenset[str]
    unparted_verbs: frozenset[str]
    deed_verbs: frozenset[str]
    speaking_of: frozenset[str]
    echoes: frozenset[str]
    topics: frozenset[str]
    givings: frozenset[str]
    placeholders_behind: frozenset[str]
    led_verbs: dict[str, frozenset[str]]
    silent_verbs: frozenset[str]
    report_verbs: frozenset[str]
    contrasts: frozenset[str]
    additions: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    according_words: frozenset[str]
    according_cases: frozenset[str]
    reckoned: tuple[tuple[str, ...], ...]
    reckonings: frozenset[str]
    reckoned_of: frozenset[str]
    surveys: frozenset[str]
    survey_leads: frozenset[str]
    cite: frozenset[str]
    refer: tuple[tuple[str, ...], ...]
    briefings: frozenset[str]
    reports: frozenset[str]
    pronouns: frozenset[str]
    personal: frozenset[str]
    several: frozenset[str]
    genders: dict[str, frozenset[str]]
    indefinites: frozenset[str]
    possessives: frozenset[str]
    collective: frozenset[str]
    placeholders: frozenset[str]
    owners: frozenset[str]
    givers: frozenset[str]
    telling: frozenset[str]
    interviews: frozenset[str]
    interview_links: frozenset[str]
    content_openers: frozenset[str]
    cite_endings: tuple[str, ...]
    audiences: frozenset[str]
    outlets: frozenset[str]
    demonstratives: frozenset[str]
    sources: frozenset[str]
    whereabouts: frozenset[str]
    members: frozenset[str]
    roles: frozenset[str]
    offices: frozenset[str]
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
    goals: frozenset[str]
    locating: frozenset[str]
    origins: frozenset[str]
    coming: frozenset[str]
    vicinity: frozenset[str]
    when: frozenset[str]
    kinds: frozenset[str]


class PartWords(Section, frozen=True):
    """Words that make a number a part of another, for `extract`. Phrases are lower case, words parted by one space."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    opening: frozenset[str]
    whole: tuple[str, ...]
    each: frozenset[str]
    wholes_first: tuple[str, ...]
    among: frozenset[str]


class CorrectionFrame(Section, frozen=True):
    """A run of words around a number by which a page takes it back.

    In `words`, `#` is the number taken back, `0` another number of the page, `…` up to twelve words that are no number
    of the page, `..` up to three, `<name>` one of a class of `CorrectionWords`; `?` behind it says that it may be
    missing. `when` is what else has to hold:

    - `lowered`: a smaller number of the same stands near, or an error of counting is told near;
    - `unrisen`: no larger number of the same stands near, or an error of counting is told near;
    - `fallen`: as `lowered`, of a total that cannot fall by itself, and no other speaker is named for the smaller one;
    - `alone`: no other speaker is named for another number of the same near;
    - `error`: an error of counting is told near;
    - `notice`: the paragraph is a correction notice.

    With `all`, further numbers that "and" or a comma ties to it are taken back too.
    """

    words: str
    when: Literal["always", "lowered", "unrisen", "fallen", "alone", "error", "notice"] = "always"
    all: bool = False


class CorrectionWords(Section, frozen=True):
    """Words by which a page takes a number back, for `extract` and `read`. Phrases are lower case.

    `verbs` and `phrases` are the classes that frames name: verbs in all their forms, phrases as they stand. The frames
    of `withdrawals` take back what was planned, expected or projected, `frames` all other numbers. `behind` are frames
    without the number over the sentence after it ("It later withdrew the figure."); before a word of `complements`,
    "its claim" is none told before. `errors` tell an error of counting (here and below `*` is up to six words).
    `own_notices` say that this very page is corrected, so that they are read wherever they stand; `notices` tell a
    notice of a paragraph of the article, and so do `notice_leads` before a colon at its head. In frames that hold one
    of the `outlooks` a forecast is what was revised. `apart` are words before "earlier" that make it another time ("a
    year earlier"). Behind `stops` and verbs of saying no further number is taken back with the one before. `unnamed`
    speakers may be anybody's. The subjects of the verbs of the classes `of_speakers` said what they take back.
    """

    verbs: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[str, ...]]
    frames: tuple[CorrectionFrame, ...]
    withdrawals: tuple[CorrectionFrame, ...]
    behind: tuple[CorrectionFrame, ...]
    errors: tuple[str, ...]
    notices: tuple[str, ...]
    own_notices: tuple[str, ...]
    notice_leads: tuple[str, ...]
    outlooks: frozenset[str]
    apart: tuple[str, ...]
    complements: tuple[str, ...]
    stops: tuple[str, ...]
    unnamed: frozenset[str]
    of_speakers: tuple[str, ...]


class CasingWords(Section, frozen=True):
    """How texts in capitals are given small letters, for `parse`. All in small letters.

    `plain_endings` are those of words that are no names; `endings` and `prefixes` make known words of known words
    (beside the endings of `text`). Unknown words are no names with `verbal_endings`, if they have so many letters, nor
    behind the words of `small_after` unless a name follows. Behind `titles` stand no plain words; `particles` stand
    inside names, the `leading` ones open them too; `elided` stand before an apostrophe inside a name. `bodies` end the
    names of organisations, `inner` may stand inside those names.
    """

    vowels: str
    acronyms: frozenset[str]
    never_small: frozenset[str]
    plain_endings: tuple[str, ...]
    endings: tuple[tuple[str, str], ...]
    prefixes: tuple[str, ...]
    verbal_endings: dict[str, int]
    small_after: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    leading: frozenset[str]
    elided: frozenset[str]
    bodies: frozenset[str]
    inner: frozenset[str]
