"""The walk over a document's sentences that turns quantities into claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tallybook.dates import DateMention
from tallybook.extract.attribution import Attributed, attribute
from tallybook.extract.backwards import attribute_backwards
from tallybook.extract.counted import Counted, Number, read_counted
from tallybook.extract.denials import read_denials
from tallybook.extract.discourse import Discourse
from tallybook.extract.ellipsis import antecedent, gapped_speaker, unit_of_ellipsis
from tallybook.extract.events import OTHER, Befallen, read_event
from tallybook.extract.kinds import read_kind
from tallybook.extract.modality import read_modality
from tallybook.extract.parts import multiplies, part_of, whole_after, whole_first
from tallybook.extract.rates import rate_of
from tallybook.extract.refusals import why_refused
from tallybook.extract.setting import (
    anchor_of,
    carried_group,
    carried_place,
    read_group,
    read_place,
    read_time,
    sentence_dates,
)
from tallybook.extract.vocabulary import Vocabulary, vocabulary
from tallybook.extract.voices import Voice, read_voices, speaker_of
from tallybook.lexicon.schema import Lexicon
from tallybook.model import (
    Attribution,
    Claim,
    ClaimKind,
    Denial,
    Document,
    Hedge,
    Measure,
    Modality,
    Period,
    Product,
    Proof,
    Quantity,
    QuantityMention,
    Reading,
    Refusal,
    Sentence,
    Span,
)
from tallybook.quantity import read_quantities
from tallybook.registry import Registry

_NO_EVENT = "no verb or noun tells an event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one document gave: claims, denials, and the numbers that were read but not taken."""

    claims: tuple[Claim, ...]
    denials: tuple[Denial, ...]
    refusals: tuple[Refusal, ...]


def read_claims(
    document: Document, sentences: Iterable[Sentence], *, lexicon: Lexicon, registry: Registry
) -> Extraction:
    """The claims of a document whose sentences are parsed, in text order.

    Sentences without tokens are skipped. Every number that becomes no claim is returned as a refusal with its
    reason. The same input always gives the same output.
    """
    words = vocabulary(lexicon, registry)
    discourse = Discourse.of(document, words)
    anchor = anchor_of(document, words)
    denials: list[Denial] = []
    refusals: list[Refusal] = []
    for sentence in sentences:
        if not sentence.tokens:
            continue
        sentence = words.repaired(sentence)
        reader = _SentenceReader(document, sentence, discourse, words, anchor)
        refusals.extend(reader.read())
        denials.extend(read_denials(sentence, document.id, discourse, words))
    return Extraction(claims=tuple(discourse.claims), denials=tuple(denials), refusals=tuple(refusals))


