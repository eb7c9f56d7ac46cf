"""Lines outside the main content that date a page all the same: bylines by the headline, page clocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tallybook.model import BlockKind, Span
from tallybook.read.bylines import is_clock
from tallybook.read.cues import Cues
from tallybook.read.dated import is_date_alone
from tallybook.read.judge import judge
from tallybook.read.opening import CLOCK
from tallybook.read.phrases import letters_of
from tallybook.read.segments import Segment
from tallybook.read.settle import OUTSIDE, Hint
from tallybook.read.units import unit_of
from tallybook.read.verdict import Role, Verdict

_ABOVE = 3
_BELOW = 30
_LONGEST = 160
_LINK_WORDS = 5
_LINKED = 0.8
_PARAGRAPH = 60
_CONTROL_WORDS = 8
_PARTS = re.compile(r"\n|\t|(?<=[.!?])\s|[|·•]| {2,}")
_NOT_BODY = (BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.FURNITURE)
_MENUS = frozenset(
    {"<nav>", "<menu>", "<search>", "<form>", "<button>"}
    | {f'role="{role}"' for role in ("navigation", "search", "menu", "menubar", "banner", "toolbar")}
)


def with_signed_lines(
    hints: Sequence[Hint], segments: Sequence[Segment], main: Sequence[bool] | None, cues: Cues
) -> list[Hint]:
    """`hints` where bylines by the headline and page clocks above it are told from other text outside the article."""
    first = next((index for index, (kind, _) in enumerate(hints) if kind is BlockKind.TITLE), None)
    body = _first_body(hints, segments, main, first or 0)
    last = None if first is None else _last_like(segments, first, body)
    page = _Page(segments, hints, cues, first, body if last is None else last, body)
    clocks = page.clocks()
    signed = range(max(0, first - _ABOVE), first + _BELOW) if first is not None else ()
    return [
        (BlockKind.FURNITURE, CLOCK) if index in clocks else (page.byline(index) if index in signed else None) or hint
        for index, hint in enumerate(hints)
    ]


def _first_body(hints: Sequence[Hint], segments: Sequence[Segment], main: Sequence[bool] | None, title: int) -> int:
    """The first paragraph below the title; standfirsts and captions are none."""
    for index in range(title, len(segments)):
        held = (main is None or main[index]) and hints[index][0] not in _NOT_BODY
        if held and len(segments[index].text) >= _PARAGRAPH and not _is_headline(segments[index], segments[title]):
            return index
    return len(segments)


def _last_like(segments: Sequence[Segment], title: int, body: int) -> int:
    """The headline nearest to the body: bars that stay in view repeat it further up."""
    return max(index for index in range(title, max(body, title + 1)) if _is_headline(segments[index], segments[title]))


def _is_headline(segment: Segment, title: Segment) -> bool:
    return segment is title or (segment.aside is None and letters_of(segment.text) == letters_of(title.text))


@dataclass(frozen=True, slots=True)
class _Page:
    """The segments with their hints. The article starts at `top`, the last headline, and its text at `body`."""

    segments: Sequence[Segment]
    hints: Sequence[Hint]
    cues: Cues
    title: int | None
    top: int
    body: int

    def byline(self, index: int) -> Hint | None:
        """The hint of a byline or date below the headline or right above it in its box; of a teaser's date too."""
        if self.title is None or (self.hints[index][0] in _NOT_BODY and self.hints[index] != OUTSIDE):
            return None
        below = self.title < index < min(self.body, self.title + _BELOW)
        above = self.title - _ABOVE <= index < self.title and not self._elsewhere(index) and not self._by_menu(index)
        verdict = self._verdict(index) if below or above else None
        if verdict is None or verdict.role not in (Role.BYLINE, Role.DATE):
            return None
        if self._is_teaser(index):
            return BlockKind.FURNITURE, "beside the link of a teaser"
        return (BlockKind.BYLINE, verdict.why) if self.hints[index] == OUTSIDE else None

    def clocks(self) -> frozenset[int]:
        """The lines above the article that say what day it is, or are the one date there, beside the menu."""
        lines = {
            index: self._dated_lines(index) for index in range(self.top) if self.hints[index][0] is BlockKind.FURNITURE
        }
        told = {index for index, dated in lines.items() if any(is_clock(line, self.cues) for line in dated)}
        alone = {
            index: line for index, dated in lines.items() for line in dated if is_date_alone(line, self.cues.lexicon)
        }
        if len(set(alone.values())) == 1:
            told.update(index for index in alone if self._by_menu(index) and not self._is_teaser(index))
        return frozenset(told)

    def _dated_lines(self, index: int) -> list[str]:
        text = self.segments[index].text
        if len(text) > _LONGEST or self.segments[index].linked > _LINKED:
            return []
        return [line.strip() for line in _PARTS.split(text) if any(map(str.isdigit, line))]

    def _verdict(self, index: int) -> Verdict | None:
        text = self.segments[index].text
        if len(text) > _LONGEST:
            return None
        return judge(unit_of(text, Span(0, len(text)), spaced=True), self.cues)

    def _elsewhere(self, index: int) -> bool:
        """Whether a segment stands in another container than the headline."""
        return self.title is None or self.segments[index].place != self.segments[self.title].place

    def _neighbours(self, index: int) -> list[int]:
        return [at for at in (index - 1, index + 1) if 0 <= at < len(self.segments) and at != self.title]

    def _by_menu(self, index: int) -> bool:
        return self.segments[index].aside in _MENUS or any(map(self._is_menu, self._neighbours(index)))

    def _is_menu(self, index: int) -> bool:
        """Whether a segment is navigation, or a control such as "Search" outside the headline's container."""
        if self.segments[index].aside is not None:
            return self.segments[index].aside in _MENUS
        verdict = self._verdict(index) if self._elsewhere(index) else None
        if verdict is None or verdict.role is not Role.FURNITURE:
            return False
        return len(self.segments[index].text.split()) <= _CONTROL_WORDS

    def _is_teaser(self, index: int) -> bool:
        """Whether a line stands beside a linked headline."""
        return any(map(self._is_linked_headline, self._neighbours(index)))

    def _is_linked_headline(self, index: int) -> bool:
        segment = self.segments[index]
        if segment.linked <= _LINKED or len(segment.text.split()) < _LINK_WORDS:
            return False
        verdict = self._verdict(index)
        return verdict is None or verdict.role in (Role.HEADLINE, Role.PROSE)
