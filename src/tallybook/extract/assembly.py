"""From a number and all that was read about it to the claim, each field with its proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tallybook.dates import DateMention
from tallybook.extract.attribution import Attributed, Said
from tallybook.extract.conditions import read_condition
from tallybook.extract.counted import Number
from tallybook.extract.discourse import Discourse
from tallybook.extract.ellipsis import gapped_speaker, unit_of_ellipsis
from tallybook.extract.events import OTHER, Befallen
from tallybook.extract.kinds import read_kind
from tallybook.extract.modality import AHEAD, read_modality
from tallybook.extract.naming import name_at
from tallybook.extract.parts import multiplies, part_of
from tallybook.extract.phrases import words_of
from tallybook.extract.proof.witness import carrier_of, event_proof, needs_argument
from tallybook.extract.rates import rate_of
from tallybook.extract.reasons import (
    AS_BEFORE,
    FORECASTER,
    NO_HEDGE,
    NO_NOUN,
    WHOLE,
    carried_event,
    named_by,
    speaker_named,
)
from tallybook.extract.sets import taken_from
from tallybook.extract.setting import Told, carried_group, read_group, read_partial, read_place, read_time
from tallybook.extract.setting.found import Found
from tallybook.extract.voices import Speaker, Voice, speaker_of
from tallybook.model import (
    Attribution,
    Claim,
    ClaimKind,
    Hedge,
    Measure,
    Modality,
    PartialDate,
    Period,
    Product,
    Proof,
    Quantity,
    QuantityMention,
    Reading,
    Sentence,
    Token,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is the same for all numbers of a sentence: who speaks, which days are named, what came before."""

    document_id: str
    sentence: Sentence
    discourse: Discourse
    voices: tuple[Voice, ...]
    attributed: Attributed
    dates: tuple[DateMention, ...]
    anchor: Period | None


@dataclass(frozen=True, slots=True)
class _Setting:
    """Whose the counted are, where and when it was, each with its words."""

    group: Found | None
    place: Found | None
    time: Told | None
    partial_time: PartialDate | None

    def proofs(self) -> dict[str, Proof]:
        found: dict[str, Proof] = {}
        if self.group is not None:
            found["group"] = self.group[1]
        if self.place is not None:
            found["place"] = self.place[1]
        if self.time is not None:
            found["time"] = self.time.spans
        elif self.partial_time is not None and self.partial_time.span is not None:
            found["time"] = (self.partial_time.span,)
        return found


def claim_of(number: Number, befallen: Befallen, model: Claim | None, *, here: Sequence[Claim], scene: Scene) -> Claim:
    """The claim of a number; `model` is the earlier claim whose noun or event it leaves out, `here` its sentence's."""
    mention, sentence, words = number.mention, number.sentence, number.words
    earlier = [*scene.discourse.claims, *here]
    modality = read_modality(number, befallen)
    part = part_of(mention, earlier, sentence, words) or taken_from(number, earlier, scene.discourse.article.text)
    whole = next((c for c in earlier if c.id == part), None)
    said = _attribution(number, modality, whole, scene)
    setting = _setting(number, befallen, said.attribution.origin, scene, ahead=modality in AHEAD)
    told, proof_of_event = _event(befallen, model, number)
    per = _period(number, model)
    evidence = {**_evidence(number, told, whole or model, here), **proof_of_event, **per.evidence, **said.evidence}
    kind = read_kind(number, told, modality, told=setting.time, dates=scene.dates)
    each = multiplies(mention, here, sentence, words)
    return Claim(
        id=f"{scene.document_id}:{mention.core.start}-{mention.core.end}",
        document_id=scene.document_id,
        span=mention.span,
        core=mention.core,
        sentence=sentence.span,
        quantity=_quantity(mention, unit_of_ellipsis(number.counted, told, whole or model, words), per.period),
        event=told.event,
        kind=ClaimKind.RATE if per.period and mention.quantity.per is None else kind,
        modality=modality,
        attribution=said.attribution,
        group=setting.group[0] if setting.group else carried_group(number, befallen, earlier),
        time=setting.time.period if setting.time else None,
        partial_time=setting.partial_time,
        place=setting.place[0] if setting.place else None,
        part_of=part,
        each_of=each.id if each else None,
        total=_product(each, mention) if each else None,
        change=mention.change,
        condition=read_condition(number, modality),
        evidence=evidence | setting.proofs(),
        readings=_readings(mention, told),
    )


def _setting(number: Number, befallen: Befallen, origin: str | None, scene: Scene, *, ahead: bool) -> _Setting:
    cues = tuple(voice.cue for voice in scene.voices)
    return _Setting(
        group=read_group(number, befallen, origin),
        place=read_place(number, befallen, [voice.speaker.head for voice in scene.voices]),
        time=read_time(number, befallen, scene.dates, cues=cues, anchor=scene.anchor, ahead=ahead),
        partial_time=read_partial(number, befallen, scene.dates, cues=cues),
    )


