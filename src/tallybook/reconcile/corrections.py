"""Numbers that were taken back: by whom, when, what stands now, and which other claims go with them.

A page says so of its own numbers (`Claim.taken_back`). The number leaves the estimates, not the book, and so does every
other claim of it that goes back to whoever took it back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from tallybook.model import Claim, ClaimKind, Document, Series, Span
from tallybook.reconcile.intervals import interval, point, same_number
from tallybook.reconcile.moments import Moment, day_of_words
from tallybook.reconcile.scope import OTHER, STANDING, groups_fit, is_count, places_fit, same_sort, stands, times_fit
from tallybook.reconcile.speakers import is_named, may_be_one_speaker, same_origin
from tallybook.reconcile.wording import day_words
from tallybook.reconcile.world import World

ERA_DAYS = 366
NEAR = 300
"""Characters within which the speaker, and not the distance, decides which number stands in the place of another."""
SPOKEN_BEFORE = 120
"""Characters before a sentence in which a revision may be told: "It struck 35 names off its list. The toll is 212."."""
FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One number that its giver took back.

    `taken` is the claim that tells the old number, `standing` what stands instead, None where nothing is said to.
    `by` is the origin, or the outlet that corrects its own page; `at` the day of the page that says so. `gone` are the
    ids of all other claims that leave with it. `words` are those of the page, None where its text is not at hand.
    """

    taken: Claim
    standing: Claim | None
    event: str
    by: str | None
    at: dt.date | None
    words: str | None
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of one story. `left_out` says by claim id why a number is used no more."""

    found: tuple[Correction, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)

    def corrected(self, earlier: Claim, later: Claim, world: World) -> bool:
        """Whether a correction explains that a later total is smaller than an earlier one.

        It does where the earlier number was taken back, and where its speaker announced a smaller one after it.
        """
        if earlier.id in self.left_out:
            return True
        return any(
            correction.standing is not None
            and _one_voice(correction.taken, earlier, world)
            and correction.event == earlier.event == later.event
            and same_sort(correction.taken, earlier)
            and groups_fit(correction.taken, earlier, world)
            and places_fit(correction.taken.place, earlier.place, world)
            and (point(correction.standing) or 0) <= (point(later) or 0) < (point(earlier) or 0)
            for correction in self.found
        )


def find_corrections(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    moments: Mapping[str, Moment],
    series: Iterable[Series],
    world: World,
) -> Corrections:
    """What was taken back in one story, in the order of its claims: by its own page first, then without a word of it.

    The same origin's smaller total, in a sentence that tells of a revision, takes the larger ones before it back. A
    forecast that is taken back corrects nothing: it is withdrawn.
    """
    book = _Book(claims, documents, moments, world)
    told = [book.told(claim) for claim in claims if claim.taken_back is not None and claim.modality in STANDING]
    known = {identity for correction in told for identity in (correction.taken.id, *correction.gone)}
    silent = [found for one in series for found in book.silent(one) if found.taken.id not in known]
    left_out: dict[str, str] = {}
    for correction in (*told, *silent):
        for identity, why in book.reasons(correction):
            left_out.setdefault(identity, why)
    return Corrections((*told, *silent), left_out)


@dataclass(frozen=True)
class _Book:
    claims: Sequence[Claim]
    documents: Mapping[str, Document]
    moments: Mapping[str, Moment]
    world: World

    @cached_property
    def by_id(self) -> Mapping[str, Claim]:
        """The claims by their ids."""
        return {claim.id: claim for claim in self.claims}

    def told(self, taken: Claim) -> Correction:
        """The correction that a page tells of one of its numbers."""
        standing = self._standing(taken)
        event = standing.event if taken.event == OTHER and standing is not None else taken.event
        document = self.documents.get(taken.document_id)
        words = taken.taken_back.of(document.text) if document is not None and taken.taken_back is not None else ""
        gone = (c.id for c in self.claims if self._is_same(c, taken, event) and self._goes_with(c, taken))
        return Correction(
            taken=taken,
            standing=standing,
            event=event,
            by=taken.attribution.origin or (document.outlet if document is not None else None),
            at=self._written(taken),
            words=" ".join(words.split()) or None,
            gone=tuple(gone),
        )

    def silent(self, series: Series) -> Iterator[Correction]:
        """Falls of one origin's total that its page calls a revision, without the old number."""
        if series.kind is not ClaimKind.TOTAL or not self.world.monotone(series.event):
            return
        own: dict[str, list[Claim]] = {}
        for claim in (self.by_id[identity] for identity in series.claims):
            if is_named(claim.attribution.origin) and _is_usable(claim) and claim.id in self.moments:
                own.setdefault(self.world.speaker(claim.attribution.origin or ""), []).append(claim)
        for told in own.values():
            told.sort(key=lambda claim: self.moments[claim.id].at)
            for earlier, later in pairwise(told):
                words = self._revision(earlier, later)
                if words is not None:
                    yield self._silent(earlier, later, words)

    def _revision(self, earlier: Claim, later: Claim) -> str | None:
        """The words of a later page that lower the number of an earlier one."""
        falls = interval(later).high < interval(earlier).low
        if not falls or self.moments[later.id].at <= self.moments[earlier.id].at:
            return None
        document = self.documents.get(later.document_id)
        return _revising(later, document) if document is not None and document.text else None

    def _silent(self, earlier: Claim, later: Claim, words: str) -> Correction:
        same = (c for c in self.claims if self._is_same(c, earlier, earlier.event))
        return Correction(
            taken=earlier,
            standing=later,
            event=earlier.event,
            by=earlier.attribution.origin,
            at=self._written(later),
            words=words,
            gone=tuple(c.id for c in same if _one_voice(c, earlier, self.world) and not self._is_new(c, later)),
        )

    def reasons(self, correction: Correction) -> Iterator[tuple[str, str]]:
        """Why each claim of a correction is used no more."""
        quoted = f": “{correction.words}”" if correction.words else ""
        day = f" on {day_words(correction.at)}" if correction.at is not None else ""
        by = f" by {correction.by}" if correction.by is not None else " by the page that gave it"
        if correction.taken.taken_back is not None:
            yield correction.taken.id, f"taken back on its page{quoted}"
        else:
            yield correction.taken.id, f"taken back{by}{day}{quoted}"
        for claim in (self.by_id[identity] for identity in correction.gone):
            elsewhere = claim.document_id != correction.taken.document_id
            nameless = ", and nobody else is named for it" if elsewhere and claim.attribution.origin is None else ""
            yield claim.id, f"taken back{by}{day}{nameless}"

    def _standing(self, taken: Claim) -> Claim | None:
        """What the page gives in its place: the nearest other number of the same, of the same speaker first."""
        near = [c for c in self.claims if c.document_id == taken.document_id and self._may_replace(c, taken)]
        return min(
            near,
            key=lambda c: (
                abs(c.span.start - taken.span.start) > NEAR,
                c.attribution.origin != taken.attribution.origin,
                abs(c.span.start - taken.span.start),
                c.span.start,
            ),
            default=None,
        )

    def _may_replace(self, claim: Claim, taken: Claim) -> bool:
        return (
            _is_usable(claim)
            and claim.event != OTHER
            and taken.event in (claim.event, OTHER)
            and self._scopes_fit(claim, taken)
            and not same_number(claim, taken)
        )

    def _is_same(self, claim: Claim, taken: Claim, event: str) -> bool:
        """Whether a claim gives the number that was taken back, of the same thing."""
        return (
            claim.id != taken.id
            and _is_usable(claim)
            and claim.event == event
            and same_number(claim, taken)
            and self._scopes_fit(claim, taken)
        )

    def _scopes_fit(self, a: Claim, b: Claim) -> bool:
        moments = self.moments.get(a.id), self.moments.get(b.id)
        return (
            same_sort(a, b)
            and groups_fit(a, b, self.world)
            and self._places_fit(a.place, b.place)
            and a.incident == b.incident
            and (a.part_of is None) == (b.part_of is None)
            and times_fit(*moments, slack=ERA_DAYS)
        )

    def _places_fit(self, a: str | None, b: str | None) -> bool:
        """Also a village that nobody knows in a country: one number of one speaker is hardly of two places."""
        return places_fit(a, b, self.world) or any(
            x is not None and y is not None and self.world.may_lie_in(x, y) for x, y in ((a, b), (b, a))
        )

    def _goes_with(self, claim: Claim, taken: Claim) -> bool:
        """Whether a claim of the number goes back to whoever took it back."""
        if claim.document_id == taken.document_id:
            return may_be_one_speaker(claim.attribution.origin, taken.attribution.origin, self.world)
        older = self._days_older(claim, taken)
        if taken.attribution.origin is None:
            return self._is_of_outlet(claim, taken) and (older is None or older >= 0)
        if _one_voice(claim, taken, self.world):
            return not self._is_new(claim, taken)
        told_alike = claim.attribution.origin in (None, taken.attribution.origin)  # "police" in both, a name in neither
        return told_alike and older is not None and older >= 0

    def _is_of_outlet(self, claim: Claim, taken: Claim) -> bool:
        """Whether the outlet that corrects its page gave the number on another page, or is named for it."""
        pages = [self.documents.get(c.document_id) for c in (claim, taken)]
        outlets = [page.outlet if page is not None else None for page in pages]
        named = {self.world.speaker(name) for name in (claim.attribution.origin, *claim.attribution.relays) if name}
        return outlets[1] is not None and (outlets[0] == outlets[1] or self.world.speaker(outlets[1]) in named)

    def _is_new(self, claim: Claim, correcting: Claim) -> bool:
        """Whether its own words date a number behind the correction: the count has risen to it again."""
        moment, day = self.moments.get(claim.id), self._written(correcting)
        return moment is not None and moment.said and day is not None and moment.period.start > day

    def _days_older(self, claim: Claim, taken: Claim) -> int | None:
        """How many days a claim's page is older than the one that takes the number back, None where that is unknown."""
        day, taken_on = self._written(claim), self._written(taken)
        return (taken_on - day).days if day is not None and taken_on is not None else None

    def _written(self, claim: Claim) -> dt.date | None:
        """The day of a claim's page, else its own."""
        day = day_of_words(claim, self.documents.get(claim.document_id))
        moment = self.moments.get(claim.id)
        return day or (moment.at if moment is not None else None)


def _is_usable(claim: Claim) -> bool:
    return stands(claim) and is_count(claim) and point(claim) is not None


def _one_voice(a: Claim, b: Claim, world: World) -> bool:
    return same_origin(a.attribution.origin, b.attribution.origin, world)


def _revising(claim: Claim, document: Document) -> str | None:
    # The lexicon takes longer to load than all the rest; only a total that falls asks for it.
    from tallybook.lexicon import load_lexicon, supported_languages
    from tallybook.lexicon.revising import revising_words

    language = document.language or FALLBACK_LANGUAGE
    if language not in supported_languages():
        return None
    around = _spoken(claim, document)
    number = claim.span.start - around.start, claim.span.end - around.start
    return revising_words(around.of(document.text), *number, load_lexicon(language))


def _spoken(claim: Claim, document: Document) -> Span:
    """The sentence of a claim and what stands right before it in its paragraph."""
    sentence = claim.sentence
    block = next((block.span for block in document.blocks if block.span.covers(sentence)), sentence)
    return Span(max(block.start, sentence.start - SPOKEN_BEFORE), sentence.end)
