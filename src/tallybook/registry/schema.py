"""The shape of the registry's data files. An unknown key or a wrong type is an error."""

from __future__ import annotations

from typing import Literal

import msgspec

SourceKind = Literal[
    "agency",
    "outlet",
    "government",
    "military",
    "intelligence",
    "intergovernmental",
    "un",
    "ngo",
    "thinktank",
    "armed group",
    "company",
]
Style = Literal["bracket", "plain"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all entries: immutable, and strict about its keys."""


class Country(Record, frozen=True, kw_only=True):
    """A state, or with `part_of` a part of one that news names as if it were one.

    `capitals` maps a city to its other spellings; like `metonyms` they stand for the government. `weak` are words
    that mean another country first ("Korean" for North Korea). `label` is what stands in brackets after a body.
    """

    name: str
    code: str | None = None
    part_of: str | None = None
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: dict[str, tuple[str, ...]] = {}
    metonyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    label: str | None = None


class Source(Record, frozen=True, kw_only=True):
    """Who can say a number or pass one on.

    `bodies` names the generic bodies of organisations.yaml that this source is for its country, so that "Seoul's
    spy agency" finds it. `state` marks an agency or outlet that speaks for its government, `side` whose voice a source
    is where that is not its country's ("Al-Manar" is Hezbollah's). Who `keeps_list` counts people one by one.
    """

    name: str
    kind: SourceKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    state: bool = False
    side: str | None = None
    keeps_list: bool = False


class Assessment(Record, frozen=True, kw_only=True):
    """What a user thinks of a speaker or an outlet; the registry that ships has none.

    `grade` is of the Admiralty code: a letter A to F for the source, if known with a digit 1 to 6 for what it says.
    `side` is the country or armed group whose voice it is taken to be.
    """

    name: str
    grade: str | None = None
    side: str | None = None


class Place(Record, frozen=True, kw_only=True):
    """A place below the level of a country, or one across several (a sea, a desert)."""

    name: str
    within: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Person(Record, frozen=True, kw_only=True):
    """Somebody whom news names by surname, in several spellings."""

    name: str
    country: str | None = None
    aliases: tuple[str, ...] = ()


class Group(Record, frozen=True, kw_only=True):
    """A people, faith or movement to whom the counted may belong."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None


class UnitSize(Record, frozen=True, kw_only=True):
    """How many persons one unit stands for.

    `note` says where the bounds come from and how firm they are, `reference` in which public work they can be looked
    up. `events` are what is told of such units and of their people alike; none listed means all.
    """

    unit: str
    low: int
    high: int
    note: str
    reference: str | None = None
    events: tuple[str, ...] = ()


class Event(Record, frozen=True, kw_only=True):
    """What can befall the counted.

    `contains` are events whose counts cannot exceed this one's. `monotone` totals never fall unless corrected.
    `title` is a series title with `{units}` in it. Numbers of `contested` events are disputed between the parties of a
    war. `warlike` are the units of which the event is told of war alone. `counting` is how its numbers come about where
    nobody counts one by one, `in_war` the same in a war. Those of `listed` events may be counted name by name.
    """

    id: str
    title: str
    contains: tuple[str, ...] = ()
    monotone: bool = False
    contested: bool = False
    warlike: tuple[str, ...] = ()
    counting: str | None = None
    in_war: str | None = None
    listed: bool = False


class Counting(Record, frozen=True, kw_only=True):
    """How numbers come about that nobody counts one by one.

    `trust` is the chance that a statement of an unknown source is right. A wrong one lies about the truth by
    a Student-t of `freedom` with `scatter` on natural log scale, or, with chance `junk`, anywhere. A right one that is
    rounded is off by about the share `room`. `reference` names the works from which these are set.
    """

    id: str
    trust: float
    scatter: float
    freedom: float
    junk: float
    room: float
    reference: str


class Body(Record, frozen=True, kw_only=True):
    """A kind of public body that many countries have.

    `style` says how it is named with a country: "Ministry of Health (Sudan)" (bracket) or "Sudanese police" (plain).
    `local` bodies exist in cities too, so "Moscow's police" is not Russia's. A name in lower case is a description:
    a proper name in the text ("National Disaster Management Office") is then kept. `<a|b|>` in a form is a choice.
    `independent` bodies are no organs of their state.
    """

    name: str
    style: Style
    local: bool = False
    independent: bool = False
    forms: dict[str, tuple[str, ...]]


class Topic(Record, frozen=True, kw_only=True):
    """What a ministry or department is for."""

    name: str
    forms: dict[str, tuple[str, ...]]


class Office(Record, frozen=True, kw_only=True):
    """A body named by its topic; `{topic}` stands in `name` and `forms`.

    `local` as for a body. With `any_topic` a topic that no list knows is taken as it stands.
    """

    name: str
    local: bool = False
    any_topic: bool = False
    forms: dict[str, tuple[str, ...]]


class NameWords(Record, frozen=True, kw_only=True):
    """The words of one language that hold composed names together."""

    articles: tuple[str, ...]
    possessives: tuple[str, ...]
    links: tuple[str, ...]
    genitives: tuple[str, ...]
    unnamed_owners: tuple[str, ...]
    seats: tuple[str, ...]
    prepositions: tuple[str, ...]
    control: tuple[str, ...]
    modifiers: tuple[str, ...]
    descriptors: tuple[str, ...]
    officials: tuple[str, ...]
    body_nouns: tuple[str, ...]
    titles: tuple[str, ...]
    titles_with_topic: tuple[str, ...]
    particles: tuple[str, ...]
    never_names: tuple[str, ...]
    directions: tuple[str, ...]
    place_nouns: tuple[str, ...]
    regions: tuple[str, ...]


class OrganisationFile(Record, frozen=True, kw_only=True):
    """organisations.yaml."""

    bodies: tuple[Body, ...] = ()
    topics: tuple[Topic, ...] = ()
    offices: tuple[Office, ...] = ()
    spellings: dict[str, dict[str, str]] = {}
    words: dict[str, NameWords] = {}


class RegistryFile(Record, frozen=True, kw_only=True):
    """Every other data file, and a user's own: any of these lists."""

    countries: tuple[Country, ...] = ()
    territories: tuple[Country, ...] = ()
    sources: tuple[Source, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    places: tuple[Place, ...] = ()
    persons: tuple[Person, ...] = ()
    groups: tuple[Group, ...] = ()
    unit_sizes: tuple[UnitSize, ...] = ()
    events: tuple[Event, ...] = ()
    countings: tuple[Counting, ...] = ()
