"""Speakers that come after what they said: "… The figures come from the ministry", "…”, the mayor said of them"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tallybook.extract.discourse import Discourse, Known, quotation_start
from tallybook.extract.discourse.article import Article
from tallybook.extract.naming import name_at
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices import Speaker, Voice, speaker_of
from tallybook.model import Attribution, Claim, Proof, Sentence, Token

_ATTRIBUTION = frozenset({"origin", "origin_from", "relays"})
_REACH = 700
"""Characters that a "these figures" may point back over."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Whom the claims before are given to, as the sentence names it, and who passed it on."""

    speaker: Speaker
    known: Known
    relay: Known | None = None

    def evidence(self, article: Article) -> dict[str, Proof]:
        """The words that name origin and relay, and those that a pronoun stands for."""
        found: dict[str, Proof] = {"origin": (name_at(self.speaker.span, article),)}
        if self.known.span != self.speaker.span:
            found["origin_from"] = (name_at(self.known.span, article),)
        return found | ({"relays": (name_at(self.relay.span, article),)} if self.relay is not None else {})


def attribute_backwards(sentence: Sentence, voices: Sequence[Voice], discourse: Discourse) -> None:
    """Give the discourse's claims just before a sentence to a speaker of "these developments", "the figures".

    Claims that have an origin keep it, unless it was only carried over inside the quotation that the sentence ends.
    """
    opened = quotation_start(sentence, discourse.article.text)
    for voice in voices:
        if voice.manner != "says":
            continue
        if opened is not None and any(sentence.tokens[index].index == 0 for index in voice.scope):
            _give(discourse, opened, sentence, _source_behind(voice, voices, discourse), quoted=True)
            return
        if _points_back(voice, sentence, discourse.words):
            _give(discourse, sentence.span.start - _REACH, sentence, _source_behind(voice, voices, discourse))
            return
    if not any(voice.manner == "says" for voice in voices):
        _give(discourse, sentence.span.start - _REACH, sentence, _source_of_report(sentence, discourse))


def _source_behind(voice: Voice, voices: Sequence[Voice], discourse: Discourse) -> _Source | None:
    """The voice's speaker, or the one it cites with the speaker as relay."""
    known = discourse.known(voice.speaker, remember=False)
    cited = next((v for v in voices if v.manner == "cites"), None)
    if known is None:
        return None
    if cited is None:
        return _Source(voice.speaker, known)
    origin = discourse.known(cited.speaker, remember=False)
    return _Source(cited.speaker, origin, known) if origin is not None else None


def _give(
    discourse: Discourse, first: int, sentence: Sentence, source: _Source | None, *, quoted: bool = False
) -> None:
    """Attribute the claims between an offset and a sentence that have no origin; if `quoted`, carried-over ones too."""
    if source is None:
        return
    for position, claim in enumerate(discourse.claims):
        carried = quoted and isinstance(claim.evidence.get("origin"), str)
        free = claim.attribution.origin is None or carried
        if free and first <= claim.span.start < sentence.span.start:
            discourse.claims[position] = _given(claim, source, discourse.article)


def _given(claim: Claim, source: _Source, article: Article) -> Claim:
    kept = {field: proof for field, proof in claim.evidence.items() if field not in _ATTRIBUTION}
    relays = (source.relay.name,) if source.relay is not None else ()
    attribution = Attribution(origin=source.known.name, relays=relays)
    return replace(claim, attribution=attribution, evidence=kept | source.evidence(article))


def _points_back(voice: Voice, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether what is said is only pointed at: "announced the figures", "confirmed this", with no number beside."""
    verb = next(iter(sentence.within(voice.cue)), None)
    if verb is None or sentence.children(verb, "ccomp"):
        return False
    pointing = any(_points(noun, sentence, words) for noun in sentence.children(verb, "obj"))
    return pointing and not any(t.pos == "NUM" for t in sentence.tokens)


def _points(noun: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a noun points back: "this", "these losses", "the figures"; not "the losses"."""
    speech = words.lexicon.speech
    pointing = {d.lower for d in sentence.children(noun, "det")} & speech.demonstratives
    if noun.lower in speech.demonstratives or pointing - words.lexicon.text.articles:
        return True
    return bool(pointing) and noun.lemma in speech.reports


def _source_of_report(sentence: Sentence, discourse: Discourse) -> _Source | None:
    """Who stands behind the report that a sentence is about, named and remembered as the last speaker."""
    speaker = _owner_told(sentence, discourse.words)
    known = discourse.known(speaker) if speaker is not None else None
    return _Source(speaker, known) if speaker is not None and known is not None else None


def _owner_told(sentence: Sentence, words: Vocabulary) -> Speaker | None:
    """ "The information was released by …", "That is the assessment of …", "The figures come from …"."""
    subject = next((t for t in sentence.tokens if t.dep == "nsubj"), None)
    if subject is None or any(t.pos == "NUM" for t in sentence.tokens) or not _is_report(subject, sentence, words):
        return None
    for token in sentence.tokens[subject.index + 1 :]:
        if _owns(token, sentence, words):
            return speaker_of(token, sentence, words)
    return None


def _is_report(subject: Token, sentence: Sentence, words: Vocabulary) -> bool:
    speech = words.lexicon.speech
    if subject.lower in speech.demonstratives:
        return True
    pointed = any(d.lower in speech.demonstratives for d in sentence.children(subject, "det"))
    return pointed and subject.lemma in speech.reports


def _owns(token: Token, sentence: Sentence, words: Vocabulary) -> bool:
    speech = words.lexicon.speech
    owned = sentence.head(token)
    led = any(c.lower in speech.sources for c in sentence.children(token, "case"))
    if owned is None or not led:
        return False
    return token.dep == "obl" or (token.dep == "nmod" and owned.lemma in speech.reports)
