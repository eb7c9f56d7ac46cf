"""What the claims of a series leave unsaid, in one sentence for each kind of gap."""

from __future__ import annotations

from collections import Counter

from tallybook.model import Series, Unknown
from tallybook.view.words import counted

_SILENT = {
    Unknown.GROUP: ("names no group", "name no group"),
    Unknown.PLACE: ("gives no place", "give no place"),
    Unknown.DAY: ("has no date", "have no date"),
    Unknown.INCIDENT: ("names no incident", "name no incident"),
}


def assumed_in_words(series: Series) -> tuple[str, ...]:
    """ "3 of 9 claims give no place; they are taken to be of Kursk Oblast.", and so on for what else is unsaid."""
    count = Counter((one.unknown, one.taken) for one in series.assumed)
    return tuple(
        _sentence(unknown, taken, count[unknown, taken], len(series.claims))
        for unknown, taken in sorted(count, key=_order)
    )


def _order(gap: tuple[Unknown, str]) -> tuple[int, str]:
    return list(Unknown).index(gap[0]), gap[1]


def _sentence(unknown: Unknown, taken: str, number: int, total: int) -> str:
    one, several = _SILENT[unknown]
    silent, they = (one, "it is") if number == 1 else (several, "they are")
    who = "The claim" if total == 1 else f"{number:,} of {counted(total, 'claim')}"
    return f"{who} {silent}; {they} taken to be of {taken}."
