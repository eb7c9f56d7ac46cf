"""Which documents tell of one story: numbers of different stories are never set side by side.

Documents are compared by the capitalised words inside their sentences (names, mostly), weighted tf-idf, by cosine;
those above `SAME_STORY`, and whatever they lead to, are one story (single link). Salton & McGill, Introduction to
Modern Information Retrieval, 1983, ch. 3. A document that names nothing fits every story and is put with the first.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tallybook.model import Document
from tallybook.reconcile.grouping import joined

SAME_STORY = 0.25
"""Pages on one event of the seeds, the examples and 28 blind articles on 28 events: 0.27 or more to a neighbour of the
same story, 0.23 at most between two epidemics."""
_NAME = re.compile(r"(?<=[^\s.!?:“\"] )\b[A-Z][\w'’-]{2,}")
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Story:
    """Documents by id, and the name that most of them give most often; empty where they name nothing."""

    name: str
    documents: frozenset[str]


def tell_stories(documents: Sequence[Document]) -> tuple[Story, ...]:
    """The stories of the documents, in the order first met; together they hold every document once."""
    counts = {document.id: _names(document) for document in documents}
    weights = _weighted(counts)
    named = [document.id for document in documents if weights[document.id]]
    groups = joined(named, lambda a, b: _cosine(weights[a], weights[b]) >= SAME_STORY) or [[]]
    groups[0] = [*groups[0], *(document.id for document in documents if not weights[document.id])]
    return tuple(Story(_leading_name([counts[one] for one in group]), frozenset(group)) for group in groups)


def _names(document: Document) -> Counter[str]:
    found: Counter[str] = Counter()
    for block in document.article_blocks():
        words = _NAME.findall(block.span.of(document.text))
        found.update(word.replace("’", "'").removesuffix("'s") for word in words)
    return found


def _weighted(counts: Mapping[str, Counter[str]]) -> dict[str, Weights]:
    """tf-idf vectors of length one."""
    spread = Counter(name for names in counts.values() for name in names)
    weighted: dict[str, Weights] = {}
    for document, names in counts.items():
        vector = {n: (1 + math.log(k)) * math.log(1 + len(counts) / spread[n]) for n, k in names.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        weighted[document] = {name: weight / length for name, weight in vector.items()} if length else {}
    return weighted


def _cosine(a: Weights, b: Weights) -> float:
    small, large = sorted((a, b), key=len)
    return sum(weight * large[name] for name, weight in small.items() if name in large)


def _leading_name(pages: Sequence[Counter[str]]) -> str:
    """In most pages, then most often, then first in the alphabet: other stories do not change it."""
    spread = Counter(name for names in pages for name in names)
    total = sum(pages, start=Counter[str]())
    return min(total, key=lambda name: (-spread[name], -total[name], name), default="")
