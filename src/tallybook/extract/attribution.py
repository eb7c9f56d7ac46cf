"""From the voices of a sentence and what came before to each number's origin and relays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tallybook.extract.discourse import Discourse, Known, Told, open_quotation, quotation_start
from tallybook.extract.media import Relay, is_medium, media_of, outlet_told, remember_interview
from tallybook.extract.voices import Voice, read_interviewers
from tallybook.model import Attribution, Proof, QuantityMention, Sentence

_TELLING = frozenset({"says", "according"})
_OPENING_QUOTES = '“"«„'
CARRIED = "carried over from the sentence before"
_ABOUT_AS_NEAR = 2
"""Tokens by which the scopes of two voices may differ and still be equally near."""


@dataclass(frozen=True, slots=True)
class Said:
    """Who says a number, with the words that prove it."""

    attribution: Attribution
    evidence: Mapping[str, Proof]


@dataclass(frozen=True, slots=True)
class NamedVoice:
    """A voice with whom it names, None where it names nobody."""

    voice: Voice
    known: Known | None
    relays: tuple[Relay, ...]

    @property
    def name(self) -> str | None:
        """The speaker's canonical name."""
        return self.known.name if self.known is not None else None


@dataclass(frozen=True, slots=True)
class Attributed:
    """The named voices of one sentence, and the speaker of the quotation it continues."""

    sentence: Sentence
    voices: tuple[NamedVoice, ...]
    continued: Known | None
    told: tuple[Relay, ...]
    media: frozenset[str]

    def of(self, mention: QuantityMention) -> Said:
        """Who says a number, and the words that prove it."""
        inside = {t.index for t in self.sentence.within(mention.core)}
        covering = [v for v in self.voices if inside & v.voice.scope and v.name]
        if not covering:
            covering = [v for v in self.voices if inside & v.voice.beyond and v.name]
        chosen = _origin(covering, mention)
        if chosen is None:
            return self._carried()
        origin, relays = self._behind_media(chosen, covering, [*chosen.relays, *self._passing_on(chosen, covering)])
        return said_by(origin, relays)

    def _carried(self) -> Said:
        if self.continued is None:
            return Said(Attribution(), {})
        evidence: dict[str, Proof] = {"origin": CARRIED, "origin_from": self.continued.spans()}
        if self.told:
            evidence["relays"] = tuple(span for _, span in self.told)
        return Said(Attribution(origin=self.continued.name, relays=tuple(name for name, _ in self.told)), evidence)

    def _passing_on(self, chosen: NamedVoice, covering: Sequence[NamedVoice]) -> Iterator[Relay]:
        """The other voices that relay the chosen one."""
        if chosen.voice.manner == "reported by":
            return
        passed = {chosen.name, *(name for name, _ in chosen.relays)}
        for voice in covering:
            if voice is chosen or voice.known is None or voice.name in passed or not self._relays(voice, chosen):
                continue
            passed.update((*(name for name, _ in voice.relays), voice.name))
            yield from (*voice.relays, (voice.known.name, voice.known.span))

    def _relays(self, voice: NamedVoice, chosen: NamedVoice) -> bool:
        """Whether a second voice relays the first: its scope holds the first speaker, or it cites it."""
        if voice.voice.manner == "reported by":
            return False
        own = {t.index for t in self.sentence.within(chosen.voice.speaker.span)}
        return bool(own & voice.voice.scope) or chosen.voice.manner == "cites"

    def _behind_media(
        self, chosen: NamedVoice, covering: Sequence[NamedVoice], relays: list[Relay]
    ) -> tuple[NamedVoice, list[Relay]]:
        """An agency that is innermost only by its place in the sentence passes on the other speaker."""
        if chosen.known is None or chosen.name not in self.media:
            return chosen, relays
        for other in covering:
            if other is not chosen and other.name not in self.media and other.voice.manner in ("says", "according"):
                behind = [relay for relay in relays if relay[0] != other.name]
                return other, [*behind, (chosen.known.name, chosen.known.span)]
        return chosen, relays


def said_by(origin: NamedVoice, relays: Sequence[Relay]) -> Said:
    """What a voice says, with the words that name it, make it speak, and name those who passed it on."""
    speaker, spans = origin.voice.speaker, dict(reversed(relays))
    evidence: dict[str, Proof] = {"origin": (speaker.span, origin.voice.cue)}
    if origin.known is not None and origin.known.span != speaker.span:
        evidence["origin_from"] = (origin.known.span,)
    if relays:
        evidence["relays"] = tuple(spans[name] for name in dict.fromkeys(name for name, _ in relays))
    return Said(Attribution(origin=origin.name, relays=tuple(dict.fromkeys(name for name, _ in relays))), evidence)


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
    continued = _quoted_before(discourse) if not voices and _continues_quotation(sentence, discourse) else None
    told = discourse.relays_to(continued, sentence.span.start) if continued is not None else ()
    named = {id(voice): _named(voice, discourse) for voice in sorted(voices, key=lambda v: v.speaker.span)}
    named = _told_in_interview(named, sentence, discourse)
    if any(voice.manner in _TELLING for voice in voices):
        _remember_telling(list(named.values()), sentence, discourse)
    else:
        discourse.meet(sentence)
        remember_interview(sentence, discourse)
    media = frozenset(v.name for v in named.values() if v.name and is_medium(v.name, discourse))
    return Attributed(sentence, tuple(named[id(voice)] for voice in voices), continued, told, media)


def _told_in_interview(
    named: Mapping[int, NamedVoice], sentence: Sentence, discourse: Discourse
) -> dict[int, NamedVoice]:
    """The voices, those that tell without a listener with the medium that the sentence says they speak to."""
    media = media_of(read_interviewers(sentence, discourse.words), discourse)

    def told(voice: NamedVoice) -> NamedVoice:
        own = tuple((name, span) for name, span in media if name != voice.name)
        alone = voice.voice.manner == "says" and not voice.relays and voice.name is not None
        return replace(voice, relays=own) if alone else voice

    return {key: told(voice) if media else voice for key, voice in named.items()}


def _quoted_before(discourse: Discourse) -> Known | None:
    return discourse.quoted or discourse.last()


def _remember_telling(voices: Sequence[NamedVoice], sentence: Sentence, discourse: Discourse) -> None:
    """Who tells outside of quotation marks goes on with them; who has told an outlet goes on telling it."""
    text = discourse.article.text
    outer = [
        v for v in voices if v.voice.manner in _TELLING and open_quotation(v.voice.cue.start, sentence, text) is None
    ]
    if outer:
        last = outer[-1]
        discourse.quoted = replace(last.known, met=last.voice.speaker.span) if last.known is not None else None
    for voice in outer:
        if voice.known is not None and voice.relays:
            discourse.told = Told(voice.known.name, voice.relays, voice.voice.cue.end)


def _named(voice: Voice, discourse: Discourse) -> NamedVoice:
    known = discourse.known(voice.speaker)
    told = ((outlet_told(listener, discourse), listener.span) for listener in voice.relays)
    relays = tuple((name, span) for name, span in told if name is not None)
    if known is not None and not relays and voice.manner in _TELLING:
        relays = discourse.relays_to(known, voice.cue.start)
    return NamedVoice(voice, known, relays)


def _continues_quotation(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether the sentence goes on with a quotation opened before it, or is one whole quotation without a speaker."""
    opens = sentence.text.strip()[:1] in _OPENING_QUOTES
    return opens or quotation_start(sentence, discourse.article.text) is not None
