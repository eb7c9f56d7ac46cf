"""From the voices of a sentence and what came before to each number's origin and relays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallybook.extract.discourse import Discourse
from tallybook.extract.voices import Speaker, Voice
from tallybook.model import Attribution, Proof, QuantityMention, Sentence

_MEDIA = frozenset({"agency", "outlet"})
_OPENING_QUOTES = '“"«„'
_ABOUT_AS_NEAR = 2
"""Tokens by which the scopes of two voices may differ and still be equally near."""


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

    def of(self, mention: QuantityMention) -> tuple[Attribution, Proof]:
        """Who says a number, and the words that prove it."""
        inside = {t.index for t in self.sentence.within(mention.core)}
        covering = [v for v in self.voices if inside & v.voice.scope and v.name]
        chosen = _origin(covering, mention)
        if chosen is None:
            return self._carried()
        relays = list(dict.fromkeys((*chosen.relays, *self._passing_on(chosen, covering))))
        origin, relays = self._behind_media(chosen, covering, relays)
        proof = (chosen.voice.speaker.span, chosen.voice.cue)
        return Attribution(origin=origin, relays=tuple(dict.fromkeys(relays))), proof

    def _carried(self) -> tuple[Attribution, Proof]:
        if self.continued is None:
            return Attribution(), "the outlet itself"
        return Attribution(origin=self.continued), "carried over from the sentence before"

    def _passing_on(self, chosen: NamedVoice, covering: Sequence[NamedVoice]) -> Iterator[str]:
        """The names of the other voices that relay the chosen one."""
        if chosen.voice.manner == "reported by":
            return
        passed = {chosen.name, *chosen.relays}
        for voice in covering:
            if voice is chosen or voice.name is None or voice.name in passed or not self._relays(voice, chosen):
                continue
            passed.update((*voice.relays, voice.name))
            yield from (*voice.relays, voice.name)

    def _relays(self, voice: NamedVoice, chosen: NamedVoice) -> bool:
        """Whether a second voice relays the first: its scope holds the first speaker, or it cites it."""
        if voice.voice.manner == "reported by":
            return False
        own = {t.index for t in self.sentence.within(chosen.voice.speaker.span)}
        return bool(own & voice.voice.scope) or chosen.voice.manner == "cites"

    def _behind_media(
        self, chosen: NamedVoice, covering: Sequence[NamedVoice], relays: list[str]
    ) -> tuple[str | None, list[str]]:
        """An agency that is innermost only by its place in the sentence passes on the other speaker."""
        if chosen.name is None or chosen.name not in self.media:
            return chosen.name, relays
        for other in covering:
            if other is not chosen and other.name not in self.media and other.voice.manner in ("says", "according"):
                return other.name, [*(r for r in relays if r != other.name), chosen.name]
        return chosen.name, relays


def _origin(covering: Sequence[NamedVoice], mention: QuantityMention) -> NamedVoice | None:
    """The voice that first says a number: one it is reported or cited by, else the innermost, else the headline's."""
    for manner in ("reported by", "cites"):
        found = [v for v in covering if v.voice.manner == manner]
        if found:
            return min(found, key=lambda v: _distance(v.voice, mention))
    rest = [v for v in covering if v.voice.manner not in ("colon", "bracketed")] or list(covering)
    smallest = min((len(v.voice.scope) for v in rest), default=0)
    near = [v for v in rest if len(v.voice.scope) <= smallest + _ABOUT_AS_NEAR]
    return min(near, key=lambda v: (v.voice.manner != "according", _distance(v.voice, mention)), default=None)


def _distance(voice: Voice, mention: QuantityMention) -> int:
    """Characters from a number to the cue behind it, or to the one before it, which loses a tie."""
    if voice.cue.start >= mention.span.end:
        return voice.cue.start - mention.span.end
    return mention.span.start - voice.cue.end + 1


def attribute(sentence: Sentence, voices: Sequence[Voice], discourse: Discourse) -> Attributed:
    """The voices of a sentence named in text order, so that pronouns find the speaker before them."""
    continued = discourse.last() if not voices and _continues_quotation(sentence, discourse) else None
    named = {id(voice): _named(voice, discourse) for voice in sorted(voices, key=lambda v: v.speaker.span)}
    media = frozenset(v.name for v in named.values() if v.name and _is_medium(v.name, discourse))
    return Attributed(sentence, tuple(named[id(voice)] for voice in voices), continued, media)


def _named(voice: Voice, discourse: Discourse) -> NamedVoice:
    name = discourse.name(voice.speaker)
    relays = (_outlet_told(listener, discourse) for listener in voice.relays)
    return NamedVoice(voice, name, tuple(relay for relay in relays if relay is not None))


def _is_medium(name: str, discourse: Discourse) -> bool:
    source = discourse.registry.find_source(name)
    return source is not None and source.kind in _MEDIA


def _outlet_told(listener: Speaker, discourse: Discourse) -> str | None:
    """The outlet a speaker told, None where the listener is somebody else."""
    name = discourse.name(listener, remember=False)
    if name and discourse.registry.find_source(name) is not None:
        return name if _is_medium(name, discourse) else None
    return name if _may_be_outlet(listener, discourse) else None


def _may_be_outlet(listener: Speaker, discourse: Discourse) -> bool:
    """Whether an unknown name can be an outlet's: it says so, or it is longer than a word and nobody's else."""
    speech = discourse.words.lexicon.speech
    plain = {word.lower().strip(".,") for word in listener.words.split()}
    if plain & speech.outlets:
        return True
    if len(listener.words.split()) < 2 or plain & speech.roles:
        return False
    registry = discourse.registry
    return not registry.person_named(listener.words) and not registry.country_of(listener.words)


def _continues_quotation(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether the sentence goes on with a quotation opened before it, or is one whole quotation without a speaker."""
    opens = sentence.text.strip()[:1] in _OPENING_QUOTES
    return opens or discourse.quotation_start(sentence) is not None
