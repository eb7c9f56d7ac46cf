"""How events contain one another, and which totals never fall."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tallybook.registry.schema import Event


@dataclass(frozen=True)
class EventTable:
    """The events of events.yaml by id."""

    by_id: dict[str, Event]

    @classmethod
    def of(cls, events: Iterable[Event]) -> EventTable:
        """The table of all events."""
        return cls({event.id: event for event in events})

    def contains(self, outer: str, inner: str) -> bool:
        """Whether a count of `outer` includes those of `inner`; an event contains itself."""
        if outer == inner:
            return True
        event = self.by_id.get(outer)
        return any(self.contains(part, inner) for part in event.contains) if event else False

    def monotone(self, event: str) -> bool:
        """Whether a cumulative total of this event never falls unless corrected. False for an unknown event."""
        found = self.by_id.get(event)
        return found.monotone if found else False

    def title(self, event: str, units: str) -> str:
        """The words for a count: ("killed", "persons") → "persons killed"."""
        found = self.by_id.get(event)
        return found.title.format(units=units) if found else f"{units}: {event}"
