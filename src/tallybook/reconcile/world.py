"""What reconciliation asks of the registry, with every answer looked up once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from tallybook.reconcile.methods.method import Counting

if TYPE_CHECKING:  # reading the registry takes longer than all the rest of this stage
    from tallybook.registry import Registry
    from tallybook.registry.schema import Assessment

OFFICIAL_KINDS = frozenset({"government", "military", "intelligence", "un", "intergovernmental"})


class World:
    """A registry's answers about names, places, events and unit sizes, kept for the time of one reconciliation.

    `graded` are the grades that people gave sources in the book, by name, each with by whom; they come before the
    registry's.
    """

    def __init__(self, registry: Registry, graded: Mapping[str, tuple[str, str]] | None = None) -> None:
        self._registry = registry
        self._given = graded or {}
        self._speakers: dict[str, str] = {}
        self._groups: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._sides: dict[str, str | None] = {}
        self._voices: dict[str, str | None] = {}
        self._officials: dict[str, bool] = {}
        self._around: dict[str, tuple[str, ...]] = {}
        self._wholes: dict[str, tuple[str, ...]] = {}

    def speaker(self, name: str) -> str:
        """The canonical name of a speaker, the name itself where the registry knows none."""
        if name not in self._speakers:
            self._speakers[name] = self._registry.canonical_name(name) or name
        return self._speakers[name]

    def group(self, name: str) -> str:
        """The canonical name of a group, the name itself where the registry knows none."""
        if name not in self._groups:
            self._groups[name] = self._registry.group_named(name) or name
        return self._groups[name]

    def place(self, name: str) -> str:
        """The canonical name of a place, the name itself where the registry knows none."""
        if name not in self._places:
            self._places[name] = self._registry.place_named(name) or name
        return self._places[name]

    def within(self, inner: str, outer: str) -> bool:
        """Whether one place is known to lie in the other, or to be it."""
        return self.place(outer) in self.around(inner)

    def around(self, place: str) -> tuple[str, ...]:
        """A place and all that it is known to lie in, by canonical names."""
        if place not in self._around:
            self._around[place] = self._registry.places_around(self.place(place))
        return self._around[place]

    def may_lie_in(self, inner: str, country: str) -> bool:
        """Whether one place may lie in the other: it is known to, or the other is a country and it is unknown."""
        if self.within(inner, country):
            return True
        return self.is_state(country) and self._registry.place_named(inner) is None

    def side_of(self, speaker: str) -> str | None:
        """The state a speaker belongs to, where it is one and known."""
        if speaker not in self._sides:
            assessment = self.assessment(speaker)
            given = assessment.side if assessment is not None else None
            self._sides[speaker] = given or self._registry.side_of(self.speaker(speaker))
        return self._sides[speaker]

    def speaks_for(self, speaker: str) -> str | None:
        """The state or armed group whose voice a speaker is; None for whoever only belongs to a country ("Ukrainian
        volunteers", "Kyiv School of Economics")."""
        if speaker not in self._voices:
            name = self.speaker(speaker)
            side = self.side_of(name)
            assessment = self.assessment(name)
            given = assessment is not None and assessment.side is not None
            own = given or self._is_registered(name) or side is None or self.is_state(name) or self.is_official(name)
            self._voices[speaker] = side if own or self._is_office_of(name, side) else None
        return self._voices[speaker]

    def _is_office_of(self, name: str, side: str | None) -> bool:
        """Whether a name is a state's adjective with a body: "South Korean officials"."""
        adjective = self.adjective(side) if side is not None else None
        return adjective is not None and name.startswith(f"{adjective} ") and self.is_office(name[len(adjective) + 1 :])

    def is_office(self, speaker: str) -> bool:
        """Whether a name only says what kind of body or office speaks, and not whose ("Police")."""
        return self._registry.names_office(self.speaker(speaker))

    def is_outside(self, speaker: str) -> bool:
        """Whether a speaker is known, and known to be no side's voice: the United Nations, an aid organisation."""
        name = self.speaker(speaker)
        return self._is_registered(name) and self.side_of(name) is None

    def _is_registered(self, name: str) -> bool:
        return self._registry.find_source(name) is not None or self._registry.person_named(name) is not None

    def assessment(self, speaker: str) -> Assessment | None:
        """What the user's registry file says of a speaker or an outlet."""
        return self._assessments.get(self.speaker(speaker).casefold())

    def grade(self, speaker: str) -> str | None:
        """The user's grade of a speaker or an outlet."""
        if (given := self._graded.get(self.speaker(speaker).casefold())) is not None:
            return given[0]
        assessment = self.assessment(speaker)
        return assessment.grade if assessment is not None else None

    def graded_by(self, speaker: str) -> str:
        """By whom a speaker was graded in the book ("by A. Editor, 3 May 2026"), empty where nobody did."""
        given = self._graded.get(self.speaker(speaker).casefold())
        return given[1] if given is not None else ""

    def country_at(self, place: str) -> str | None:
        """The one country that a place lies in or is, where it is known."""
        return self._registry.country_of_place(self.place(place))

    def is_state(self, speaker: str) -> bool:
        """Whether the name is that of a state as a whole."""
        return self._registry.country_of(speaker) is not None

    def is_official(self, speaker: str) -> bool:
        """Whether a body of a state or of the United Nations speaks, registered or named with its state."""
        if speaker not in self._officials:
            name = self.speaker(speaker)
            source = self._registry.find_source(name)
            body = name.endswith(")") and self.side_of(name) is not None
            self._officials[speaker] = source.kind in OFFICIAL_KINDS if source is not None else body
        return self._officials[speaker]

    def adjective(self, group: str) -> str | None:
        """The adjective of a state ("Haitian"), None for other groups."""
        country = self._registry.country_of(group)
        return self._registry.adjective_of(country) if country is not None else None

    def contains(self, whole: str, part: str) -> bool:
        """Whether whoever is counted under event `part` is also counted under event `whole`."""
        return self._registry.event_contains(whole, part)

    def wholes_of(self, event: str) -> tuple[str, ...]:
        """The other events under which whoever is counted under `event` is counted, too."""
        if event not in self._wholes:
            events = (whole.id for whole in self._registry.events if whole.id != event)
            self._wholes[event] = tuple(whole for whole in events if self.contains(whole, event))
        return self._wholes[event]

    def parts_of(self, event: str) -> tuple[str, ...]:
        """The events that together make up `event` ("killed or wounded": killed, wounded), or nothing."""
        return self._parts.get(event, ())

    def is_casualty(self, event: str) -> bool:
        """Whether the event is one of those that combine ("killed", "wounded", "missing"), or a combination."""
        return event in self._parts or any(event in parts for parts in self._parts.values())

    def monotone(self, event: str) -> bool:
        """Whether the cumulative number of `event` never falls unless corrected."""
        return self._registry.monotone(event)

    def contested(self, event: str) -> bool:
        """Whether the parties of a war dispute numbers of `event`."""
        return self._registry.is_contested(event)

    def counting(self, event: str, *, war: bool) -> Counting | None:
        """How numbers of `event` come about, in a story of a war or not; None where each is counted."""
        found = self._registry.counting(event, war=war)
        if found is None:
            return None
        return Counting(
            trust=found.trust, scatter=found.scatter, freedom=found.freedom, junk=found.junk, room=found.room
        )

    def listed(self, event: str) -> bool:
        """Whether whom `event` befell may be counted name by name."""
        return self._registry.is_listed(event)

    def keeps_list(self, speaker: str) -> bool:
        """Whether a speaker publishes names, or verifies people one by one."""
        source = self._registry.find_source(self.speaker(speaker))
        return source is not None and source.keeps_list

    def warlike(self, event: str, unit: str) -> bool:
        """Whether `event`, befalling `unit`, is told of war alone."""
        return self._registry.is_warlike(event, unit)

    def title(self, event: str, units: str) -> str:
        """`units` with what befell them ("soldiers", "deployed" → "soldiers deployed")."""
        return self._registry.event_title(event, units)

    def unit_size(self, unit: str, event: str) -> tuple[int, int] | None:
        """Fewest and most persons that one `unit` usually has ("battalion": 300 to 1,000).

        None too where `event` does not befall such units and their people alike ("12 companies affected").
        """
        size = self._registry.unit_size(unit)
        return None if size is None or (size.events and event not in size.events) else (size.low, size.high)

    @cached_property
    def _assessments(self) -> dict[str, Assessment]:
        return {self.speaker(one.name).casefold(): one for one in self._registry.assessments}

    @cached_property
    def _parts(self) -> dict[str, tuple[str, ...]]:
        events = self._registry.events
        return {
            event.id: event.contains for event in events if event.contains and event.id == " or ".join(event.contains)
        }

    @cached_property
    def _graded(self) -> Mapping[str, tuple[str, str]]:
        return {self.speaker(name).casefold(): given for name, given in self._given.items()}
