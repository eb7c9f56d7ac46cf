"""Make a document's text plain before it is read: what copying, typesetting and scanning left in it is taken out.

Characters that nobody sees are dropped, words broken at a line's end are joined, blanks that were lost behind a stop or
between a number and its noun are put back, odd blanks and quotation marks become usual ones, and passages in capitals
get the case of running text. `Plain.back` leads every span to the document as it was given.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tallybook.model import Document, Span
from tallybook.parse.spellings import Spellings
from tallybook.parse.truecase import truecased

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_EDITED = re.compile(
    rf"(?P<invisible>[{_INVISIBLE}]+(?:(?<=\u00ad)\s*\n\s*(?=[^\W\d_]))?)"
    r"|(?P<broken>(?<=[^\W\d_])[-‐]\s*\n\s*(?=[^\W\d_A-Z]))"
    r"|(?P<blank>(?<!\d)[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\u00a0\u2000-\u200a\u202f\u205f\u3000](?!\d))"
    r"|(?P<quote>``|''|[„‟″〝〞«»])"
    r"|(?P<apostrophe>[´`′ʼ‛＇])"
    r"|(?P<stop>(?<=[a-zß-ÿ)\]%”\"][.!?;:,])(?=[A-ZÀ-Þ][a-zß-ÿ]|[A-Z] [a-z])"  # "killed.At", "said,Police"
    r"|(?<=[a-zß-ÿ]{2}[.!?,;])(?=\d)|(?<=\d[.!?;])(?=[A-ZÀ-Þ][a-zß-ÿ])"  # "killed.200", "killed 20.At"
    r"|(?<=[a-zß-ÿ]{2},)(?=[a-zß-ÿ]{2})"  # "killed,but"
    r"|(?<=[A-ZÀ-Þ]{2}[.!?;])(?=[A-ZÀ-Þ]{2}[A-ZÀ-Þ ])|(?<=[A-ZÀ-Þ]{2},)(?=[A-Za-zÀ-ÿ]{2}))"  # "KILLED.AT LEAST"
    r"|(?P<dash>(?<=\s-)(?=[^\W\d_]{2}))"  # "200 dead -state television"
    r"|(?P<glued>(?<=\d)(?=[^\W\d_]{3})|(?<=[^\W\d_]{3})(?=\d))"
)
_MAY_BE_EDITED = re.compile(
    rf"[{_INVISIBLE}\u00a0\u2000-\u200a\u202f\u205f\u3000„‟″〝〞«»´`′ʼ‛＇]"
    r"|[-‐.!?;:,'\d](?:(?<=[.!?;:,])(?=[A-Za-zÀ-ÿ])|(?<=[a-zß-ÿ][.!?,;])(?=\d)|(?<=\d)(?=[^\W\d_]{3})"
    r"|(?<=[^\W\d_]{3}\d)|(?<=[-‐])(?=\s*\n)|(?<=\s-)(?=[^\W\d_]{2})|(?<=''))"
)
"""A character at which there may be something to edit; most paragraphs have none."""
_BEFORE_AN_EDIT = 3
_TIED = re.compile(r"[^\s\"“”]*$")
_ADDRESS = re.compile(r"//|www\.|@|[\w-]\.(?:com|org|net|gov|edu|int|info|[a-z]{2})\b")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]+$")
_QUOTES = {"«": "“", "»": "”", "„": "“", "〝": "“", "〞": "”"}


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters of the given text and what stands for them."""

    start: int
    end: int
    instead: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A document as it is read. `cuts` are places of its text, `shifts` what leads from there on to the given text."""

    document: Document
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def back(self, span: Span) -> Span:
        """The same characters in the document as it was given."""
        start = self._back(span.start)
        return Span(start, max(start, self._back(span.end - 1) + 1)) if len(span) else Span(start, start)

    def forth(self, span: Span) -> Span:
        """Where characters of the given document stand in the plain one: what `back` leads there."""
        places = range(len(self.document.text))
        start = bisect_left(places, span.start, key=self._back)
        end = bisect_left(places, span.end, key=self._back)
        return Span(start, max(start, end))

    def _back(self, position: int) -> int:
        at = bisect_right(self.cuts, position) - 1
        return position + self.shifts[at] if at >= 0 else position


def plain_document(document: Document, load_spellings: Callable[[], Spellings]) -> Plain:
    """The document made plain; itself where nothing has to change."""
    edits = [e for block in document.article_blocks() for e in _edits(document.text, block.span, load_spellings)]
    plain = _rewritten(document, edits) if edits else Plain(document)
    blocks = [block.span for block in plain.document.article_blocks()]
    text = truecased(plain.document.text, blocks, load_spellings)
    return plain if text == plain.document.text else replace(plain, document=replace(plain.document, text=text))


def _edits(text: str, block: Span, load_spellings: Callable[[], Spellings]) -> Iterator[_Edit]:
    if not _MAY_BE_EDITED.search(text, max(0, block.start - _BEFORE_AN_EDIT), block.end):
        return
    for match in _EDITED.finditer(text, block.start, block.end):
        instead = _instead(match, text, block, load_spellings)
        if instead is not None and instead != match.group():
            yield _Edit(match.start(), match.end(), instead)


def _instead(match: re.Match[str], text: str, block: Span, load_spellings: Callable[[], Spellings]) -> str | None:
    """What stands for the characters found, None where they stay."""
    found = match.group()
    match match.lastgroup:
        case "invisible":
            return ""
        case "broken":
            return _joined(match, text, load_spellings())
        case "blank" | "dash":
            return " "
        case "quote":
            return _QUOTES.get(found, '"')
        case "apostrophe":
            return "’"
        case "stop":
            return None if _is_address(match, text, block) else " "
        case _:
            return " " if _is_glued(match, text, block, load_spellings()) else None


def _joined(match: re.Match[str], text: str, spellings: Spellings) -> str:
    """Nothing where a word was broken at a line's end, a hyphen where two words were joined by one."""
    before, behind = _WORD_BEFORE.search(text, 0, match.start()), _WORD.match(text, match.end())
    first, second = (found.group().lower() if found else "" for found in (before, behind))
    if first + second in spellings.small:
        return ""
    return "-" if first in spellings.small and second in spellings.small else ""


