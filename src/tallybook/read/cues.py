"""What the words of one line say it is, before its neighbours are looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from tallybook.lexicon import load_lexicon
from tallybook.lexicon.schema import Lexicon, PageWords
from tallybook.model import BlockKind
from tallybook.read.appeals import appeal_in
from tallybook.read.dated import is_date_line
from tallybook.read.phrases import Anywhere, Leads, WholeLines, bare
from tallybook.read.units import Look, Unit

NAME_AND_ROLE = "name and role"
_QUOTED = re.compile(r'"[^"]*(?:"|$)')
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s[a-z]{2,5})?", re.IGNORECASE)
_TAIL = re.compile(
    r"[(\[](?P<bracket>[^()\[\]]{2,120})[)\]]?\.?$|(?:[/|©]|\s-\s|\bphoto(?:graph)?:|\bcredit:|\bimage:|\bsource:)(?P<bare>[^/|©()]{2,60})$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[@#]\w+")
_BARS = re.compile(r"\s*[|·•›»]\s*|\s+[/>‹]\s+|[ \u00a0]{2,}|\t")
_PATH = re.compile(r"[›»|]|\s>\s")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]\.?$")
_YEAR_LAST = re.compile(r"\b(?:19|20)\d\d\.?$")
_SIGNATURE = re.compile(r"\(@\w+\)")
_CREDIT_REACH = 90
_LONGEST_CUED = 1500


class Role(Enum):
    """What a line does on its page."""

    CLOSER = auto()
    INSET = auto()
    FURNITURE = auto()
    CAPTION = auto()
    BYLINE = auto()
    DATE = auto()
    CLOCK = auto()
    STAMP = auto()
    ITEM = auto()
    PROSE = auto()
    HEADLINE = auto()
    LABEL = auto()


_SETTLED = {
    BlockKind.TITLE: Role.HEADLINE,
    BlockKind.CAPTION: Role.CAPTION,
    BlockKind.BYLINE: Role.BYLINE,
    BlockKind.STANDFIRST: Role.HEADLINE,
}
_HINTED = {BlockKind.HEADING: Role.HEADLINE, BlockKind.LIST_ITEM: Role.ITEM, BlockKind.BODY: Role.PROSE}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A role with the words or the look that decided it."""

    role: Role
    why: str


@dataclass(frozen=True, slots=True)
class Cues:
    """The page words of one language, ready to match."""

    closers: WholeLines
    insets: WholeLines
    controls: WholeLines
    ages: WholeLines
    link_leads: Leads
    caption_leads: Leads
    byline_leads: Leads
    author_leads: Leads
    clock_leads: Leads
    notices: Anywhere
    credits: Anywhere
    caption_places: Anywhere
    credit_marks: Anywhere
    byline_tails: Anywhere
    roles: Anywhere
    words: PageWords
    lexicon: Lexicon


@cache
def cues_for(language: str) -> Cues:
    """The matchers for the page words of a language that has a lexicon."""
    lexicon = load_lexicon(language)
    page = lexicon.page
    return Cues(
        closers=WholeLines(page.closers),
        insets=WholeLines(page.insets),
        controls=WholeLines(page.controls),
        ages=WholeLines(page.ages),
        link_leads=Leads(page.link_leads),
        caption_leads=Leads(page.caption_leads),
        byline_leads=Leads(page.byline_leads),
        author_leads=Leads(page.author_leads),
        clock_leads=Leads(page.clock_leads),
        notices=Anywhere(page.notices),
        credits=Anywhere(page.credits),
        caption_places=Anywhere(page.caption_places),
        credit_marks=Anywhere(page.credit_marks),
        byline_tails=Anywhere(page.byline_tails),
        roles=Anywhere(page.byline_roles),
        words=page,
        lexicon=lexicon,
    )


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


def _caption(unit: Unit, cues: Cues) -> Verdict | None:
    if unit.words > 90:
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
    credit = credit_tail(unit, cues)
    if credit and (len(credit) > 1 or unit.look is not Look.PROSE or has_caption_verb(unit, cues)):
        return Verdict(Role.CAPTION, f"picture credit: {', '.join(credit)}")
    return None


def credit_tail(unit: Unit, cues: Cues) -> list[str]:
    """The credits named at the end of a unit, in brackets or after a slash: one for an agency, more for a picture's."""
    tail = _TAIL.search(unit.plain)
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
    tail = _BRACKETED.search(unit.text)
    if tail is None or not unit.tokens.isdisjoint(cues.words.reporting):
        return False
    names = [word for word in re.findall(r"[^\s/,]+", tail.group(1)) if len(word) > 3 or not word.islower()]
    named = len(names) >= 2 and all(name[0].isupper() for name in names)
    return named and ("/" in tail.group(1) or has_caption_verb(unit, cues))


def _is_dated_scene(unit: Unit, cues: Cues) -> bool:
    if unit.sentences > 1 or unit.words > 40 or not _YEAR_LAST.search(unit.plain):
        return False
    return unit.tokens.isdisjoint(cues.words.reporting) and has_caption_verb(unit, cues)


def has_caption_verb(unit: Unit, cues: Cues) -> bool:
    """Whether one of the first words is a verb that captions use in the present tense."""
    return any(bare(word) in cues.words.caption_verbs for word in unit.plain.split()[:12])


def _byline(unit: Unit, cues: Cues) -> Verdict | None:
    inner = unit.plain.strip("()[] ")
    lead = cues.byline_leads.at(inner)
    if lead and unit.words <= 24 and _name_or_date(unit, lead):
        return Verdict(Role.BYLINE, f'byline "{lead}"')
    tail = cues.byline_tails.first(unit.plain, unit.tokens) if unit.words <= 30 else None
    if tail:
        return Verdict(Role.BYLINE, f'credit of the authors "{tail}"')
    if (
        unit.words <= 9
        and unit.look is not Look.PROSE
        and "," in unit.plain
        and cues.roles.first(unit.plain.split(",", 1)[1], unit.tokens)
    ):
        return Verdict(Role.BYLINE, NAME_AND_ROLE)
    return None


def _date_line(unit: Unit, cues: Cues) -> Verdict | None:
    """A date and little else: the page's own clock where it says "today", otherwise a date whose place decides."""
    if unit.look is Look.PROSE or unit.look is Look.ITEM or unit.cut or not is_date_line(unit.text, cues.lexicon):
        return None
    if cues.clock_leads.at(unit.plain):
        return Verdict(Role.CLOCK, "the page's clock")
    return Verdict(Role.DATE, "a date and little else")


def _ends_in_role(unit: Unit, cues: Cues) -> bool:
    """Whether a line is a name with a role after a comma, or a role and nothing but what it is of."""
    if "," in unit.plain:
        return cues.roles.first(unit.plain.split(",", 1)[1], unit.tokens) is not None
    found = cues.roles.find(unit.plain, unit.tokens)
    return unit.words <= 4 and bool(found) and found[-1].end() == len(unit.plain)


def _name_or_date(unit: Unit, lead: str) -> bool:
    rest = unit.text.strip("()[] ")[len(lead) :].lstrip(" :|-–—")
    if unit.text[0] in "([":
        return True
    if unit.look is Look.PROSE or unit.cut:
        return False
    lower = sum(word[0].islower() for word in rest.split())
    return not rest or rest[0].isdigit() or (not rest[0].islower() and lower * 3 <= len(rest.split()))


_Rule = Callable[[Unit, Cues], Verdict | None]
_RULES: tuple[_Rule, ...] = (
    _clock,
    _whole_line,
    _byline,
    _date_line,
    _channels,
    _link_lead,
    _caption,
    _notice,
)
