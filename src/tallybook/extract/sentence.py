"""One sentence's numbers, read left to right against the discourse so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tallybook.extract.assembly import Scene, claim_of
from tallybook.extract.attribution import attribute
from tallybook.extract.backwards import attribute_backwards
from tallybook.extract.counted import Number, read_counted
from tallybook.extract.discourse import Discourse
from tallybook.extract.ellipsis import antecedent, sorted_as_before
from tallybook.extract.events import read_event
from tallybook.extract.linking import LinkedClaims
from tallybook.extract.parts import whole_after, whole_first
from tallybook.extract.refusals import NO_WORD, why_no_quantity, why_not_counted
from tallybook.extract.setting import carried_place, places_seen, sentence_dates, surrounding_place
from tallybook.extract.sharing import share_events
from tallybook.extract.voices import read_voices
from tallybook.model import Claim, Document, Period, QuantityMention, Refusal, Sentence, Span
from tallybook.quantity import read_quantities


class SentenceReader:
    """Reads one parsed sentence of a document; `anchor` is the day that "last autumn" is relative to."""

    def __init__(self, document: Document, sentence: Sentence, discourse: Discourse, anchor: Period | None) -> None:
        self.document = document
        self.sentence = sentence
        self.discourse = discourse
        self.words = discourse.words
        found = read_quantities(sentence.text, self.words.lexicon)
        self.mentions = [_shifted(mention, sentence.span.start) for mention in found]
        voices = read_voices(sentence, self.words)
        self.scene = Scene(
            document_id=document.id,
            sentence=sentence,
            discourse=discourse,
            voices=voices,
            attributed=attribute(sentence, voices, discourse),
            dates=sentence_dates(anchor, sentence, self.words) if self._tells_when() else (),
            anchor=anchor,
        )
        self.linked = LinkedClaims()

    def read(self) -> list[Refusal]:
        """Append the sentence's claims to the discourse; return its refusals."""
        refusals = []
        for index, mention in enumerate(self.mentions):
            reason = self._take(index, mention)
            if reason is not None:
                refusals.append(Refusal(document_id=self.document.id, span=mention.span, reason=reason))
        shared = share_events(self.linked.claims, self.linked.verbs, self.document.text, self.words.lexicon)
        of_incidents = self.discourse.incidents.sort(shared, self.linked.verbs, self.sentence, self.scene.dates)
        self.discourse.places.extend(places_seen(self.sentence, self.words))
        self.discourse.claims.extend(self._placed(of_incidents))
        attribute_backwards(self.sentence, self.scene.voices, self.discourse)
        return refusals

    def _tells_when(self) -> bool:
        """Whether the days of the sentence matter: to its numbers, or to an incident that later ones go on with."""
        incidents = self.words.lexicon.events.incidents
        return bool(self.mentions) or any(t.lemma in incidents for t in self.sentence.tokens)

    def _take(self, index: int, mention: QuantityMention) -> str | None:
        """Add a mention's claim to those of the sentence; where it is none, return the reason."""
        reason = why_no_quantity(mention, self.scene.dates, self.words)
        if reason is not None:
            return reason
        counted = read_counted(mention, self.sentence, self.words)
        if counted is None:
            return NO_WORD
        counted = sorted_as_before(counted, self.words, here=self.linked.claims)
        number = Number(mention, counted, self.sentence, self.words)
        befallen = read_event(number)
        model = antecedent(number, befallen, here=self.linked.claims, before=self.discourse.claims)
        reason = why_not_counted(number, befallen, model)
        if reason is not None:
            return reason
        claim = claim_of(number, befallen, model, here=self.linked.claims, scene=self.scene)
        following = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
        self.linked.add(
            index,
            claim,
            befallen.verb,
            opens=index == 0 and whole_first(mention, self.sentence, self.words),
            before_whole=whole_after(mention, following, self.sentence, self.words),
        )
        return None

    def _placed(self, claims: Sequence[Claim]) -> list[Claim]:
        """Claims without a place take that of the last claim of the same event and group, else the page's."""
        placed: list[Claim] = []
        for claim in claims:
            if claim.place is None and claim.incident is None:
                claim = self._set(claim, [*self.discourse.claims, *placed])
            placed.append(claim)
        return placed

    def _set(self, claim: Claim, earlier: Sequence[Claim]) -> Claim:
        place, proof = carried_place(claim, earlier), "as the claim before of the same event and group"
        if place is None:
            place, proof = self._surrounding(claim), "where the sentences before are set"
        return claim if place is None else replace(claim, place=place, evidence={**claim.evidence, "place": proof})

    def _surrounding(self, claim: Claim) -> str | None:
        return surrounding_place(claim.span.start, self.discourse.places, self.words.registry)


def _shifted(mention: QuantityMention, offset: int) -> QuantityMention:
    """A mention with its spans in document offsets."""

    def move(span: Span | None) -> Span | None:
        return span.shifted(offset) if span is not None else None

    return replace(
        mention,
        span=mention.span.shifted(offset),
        core=mention.core.shifted(offset),
        hedge_span=move(mention.hedge_span),
        unit_span=move(mention.unit_span),
        per_span=move(mention.per_span),
    )
