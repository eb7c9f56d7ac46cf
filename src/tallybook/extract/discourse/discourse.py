"""The running state of one document's extraction."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from tallybook.extract.discourse.article import Article
from tallybook.extract.discourse.bodies import forecaster_before
from tallybook.extract.discourse.heard import Heard
from tallybook.extract.discourse.known import Known, gender_of
from tallybook.extract.discourse.pointing import pointed_speaker
from tallybook.extract.discourse.transcripts import turn_at
from tallybook.extract.incidents import Incidents
from tallybook.extract.setting.surroundings import Surroundings
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices import Speaker, can_speak, is_report, speaker_of
from tallybook.model import Claim, Document, Period, Sentence
from tallybook.registry import Registry

_SPEAKERS_BACK = 6
_BEFORE_A_ROLE = re.compile(r"[.!?;:“”\"]")
_SENTENCE_END = re.compile(r"[.!?”\"]\s")
_COUNTRY_REACH = 300
"""Characters before "its ministry" in which its country stands."""
_ROLE_REACH = 30
"""Characters before a name in which its role stands."""


@dataclass(slots=True)
class Discourse:
    """Who has spoken and what was claimed so far, in text order. Lives only as long as one document's extraction."""

    article: Article
    incidents: Incidents
    places: Surroundings
    met: Heard = field(default_factory=Heard)
    genders: dict[str, str] = field(default_factory=dict)
    reports: dict[str, tuple[int, Known]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    @classmethod
    def of(
        cls, document: Document, words: Vocabulary, anchor: Period | None, unparsed: Iterable[Sentence] = ()
    ) -> Discourse:
        """Prepared with the names the article spells out; nobody has spoken yet.

        `anchor` is the page's day; `unparsed` are sentences that may still name places.
        """
        return cls(Article.of(document, words), Incidents(words, anchor), Surroundings(unparsed, words))

    @property
    def words(self) -> Vocabulary:
        """The words of the article's language."""
        return self.article.words

    @property
    def registry(self) -> Registry:
        """The registry of known names."""
        return self.article.registry

    def name(self, speaker: Speaker, *, remember: bool = True) -> str | None:
        """The canonical name of a speaker; None for one that names nobody and points back to nobody."""
        known = self.known(speaker, remember=remember)
        return known.name if known is not None else None

    def known(self, speaker: Speaker, *, remember: bool = True) -> Known | None:
        """Whom a speaker names or points back to, with where it was named."""
        known = self._of_report(speaker) or pointed_speaker(speaker, self.met, self.article, self.genders)
        known = known or self._named(speaker)
        if known is not None and remember:
            self._remember(known, speaker, spoke=True)
        return known

    def _of_report(self, speaker: Speaker) -> Known | None:
        """Whose "the memo" is, or what it was called, where it was met a few speakers before."""
        if speaker.owned or not speaker.points:
            return None
        for _ in islice(reversed(self.met), _SPEAKERS_BACK):
            pass  # sentences that were put off are read by this
        start, known = self.reports.get(speaker.head.lemma, (0, None))
        return known if start < speaker.span.start else None

    def read_reports(self, sentence: Sentence) -> None:
        """Remember whose the reports of a sentence are, so that "the memo" finds its owner."""
        for token in sentence.tokens:
            if token.pos != "NOUN" or not is_report(token, sentence, self.words):
                continue
            speaker = speaker_of(token, sentence, self.words)
            named = speaker is not None and (speaker.owned or " " in speaker.words) and not speaker.points
            known = self.known(speaker, remember=False) if speaker is not None and named else None
            if known is not None and self.reports.get(token.lemma, (-1, known))[0] < token.span.start:
                self.reports[token.lemma] = token.span.start, known

    def meet(self, sentence: Sentence) -> None:
        """Remember whom a sentence is about: subjects that could speak, if a pronoun did not name them."""
        for token in sentence.tokens:
            if token.dep != "nsubj" or token.passive or not can_speak(token, self.words, weak=True):
                continue
            speaker = speaker_of(token, sentence, self.words)
            if speaker is None or not speaker.owned or speaker.head.pos == "PRON" or self._has_met(speaker):
                continue
            known = self.known(speaker, remember=False)
            if known is not None and not any(t.pos == "NUM" for t in sentence.children(token)):
                self._remember(known, speaker, spoke=False)

    def _has_met(self, speaker: Speaker) -> bool:
        return any(known.met is not None and known.met.touches(speaker.span) for known in self.met.here())

    def _remember(self, known: Known, speaker: Speaker, *, spoke: bool) -> None:
        self.met.remember(replace(known, met=speaker.span, spoke=spoke))
        if known.gender is not None:
            self.genders.setdefault(known.name, known.gender)

    def _named(self, speaker: Speaker) -> Known | None:
        """A speaker that names itself, with the role before its name."""
        speech = self.words.lexicon.speech
        if speaker.words.lower() in speech.pronouns | speech.possessives:
            return None
        before = self.article.before(speaker.span.start, _ROLE_REACH)
        whole_words = before.partition(" ")[2] if len(before) == _ROLE_REACH else before
        role = _BEFORE_A_ROLE.split(whole_words)[-1]
        name = self.article.canonical(speaker.words, country=self._country_meant(speaker))
        told, gender = f"{role}{speaker.words}", gender_of(speaker.words, self.words)
        owned = self._with_country(name)
        span = owned.span if owned is not None else speaker.span
        noun = "" if speaker.head.pos == "PROPN" and speaker.head.text.istitle() else speaker.head.lower
        return Known(owned.name if owned is not None else name, told, span, noun, gender)

    def _country_meant(self, speaker: Speaker) -> str | None:
        """The country of "its defence ministry": the first one that the sentence names before."""
        first = self.article.text[speaker.span.start : speaker.span.end].partition(" ")[0].lower()
        if first not in self.words.lexicon.speech.possessives:
            return None
        sentence = _SENTENCE_END.split(self.article.before(speaker.span.start, _COUNTRY_REACH))[-1]
        named = self.registry.countries_in(sentence)
        return named[0].country if named else None

    def _with_country(self, name: str) -> Known | None:
        """A bare "Ministry of Health" is the one of a country that was met before."""
        if self.words.lexicon.speech.bodies.isdisjoint(name.lower().split()):
            return None
        return next((known for known in reversed(self.met) if known.name.startswith(f"{name} (")), None)

    def turn(self, sentence: Sentence) -> Known | None:
        """Who has the word where the page prints a conversation."""
        turn = turn_at(sentence.span.end, sentence.block.span, self.article.turns)
        return Known(self.article.canonical(turn.name), turn.name, turn.span) if turn is not None else None

    def last(self) -> Known | None:
        """Who spoke last."""
        return next((known for known in reversed(self.met) if known.spoke), None)

    def forecaster(self, sentence: Sentence) -> str | None:
        """Who a forecast told without a speaker is ascribed to: the last forecasting body named just before."""
        return forecaster_before(sentence.span.start, self.article)
