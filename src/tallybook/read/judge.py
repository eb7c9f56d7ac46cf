"""What the words of one line say it is, before its neighbours are looked at."""

from __future__ import annotations

import re
from collections.abc import Callable

from tallybook.model import BlockKind
from tallybook.read.appeals import appeal_in
from tallybook.read.bylines import byline, date_line
from tallybook.read.captions import caption
from tallybook.read.cues import Cues
from tallybook.read.dated import is_date_line
from tallybook.read.phrases import bare, plain
from tallybook.read.units import Look, Unit
from tallybook.read.verdict import Role, Verdict

_QUOTED = re.compile(r'"[^"]*(?:"|$)')
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s[a-z]{2,5})?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[@#]\w+")
_BARS = re.compile(r"\s*[|·•›»]\s*|\s+[/>‹]\s+|[ \u00a0]{2,}|\t")
_PATH = re.compile(r"[›»|]|\s>\s")
_SIGNATURE = re.compile(r"\(@\w+\)")
_LONGEST_CUED = 1500
_SETTLED = {
    BlockKind.TITLE: Role.HEADLINE,
    BlockKind.CAPTION: Role.CAPTION,
    BlockKind.BYLINE: Role.BYLINE,
    BlockKind.STANDFIRST: Role.HEADLINE,
}
_HINTED = {BlockKind.HEADING: Role.HEADLINE, BlockKind.LIST_ITEM: Role.ITEM, BlockKind.BODY: Role.PROSE}


def judge(unit: Unit, cues: Cues, names: frozenset[str] = frozenset()) -> Verdict:
    """The role that the unit's own words and look give it; the first rule that speaks decides.

    `names` are what the outlet may be called; a passage that names it and its readers is an appeal.
    """
    if unit.hint in _SETTLED:
        return Verdict(_SETTLED[unit.hint], unit.hint_why)
    for rule in _RULES if len(unit.text) <= _LONGEST_CUED else ():
        verdict = rule(unit, cues)
        if verdict is not None:
            return verdict
    appeal = appeal_in(unit, names, cues.lexicon.language)
    if appeal:
        return Verdict(Role.FURNITURE, f"appeal to the reader: {appeal}")
    return _by_hint(unit) or _by_look(unit)


def _by_hint(unit: Unit) -> Verdict | None:
    """What the mark-up says of a unit whose words say nothing."""
    if unit.linked and (unit.look is not Look.PROSE or unit.words < 50):
        return Verdict(Role.FURNITURE, "a link and nothing else")
    role = _HINTED.get(unit.hint) if unit.hint else None
    return Verdict(role, unit.hint_why) if role else None


def _by_look(unit: Unit) -> Verdict:
    match unit.look:
        case Look.PROSE:
            return Verdict(Role.PROSE, "sentences")
        case Look.ITEM:
            return Verdict(Role.ITEM, "bullet")
        case Look.HEADLINE:
            return Verdict(Role.HEADLINE, "short line without a full stop")
        case Look.LABEL:
            return Verdict(Role.LABEL, "a few words")
        case Look.MARKS:
            return Verdict(Role.FURNITURE, "no words")


def is_stamp(line: str, cues: Cues) -> bool:
    """Whether a line is the age of an item, a time of day, or a date and little else."""
    words = plain(line)
    return bare(words) in cues.ages or _CLOCK.fullmatch(words) is not None or is_date_line(line, cues.lexicon)


def _clock(unit: Unit, cues: Cues) -> Verdict | None:
    if _CLOCK.fullmatch(unit.plain):
        return Verdict(Role.STAMP, "time of day alone")
    if bare(unit.plain) in cues.ages:
        return Verdict(Role.STAMP, "age of an item")
    return None


def _whole_line(unit: Unit, cues: Cues) -> Verdict | None:
    if unit.words > 12:
        return None
    line = bare(unit.plain)
    if line in cues.closers:
        return Verdict(Role.CLOSER, f'section "{line}"')
    if line in cues.insets:
        return Verdict(Role.INSET, f'box "{line}"')
    if line in cues.controls:
        return Verdict(Role.FURNITURE, f'control "{line}"')
    return None


def _channels(unit: Unit, cues: Cues) -> Verdict | None:
    if _is_link_list(unit):
        return Verdict(Role.FURNITURE, "list of links")
    if unit.words > 14:
        return None
    words = [bare(word) for word in re.split(r"[\s,|/•·]+", unit.plain)]
    if words and all(word in cues.words.channels for word in words if word) and any(words):
        return Verdict(Role.FURNITURE, "share links")
    if unit.words <= 14 and _SIGNATURE.search(unit.plain):
        return Verdict(Role.FURNITURE, "signature of a post")
    rest = _ADDRESS.sub("", unit.plain).strip(" ,|/•·-:")
    if not rest:
        return Verdict(Role.FURNITURE, "address alone")
    return None


def link_parts(unit: Unit) -> list[str]:
    """The parts of a line between bars, dots and wide gaps."""
    return [part for part in _BARS.split(unit.text) if part.strip()]


def _is_link_list(unit: Unit) -> bool:
    """Whether short phrases stand in a row, parted by bars, dots or wide gaps; or a path of sections."""
    if unit.look is Look.PROSE or unit.words > 40 or unit.hint is not None:
        return False
    parts = link_parts(unit)
    short = all(len(part.split()) <= 4 for part in parts)
    return short and (len(parts) >= 3 or (len(parts) == 2 and _PATH.search(unit.text) is not None))


def _link_lead(unit: Unit, cues: Cues) -> Verdict | None:
    lead = cues.link_leads.at(unit.plain.lstrip("»›>→•*-– "))
    if lead is None:
        return None
    marked = lead[-1] in ":-|·•»" or unit.plain[len(lead) :].lstrip()[:1] == ":"
    if unit.words > (40 if marked else 12) or (not marked and unit.look is Look.PROSE and unit.plain.endswith('"')):
        return None
    return Verdict(Role.FURNITURE, f'link "{lead}"')


def _notice(unit: Unit, cues: Cues) -> Verdict | None:
    if unit.words > 90:
        return None
    found = cues.notices.first(_QUOTED.sub(" ", unit.plain), unit.tokens)
    if found is None or (unit.words > 25 and not unit.tokens.isdisjoint(cues.words.reporting)):
        return None
    return Verdict(Role.FURNITURE, f'notice "{found}"')


_Rule = Callable[[Unit, Cues], Verdict | None]
_RULES: tuple[_Rule, ...] = (_clock, _whole_line, byline, date_line, _channels, _link_lead, caption, _notice)