def _is_address(match: re.Match[str], text: str, block: Span) -> bool:
    """Whether a place lies inside an address of the web or of mail."""
    before = _TIED.search(text, block.start, match.start())
    behind = re.compile(r"\S*").match(text, match.start())
    tied = (before.group() if before else "") + (behind.group() if behind else "")
    return bool(_ADDRESS.search(tied))


def _is_glued(match: re.Match[str], text: str, block: Span, spellings: Spellings) -> bool:
    """Whether a number stands right beside a plain word: "200people", "killed200"; not "5km", "covid19"."""
    if _is_address(match, text, block):
        return False
    if text[match.start()].isdigit():
        before = _WORD_BEFORE.search(text, block.start, match.start())
        return before is not None and spellings.leads_numbers(before.group().lower())
    behind = _WORD.match(text, match.start())
    return behind is not None and behind.group().lower() in spellings.small


def _rewritten(document: Document, edits: list[_Edit]) -> Plain:
    """The document with its edits made, its blocks and posts moved along."""
    pieces: list[str] = []
    cuts, shifts = [], []
    at, length = 0, 0
    for edit in edits:
        pieces += [document.text[at : edit.start], edit.instead]
        length += edit.start - at
        if len(edit.instead) != edit.end - edit.start:
            if edit.instead:  # a character put in stands for the last one before it
                cuts.append(length)
                shifts.append(edit.start - length - (edit.start == edit.end))
            cuts.append(length + len(edit.instead))
            shifts.append(edit.end - length - len(edit.instead))
        length += len(edit.instead)
        at = edit.end
    text = "".join((*pieces, document.text[at:]))
    forth = _Forth([(edit.end, len(edit.instead) - (edit.end - edit.start)) for edit in edits])
    blocks = tuple(replace(block, span=forth.span(block.span)) for block in document.blocks)
    posts = tuple(replace(post, span=forth.span(post.span)) for post in document.posts)
    return Plain(replace(document, text=text, blocks=blocks, posts=posts), tuple(cuts), tuple(shifts))


class _Forth:
    """From places of the given text that no edit touches to those of the plain one."""

    def __init__(self, growths: list[tuple[int, int]]) -> None:
        self.ends = [end for end, _ in growths]
        self.sums = [0]
        for _, growth in growths:
            self.sums.append(self.sums[-1] + growth)

    def span(self, span: Span) -> Span:
        """Where a block stands."""
        start = span.start + self.sums[bisect_right(self.ends, span.start)]
        return Span(start, max(start, span.end + self.sums[bisect_right(self.ends, span.end)]))
