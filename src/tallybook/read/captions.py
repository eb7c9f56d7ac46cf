"""Lines that describe a picture or say whose it is."""

from __future__ import annotations

import re

from tallybook.read.cues import Cues
from tallybook.read.phrases import bare
from tallybook.read.units import Look, Unit
from tallybook.read.verdict import Role, Verdict

_TAIL = re.compile(
    r"[(\[](?P<bracket>[^()\[\]]{2,120})[)\]]?\.?$"
    r"|(?:[/|©]|\s-\s|\bphoto(?:graph)?:|\bcredit:|\bimage:|\bsource:)(?P<bare>[^/|©()]{2,60})$",
    re.IGNORECASE,
)
_BEFORE_CREDIT = re.compile(r"[(\[/|©:]|\s-\s")
"""What every credit at the end of a line stands behind: looked for first, since few lines have any."""
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]\.?$")
_YEAR_LAST = re.compile(r"\b(?:19|20)\d\d\.?$")
_CREDIT_REACH = 90
_REACH = 130
_LONGEST = 90
_SCENE_WORDS = 40


def caption(unit: Unit, cues: Cues) -> Verdict | None:
    """The verdict that a unit is a caption: a credit near its end, the words captions start with, or a dated scene."""
    if unit.words > _LONGEST:
        return None
    marked = cues.credit_marks.first(unit.plain[-_CREDIT_REACH:], unit.tokens)
    if marked:
        return Verdict(Role.CAPTION, f'picture credit "{marked}"')
    lead = cues.caption_leads.at(unit.plain)
    if lead is not None and (lead[-1] in ":-," or unit.words <= 60):
        return Verdict(Role.CAPTION, f'caption "{lead}"')
    if _is_credit(unit, cues):
        return Verdict(Role.CAPTION, "names in brackets at its end, as a credit")
    if _is_dated_scene(unit, cues):
        return Verdict(Role.CAPTION, "in the present tense with a date at its end")
    if unit.sentences <= 2 and cues.caption_places.first(unit.plain, unit.tokens):
        return Verdict(Role.CAPTION, "says who stands where in a picture")
    credit = _credit_tail(unit, cues)
    if credit and (len(credit) > 1 or unit.look is not Look.PROSE or has_caption_verb(unit, cues)):
        return Verdict(Role.CAPTION, f"picture credit: {', '.join(credit)}")
    return None


def _credit_tail(unit: Unit, cues: Cues) -> list[str]:
    """The credits named at the end of a unit, in brackets or after a slash: one for an agency, more for a picture's."""
    end = unit.plain[-_REACH:]
    tail = _TAIL.search(end) if _BEFORE_CREDIT.search(end) else None
    if tail is None:
        return []
    words = tail.group("bracket") or tail.group("bare")
    if len(words.split()) > 12:
        return []
    found = [match.group() for match in cues.credits.find(words, unit.tokens)]
    signed = found and ("/" in words or "©" in tail.group() or len(words.split()) > len(found))
    return [*found, words.strip()] if signed else found


def _is_credit(unit: Unit, cues: Cues) -> bool:
    """Whether a unit ends in brackets that hold names alone, parted by a slash or below a scene."""
    tail = _BRACKETED.search(unit.text[-_REACH:])
    if tail is None or not unit.tokens.isdisjoint(cues.words.reporting):
        return False
    names = [word for word in re.findall(r"[^\s/,]+", tail.group(1)) if len(word) > 3 or not word.islower()]
    named = len(names) >= 2 and all(name[0].isupper() for name in names)
    return named and ("/" in tail.group(1) or has_caption_verb(unit, cues))


def _is_dated_scene(unit: Unit, cues: Cues) -> bool:
    if unit.sentences > 1 or unit.words > _SCENE_WORDS or not _YEAR_LAST.search(unit.plain[-6:]):
        return False
    return unit.tokens.isdisjoint(cues.words.reporting) and has_caption_verb(unit, cues)


def has_caption_verb(unit: Unit, cues: Cues) -> bool:
    """Whether one of the first words is a verb that captions use in the present tense."""
    return any(bare(word) in cues.words.caption_verbs for word in unit.plain.split()[:12])
