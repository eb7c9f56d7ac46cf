"""From the voices of a sentence and what came before to each number's origin and relays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tallybook.extract.counted import Counted
from tallybook.extract.discourse import Discourse
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices import Speaker, Voice, speaker_of
from tallybook.model import Attribution, Claim, Proof, QuantityMention, Sentence, Span

_MEDIA = frozenset({"agency", "outlet"})
_REACH = 700
"""Characters a "these figures" may point back over."""


@dataclass(frozen=True, slots=True)
class NamedVoice:
    """A voice with its speaker's canonical name, None where it names nobody."""

    voice: Voice
    name: str | None
    relays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attributed:
    """The named voices of one sentence, and the speaker of the quotation it continues."""

    sentence: Sentence
    voices: tuple[NamedVoice, ...]
    continued: str | None
    media: frozenset[str]

    def of(self, mention: QuantityMention, counted: Counted) -> tuple[Attribution, Proof]:
        """Who says a number, and the words that prove it."""
        inside = {t.index for t in self.sentence.within(mention.core)}
        covering = [v for v in self.voices if inside & v.voice.scope and v.name]
        chosen = self._origin(covering, mention)
        if chosen is None:
            if self.continued is None or covering:
                return Attribution(), "the outlet itself"
            return Attribution(origin=self.continued), "carried over from the sentence before"
        relays = [*chosen.relays]
        for voice in covering if chosen.voice.manner != "reported by" else ():
            if voice is not chosen and voice.name not in (chosen.name, *relays) and self._passes_on(voice, chosen):
                relays.extend(r for r in (*voice.relays, voice.name) if r is not None)
        origin, relays = self._behind_media(chosen, covering, relays)
        return Attribution(origin=origin, relays=tuple(dict.fromkeys(relays))), (
            chosen.voice.speaker.span,
            chosen.voice.cue,
        )

    def _origin(self, covering: Sequence[NamedVoice], mention: QuantityMention) -> NamedVoice | None:
        for manner in ("reported by", "cites"):
            found = [v for v in covering if v.voice.manner == manner]
            if found:
                return min(found, key=lambda v: _distance(v.voice, mention))
        rest = [v for v in covering if v.voice.manner not in ("colon", "bracketed")] or list(covering)
        if not rest:
            return None
        smallest = min(len(v.voice.scope) for v in rest)
        near = [v for v in rest if len(v.voice.scope) <= smallest + 2]
        return min(near, key=lambda v: (v.voice.manner != "according", _distance(v.voice, mention)))

    def _passes_on(self, voice: NamedVoice, chosen: NamedVoice) -> bool:
        """Whether a second voice relays the first: its scope holds the first speaker, or it is a medium."""
        if voice.voice.manner == "reported by":
            return False
        own = {t.index for t in self.sentence.within(chosen.voice.speaker.span)}
        return bool(own & voice.voice.scope) or chosen.voice.manner == "cites"

    def _behind_media(
        self, chosen: NamedVoice, covering: Sequence[NamedVoice], relays: list[str]
    ) -> tuple[str | None, list[str]]:
        """An agency that is innermost only by its place in the sentence passes on the other speaker."""
        if chosen.name in self.media:
            for other in covering:
                if other is not chosen and other.name not in self.media and other.voice.manner in ("says", "according"):
                    return other.name, [*(r for r in relays if r != other.name), chosen.name]
        return chosen.name, relays


def attribute(sentence: Sentence, voices: Sequence[Voice], discourse: Discourse) -> Attributed:
    """The voices of a sentence named in text order, so that pronouns find the speaker before them."""
    named: dict[int, NamedVoice] = {}
    media: set[str] = set()
    continued = discourse.last() if _continues_quotation(sentence, discourse) and not voices else None
    for voice in sorted(voices, key=lambda v: v.speaker.span):
        name = discourse.name(voice.speaker)
        relays = tuple(r for s in voice.relays if (r := _medium(s, discourse)) is not None)
        named[id(voice)] = NamedVoice(voice, name, relays)
        source = discourse.registry.find_source(name) if name else None
        if name and source is not None and source.kind in _MEDIA:
            media.add(name)
    return Attributed(sentence, tuple(named[id(v)] for v in voices), continued, frozenset(media))


def _medium(listener: Speaker, discourse: Discourse) -> str | None:
    """The outlet a speaker told, None where the listener is somebody else."""
    name = discourse.name(listener, remember=False)
    source = discourse.registry.find_source(name) if name else None
    if source is not None:
        return name if source.kind in _MEDIA else None
    speech = discourse.words.lexicon.speech
    plain = [w.lower().strip(".,") for w in listener.words.split()]
    if any(w in speech.outlets for w in plain):
        return name
    person = bool(discourse.registry.person_named(listener.words)) or any(w in speech.roles for w in plain)
    return None if person or len(plain) < 2 or discourse.registry.country_of(listener.words) else name


