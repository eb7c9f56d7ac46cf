"""Passages in which an outlet speaks of itself and asks something of its readers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tallybook.lexicon import load_lexicon
from tallybook.read.phrases import Anywhere, Leads, bare, plain
from tallybook.read.units import Look, Unit

_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)|‘[^’]*(?:’(?!\w)|$)")
_SENTENCE = re.compile(r"(?:^|[.!?:…]\s+)(?=\w)")
_WORD = re.compile(r"[\w'’]+")
_LONGEST = 80
_BRIEF = 32
_SHORT = 14
_MASTHEAD_LINES = 8


@dataclass(frozen=True, slots=True)
class _Words:
    strong: Anywhere
    weak: Anywhere
    imperatives: Leads
    reader: frozenset[str]
    reporting: frozenset[str]


def appeal_in(unit: Unit, names: frozenset[str], language: str) -> str | None:
    """The words of an appeal to the reader, or None where a unit is none.

    Counted are words of an outlet about itself. Quotations do not count, and a passage that reports what somebody
    said or what happened is no appeal.
    """
    words = _words(language)
    if unit.words > _LONGEST or not unit.tokens.isdisjoint(words.reporting):
        return None
    spoken = _QUOTED.sub(" ", unit.text)
    line = plain(spoken)
    strong = sorted({found.group() for found in words.strong.find(line, unit.tokens)})
    if not strong or not (_addressed(spoken, line, words) or _named(line, names)):
        return None
    support = int(_named(line, names)) + (unit.words <= _SHORT and unit.look is not Look.PROSE)
    support += unit.words <= _BRIEF and bool(words.weak.find(line, unit.tokens))
    return ", ".join(strong[:3]) if len(strong) + support >= 2 else None


def mastheads(units: Sequence[Unit]) -> frozenset[str]:
    """What may be the outlet's name: short capitalised lines at the top of the page."""
    return frozenset(bare(unit.plain) for unit in units[:_MASTHEAD_LINES] if _is_name(unit))


def _is_name(unit: Unit) -> bool:
    words = unit.text.split()
    return 2 <= len(words) <= 4 and unit.look is not Look.PROSE and all(word[0].isupper() for word in words)


def _addressed(spoken: str, line: str, words: _Words) -> bool:
    """Whether the reader is spoken to: by pronoun, as written, or by an imperative that opens a sentence."""
    if any(word in words.reader for word in _WORD.findall(spoken.replace("’", "'"))):
        return True
    return any(words.imperatives.at(line[found.end() :]) for found in _SENTENCE.finditer(line))


def _named(line: str, names: frozenset[str]) -> bool:
    return any(name in line for name in names)


@cache
def _words(language: str) -> _Words:
    page = load_lexicon(language).page
    return _Words(
        Anywhere(page.appeals), Anywhere(page.appeals_weak), Leads(page.imperatives), page.reader, page.reporting
    )
