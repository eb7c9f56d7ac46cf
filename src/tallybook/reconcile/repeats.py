"""Pages that repeat each other without saying so: by text taken over, and by odd numbers that both give.

Two pages that agree on 1,300 may both be right; two that agree on 1,297 and on 5,714 have hardly counted twice.
Agreement is scored as the logarithm of the odds of copying against independence, in which a rare value counts most:
X. L. Dong, L. Berti-Équille, D. Srivastava: Integrating conflicting data: the role of source dependence, VLDB 2009.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tallybook.model import Claim, Copy, Document, Hedge, Number
from tallybook.reconcile.dependence import dependences, one_voices
from tallybook.reconcile.grouping import joined
from tallybook.reconcile.intervals import last_place, point, same_number, stated
from tallybook.reconcile.scope import is_count, stands
from tallybook.reconcile.speakers import is_named
from tallybook.reconcile.wording import listed, number_words

COPY_RATE = 0.8
"""How many of its numbers a page that copies takes over, as in the paper."""

SPREAD = 0.4
"""Independent counts of one thing lie within a fifth above or below each other."""

ODD = 3.0
"""Numbers that are told as a reason: 123 and 1,297 are, 120 and 1,300 are not."""

NEARLY_ONE = 1e-5
"""Numbers further apart, as a share, are not the same to `same_number`; of those nearer it is asked."""

SAME_WORDS = 0.7
"""Of the words of two sentences, those that both have; one word in twenty may be changed."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two pages have in common that speaks for copying: the odd numbers, and the score in nats."""

    numbers: tuple[Number, ...]
    score: float

    @property
    def why(self) -> str:
        """The reason in words."""
        words = listed([number_words(number) for number in self.numbers if odds(number) >= ODD])
        return f"two pages agree on {words} (score {self.score:.1f}), too odd to be counted twice"


def families(copies: Iterable[Copy]) -> Mapping[str, int]:
    """By document, the number of the family of copies it belongs to."""
    pairs = [(copy.original, copy.copy) for copy in copies]
    bound = {frozenset(pair) for pair in pairs}
    pages = sorted({page for pair in pairs for page in pair})
    partners: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for pair in bound:
        for page in pair:
            partners[page].append(pair)
    groups = joined(pages, lambda a, b: frozenset((a, b)) in bound, keys=lambda page: partners[page])
    return {page: number for number, group in enumerate(groups) for page in group}


def same_sentence(a: Claim, b: Claim, documents: Mapping[str, Document]) -> bool:
    """Whether two claims stand in the same words, but for a word or two."""
    words = [_words(claim, documents.get(claim.document_id)) for claim in (a, b)]
    both = len(words[0] & words[1])
    return both > 0 and both >= SAME_WORDS * len(words[0] | words[1])


def odd_agreements(
    claims: Sequence[Claim],
    fit: Callable[[Claim, Claim], bool],
    *,
    alike: Mapping[str, Hashable],
    least: float,
) -> Mapping[frozenset[str], Agreement]:
    """By pair of pages, their agreement on exact numbers of one measure and scope, where its score is `least` or more.

    `fit` says whether two claims measure one thing, `alike` which claims, by id, are the same to it.
    """
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    holders: defaultdict[Number, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.quantity.hedge is Hedge.EXACT and is_count(claim) and stands(claim) and (low := stated(claim)[0]):
            told[claim.document_id].append(claim)
            holders[low].add(claim.document_id)
    pages = {page: _Page.of(own, alike) for page, own in told.items()}
    pairs = {pair for sharing in holders.values() for pair in combinations(sorted(sharing), 2)}
    found = ((frozenset((a, b)), _agreement(pages[a], pages[b], fit, least)) for a, b in sorted(pairs))
    return {pair: agreement for pair, agreement in found if agreement is not None}


@dataclass(frozen=True, slots=True)
class _Page:
    """The exact numbers of a page in their order, with the claims that give them, and one claim of each sort."""

    numbers: Sequence[Number]
    claims: Sequence[Claim]
    sorts: Sequence[Claim]

    @classmethod
    def of(cls, claims: Iterable[Claim], alike: Mapping[str, Hashable]) -> _Page:
        numbered = sorted(((point(claim) or 0, claim) for claim in claims), key=lambda one: one[0])
        sorts = {alike[claim.id]: claim for _, claim in numbered}
        return cls([number for number, _ in numbered], [claim for _, claim in numbered], list(sorts.values()))

    def near(self, claim: Claim) -> Sequence[Claim]:
        """The claims whose number may be that of a claim."""
        number = point(claim) or 0
        slack = NEARLY_ONE * abs(number)
        return self.claims[bisect_left(self.numbers, number - slack) : bisect_right(self.numbers, number + slack)]


def echoes(
    claims: Sequence[Claim], documents: Mapping[str, Document], story_of: Mapping[str, int] | None = None
) -> Mapping[str, str]:
    """By outlet, the first of those it is one voice with: what they say in nobody's name is the same throughout.

    `story_of` numbers the story of each document: an outlet's habits show over all of them, its numbers are of one.
    A book with few numbers in common tells nothing, and none is found.
    """
    home = story_of or {}
    rows = [
        (
            outlet,
            repr((home.get(c.document_id), c.event, c.quantity.unit, c.kind, c.group, c.place, c.time)),
            stated(c),
        )
        for c in claims
        for outlet in (_outlet(c, documents),)
        if outlet is not None and not is_named(c.attribution.origin) and c.quantity.hedge is Hedge.EXACT and stands(c)
    ]
    groups = one_voices({outlet for outlet, _, _ in rows}, dependences(rows))
    return {outlet: group[0] for group in groups if len(group) > 1 for outlet in group}


def _outlet(claim: Claim, documents: Mapping[str, Document]) -> str | None:
    document = documents.get(claim.document_id)
    return document.outlet if document is not None else None


def odds(number: Number) -> float:
    """How much one number that two pages give speaks for copying, in nats: 0.3 for 300, 6.0 for 1,297.

    The chance that an independent count comes out the same is the place of the last digit over the spread of counts.
    """
    chance = min(1.0, max(1, last_place(number)) / (SPREAD * abs(number)))
    return math.log(COPY_RATE / chance + 1 - COPY_RATE)


def _agreement(a: _Page, b: _Page, fit: Callable[[Claim, Claim], bool], least: float) -> Agreement | None:
    """Equal numbers speak for copying; those of the shorter page that the other gives otherwise speak against it.

    So where the equal ones do not come to `least`, the others need not be looked at: it is none.
    """
    short, long = sorted((a, b), key=lambda page: len(page.claims))
    shared = [any(same_number(x, y) and fit(x, y) for y in long.near(x)) for x in short.claims]
    equal = {stated(x)[0] or 0 for x, same in zip(short.claims, shared, strict=True) if same}
    support = sum(odds(number) for number in sorted(equal))
    if support < least:
        return None
    apart = (x for x, same in zip(short.claims, shared, strict=True) if not same)
    other = {stated(x)[0] or 0 for x in apart if any(fit(x, y) for y in long.sorts)}
    score = support + len(other) * math.log(1 - COPY_RATE)
    return Agreement(tuple(sorted(equal)), score) if score >= least else None


def _words(claim: Claim, document: Document | None) -> frozenset[str]:
    return frozenset(_WORD.findall(claim.sentence.of(document.text).lower())) if document is not None else frozenset()
