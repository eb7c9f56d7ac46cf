"""A text cut into paragraphs and lines, with offsets and the look of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tallybook.model import BlockKind, Span
from tallybook.read.phrases import plain, tokens_of

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BLANK = " \t\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000\ufeff\u200b\u200c\u200d\u2060" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_WORD = re.compile(r"[^\W_]+(?:['’.,\-][^\W_]+)*")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
_BULLET = re.compile(r"(?:[-–—•●▪■◦‣∙·*+►▶✓✔]|\d{1,2}[.)]|\(\d{1,2}\))[ \t\u00a0]+\S")
_END = re.compile(r"[.!?。！？։।][\"'’”»)\]」』*]*(?:\s*[(\[][^()\[\]]{1,40}[)\]]|\s+[–—-]+\s?[\w/ ]{2,30})?$")
_TAIL = 80
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"'’”»)\]]*$")
_BROKEN = re.compile(r"[^\W\d_][-‐\u00ad]$")
_INNER_STOP = re.compile(r"[.!?][\"'’”»)]*\s+[\"'‘“«(]*[^\W\d_a-zа-я]")
_WIDE_STOP = re.compile(r"[。！？]")


class Look(Enum):
    """What a unit looks like before its words are read."""

    PROSE = auto()
    HEADLINE = auto()
    ITEM = auto()
    LABEL = auto()
    MARKS = auto()


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph or line: its place, its look, and for mark-up the kind that the mark-up gives it.

    `cut` says that it ends in an ellipsis, as teasers do; `spaced` that a blank line stands before it; `linked` that
    it is a link and nothing else.
    """

    span: Span
    text: str
    plain: str
    tokens: frozenset[str]
    look: Look
    words: int
    sentences: int
    cut: bool
    spaced: bool
    hint: BlockKind | None = None
    hint_why: str = ""
    linked: bool = False


def unit_of(
    text: str,
    span: Span,
    *,
    spaced: bool,
    hint: BlockKind | None = None,
    hint_why: str = "",
    linked: bool = False,
) -> Unit:
    """The unit that stands at `span`, with its look."""
    words = span.of(text)
    count = _count_words(words)
    cut = _CUT.search(words[-_TAIL:]) is not None
    sentences = _count_sentences(words)
    look = _look(words, count, cut=cut, sentences=sentences)
    lowered = plain(words)
    tokens = tokens_of(lowered)
    return Unit(span, words, lowered, tokens, look, count, sentences, cut, spaced, hint, hint_why, linked)


def split_units(text: str) -> list[Unit]:
    """The paragraphs and lines of a plain-text page, hard-wrapped lines joined where they clearly go on.

    Joining needs to know which words no line ends in; `join_wrapped` does that with the lexicon.
    """
    return [unit_of(text, span, spaced=spaced) for span, spaced in _lines(text)]


def join_wrapped(text: str, units: Sequence[Unit], open_endings: frozenset[str]) -> list[Unit]:
    """`units` with the lines of one paragraph joined.

    A line goes on in the next when the page is wrapped at a width and the next line's first word would not have
    fitted, when a hyphen breaks the line's last word, or when the line stops in mid-sentence and the next takes it up
    in lower case.
    """
    width = _wrap_width(units)
    joined: list[Unit] = []
    run: list[Unit] = []
    for unit in units:
        if run and not _goes_on(run[-1], unit, width, open_endings):
            joined.append(_merged(text, run))
            run = []
        run.append(unit)
    if run:
        joined.append(_merged(text, run))
    return joined


def _lines(text: str) -> Iterator[tuple[Span, bool]]:
    previous_end = 0
    for line in _LINE.finditer(text):
        words = line.group()
        start = line.end() - len(words.lstrip(_BLANK))
        end = line.start() + len(words.rstrip(_BLANK))
        if start >= end:
            continue
        gap = text[previous_end:start]
        yield Span(start, end), gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1 or previous_end == 0
        previous_end = end


def _count_words(words: str) -> int:
    if not _holds_wide(words):
        return len(_WORD.findall(words))
    wide = len(_WIDE.findall(words))
    return wide // 2 if wide > len(words) // 3 else len(_WORD.findall(words))


def _holds_wide(words: str) -> bool:
    return not words.isascii() and _WIDE.search(words) is not None


def _count_sentences(words: str) -> int:
    wide = 0 if words.isascii() else len(_WIDE_STOP.findall(words))
    return 1 + len(_INNER_STOP.findall(words)) + max(0, wide - 1)


def _look(words: str, count: int, *, cut: bool, sentences: int) -> Look:
    if count == 0 or not any(map(str.isalpha, words)):
        return Look.MARKS
    if _BULLET.match(words):
        return Look.ITEM
    ended = _END.search(words[-_TAIL:]) is not None or words.endswith(("”", '"', "»")) or words[-1] == ":"
    if _running(words) and ((ended and count >= 6) or (count >= 20 and (sentences > 1 or cut)) or count >= 45):
        return Look.PROSE
    return Look.HEADLINE if count >= 4 else Look.LABEL


def _running(words: str) -> bool:
    """Whether most words are in lower case or in a script without case; old wires have capitals alone."""
    tokens = [token for token in words.split() if token[:1].isalpha()]
    if len(tokens) >= 12 and not any(map(str.islower, words)):
        return True
    lower = sum(not token[0].isupper() for token in tokens)
    return (lower >= 3 and lower * 5 >= len(tokens) * 2) or _holds_wide(words)


def _wrap_width(units: Sequence[Unit]) -> int | None:
    """The width a page is hard-wrapped at: no line is longer, and many stop just short of it."""
    widths = [len(unit.text) for unit in units]
    widest = max(widths, default=0)
    if not 40 <= widest <= 132:
        return None
    full = sum(width >= widest - 14 for width in widths)
    return widest if full >= 4 and full * 4 >= len(widths) else None


def _goes_on(unit: Unit, following: Unit, width: int | None, open_endings: frozenset[str]) -> bool:
    if following.spaced or following.look is Look.ITEM or following.look is Look.MARKS:
        return False
    if width is not None and len(unit.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width:
        return True
    if _BROKEN.search(unit.text[-2:]) and following.text[0].islower():
        return True
    if len(unit.text) < 30 or _END.search(unit.text[-_TAIL:]) or unit.cut:
        return False
    if following.text[0].islower() and not following.plain.startswith(("by ", "http", "www.")):
        return True
    last = unit.plain.rsplit(maxsplit=1)[-1]
    return unit.text[-1] in ",—–-;" or last in open_endings


def _merged(text: str, run: Sequence[Unit]) -> Unit:
    if len(run) == 1:
        return run[0]
    return unit_of(text, run[0].span.joined(run[-1].span), spaced=run[0].spaced)