class _SentenceReader:
    """One sentence's numbers, read left to right against the discourse so far."""

    def __init__(
        self, document: Document, sentence: Sentence, discourse: Discourse, words: Vocabulary, anchor: Period | None
    ) -> None:
        self.anchor = anchor
        self.document = document
        self.sentence = sentence
        self.discourse = discourse
        self.words = words
        self.voices: tuple[Voice, ...] = read_voices(sentence, words)
        self.dates: tuple[DateMention, ...] = sentence_dates(anchor, sentence, words)
        self.mentions = [_shifted(m, sentence.span.start) for m in read_quantities(sentence.text, words.lexicon)]

    def read(self) -> list[Refusal]:
        """Append the sentence's claims to the discourse; return its refusals."""
        refusals: list[Refusal] = []
        attributed = attribute(self.sentence, self.voices, self.discourse)
        here: list[Claim] = []
        verbs: dict[str, int] = {}
        wholes: dict[int, str] = {}
        opening: str | None = None
        for index, mention in enumerate(self.mentions):
            counted = read_counted(mention, self.sentence, self.words)
            befallen = read_event(Number(mention, counted, self.sentence, self.words)) if counted else None
            earlier = (
                antecedent(mention, counted, befallen, here, self.discourse.claims, self.sentence, self.words)
                if counted and befallen
                else None
            )
            reason = why_refused(mention, counted, self.sentence, befallen, self.words, self.dates, earlier)
            if reason is not None or counted is None or befallen is None:
                refusals.append(
                    Refusal(document_id=self.document.id, span=mention.span, reason=reason or "no word of the parse")
                )
                continue
            claim = self._claim(mention, counted, befallen, earlier, attributed, here)
            here.append(claim)
            if befallen.verb is not None:
                verbs[claim.id] = befallen.verb.index
            following = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
            if whole_after(mention, following, self.sentence, self.words):
                wholes[index + 1] = claim.id
            if index == 0 and whole_first(mention, self.sentence, self.words):
                opening = claim.id
            elif opening is not None and claim.part_of is None and claim.quantity.unit != "money":
                here[-1] = replace(claim, part_of=opening)
            if index in wholes:
                here = [replace(c, part_of=claim.id) if c.id == wholes[index] else c for c in here]
        self.discourse.claims.extend(self._placed(_filled(here, verbs, self.document)))
        attribute_backwards(self.sentence, self.voices, self.discourse)
        return refusals

    def _placed(self, claims: Sequence[Claim]) -> list[Claim]:
        """Claims without a place take that of the last claim of the same event and group."""
        placed: list[Claim] = []
        for claim in claims:
            place = None if claim.place else carried_place(claim, [*self.discourse.claims, *placed])
            if place is not None:
                evidence = {**claim.evidence, "place": "as the claim before of the same event and group"}
                claim = replace(claim, place=place, evidence=evidence)
            placed.append(claim)
        return placed

    def _attribution(
        self, mention: QuantityMention, counted: Counted, attributed: Attributed
    ) -> tuple[Attribution, Proof]:
        if counted.noun is None:
            head = gapped_speaker(mention, self.sentence, self.words)
            speaker = speaker_of(head, self.sentence, self.words) if head is not None else None
            name = self.discourse.name(speaker) if speaker is not None else None
            if speaker is not None and name is not None:
                return Attribution(origin=name), (speaker.span,)
        return attributed.of(mention)

    def _claim(
        self,
        mention: QuantityMention,
        counted: Counted,
        befallen: Befallen,
        model: Claim | None,
        attributed: Attributed,
        here: Sequence[Claim],
    ) -> Claim:
        sentence, words, discourse = self.sentence, self.words, self.discourse
        group = read_group(counted, befallen, sentence, words)
        place = read_place(mention, befallen, sentence, words)
        time = read_time(mention, befallen, self.dates, tuple(v.cue for v in self.voices), self.anchor)
        attribution, speech_proof = self._attribution(mention, counted, attributed)
        per = rate_of(mention, counted, sentence, words)
        earlier = [*discourse.claims, *here]
        modality = read_modality(counted, befallen, sentence, words)
        if attribution.origin is None and modality is Modality.PROJECTED and not self.voices:
            attribution, speech_proof = Attribution(origin=discourse.forecaster(sentence)), "the body named just before"
        part = part_of(mention, earlier, sentence, words)
        if attribution.origin is None and part is not None:
            whole = next(c for c in earlier if c.id == part)
            attribution, speech_proof = whole.attribution, "carried over from the whole it is part of"
        each = multiplies(mention, here, sentence, words)
        evidence: dict[str, Proof] = {"value": (mention.core,)}
        evidence["hedge"] = (mention.hedge_span,) if mention.hedge_span else "no hedge stands by the number"
        evidence["unit"] = _unit_proof(mention, counted)
        evidence["event"] = (befallen.proof,) if befallen.proof else _NO_EVENT
        if attribution.origin is not None:
            evidence["origin"] = speech_proof
        for name, found in (("group", group), ("place", place)):
            if found is not None:
                evidence[name] = found[1]
        if time is not None:
            evidence["time"] = time.spans
        if model is not None and per is None and model.quantity.per and sentence.span.covers(model.span):
            per = model.quantity.per
        if model is not None and befallen.event == OTHER:
            befallen = Befallen(model.event, None, befallen.verb)
            evidence["event"] = "the same as the number before it"
        return Claim(
            id=f"{self.document.id}:{mention.core.start}-{mention.core.end}",
            document_id=self.document.id,
            span=mention.span,
            core=mention.core,
            sentence=sentence.span,
            quantity=_quantity(mention, unit_of_ellipsis(counted, befallen, model), per),
            event=befallen.event,
            kind=ClaimKind.RATE
            if per
            else read_kind(mention, counted, befallen, time, self.dates, modality, sentence, words),
            modality=modality,
            attribution=attribution,
            group=group[0] if group else carried_group(counted, earlier, sentence, words),
            time=time.period if time else None,
            place=place[0] if place else None,
            part_of=part,
            each_of=each.id if each else None,
            total=_product(each, mention) if each else None,
            change=mention.change,
            evidence=evidence,
            readings=_readings(mention, befallen),
        )