def _attribution(number: Number, modality: Modality, whole: Claim | None, scene: Scene) -> Said:
    """Who says it: a speaker told for this number alone, a voice, the body that forecasts, or who tells the whole."""
    said = _gapped_attribution(number, scene) or scene.attributed.of(number.mention)
    if said.attribution.origin is None and modality is Modality.PROJECTED and not scene.voices:
        forecaster = scene.discourse.forecaster(number.sentence)
        said = Said(Attribution(origin=forecaster), {"origin": FORECASTER} if forecaster is not None else {})
    if said.attribution.origin is None and whole is not None and whole.attribution.origin is not None:
        taken = {"origin_from": speaker_named(whole), "relays": whole.evidence.get("relays", ())}
        return Said(whole.attribution, {"origin": WHOLE, **{field: spans for field, spans in taken.items() if spans}})
    return said


def _gapped_attribution(number: Number, scene: Scene) -> Said | None:
    """The speaker whose verb is left out: "Police counted 600, the organisers 2,000"."""
    head = gapped_speaker(number) if number.counted.noun is None else None
    speaker = _speaker_before(number, head) if head is not None else None
    if speaker is not None:
        scene.attributed.finish()
    known = scene.discourse.known(speaker) if speaker is not None else None
    if speaker is None or known is None:
        return None
    article = scene.discourse.article
    evidence: dict[str, Proof] = {"origin": (name_at(speaker.span, article),)}
    if known.span != speaker.span:
        evidence["origin_from"] = (name_at(known.span, article),)
    return Said(Attribution(origin=known.name), evidence)


def _speaker_before(number: Number, head: Token) -> Speaker | None:
    """The speaker of a noun phrase that the parse may run on into the number."""
    speaker, start = speaker_of(head, number.sentence, number.words), number.mention.span.start
    if speaker is None or speaker.span.end <= start:
        return speaker
    tokens = tuple(t for t in number.sentence.within(speaker.span) if t.span.end <= start)
    return Speaker(words_of(tokens, number.sentence, number.words), number.sentence.span_of(tokens), head)


def _event(befallen: Befallen, model: Claim | None, number: Number) -> tuple[Befallen, dict[str, Proof]]:
    """The event told here, else that of the number before it, with its proof."""
    if model is not None and befallen.event == OTHER and befallen.proof is None:
        return Befallen(model.event, None, befallen.verb), carried_event(model, AS_BEFORE)
    return befallen, {"event": event_proof(befallen.event, befallen.proof, number)}


def _evidence(number: Number, told: Befallen, model: Claim | None, here: Sequence[Claim]) -> dict[str, Proof]:
    mention = number.mention
    return {
        "value": (mention.core,),
        "hedge": (mention.hedge_span,) if mention.hedge_span else NO_HEDGE,
        **_unit_proof(number, told, model, here),
    }


def _unit_proof(number: Number, told: Befallen, model: Claim | None, here: Sequence[Claim]) -> dict[str, Proof]:
    carrier = carrier_of(number.counted)
    if carrier is not None and carrier.lemma in number.words.lexicon.counted.others:
        last = next((c for c in reversed(here) if c.quantity.unit == number.counted.unit), None)
        return _taken_unit(last) if last is not None else {"unit": (carrier.span,)}
    if number.mention.measure in (Measure.MONEY, Measure.SHARE):
        mark = number.mention.unit_span or number.mention.core
        needed = carrier is not None and needs_argument(told.event, told.proof, number)
        return {"unit": (mark, carrier.span) if carrier is not None and needed else (mark,)}
    proof: Proof = (carrier.span,) if carrier is not None else NO_NOUN
    unit = unit_of_ellipsis(number.counted, told, model, number.words)
    if number.counted.unit is not None or model is None or unit != model.quantity.unit:
        return {"unit": proof}
    return _taken_unit(model)


def _taken_unit(giver: Claim) -> dict[str, Proof]:
    """The evidence of a unit that is taken over from another claim."""
    taken = named_by(giver, "unit")
    return {"unit": NO_NOUN, **({"unit_from": taken} if taken else {})}


@dataclass(frozen=True, slots=True)
class _Rate:
    """The period of a rate, with the words that tell it."""

    period: str | None
    evidence: Mapping[str, Proof]


def _period(number: Number, model: Claim | None) -> _Rate:
    """The period of a rate, that of the number before it in the sentence included."""
    quantity, span = number.mention.quantity, number.mention.per_span
    if quantity.per is not None:
        return _Rate(quantity.per, {"per": (span,) if span is not None else (number.mention.span,)})
    found = rate_of(number)
    if found is not None:
        return _Rate(found.period, {"per": (found.proof,)})
    if model is not None and model.quantity.per and number.sentence.span.covers(model.span):
        return _Rate(model.quantity.per, {"per": model.evidence["per"]})
    return _Rate(None, {})


def _quantity(mention: QuantityMention, unit: str, per: str | None) -> Quantity:
    if mention.measure in (Measure.MONEY, Measure.SHARE):
        return replace(mention.quantity, per=per)
    return replace(mention.quantity, unit=unit, per=per)


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
