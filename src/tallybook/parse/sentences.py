"""Split blocks into sentences by punctuation, abbreviations and quotation marks.

The rules come before the parser so that a gate can decide, sentence by sentence, what is worth parsing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tallybook.lexicon.schema import Lexicon
from tallybook.model import Block, Document, Sentence, Span
from tallybook.quantity import has_quantity

_CLOSERS = "\"'”’»)\\]"
_BOUNDARY = re.compile(rf"[.!?…]+[{_CLOSERS}]*(?=\s|$)|[.!?][”\"»](?=[A-ZÀ-ÞА-Я])|[。！？]+[」』”]*|\n\s*\n")
_STARTS_LOWER = re.compile(r"[\s\"'“‘«(\[]*[a-zà-þа-я]")
_INITIALS = re.compile(r"(?:^|[\s(])(?:[A-ZÀ-ÞА-Я]\.)+$")
_NEXT_WORD = re.compile(r"\s+[\"“‘]?(\w+)")
_DATELINE = re.compile(
    r"\s*(?:[A-ZÀ-Þ]{3,}[^\n.–—“\"]{0,50}?(?:\([^)\n]{2,40}\))?"  # "GENEVA, 3 May (Reuters)"
    r"|[A-Z][\w .,'’-]{2,40}\([A-Z][^)\n]{1,40}\))"  # "Geneva (Reuters)"
    r"\s*[–—-]{1,2}\s+(?:\[[^\]\n]{2,80}\]\s*)*(?=[A-ZÀ-Þ\"“«\d])"  # "GENEVA, 3 MAY 90 -- [TEXT]"
)
"""The place, day and agency before a story: "GENEVA, 3 May (Reuters) – "."""
_WHERE_AND_WHEN = re.compile(r"[\d(]")
_STAMP = re.compile(
    r"\s*[(\[]?\d{1,2}[:.h]\d{2}(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}))*[)\]]?\s*[–—|:-]{0,2}\s+(?=[A-ZÀ-Þ\"“«])"
)
"""The time of day before an entry of a live blog: "14:32 GMT ", "10.45 – "."""

_LONGEST_ABBREVIATION = 40
"""Characters before a full stop that can decide whether it ends a sentence; more would cost quadratic time."""


@cache
def _abbreviation(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(lexicon.text.abbreviations, key=len, reverse=True))
    return re.compile(rf"(?:^|[\s(\"“‘'«\[])(?:{words})$", re.IGNORECASE)


def split_sentences(document: Document, lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences of the article's blocks in text order, not yet parsed; white space around them left out."""
    for block in document.article_blocks():
        yield from _split_block(document.text, block, lexicon)


def after_dateline(text: str, block: Span) -> int:
    """Where a block's story begins: behind a dateline and the remarks in brackets there, or behind a time of day."""
    dateline = _DATELINE.match(text, block.start, block.end)
    if dateline and not _WHERE_AND_WHEN.search(dateline.group()) and has_quantity(dateline.group()):
        dateline = None  # "FOURTEEN PEOPLE -- NINE MEN AND FIVE WOMEN -- DIED"
    opening = dateline or _STAMP.match(text, block.start, block.end)
    return opening.end() if opening else block.start


def _split_block(text: str, block: Block, lexicon: Lexicon) -> Iterator[Sentence]:
    start = after_dateline(text, block.span)
    for match in _BOUNDARY.finditer(text, start, block.span.end):
        if _ends_sentence(text, start, match, block.span.end, lexicon):
            yield from _sentence(text, start, match.end(), block)
            start = match.end()
    yield from _sentence(text, start, block.span.end, block)


def _ends_sentence(text: str, start: int, mark: re.Match[str], limit: int, lexicon: Lexicon) -> bool:
    if not mark.group().startswith("."):
        return not (mark.group()[0] in "!?…" and _STARTS_LOWER.match(text, mark.end(), limit))
    before = text[max(start, mark.start() - _LONGEST_ABBREVIATION) : mark.start() + 1]
    if _INITIALS.search(before):
        return _likely_opens(text, mark.end(), limit, lexicon) and len(before) > 2 and before[-3:-2] == "."
    if _abbreviation(lexicon).search(before[:-1]):
        return False
    return not _STARTS_LOWER.match(text, mark.end(), limit)


def _likely_opens(text: str, position: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether after an initialism ("U.S.") a new sentence opens: with a word that seldom follows one inside."""
    following = _NEXT_WORD.match(text, position, limit)
    return following is not None and following[1] in lexicon.text.openers


def _sentence(text: str, start: int, end: int, block: Block) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Sentence(Span(start, end), text[start:end], block)
