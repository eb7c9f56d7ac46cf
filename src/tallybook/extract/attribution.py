"""From the voices of a sentence and what came before to each number's origin and relays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tallybook.extract.discourse import Discourse, Known, open_quotation, quotation_start
from tallybook.extract.discourse.article import Article
from tallybook.extract.media import Relay, is_medium, media_of, outlet_told, remember_interview
from tallybook.extract.naming import name_at
from tallybook.extract.reasons import TURN
from tallybook.extract.voices import Voice, read_interviewers
from tallybook.model import Attribution, Proof, QuantityMention, Sentence, Span

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


class Attributed:
    """The voices of one sentence, named in text order when asked for, so that pronouns find who is before them.

    Lives only as long as one document's extraction.
    """

    def __init__(self, sentence: Sentence, voices: Sequence[Voice], discourse: Discourse) -> None:
        self.sentence = sentence
        self.voices = voices
        self.discourse = discourse
        self._unnamed = sorted(voices, key=lambda voice: voice.speaker.span, reverse=True)
        self._names: dict[int, NamedVoice] = {}

    def finish(self) -> None:
        """Name the voices that are left, and meet the subjects of a sentence in which nobody is said to speak."""
        while self._unnamed:
            self._name_next()
        if any(voice.manner in _TELLING for voice in self.voices):
            _remember_telling(list(self._names.values()), self.sentence, self.discourse)
        else:
            self.discourse.meet(self.sentence)
            remember_interview(self.sentence, self.discourse)
        self.discourse.read_reports(self.sentence)

    def _named(self, voice: Voice) -> NamedVoice:
        while id(voice) not in self._names:
            self._name_next()
        return self._names[id(voice)]

    def _name_next(self) -> None:
        voice = self._unnamed.pop()
        named = _named(voice, self.discourse)
        self._names[id(voice)] = _told_in_interview(named, self.sentence, self.discourse)

    def of(self, mention: QuantityMention) -> Said:
        """Who says a number, and the words that prove it."""
        inside = {t.index for t in self.sentence.within(mention.core)}
        touching = [self._named(voice) for voice in self.voices if inside & voice.scope]
        covering = [voice for voice in touching if voice.name]
        if not covering:
            beyond = [self._named(voice) for voice in self.voices if inside & voice.beyond]
            covering = [voice for voice in beyond if voice.name]
        chosen = _origin(covering, mention)
        if chosen is None:
            return self._carried()
        told = chosen.relays or self._told_beside(chosen)
        origin, relays = self._behind_media(chosen, covering, [*told, *self._passing_on(chosen, covering)])
        return said_by(origin, relays, _nearest_cue(origin, covering), self.discourse.article)

    def _told_beside(self, chosen: NamedVoice) -> tuple[Relay, ...]:
        """Whom the same speaker told in another clause: "…, she told Radio Andina; she knows of 48 schools"."""
        others = [self._named(voice) for voice in self.voices if voice.relays]
        return next((other.relays for other in others if other.name == chosen.name), ())

    def _carried(self) -> Said:
        turn = self.discourse.turn(self.sentence)
        if turn is not None:
            return Said(Attribution(origin=turn.name), {"origin": TURN, "origin_from": turn.spans()})
        continued = self._quoted_before()
        if continued is None:
            return Said(Attribution(), {})
        told = self.discourse.met.relays_to(continued, self.sentence.span.start)
        evidence: dict[str, Proof] = {"origin": CARRIED, "origin_from": continued.spans()}
        if told:
            evidence["relays"] = tuple(span for _, span in told)
        return Said(Attribution(origin=continued.name, relays=tuple(name for name, _ in told)), evidence)

    def _quoted_before(self) -> Known | None:
        """Whose quotation the sentence continues."""
        if self.voices or not _continues_quotation(self.sentence, self.discourse):
            return None
        return self.discourse.met.quoted() or self.discourse.last()

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
        if chosen.known is None or not self._is_medium(chosen):
            return chosen, relays
        for other in covering:
            if other is chosen or other.voice.manner not in ("says", "according"):
                continue
            if other.name is not None and not self._is_medium(other):
                behind = [relay for relay in relays if relay[0] != other.name]
                return other, [*behind, (chosen.known.name, chosen.known.span)]
        return chosen, relays

    def _is_medium(self, voice: NamedVoice) -> bool:
        return voice.voice.speaker.medium or (voice.name is not None and is_medium(voice.name, self.discourse))


def _nearest_cue(origin: NamedVoice, covering: Sequence[NamedVoice]) -> Span:
    """Of several cues of one speaker ("said …, adding"), the one that stands nearest to it."""
    speaker = origin.voice.speaker.span
    cues = [voice.voice.cue for voice in covering if voice.voice.speaker.span == speaker]
    return min(cues, key=lambda cue: max(cue.start - speaker.end, speaker.start - cue.end))


def said_by(origin: NamedVoice, relays: Sequence[Relay], cue: Span, article: Article) -> Said:
    """What a voice says, with the words that name it, make it speak, and name those who passed it on."""
    speaker, spans = origin.voice.speaker, dict(reversed(relays))
    evidence: dict[str, Proof] = {"origin": (name_at(speaker.span, article, cue), cue)}
    if origin.known is not None and origin.known.span != speaker.span:
        evidence["origin_from"] = (name_at(origin.known.span, article),)
    if relays:
        named = dict.fromkeys(name for name, _ in relays)
        evidence["relays"] = tuple(name_at(spans[name], article) for name in named)
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


def _told_in_interview(voice: NamedVoice, sentence: Sentence, discourse: Discourse) -> NamedVoice:
    """A voice that tells without a listener with the medium that the sentence says it speaks to."""
    if voice.voice.manner != "says" or voice.relays or voice.name is None:
        return voice
    media = media_of(read_interviewers(sentence, discourse.words), discourse)
    return replace(voice, relays=tuple((name, span) for name, span in media if name != voice.name)) if media else voice


def _remember_telling(voices: Sequence[NamedVoice], sentence: Sentence, discourse: Discourse) -> None:
    """Who tells outside of quotation marks goes on with them; who has told an outlet goes on telling it."""
    text = discourse.article.text
    for voice in voices:
        outer = voice.voice.manner in _TELLING and open_quotation(voice.voice.cue.start, sentence, text) is None
        if outer and voice.known is not None:
            discourse.met.quotes(voice.voice.speaker.span)
            discourse.met.tells(voice.voice.speaker.span, voice.relays, voice.voice.cue.end)


def _named(voice: Voice, discourse: Discourse) -> NamedVoice:
    known = discourse.known(voice.speaker)
    told = ((outlet_told(listener, discourse), listener.span) for listener in voice.relays)
    relays = tuple((name, span) for name, span in told if name is not None)
    if known is not None and not relays and voice.manner in _TELLING:
        relays = discourse.met.relays_to(known, voice.cue.start)
    return NamedVoice(voice, known, relays)


def _continues_quotation(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether the sentence goes on with a quotation opened before it, or is one whole quotation without a speaker."""
    opens = sentence.text.strip()[:1] in _OPENING_QUOTES
    return opens or quotation_start(sentence, discourse.article.text) is not None
