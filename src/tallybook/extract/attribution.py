"""From the voices of a sentence and what came before to each number's origin and relays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tallybook.extract.counted import Counted
from tallybook.extract.discourse import Discourse
from tallybook.extract.speech import Speaker, Voice
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
        for voice in covering:
            if voice is not chosen and voice.name not in (chosen.name, *relays) and self._passes_on(voice, chosen):
                relays.extend(r for r in (*voice.relays, voice.name) if r is not None)
        origin, relays = self._behind_media(chosen, covering, relays)
        return Attribution(origin=origin, relays=tuple(dict.fromkeys(relays))), (chosen.voice.speaker.span, chosen.voice.cue)

    def _origin(self, covering: Sequence[NamedVoice], mention: QuantityMention) -> NamedVoice | None:
        for manner in ("reported by", "cites"):
            found = [v for v in covering if v.voice.manner == manner]
            if found:
                return min(found, key=lambda v: _distance(v.voice, mention))
        rest = [v for v in covering if v.voice.manner != "colon"] or list(covering)
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
    outlets = discourse.words.lexicon.speech.outlets
    return name if any(w.lower().strip(".,") in outlets for w in listener.words.split()) else None


def _distance(voice: Voice, mention: QuantityMention) -> int:
    if voice.cue.start >= mention.span.end:
        return voice.cue.start - mention.span.end
    return mention.span.start - voice.cue.end + 1


def _continues_quotation(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether the sentence goes on with a quotation opened before it, or is one whole quotation without a speaker."""
    text = sentence.text.strip()
    return (text[:1] in "“\"«„" and text[-1:] in "”\"»“" and len(text) > 2) or discourse.in_quotation(sentence)


def attribute_backwards(sentence: Sentence, voices: Sequence[Voice], discourse: Discourse) -> None:
    """Give the claims just before to a speaker of "these developments", "the figures"."""
    for voice in voices:
        if voice.manner != "says" or not _points_back(voice, sentence, discourse):
            continue
        origin, relays, proof = _chain(voice, voices, sentence, discourse)
        for position, claim in enumerate(discourse.claims):
            reachable = 0 <= sentence.span.start - claim.span.end <= _REACH
            if origin and reachable and claim.attribution.origin is None:
                discourse.claims[position] = _given(claim, origin, relays, proof)
        return


def _points_back(voice: Voice, sentence: Sentence, discourse: Discourse) -> bool:
    verb = next(iter(sentence.within(voice.cue)), None)
    if verb is None or sentence.children(verb, "ccomp"):
        return False
    return any(
        any(d.lower in discourse.words.lexicon.speech.demonstratives for d in sentence.children(noun, "det"))
        for noun in sentence.children(verb, "obj")
    )


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
