"""What the bare words of a sentence tell about what a parse could find in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tallybook.extract.vocabulary import Vocabulary
from tallybook.lexicon.forms import forms_of as lemma_forms
from tallybook.model import Sentence

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_SUBJECT = 8
"""Words from the beginning in which a report that the sentence is about is named."""
_OBJECT = 6
"""Words behind a verb of saying in which what it says is named."""
_PHRASE = 3
"""Words before a noun in which its article stands."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of a language in all their forms, by what they can make of a sentence."""

    saying: frozenset[str]
    denying: frozenset[str]
    declining: frozenset[str]
    answers: frozenset[str]
    zeros: frozenset[str]
    events: frozenset[str]
    pointing: frozenset[str]
    openers: frozenset[str]
    definite: frozenset[str]
    reports: frozenset[str]
    sources: frozenset[str]
    incidents: frozenset[str]
    apart: frozenset[str]
    telling: frozenset[str]
    interviews: frozenset[str]
    interview_links: frozenset[str]

    def may_tell_another_incident(self, sentence: Sentence) -> bool:
        """Whether it can set an incident apart from the page's own: "another quake", "the quake of last March"."""
        words = set(_lowered(sentence.text))
        if words.isdisjoint(self.incidents):
            return False
        return not words.isdisjoint(self.apart) or _DIGIT.search(sentence.text) is not None

    def may_tell_outlet(self, sentence: Sentence) -> bool:
        """Whether somebody may be told something in it: "told the Herald", "spoke to Radio Lagoon"."""
        words = _lowered(sentence.text)
        if not self.telling.isdisjoint(words):
            return True
        return any(word in self.interviews and behind in self.interview_links for word, behind in pairwise(words))

    def may_deny(self, sentence: Sentence) -> bool:
        """Whether a denial, an evasion or a zero can be found in it."""
        words = set(_lowered(sentence.text))
        if not words.isdisjoint(self.denying):
            return True
        declined = not words.isdisjoint(self.declining) and not words.isdisjoint(self.answers)
        return declined or (not words.isdisjoint(self.zeros) and not words.isdisjoint(self.events))

    def may_point_back(self, sentence: Sentence) -> bool:
        """Whether it can tell who said the numbers before it: "confirmed this", "the figures come from"."""
        words = _lowered(sentence.text)
        pointed = [at for at, word in enumerate(words) if self._points(at, word, words)]
        if not pointed:
            return False
        said = [at for at, word in enumerate(words) if word in self.saying]
        subject = pointed[0] == 0 or (pointed[0] < _SUBJECT and words[pointed[0]] in self.reports)
        about = subject and not self.sources.isdisjoint(words)
        return about or any(0 < there - at <= _OBJECT for at in said for there in pointed)

    def _points(self, at: int, word: str, words: Sequence[str]) -> bool:
        """Whether a word stands for what was told before: "this", "these losses", "the figures"."""
        if word in self.pointing and (at == 0 or word not in self.openers):
            return True
        return word in self.reports and not self.definite.isdisjoint(words[max(0, at - _PHRASE) : at])


def _lowered(text: str) -> list[str]:
    return _WORD.findall(text.lower())


@cache
def cues_of(words: Vocabulary) -> Cues:
    """The cues of a language."""
    speech, denials, dates = words.lexicon.speech, words.lexicon.denials, words.lexicon.dates
    events = words.lexicon.events
    past = (word for word, by in dates.shifts.items() if by < 0)
    return Cues(
        saying=forms_of(speech.verbs | speech.cite, words),
        denying=forms_of(denials.verbs | denials.evasive, words),
        declining=forms_of(denials.declines, words),
        answers=forms_of(denials.answers, words),
        zeros=denials.zeros,
        events=forms_of(words.noun_event, words),
        pointing=speech.demonstratives - words.lexicon.text.articles,
        openers=speech.content_openers,
        definite=speech.demonstratives,
        reports=forms_of(speech.reports, words),
        sources=speech.sources,
        incidents=forms_of(events.incidents, words),
        apart=events.apart | frozenset((*dates.months, *dates.earlier, *past)),
        telling=forms_of(speech.telling, words),
        interviews=forms_of(speech.interviews, words),
        interview_links=speech.interview_links,
    )


def forms_of(lemmas: Iterable[str], words: Vocabulary) -> frozenset[str]:
    """The forms that words can take, by the endings of the lexicon; also such as nobody writes."""
    return lemma_forms(lemmas, words.lexicon)
