"""One sentence's numbers, read left to right against the discourse so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tallybook.dates import DateMention
from tallybook.extract.assembly import Scene, claim_of
from tallybook.extract.attribution import Attributed
from tallybook.extract.backwards import attribute_backwards
from tallybook.extract.counted import Number, read_counted
from tallybook.extract.discourse import Discourse
from tallybook.extract.ellipsis import antecedent, sorted_as_before
from tallybook.extract.events import read_event
from tallybook.extract.linking import LinkedClaims
from tallybook.extract.numbers import Numbers
from tallybook.extract.parts import whole_after, whole_first
from tallybook.extract.refusals import NO_WORD, why_not_counted
from tallybook.extract.setting import carried_place, sentence_dates
from tallybook.extract.sharing import share_events
from tallybook.extract.voices import read_voices
from tallybook.model import SURROUNDINGS, Claim, Document, Period, QuantityMention, Refusal, Sentence


class SentenceReader:
    """Reads one parsed sentence of a document; `anchor` is the day that "last autumn" is relative to."""

    def __init__(
        self, document: Document, sentence: Sentence, numbers: Numbers, discourse: Discourse, anchor: Period | None
    ) -> None:
        self.document = document
        self.sentence = sentence
        self.discourse = discourse
        self.words = discourse.words
        self.numbers = numbers
        voices = read_voices(sentence, self.words)
        self.scene = Scene(
            document_id=document.id,
            sentence=sentence,
            discourse=discourse,
            voices=voices,
            attributed=Attributed(sentence, voices, discourse),
            dates=numbers.dates if numbers.mentions else self._incident_dates(anchor),
            anchor=anchor,
        )
        self.linked = LinkedClaims()

    def read(self) -> list[Refusal]:
        """Append the sentence's claims to the discourse; return its refusals."""
        refusals = []
        for index, mention in enumerate(self.numbers.mentions):
            reason = self._take(index, mention)
            if reason is not None:
                refusals.append(Refusal(document_id=self.document.id, span=mention.span, reason=reason))
        shared = share_events(self.linked.claims, self.linked.verbs, self.document.text, self.words.lexicon)
        of_incidents = self.discourse.incidents.sort(shared, self.linked.verbs, self.sentence, self.scene.dates)
        self.discourse.places.add(self.sentence)
        self.discourse.claims.extend(self._placed(of_incidents))
        self.discourse.met.put_off(self.sentence.span.start, self.scene.attributed.finish, parsed=True)
        attribute_backwards(self.sentence, self.scene.voices, self.discourse)
        return refusals

    def _incident_dates(self, anchor: Period | None) -> tuple[DateMention, ...]:
        """The days of a sentence without a number: they matter to an incident that later ones go on with."""
        incidents = self.words.lexicon.events.incidents
        named = any(t.lemma in incidents for t in self.sentence.tokens)
        return sentence_dates(anchor, self.sentence, self.words) if named else ()

    def _take(self, index: int, mention: QuantityMention) -> str | None:
        """Add a mention's claim to those of the sentence; where it is none, return the reason."""
        reason = self.numbers.reasons[index]
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
        following = self.numbers.mentions[index + 1] if index + 1 < len(self.numbers.mentions) else None
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
            place, proof = self._surrounding(claim), SURROUNDINGS
        return claim if place is None else replace(claim, place=place, evidence={**claim.evidence, "place": proof})

    def _surrounding(self, claim: Claim) -> str | None:
        return self.discourse.places.place_at(claim.span.start)
