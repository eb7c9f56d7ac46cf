"""Rules for parts of a period: "early January", "the first half of 2023", "the first two weeks of May"."""

from __future__ import annotations

from typing import cast

from tallybook.dates.calendars import Part
from tallybook.dates.composed import Around, PartOf, PieceOf, Quarter, StretchOf
from tallybook.dates.cursor import Read
from tallybook.dates.relative import Days, Unit, Weekday, Weekend
from tallybook.dates.relative_rules import RelativeRules
from tallybook.dates.when import Calendar, Season


class PartRules(RelativeRules):
    """Dates that cut a piece out of another date."""

    def _part(self, at: int) -> Read | None:
        """ "early January", "mid-April", "the end of 2023", "late last year", "late Friday", "year-end"."""
        words = self.table.words
        part = words.parts.get(self._key(at))
        if part is None:
            return self._end_behind(at)
        behind = self._past(self._past(at + 1, words.dashes), words.of)
        if behind == at + 1 and self._key(at) in words.noun_parts:
            return None
        behind = self._past(behind, words.articles)
        whole = self._whole(behind)
        if whole is None:
            return None
        if isinstance(whole[0], Weekday | Days | Weekend):
            return whole
        return PartOf(part=cast(Part, part), whole=whole[0]), whole[1]

    def _end_behind(self, at: int) -> Read | None:
        """ "year-end", "the year's end", "month's end"."""
        words = self.table.words
        unit, behind = words.units.get(self._key(at)), at + 1
        owned = self._surface(at).lower() != self._key(at)
        if unit is None or not (owned or self._key(behind) in words.dashes):
            return None
        behind = self._past(behind, words.dashes)
        part = words.parts.get(self._key(behind))
        return (PartOf(part=cast(Part, part), whole=Unit(unit, 0, whole=True)), behind + 1) if part else None

    def _around(self, at: int) -> Read | None:
        """ "the week of October 14"."""
        words = self.table.words
        if words.units.get(self._key(at)) != "week" or self._key(at + 1) not in words.of[:1]:
            return None
        whole = self.deeper_date(self._past(at + 2, words.articles))
        return (Around(unit="week", whole=whole[0]), whole[1]) if whole else None

    def _piece(self, at: int) -> Read | None:
        """ "the first half of 2023", "third quarter", "the second half of last year"."""
        words = self.table.words
        number = words.ordinals.get(self._key(at))
        if number is None:
            return None
        behind = self._past(at + 1, words.dashes)
        pieces = words.fractions.get(self._key(behind))
        if pieces is None:
            return None
        whole = self._of_whole(behind + 1) or self._year_after(behind + 1)
        if whole is None:
            floats = number > 0 and words.units.get(self._key(behind)) is not None
            return (Quarter(number - 1, pieces), behind + 1) if floats else None
        return PieceOf(at=number - 1 if number > 0 else number, pieces=pieces, whole=whole[0]), whole[1]

    def _stretch(self, at: int) -> Read | None:
        """ "the first two weeks of May", "the second week of October", "the last three months of 2023"."""
        words = self.table.words
        number = words.ordinals.get(self._key(at))
        if number is None:
            return None
        count = self._count(at + 1) or (1, False, at + 1)
        unit = words.units.get(self._key(count[2]))
        whole = self._of_whole(count[2] + 1) if unit else None
        if unit is None or whole is None:
            return None
        first = number if number < 0 else (number - 1) * count[0]
        return StretchOf(first=first, count=count[0], unit=unit, whole=whole[0]), whole[1]

    def _marked_quarter(self, at: int) -> Read | None:
        """ "Q3 2024", "H1"."""
        words, number = self.table.words, self._token(at + 1)
        pieces = 4 if self._key(at) in words.quarter_marks else 2 if self._key(at) in words.half_marks else 0
        if not pieces or number is None or number.value is None or not 1 <= number.value <= pieces:
            return None
        if not self._glued(at) or not self._written_as_name(at):
            return None
        whole = self._year_after(at + 2)
        if whole is None:
            return Quarter(number.value - 1, pieces), at + 2
        return PieceOf(at=number.value - 1, pieces=pieces, whole=whole[0]), whole[1]

    def _of_whole(self, at: int) -> Read | None:
        behind = self._past(at, self.table.words.of)
        if behind == at:
            return None
        return self._whole(self._past(behind, self.table.words.articles))

    def _year_after(self, at: int) -> Read | None:
        """A year, or "last year"."""
        year, shift, after = self._year_behind(at)
        if year is not None:
            return Calendar(year=year), after
        return (Unit("year", shift, whole=True), after) if shift is not None else None

    def _whole(self, at: int) -> Read | None:
        """A period of which parts are taken: a date, a led year, or "the year"."""
        unit = self.table.words.units.get(self._key(at))
        if unit in ("week", "month", "quarter", "year", "decade") and self._key(at - 1) in self.table.words.articles:
            return Unit(unit, 0, whole=True), at + 1
        read = self._year(at, led=True) or self.deeper_date(at) or self._led_month(at) or self._led_season(at)
        if read and isinstance(read[0], Unit) and read[0].shift == 0:
            return Unit(read[0].unit, 0, whole=True), read[1]
        return read

    def _led_month(self, at: int) -> Read | None:
        month = self._month_name(at)
        return (Calendar(month=month[0]), month[1]) if month else None

    def _led_season(self, at: int) -> Read | None:
        first = self.table.words.seasons.get(self._key(at))
        return (Season(first), at + 1) if first is not None else None
