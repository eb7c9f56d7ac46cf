"""The words that prove a claim: its sentence between its neighbours, with each field marked.

Marks are never searched for. Where the spans do not fit the text, nothing is shown but the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from tallybook.model import ARTICLE_KINDS, Block, BlockKind, Document, Proof, Span

_BOUNDARY = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-ZÀ-ÞА-ЯЁ\d])|[。！？][」』”]*|\n\s*\n")
_NEIGHBOUR = 240  # characters of a neighbouring sentence: enough to see who "they" are
_SENTENCE = 700  # characters on either side of the number, for texts that know no full stop
_MARKED_AS = {"event_from": "event", "origin_from": "origin", "unit_from": "unit", "relays": "origin", "per": "unit"}
"""Fields that are marked like another."""
_LONE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.STANDFIRST})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the sentence and the field it proves most closely, None for plain words."""

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence in pieces, with the sentence before and the one after. `problem` says why there is none to show."""

    before: str = ""
    pieces: tuple[Piece, ...] = ()
    after: str = ""
    problem: str | None = None


def passage_of(
    document: Document, *, sentence: Span, number: Span, core: Span | None = None, evidence: Mapping[str, Proof]
) -> Passage:
    """The sentence with its marks, clipped around the number where it is long beyond reading.

    `number` is marked as the value where the evidence names no other span for it.
    """
    problem = _misfit(document, sentence, number, core, evidence)
    if problem:
        return Passage(problem=problem)
    shown = Span(max(sentence.start, number.start - _SENTENCE), min(sentence.end, number.end + _SENTENCE))
    before, after = _neighbours(document, shown)
    return Passage(before=before, pieces=tuple(_pieces(document.text, shown, number, evidence)), after=after)


def _misfit(
    document: Document, sentence: Span, number: Span, core: Span | None, evidence: Mapping[str, Proof]
) -> str | None:
    if sentence.end > len(document.text):
        return "the sentence lies beyond the end of the text"
    if not sentence.covers(number) or (core and not number.touches(core)):
        return "the number does not lie in its sentence"
    if not number.of(document.text).strip():
        return "no words stand where the number should be"
    spans = (span for proof in evidence.values() if not isinstance(proof, str) for span in proof)
    if any(span.end > len(document.text) for span in spans):
        return "the evidence lies beyond the end of the text"
    return None


def _pieces(text: str, shown: Span, number: Span, evidence: Mapping[str, Proof]) -> Iterator[Piece]:
    marks = _marks(shown, number, evidence)
    edges = sorted({shown.start, shown.end, *(edge for span, _ in marks for edge in (span.start, span.end))})
    pending = Piece("")
    for start, end in pairwise(edges):
        covering = [(len(span), field) for span, field in marks if span.start <= start and end <= span.end]
        piece = Piece(text[start:end], min(covering)[1] if covering else None)
        if pending.text and pending.field == piece.field:
            pending = Piece(pending.text + piece.text, piece.field)
            continue
        if pending.text:
            yield pending
        pending = piece
    yield pending


def _marks(shown: Span, number: Span, evidence: Mapping[str, Proof]) -> list[tuple[Span, str]]:
    """Spans with their fields, cut to what is shown. A whole-sentence span marks nothing in particular."""
    found = [
        (span, _MARKED_AS.get(field, field))
        for field, proof in evidence.items()
        if not isinstance(proof, str)
        for span in proof
    ]
    if not any(field == "value" and span.touches(number) for span, field in found):
        found.append((number, "value"))
    return [
        (Span(max(span.start, shown.start), min(span.end, shown.end)), field)
        for span, field in found
        if span.touches(shown) and not (span.covers(shown) and field != "value")
    ]


def _neighbours(document: Document, shown: Span) -> tuple[str, str]:
    index = next((i for i, block in enumerate(document.blocks) if block.span.covers(shown)), None)
    if index is None:
        return "", ""
    block = document.blocks[index]
    before = _last_sentence(document.text, Span(block.span.start, shown.start))
    after = _first_sentence(document.text, Span(shown.end, block.span.end))
    if not before and (previous := _next_of(document, block, index - 1)):
        before = _last_sentence(document.text, previous.span)
    if not after and (following := _next_of(document, block, index + 1)):
        after = _first_sentence(document.text, following.span)
    return before, after


def _next_of(document: Document, block: Block, index: int) -> Block | None:
    """The adjoining paragraph of running text, None across a heading or furniture."""
    if block.kind in _LONE or not 0 <= index < len(document.blocks):
        return None
    other = document.blocks[index]
    return other if other.kind in ARTICLE_KINDS - _LONE else None


def _last_sentence(text: str, span: Span) -> str:
    words = text[max(span.start, span.end - 4 * _NEIGHBOUR) : span.end].rstrip()
    ends = [match.end() for match in _BOUNDARY.finditer(words)]
    sentence = words[ends[-1] :].lstrip() if ends else words.lstrip()
    return sentence if len(sentence) <= _NEIGHBOUR else f"… {sentence[-_NEIGHBOUR:].split(' ', 1)[-1]}"


def _first_sentence(text: str, span: Span) -> str:
    words = text[span.start : min(span.end, span.start + 4 * _NEIGHBOUR)].lstrip()
    end = _BOUNDARY.search(words)
    sentence = words[: end.end()].rstrip() if end else words.rstrip()
    return sentence if len(sentence) <= _NEIGHBOUR else f"{sentence[:_NEIGHBOUR].rsplit(' ', 1)[0]} …"
