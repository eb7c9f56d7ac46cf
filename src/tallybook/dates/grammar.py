"""The grammar of date expressions: a recursive descent over tokens, driven by the lexicon's words.

Every rule takes a token index and returns what it read with the index behind it, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from tallybook.dates.composed import PartOf, Run
from tallybook.dates.cursor import Read
from tallybook.dates.part_rules import PartRules
from tallybook.dates.relative import Days, Unit, Weekday
from tallybook.dates.when import Calendar, Season, When


class Grammar(PartRules):
    """All rules together. Which rule goes first matters only where one reads a beginning of what another reads."""

    def expression(self, at: int) -> Read | None:
        """The date expression that starts at a token, runs ("January to March") included."""
        return self._between(at) or self._run(at)

    def _date(self, at: int) -> Read | None:
        """The first rule's reading at a token; no run."""
        if at >= len(self.tokens):
            return None
        rules: tuple[Callable[[int], Read | None], ...] = (
            self._in_figures,
            self._day_phrase,
            self._part,
            self._piece,
            self._around,
            self._stretch,
            self._shifted,
            self._weekday,
            self._day_and_month,
            self._month,
            self._ago,
            self._marked_quarter,
            self._recent,
            self._weekend,
            self._season,
            self._decade,
            self._year,
            self._bare_day,
        )
        for rule in rules:
            read = rule(at)
            if read:
                return read
        return None

    def lead_of_run(self, at: int) -> bool:
        """Whether the token only leads a run ("between", "from") and is no part of a date."""
        words = self.table.words
        return self._key(at) in (*words.between, *words.start)

    def _between(self, at: int) -> Read | None:
        """ "between January and February", "from 2011 to 2013"; the lead word is read too."""
        key, words = self._key(at), self.table.words
        if key in words.between:
            return self._linked(at + 1, words.between_link)
        return self._linked(at + 1, (*words.to, *words.dashes)) if key in words.start else None

    def _run(self, at: int) -> Read | None:
        words = self.table.words
        run = self._linked(at, (*words.to, *words.dashes))
        if run and isinstance(run[0], Run) and _makes_run(run[0].first, run[0].last):
            return run
        return self.date(at)

    def _linked(self, at: int, links: Container[str]) -> Read | None:
        articles = self.table.words.articles
        at = self._past(at, articles)
        first = self.date(at) or self._led_month(at)
        if first is None or self._key(first[1]) not in links:
            return None
        behind = self._past(first[1] + 1, articles)
        last = self.date(behind) or self._year(behind, led=True) or self._led_month(behind) or self._led_season(behind)
        return (Run(first[0], last[0]), last[1]) if last else None


def _makes_run(first: When, last: When) -> bool:
    """Whether two dates with only a "to" or a dash between them are one run: two of a kind."""
    kinds = ((Calendar, PartOf), (Weekday,), (Season,), (Unit,), (Days,))
    return any(isinstance(first, kind) and isinstance(last, kind) for kind in kinds)
