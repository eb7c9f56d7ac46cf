"""Rules for calendar dates, months, years and decades."""

from __future__ import annotations

import calendar

from tallybook.dates.composed import Run
from tallybook.dates.cursor import Cursor, Read
from tallybook.dates.when import Calendar, Decade

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FIRST_DATED_YEAR = 1000
"""Behind a month or day a year may be as old as this; alone, a smaller number is a count more often than a year."""
_LEAP_YEAR = 2024


class CalendarRules(Cursor):
    """Dates that name a day, a month or a year."""

    def _in_figures(self, at: int) -> Read | None:
        found = self.numeric.get(self.tokens[at].start)
        if found is None:
            return None
        return found[0], self._token_after(at, found[1])

    def _day_and_month(self, at: int) -> Read | None:
        return self._month_day(at) or self._day_month(at)

    def _month_day(self, at: int) -> Read | None:
        """ "October 23, 2024", "Oct. 3–5", "May 5th"."""
        month = self._month_name(at)
        if month is None or self._key(at - 1) in self.table.words.month_only_leads:
            return None
        days = self._days(month[1])
        return self._dated(month[0], days[0], days[1], days[2]) if days else None

    def _day_month(self, at: int) -> Read | None:
        """ "23 October 2024", "the 3rd of May", "5-7 March"."""
        days = self._days(at)
        if days is None:
            return None
        month = self._month_name(self._past(days[2], self.table.words.of[:1]))
        return self._dated(month[0], days[0], days[1], month[1]) if month else None

    def _dated(self, month: int, day: int, last_day: int | None, at: int) -> Read | None:
        if max(day, last_day or 0) > calendar.monthrange(_LEAP_YEAR, month)[1]:
            return None
        year, shift, after = self._year_behind(at)
        return Calendar(year=year, month=month, day=day, last_day=last_day, year_shift=shift), after

    def _month(self, at: int) -> Read | None:
        """ "October 2024", "October", "October last year"; a doubtful word needs a lead or a year."""
        month = self._month_name(at)
        if month is None:
            return None
        year, shift, after = self._year_behind(month[1])
        if year is None and shift is None:
            year = self._year_of_pair(month[1])
        doubtful = self._key(at) in self.table.doubtful
        if doubtful and year is None and shift is None and not self._led(at):
            return None
        return Calendar(year=year, month=month[0], year_shift=shift), after

    def _year_of_pair(self, at: int) -> int | None:
        """The year of a second month that the first shares: "June and July 2023"."""
        second = self._month_name(at + 1) if self._key(at) in self.table.words.between_link else None
        return self._year_behind(second[1])[0] if second else None

    def _month_name(self, at: int) -> tuple[int, int] | None:
        number = self.table.months.get(self._key(at))
        if number is None or not self._written_as_name(at):
            return None
        is_short = self._key(at) in self.table.words.short_months
        return number, at + 2 if is_short and self._key(at + 1) == "." and self._glued(at) else at + 1

    def _days(self, at: int) -> tuple[int, int | None, int] | None:
        """A day, or a run of days of one month: "23", "23rd", "3–5", "3 and 4"."""
        first = self._day_number(at)
        if first is None:
            return None
        words = self.table.words
        if self._key(first[1]) in (*words.dashes, *words.between_link, *words.to):
            second = self._day_number(first[1] + 1)
            if second and second[0] > first[0] and self._month_touches(at, second[1]):
                return first[0], second[0], second[1]
        return first[0], None, first[1]

    def _month_touches(self, first: int, after: int) -> bool:
        """Whether a month stands by a run of days, so that "October 23 and 40 …" is not one."""
        behind = self._month_name(self._past(after, self.table.words.of[:1]))
        return behind is not None or (self._month_before(first) and not self._counts(after))

    def _month_before(self, at: int) -> bool:
        before = at - 2 if self._key(at - 1) == "." else at - 1
        return self._month_name(before) is not None

    def _counts(self, at: int) -> bool:
        """Whether the word at a token may be counted by the number before it."""
        key = self._key(at)
        return key.isalpha() and key not in self.table.leads

    def _day_number(self, at: int) -> tuple[int, int] | None:
        token = self._token(at)
        if token is None or token.value is None or not 1 <= token.value <= 31 or len(token.surface) > 2:
            return None
        if self._glued(at):
            behind = self._key(at + 1)
            if behind in self.table.words.ordinal_endings:
                return token.value, at + 2
            if behind.isalnum() or behind in "%:/":
                return None
        return token.value, at + 1

    def _year_behind(self, at: int) -> tuple[int | None, int | None, int]:
        """The year that follows a month or day: ", 2024", "of 2024", "last year"; (year, shift, index behind)."""
        after = at + 1 if self._key(at) == "," else at
        after = self._past(after, self.table.words.of)
        year = self._year_number(after, first=_FIRST_DATED_YEAR)
        if year is not None and not (self._key(at) == "," and self._is_count(after, 0)):
            return year, None, after + 1
        shift = self.table.words.shifts.get(self._key(after))
        if shift is not None and self.table.words.units.get(self._key(after + 1)) == "year":
            return None, shift, after + 2
        return None, None, at

    def _bare_day(self, at: int) -> Read | None:
        """ "on the 23rd", where no noun follows."""
        day = self._day_number(at)
        if day is None or day[1] == at + 1 or self._key(at - 1) not in self.table.words.articles:
            return None
        if self._key(day[1]).isalnum() and self._key(day[1]) not in self.table.leads:
            return None
        return Calendar(day=day[0]), day[1]

    def _year(self, at: int, led: bool = False) -> Read | None:
        """ "in 2010", "the 2010 quake", "2019–2023", "(2024)"."""
        year, second = self._year_number(at), self._second_year(at)
        if year is None or not (led or second or self._year_is_led(at)) or self._is_count(at, year):
            return None
        if second:
            return Run(Calendar(year=year), Calendar(year=second[0])), second[1]
        return Calendar(year=year), at + 1

    def _year_is_led(self, at: int) -> bool:
        before = self._key(at - 1)
        if before == "(" and self._key(at + 1) == ")":
            return True
        if before in self.table.words.articles:
            return self._key(at + 1).isalpha()
        return before in self.table.leads or (before in self.table.words.fillers and self._led(at))

    def _year_number(self, at: int, *, first: int = _FIRST_YEAR) -> int | None:
        token = self._token(at)
        if token is None or token.value is None or len(token.surface) != 4:
            return None
        if not first <= token.value <= _LAST_YEAR:
            return None
        glued_behind = self._glued(at) and (self._key(at + 1).isalnum() or self._key(at + 1) == "%")
        return None if glued_behind else token.value

    def _second_year(self, at: int) -> tuple[int, int] | None:
        """The second year of "2022-23" or "2019–2023"."""
        year, second = self._year_number(at), self._token(at + 2)
        if year is None or second is None or second.value is None or not (self._glued(at) and self._glued(at + 1)):
            return None
        if self._key(at + 1) not in (*self.table.words.dashes, "/") or self._key(at - 1) in self.table.words.dashes:
            return None
        full = self._year_number(at + 2)
        if full and full > year:
            return full, at + 3
        return (year + 1, at + 3) if len(second.surface) == 2 and second.value == (year + 1) % 100 else None

    def _is_count(self, at: int, year: int) -> bool:
        """ "of 2010 people", "in 2000 homes": before a plural, a round number or one led by a weak word is a count."""
        words = self.table.words
        key = self._key(at + 1)
        plural = key in words.counted or (key.endswith(tuple(words.counted_endings)) and key not in words.not_counted)
        return plural and key.isalpha() and (year % 100 == 0 or self._key(at - 1) in words.weak_leads)

    def _decade(self, at: int) -> Read | None:
        token = self._token(at)
        if token is None or token.value is None or token.value % 10 or not self._glued(at):
            return None
        if self._surface(at + 1) not in self.table.words.decade_endings or not 1000 <= token.value <= _LAST_YEAR:
            return None
        return Decade(token.value), at + 2