def _distance(voice: Voice, mention: QuantityMention) -> int:
    if voice.cue.start >= mention.span.end:
        return voice.cue.start - mention.span.end
    return mention.span.start - voice.cue.end + 1


def _continues_quotation(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether the sentence goes on with a quotation opened before it, or is one whole quotation without a speaker."""
    text = sentence.text.strip()
    return text[:1] in '“"«„' or discourse.in_quotation(sentence)


def attribute_backwards(sentence: Sentence, voices: Sequence[Voice], discourse: Discourse) -> None:
    """Give the claims just before to a speaker of "these developments", "the figures"."""
    opened = discourse.quotation_start(sentence)
    for voice in voices:
        if voice.manner != "says":
            continue
        quoted = opened is not None and any(sentence.tokens[i].index == 0 for i in voice.scope)
        if not quoted and not _points_back(voice, sentence, discourse):
            continue
        origin, relays, proof = _chain(voice, voices, sentence, discourse)
        first = opened if quoted and opened is not None else sentence.span.start - _REACH
        _give(discourse, first, sentence.span.start, origin, relays, proof, quoted=quoted)
        return
    pointed = (
        None if voices and any(v.manner == "says" for v in voices) else _source_of_report(sentence, discourse.words)
    )
    if pointed is not None:
        name = discourse.name(pointed)
        _give(discourse, sentence.span.start - _REACH, sentence.span.start, name, (), pointed.span, quoted=False)


def _give(
    discourse: Discourse,
    first: int,
    last: int,
    origin: str | None,
    relays: tuple[str, ...],
    proof: Span,
    *,
    quoted: bool,
) -> None:
    """Attribute the claims between two offsets that have no origin, or only a carried-over one inside a quotation."""
    for position, claim in enumerate(discourse.claims):
        carried = isinstance(claim.evidence.get("origin"), str)
        if origin and first <= claim.span.start < last and (claim.attribution.origin is None or (quoted and carried)):
            discourse.claims[position] = _given(claim, origin, relays, proof)


def _source_of_report(sentence: Sentence, words: Vocabulary) -> Speaker | None:
    """Who stands behind "The information was released by …", "That is the assessment of …", "The figures come from …"."""
    speech = words.lexicon.speech
    subject = next((t for t in sentence.tokens if t.dep == "nsubj"), None)
    if subject is None or any(t.pos == "NUM" for t in sentence.tokens):
        return None
    is_report = subject.lemma in speech.reports and any(
        d.lower in speech.demonstratives for d in sentence.children(subject, "det")
    )
    if not is_report and subject.lower not in speech.demonstratives:
        return None
    for token in sentence.tokens[subject.index + 1 :]:
        cases = {c.lower for c in sentence.children(token, "case")}
        reported = sentence.head(token)
        if token.dep in ("obl", "nmod") and cases & speech.sources and reported is not None:
            if token.dep == "obl" or reported.lemma in speech.reports:
                return speaker_of(token, sentence, words)
    return None


def _points_back(voice: Voice, sentence: Sentence, discourse: Discourse) -> bool:
    verb = next(iter(sentence.within(voice.cue)), None)
    if verb is None or sentence.children(verb, "ccomp"):
        return False
    speech = discourse.words.lexicon.speech
    for noun in sentence.children(verb, "obj"):
        pointing = {d.lower for d in sentence.children(noun, "det")} & speech.demonstratives
        if noun.lower in speech.demonstratives or pointing - {"the"} or (pointing and noun.lemma in speech.reports):
            return not any(t.pos == "NUM" for t in sentence.tokens)
    return False


def _chain(
    voice: Voice, voices: Sequence[Voice], sentence: Sentence, discourse: Discourse
) -> tuple[str | None, tuple[str, ...], Span]:
    name = discourse.name(voice.speaker, remember=False)
    cited = next((v for v in voices if v.manner == "cites"), None)
    if cited is None or name is None:
        return name, (), voice.speaker.span
    return discourse.name(cited.speaker, remember=False), (name,), cited.speaker.span


def _given(claim: Claim, origin: str, relays: tuple[str, ...], proof: Span) -> Claim:
    evidence = {**claim.evidence, "origin": (proof,)}
    return replace(claim, attribution=Attribution(origin=origin, relays=relays), evidence=evidence)
