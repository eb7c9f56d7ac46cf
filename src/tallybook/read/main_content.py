"""Which segments of a page belong to its main content: those in the container that holds most of its paragraphs.

In the spirit of the weighing of containers in Readability (Arc90, 2009) and of the shallow text features of
Kohlschütter et al. (WSDM 2010): paragraphs weigh by their length outside links, and the innermost container that
still holds nearly all of that weight is the article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from tallybook.read.elements import WRAPPERS
from tallybook.read.scan import Scan
from tallybook.read.segments import Segment

_SHORTEST = 40
_LINKED = 0.5
_WHOLE = 0.7
_ENOUGH = 400
_PARAGRAPH = 80
_FEWEST_ALIKE = 2
_HEADLINE_LINKED = 0.8
_SHORTEST_HEADLINE = 15
_LONGEST_TEASER = 600
_FEWEST_TEASERS = 3


def in_main_content(page: Scan) -> list[bool] | None:
    """For each segment whether the main content holds it; None where no main content was found."""
    cards = _cards(page)
    weights = [_weight(segment, cards) for segment in page.segments]
    named = [0.0 if segment.off else weight for segment, weight in zip(page.segments, weights, strict=True)]
    strict = sum(named) >= min(_ENOUGH, sum(weights) / 3)
    container = _container(page, named if strict else weights)
    if container is None:
        return None
    inside = _inside({container}, page.around)
    held = [
        segment.box in inside and segment.box not in cards and _may_be_article(segment, strict=strict)
        for segment in page.segments
    ]
    return _extended(page.segments, held, cards, strict=strict)


def _may_be_article(segment: Segment, *, strict: bool) -> bool:
    return (segment.aside is None or segment.aside in WRAPPERS) and not (strict and segment.off)


def _extended(segments: Sequence[Segment], held: list[bool], cards: Set[int], *, strict: bool) -> list[bool]:
    """`held` with the paragraphs elsewhere on the page that stand in containers alike those of paragraphs found."""
    places = Counter(
        segment.place
        for segment, found in zip(segments, held, strict=True)
        if found and len(segment.text) >= _PARAGRAPH
    )
    return [
        found
        or (
            places[segment.place] >= _FEWEST_ALIKE
            and _weight(segment, cards) >= _SHORTEST
            and _may_be_article(segment, strict=strict)
        )
        for segment, found in zip(segments, held, strict=True)
    ]


def _weight(segment: Segment, cards: Set[int]) -> float:
    if len(segment.text) < _SHORTEST or segment.linked > _LINKED or segment.box in cards:
        return 0.0
    if segment.aside is not None and segment.aside not in WRAPPERS:
        return 0.0
    return len(segment.text) * (1 - segment.linked)


def _container(page: Scan, weights: Sequence[float]) -> int | None:
    """The innermost container that holds most of the weight; None where there is none."""
    held = [0.0] * len(page.around)
    for segment, weight in zip(page.segments, weights, strict=True):
        held[segment.box] += weight
    _add_inner(held, page.around)
    if not held[0]:
        return None
    best = 0
    for box in range(1, len(held)):  # numbered in the order of the page: a container comes before those inside it
        if page.around[box] == best and held[box] >= _WHOLE * held[best]:
            best = box
    return best


def _cards(page: Scan) -> Set[int]:
    """The containers in lists of teasers: items in a row that each hold a linked headline and little text beside it."""
    size = len(page.around)
    headlines, words = [0.0] * size, [0.0] * size
    for segment in page.segments:
        if segment.linked > _HEADLINE_LINKED and len(segment.text) >= _SHORTEST_HEADLINE:
            headlines[segment.box] += 1
        else:
            words[segment.box] += len(segment.text) * (1 - segment.linked)
    _add_inner(headlines, page.around)
    _add_inner(words, page.around)
    items = [
        box
        for box in range(1, size)
        if page.elements[box] in ("li", "article") and 1 <= headlines[box] <= 2 and words[box] <= _LONGEST_TEASER
    ]
    rows = Counter(page.around[box] for box in items)
    return _inside({box for box in items if rows[page.around[box]] >= _FEWEST_TEASERS}, page.around)


def _add_inner(amounts: list[float], around: Sequence[int]) -> None:
    """Adds to each container what those inside it hold."""
    for box in range(len(amounts) - 1, 0, -1):
        amounts[around[box]] += amounts[box]


def _inside(containers: Set[int], around: Sequence[int]) -> Set[int]:
    """The containers with all those inside them."""
    inside = set(containers)
    for box in range(min(containers, default=len(around)) + 1, len(around)):
        if around[box] in inside:
            inside.add(box)
    return inside
