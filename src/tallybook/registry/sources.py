"""Sources by name, and as what kind of body they are for their country."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tallybook.registry.folding import Folding, NameTable
from tallybook.registry.schema import Source


@dataclass(frozen=True)
class SourceBook:
    """Registered sources by any of their names, and by (body, country)."""

    table: NameTable[Source]
    by_body: dict[tuple[str, str], Source]

    @classmethod
    def of(cls, sources: Iterable[Source], folding: Folding) -> SourceBook:
        """The table of all names; of sources that share one, the first entered is the likeliest."""
        all_sources = tuple(sources)
        names = [(source.name, source) for source in all_sources]
        aliases = [(alias, source) for source in all_sources for alias in source.aliases]
        by_body: dict[tuple[str, str], Source] = {}
        for source in all_sources:
            for body in source.bodies:
                by_body.setdefault((body, source.country or ""), source)
        return cls(NameTable.of(folding, names + aliases), by_body)

    def named(self, words: str, country: str | None = None) -> tuple[Source, ...]:
        """Every source that goes by these words, those of `country` first."""
        found = self.table.named(words)
        return tuple(sorted(found, key=lambda source: source.country != country)) if country else found

    def body(self, body: str, country: str) -> Source | None:
        """The source that is this country's body of that kind."""
        return self.by_body.get((body, country))
