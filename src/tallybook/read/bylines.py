"""Lines that say who wrote a text and when."""

from __future__ import annotations

from tallybook.read.cues import Cues
from tallybook.read.dated import is_date_line
from tallybook.read.phrases import plain
from tallybook.read.units import Look, Unit
from tallybook.read.verdict import Role, Verdict

NAME_AND_ROLE = "name and role"
_LONGEST = 24
_LONGEST_CREDIT = 30
_LONGEST_NAME = 9


def byline(unit: Unit, cues: Cues) -> Verdict | None:
    """The verdict that a unit names its authors: led by "by", a credit at the end, or a name with its role."""
    inner = unit.plain.strip("()[] ")
    lead = cues.byline_leads.at(inner)
    if lead and unit.words <= _LONGEST and _name_or_date(unit, lead):
        return Verdict(Role.BYLINE, f'byline "{lead}"')
    tail = cues.byline_tails.first(unit.plain, unit.tokens) if unit.words <= _LONGEST_CREDIT else None
    if tail:
        return Verdict(Role.BYLINE, f'credit of the authors "{tail}"')
    if (
        unit.words <= _LONGEST_NAME
        and unit.look is not Look.PROSE
        and "," in unit.plain
        and cues.roles.first(unit.plain.split(",", 1)[1], unit.tokens)
    ):
        return Verdict(Role.BYLINE, NAME_AND_ROLE)
    return None


def date_line(unit: Unit, cues: Cues) -> Verdict | None:
    """A date and little else: the page's own clock where it says "today", otherwise a date whose place decides."""
    if unit.look is Look.PROSE or unit.look is Look.ITEM or unit.cut or not is_date_line(unit.text, cues.lexicon):
        return None
    if cues.clock_leads.at(unit.plain):
        return Verdict(Role.CLOCK, "the page's clock")
    return Verdict(Role.DATE, "a date and little else")


def is_clock(line: str, cues: Cues) -> bool:
    """Whether a line gives the date of the day it is read on: "Today is Friday, 4 July 2025"."""
    return cues.clock_leads.at(plain(line)) is not None and is_date_line(line, cues.lexicon)


def _name_or_date(unit: Unit, lead: str) -> bool:
    rest = unit.text.strip("()[] ")[len(lead) :].lstrip(" :|-–—")
    if unit.text[0] in "([":
        return True
    if unit.look is Look.PROSE or unit.cut:
        return False
    lower = sum(word[0].islower() for word in rest.split())
    return not rest or rest[0].isdigit() or (not rest[0].islower() and lower * 3 <= len(rest.split()))
