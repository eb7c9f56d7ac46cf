"""Passages that an outlet prints under article after article: who it is, what it asks of its readers, how it counts.

One page cannot tell them from its text; several can: the same words stand on pages that have nothing else in common,
and hardly a word of them in the rest of each page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tallybook.model import ARTICLE_KINDS, BlockKind, Claim, Denial, Document, Evidence, Refusal, Span

FEWEST_PAGES = 3
_FEWEST_WORDS = 4
WHY = "the same words stand on other pages that have nothing else in common"
_ONE_TEXT = 0.5
"""The share of letters in common from which on two pages are one text, of which one is a copy or a later state."""

_AT_HOME = 0.3
"""The share of a passage's longer words that the rest of the page has. Background of a running story has more."""

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[\W_]+")
_STEM, _LONGER = 6, 5


@dataclass(frozen=True, slots=True)
class _Passage:
    document: int
    span: Span
    words: str


def without_recurring(evidence: Evidence) -> Evidence:
    """The evidence with passages that recur under pages of different matter as furniture, their claims as refusals."""
    recurring = recurring_passages(evidence.documents)
    if not recurring:
        return evidence
    lost = [claim for claim in evidence.claims if _stands_in(claim, recurring)]
    return replace(
        evidence,
        documents=tuple(_with_furniture(document, recurring.get(document.id, ())) for document in evidence.documents),
        claims=tuple(claim for claim in evidence.claims if not _stands_in(claim, recurring)),
        denials=tuple(denial for denial in evidence.denials if not _stands_in(denial, recurring)),
        refusals=(
            *evidence.refusals,
            *(Refusal(document_id=claim.document_id, span=claim.span, reason=WHY) for claim in lost),
        ),
    )


def _stands_in(told: Claim | Denial, passages: Mapping[str, Sequence[Span]]) -> bool:
    return any(span.covers(told.span) for span in passages.get(told.document_id, ()))


def _with_furniture(document: Document, spans: Sequence[Span]) -> Document:
    if not spans:
        return document
    blocks = (replace(b, kind=BlockKind.FURNITURE, why=WHY) if b.span in spans else b for b in document.blocks)
    return replace(document, blocks=tuple(blocks))


def recurring_passages(documents: Sequence[Document]) -> Mapping[str, tuple[Span, ...]]:
    """The blocks of articles that are no part of them, by document id.

    Each stands word for word on at least three pages of different texts and is foreign to each of them. The order of
    the documents changes nothing.
    """
    keys: list[dict[str, _Passage]] = [_passages(at, document) for at, document in enumerate(documents)]
    holders: defaultdict[str, list[_Passage]] = defaultdict(list)
    for own in keys:
        for key, passage in own.items():
            holders[key].append(passage)
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for key, passages in holders.items():
        if _recurs(key, passages, keys):
            for passage in passages:
                found[documents[passage.document].id].append(passage.span)
    return {document: tuple(sorted(spans)) for document, spans in found.items()}


def _passages(at: int, document: Document) -> dict[str, _Passage]:
    """The passages of an article by their letters and digits."""
    found: dict[str, _Passage] = {}
    for block in document.blocks:
        words = block.span.of(document.text)
        if block.kind in ARTICLE_KINDS - {BlockKind.TITLE} and len(words.split()) >= _FEWEST_WORDS:
            key = _MARKS.sub("", words).casefold()
            found.setdefault(key, _Passage(at, block.span, words))
    return found


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM].casefold() for word in _WORD.findall(words) if len(word) >= _LONGER)


def _recurs(key: str, passages: Sequence[_Passage], keys: Sequence[Mapping[str, _Passage]]) -> bool:
    if len(passages) < FEWEST_PAGES or _texts(passages, keys) < FEWEST_PAGES:
        return False
    return all(_is_foreign(passage, keys[passage.document], key) for passage in passages)


def _texts(passages: Sequence[_Passage], keys: Sequence[Mapping[str, _Passage]]) -> int:
    """On how many different texts a passage stands, counted no further than needed."""
    different: list[Mapping[str, _Passage]] = []
    for passage in passages:
        own = keys[passage.document]
        if not any(_is_one_text(own, other) for other in different):
            different.append(own)
        if len(different) >= FEWEST_PAGES:
            break
    return len(different)


def _is_one_text(a: Mapping[str, _Passage], b: Mapping[str, _Passage]) -> bool:
    shared = sum(len(key) for key in a.keys() & b.keys())
    return shared >= _ONE_TEXT * min(sum(map(len, a)), sum(map(len, b)))


def _is_foreign(passage: _Passage, page: Mapping[str, _Passage], key: str) -> bool:
    """Whether few of a passage's words stand in the rest of its page."""
    own = _stems(passage.words)
    rest = _stems(" ".join(other.words for other_key, other in page.items() if other_key != key))
    return len(own & rest) < _AT_HOME * len(own)