def _shifted(mention: QuantityMention, offset: int) -> QuantityMention:
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


def _quantity(mention: QuantityMention, unit: str, per: str | None) -> Quantity:
    if mention.measure in (Measure.MONEY, Measure.SHARE):
        return replace(mention.quantity, per=mention.quantity.per or per)
    return replace(mention.quantity, unit=unit, per=mention.quantity.per or per)


def _unit_proof(mention: QuantityMention, counted: Counted) -> Proof:
    if mention.measure in (Measure.MONEY, Measure.SHARE):
        return (mention.unit_span or mention.core,)
    if counted.noun is not None:
        return (counted.noun.span,)
    return (counted.toll.span,) if counted.toll is not None else "inferred from what is said of the counted"


def _product(each: Claim, mention: QuantityMention) -> Product:
    times = each.quantity.low or each.quantity.high
    low, high = mention.quantity.low, mention.quantity.high
    return Product(
        low=low * times if low is not None and times is not None else None,
        high=high * times if high is not None and times is not None else None,
    )


def _readings(mention: QuantityMention, befallen: Befallen) -> tuple[Reading, ...]:
    if befallen.event == "killed or wounded" and mention.quantity.hedge is not Hedge.VAGUE:
        losses = Reading(differs={"event": "killed"}, why="losses and casualties may mean the dead alone")
        return (*mention.readings, losses)
    return mention.readings


def _filled(claims: Sequence[Claim], verbs: Mapping[str, int], document: Document) -> list[Claim]:
    """Numbers without an event of their own take that of the whole they are part of, or of the number they are coordinated with."""
    filled = list(claims)
    for order in (range(len(filled)), range(len(filled) - 1, -1, -1)):
        for index in order:
            claim = filled[index]
            if claim.event != OTHER:
                continue
            giver = _giver(claim, index, filled, verbs, document)
            if giver is not None and (giver.event != OTHER or claim.evidence["event"] == _NO_EVENT):
                filled[index] = replace(
                    claim,
                    event=giver.event,
                    kind=giver.kind if claim.kind is ClaimKind.TOTAL else claim.kind,
                    modality=giver.modality,
                    evidence={**claim.evidence, "event": "the same as the number it stands with"},
                )
    return filled


def _giver(
    claim: Claim, index: int, claims: Sequence[Claim], verbs: Mapping[str, int], document: Document
) -> Claim | None:
    for other in claims:
        if other.id == claim.part_of:
            return other
    for neighbour in (index - 1, index + 1):
        if 0 <= neighbour < len(claims) and _coordinated(claim, claims[neighbour], document):
            return claims[neighbour]
    for other in claims:
        same_verb = verbs.get(other.id) is not None and verbs.get(other.id) == verbs.get(claim.id)
        if same_verb and other.event != OTHER and claim.quantity.unit not in ("money", "share"):
            return other
    return None


def _coordinated(a: Claim, b: Claim, document: Document) -> bool:
    """Whether only a noun phrase and a comma or "and" stand between two numbers."""
    first, second = sorted((a.span, b.span))
    between = document.text[first.end : second.start]
    return len(between.split()) <= 6 and bool(_COORDINATION.search(between))


_COORDINATION = re.compile(r"^[^.;:]*(?:,|\band\b|\bor\b|\bet\b|—|–)\s*$")
