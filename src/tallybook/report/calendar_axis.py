"""Where a day stands on an axis of time, in percent of its width."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tallybook.report.scale import Tick, anchored

_INSET = 5.0
_MOST = 5  # labels that fit a phone
_FEW = 3  # labels that stand side by side on any screen
_STEPS = (1, 2, 5, 10, 20)  # days
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 3000, 6000, 12000, 30000)
_LONGEST_IN_DAYS = 75


@dataclass(frozen=True, slots=True)
class Days:
    """Linear from the first day to the last."""

    first: dt.date
    last: dt.date

    def at(self, day: dt.date) -> float:
        """Percent from the left, kept inside the plot."""
        length = (self.last - self.first).days
        share = 0.5 if not length else min(max((day - self.first).days / length, 0.0), 1.0)
        return round(_INSET + share * (100 - 2 * _INSET), 1)


def day_ticks(days: Days) -> tuple[Tick, ...]:
    """At most five days or firsts of months inside the axis, the year named where it begins or changes."""
    length = (days.last - days.first).days
    shown = list(_by_days(days) if length <= _LONGEST_IN_DAYS else _by_months(days))
    ticks: list[Tick] = []
    year = None
    for day in shown:
        label = _label(day, year, with_day=length <= _LONGEST_IN_DAYS)
        ticks.append(anchored(days.at(day), label, spare=len(ticks) % 2 == 1 and len(shown) > _FEW))
        year = day.year
    return tuple(ticks)


def _by_days(days: Days) -> Iterator[dt.date]:
    length = (days.last - days.first).days
    step = next((step for step in _STEPS if length // step < _MOST), _STEPS[-1])
    return (days.first + dt.timedelta(offset) for offset in range(0, length + 1, step))


def _by_months(days: Days) -> Iterator[dt.date]:
    first = 12 * days.first.year + days.first.month - (1 if days.first.day == 1 else 0)
    last = 12 * days.last.year + days.last.month - 1
    step = next((step for step in _MONTHS if (last - first) // step < _MOST), _MONTHS[-1])
    return (dt.date(month // 12, month % 12 + 1, 1) for month in range(-(-first // step) * step, last + 1, step))


def _label(day: dt.date, year: int | None, *, with_day: bool) -> str:
    name = calendar.month_abbr[day.month]
    said = f"{day.day} {name}" if with_day else name
    return said if day.year == year else f"{said} {day.year}"
