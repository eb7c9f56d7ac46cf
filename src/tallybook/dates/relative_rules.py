"""Rules for dates counted from the day of writing: "last week", "two years ago", "on Friday"."""

from __future__ import annotations

from tallybook.dates.calendar_rules import CalendarRules
from tallybook.dates.cursor import Read
from tallybook.dates.relative import Ago, Days, Later, Nearest, Unit, Vague, Weekday, WeekdayOf, Weekend, Window
from tallybook.dates.when import TOLD, Calendar, Season


class RelativeRules(CalendarRules):
    """Dates that need to know when the text was written."""

    def _shifted(self, at: int) -> Read | None:
        """ "last week", "the past three days", "next Friday", "last October", "earlier this year"."""
        words = self.table.words
        first = at
        at = self._past(at, (*words.earlier, *words.later))
        read = self._shift(at) or (self._of_current(at) if at > first else None)
        return (Later(read[0]), read[1]) if read and at > first and self._key(first) in words.later else read

    def _shift(self, at: int) -> Read | None:
        words = self.table.words
        if words.shifts.get(self._key(at)) == 0 and self._key(at + 1) in words.shifts:
            at += 1  # "this past week"
        shift = words.shifts.get(self._key(at))
        if shift is None:
            return None
        if self._key(at) in words.told_shifts:
            return self._told(at)
        return self._shifted_unit(at, shift) or self._window(at, shift) or self._shifted_name(at, shift)

    def _told(self, at: int) -> Read | None:
        """ "The previous day", "the following two weeks": days of the story, not of the publication."""
        count = self._count(at + 1)
        behind = count[2] if count else at + 1
        return (Vague(TOLD), behind + 1) if self._key(behind) in self.table.words.units else None

    def _of_current(self, at: int) -> Read | None:
        """ "Earlier in the week", "later in the year" — behind the first word."""
        words = self.table.words
        behind = self._past(self._past(at, words.of), words.articles)
        unit = words.units.get(self._key(behind))
        if unit is None or behind < at + 2 or self._key(behind) in words.plural_units or unit == "hour":
            return None
        return Unit(unit, 0), behind + 1

    def _shifted_unit(self, at: int, shift: int) -> Read | None:
        """ "Last week" is a week of the calendar, "the last week" and "the past week" are seven days."""
        words = self.table.words
        unit = words.units.get(self._key(at + 1))
        if unit is None or self._key(at + 1) in words.plural_units:
            return None
        if shift and self._key(at - 1) in words.articles and self._key(at + 2) in words.of[:1]:
            return None  # "the last day of his presidency"
        if shift and (self._key(at) in words.open_shifts or self._key(at - 1) in words.articles):
            return Window(1, unit, shift), at + 2
        return None if unit in ("hour", "day") else (Unit(unit, shift), at + 2)

    def _window(self, at: int, shift: int) -> Read | None:
        """ "the last three days", "the next few weeks", "the coming months"."""
        count = self._count(at + 1)
        unit = self.table.words.units.get(self._key(count[2] if count else at + 1))
        if unit is None or shift == 0:
            return None
        if count is None:
            return (Vague(), at + 2) if self._key(at + 1) in self.table.words.plural_units else None
        return Window(count[0], unit, shift, rough=count[1]), count[2] + 1

    def _shifted_name(self, at: int, shift: int) -> Read | None:
        """ "last Friday", "next October", "this summer", "last weekend"."""
        words, behind = self.table.words, at + 1
        day = self.table.weekdays.get(self._key(behind))
        if day is not None and self._written_as_name(behind):
            return Weekday(day, shift), self._past(behind + 1, words.day_parts)
        season = words.seasons.get(self._key(behind))
        if season is not None:
            return Season(season, shift=shift), behind + 1
        if self._key(behind) in words.weekend:
            return Weekend(shift), behind + 1
        return self._shifted_month(behind, shift)

    def _shifted_month(self, at: int, shift: int) -> Read | None:
        month = self._month_name(at)
        if month is None:
            return None
        days = self._days(month[1])
        day, after = (days[0], days[2]) if days else (None, month[1])
        if shift == 0:
            return Calendar(month=month[0], day=day, year_shift=0), after
        return Nearest(Calendar(month=month[0], day=day), shift), after

    def _ago(self, at: int) -> Read | None:
        """ "two years ago", "a few weeks ago"."""
        count = self._count(at)
        if count is None:
            return None
        unit = self.table.words.units.get(self._key(count[2]))
        if unit is None or self._key(count[2] + 1) not in self.table.words.ago:
            return None
        return Ago(count[0], unit, rough=count[1]), count[2] + 2

    def _count(self, at: int) -> tuple[int, bool, int] | None:
        """A number of units: (how many, whether rough, index behind)."""
        token, words = self._token(at), self.table.words
        if token is None:
            return None
        if token.value is not None:
            return token.value, False, at + 1
        if token.key in words.vague_counts:
            return words.vague_counts[token.key], True, self._past(at + 1, words.of[:1])
        if token.key not in words.numbers:
            return None
        if self._key(at + 1) in words.vague_counts:
            return words.vague_counts[self._key(at + 1)], True, self._past(at + 2, words.of[:1])
        ones = words.numbers.get(self._key(at + 2), 0) if self._key(at + 1) in words.dashes else 0
        tens = words.numbers[token.key]
        return (tens + ones, False, at + 3) if tens >= 20 and 0 < ones < 10 else (tens, False, at + 1)

    def _recent(self, at: int) -> Read | None:
        words = self.table.words
        if self._key(at) not in words.recent or self._key(at + 1) not in words.units:
            return None
        return Vague(), at + 2

    def _day_phrase(self, at: int) -> Read | None:
        found = self.table.phrase(self.tokens, at, self.table.day_phrases)
        if found:
            return Days(*found[0]), self._past(found[1], self.table.words.day_parts)
        holiday = self.table.phrase(self.tokens, at, self.table.holidays)
        if holiday is None or not self._written_as_name(at):
            return None
        year, shift, after = self._year_behind(holiday[1])
        return Calendar(year=year, month=holiday[0][0], day=holiday[0][1], year_shift=shift), after

    def _weekday(self, at: int) -> Read | None:
        """ "Friday", "Friday night", "Wednesday, October 23, 2024", "Wed 23 Oct"."""
        words = self.table.words
        number = self.table.weekdays.get(self._key(at))
        if number is None or not self._written_as_name(at) or self._key(at - 1) in words.named_before_weekdays:
            return None
        after = self._past(at + 1, words.day_parts)
        dated = at + 1
        while self._key(dated) in (".", ",", *words.articles):
            dated += 1
        whole = self._in_figures(dated) if dated < len(self.tokens) else None
        whole = whole or self._day_and_month(dated)
        if whole:
            return whole
        return self._weekday_of(at, number) or ((Weekday(number), after) if self._key(at) in words.weekdays else None)

    def _weekday_of(self, at: int, number: int) -> Read | None:
        """ "Monday next week", "Friday of last week"."""
        behind = self._past(at + 1, self.table.words.of)
        shift = self.table.words.shifts.get(self._key(behind))
        if shift is None or self.table.words.units.get(self._key(behind + 1)) != "week":
            return None
        return WeekdayOf(number, shift), behind + 2

    def _weekend(self, at: int) -> Read | None:
        return (Weekend(), at + 1) if self._key(at) in self.table.words.weekend else None

    def _season(self, at: int) -> Read | None:
        """ "autumn 2024", "the winter of 2022-23", "in summer"."""
        first = self.table.words.seasons.get(self._key(at))
        if first is None:
            return None
        year, shift, after = self._year_behind(at + 1)
        if year is not None:
            second = self._second_year(after - 1)
            return Season(first, year=year), second[1] if second else after
        if shift is not None:
            return Season(first, shift=shift), after
        return (Season(first), at + 1) if self._led_by_role(at) else None
