"""The walk over a document's sentences that turns quantities into claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from tallybook.extract.attribution import Attributed
from tallybook.extract.corrections import with_corrections
from tallybook.extract.cues import cues_of
from tallybook.extract.denials import read_denials
from tallybook.extract.discourse import Discourse
from tallybook.extract.numbers import Numbers
from tallybook.extract.proof import verify_page
from tallybook.extract.relinking import relinked
from tallybook.extract.sentence import SentenceReader
from tallybook.extract.setting import bare
from tallybook.extract.survey import Survey
from tallybook.extract.voices import read_voices
from tallybook.model import Claim, Denial, Refusal, Sentence

Parse = Callable[[Sequence[Sentence]], Sequence[Sentence]]
"""The same sentences with tokens; one that cannot be parsed without."""

_AT_ONCE = 3
"""Sentences put off that are parsed together when one of them is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one document gave: claims, denials, and the numbers that were read but not taken."""

    claims: tuple[Claim, ...]
    denials: tuple[Denial, ...]
    refusals: tuple[Refusal, ...]


def read_claims(survey: Survey, parsed: Sequence[Sentence], parse: Parse) -> Extraction:
    """The claims of a surveyed document, in text order.

    `parsed` are the sentences of `survey.to_parse()` with tokens. `parse` is called for further ones where a number's
    speaker has to be looked for there. Every number that becomes no claim is returned as a refusal with its reason,
    and so is a claim that its own evidence does not prove. The same input always gives the same output.
    """
    return _Walk(survey, parse, dict(zip(survey.parsed, parsed, strict=True))).extraction()


@dataclass(slots=True)
class _Walk:
    survey: Survey
    parse: Parse
    parsed: dict[int, Sentence]
    discourse: Discourse = field(init=False)

    def __post_init__(self) -> None:
        survey = self.survey
        unparsed = {place: survey.sentences[place] for place in survey.unparsed}
        self.discourse = Discourse.of(survey.document, survey.words, survey.anchor, unparsed.values())
        for place, sentence in unparsed.items():
            telling = cues_of(survey.words).may_tell_outlet(sentence)
            listen = partial(self._listen, place)
            self.discourse.met.put_off(sentence.span.start, listen, parsed=False, telling=telling)

    def extraction(self) -> Extraction:
        denials: list[Denial] = []
        refusals: list[Refusal] = []
        for place in sorted({*self.parsed, *self.survey.unparsed, *self.survey.numbers}):
            if place in self.survey.unparsed or place not in self.parsed:
                refusals.extend(self._pass_over(place))
            elif self.parsed[place].tokens:
                sentence = self._repaired(place)
                refusals.extend(self._read(sentence, place))
                denials.extend(read_denials(sentence, self.survey.document.id, self.discourse))
        proven = verify_page(self.discourse.claims, self.survey.document, self.discourse.article)
        refused = sorted((*refusals, *proven.refusals), key=lambda refusal: refusal.span)
        claims = with_corrections(proven.claims, self.survey.document, self.survey.words)
        return Extraction(claims=claims, denials=tuple(denials), refusals=tuple(refused))

    def _pass_over(self, place: int) -> list[Refusal]:
        """The refusals of a sentence that need no parse."""
        if self.discourse.incidents.kept is not None:
            self.discourse.incidents.pass_over(bare(self.survey.sentences[place], self.survey.words))
        return list(self.survey.numbers.get(place, Numbers()).refusals(self.survey.document.id))

    def _read(self, sentence: Sentence, place: int) -> list[Refusal]:
        self.discourse.met.now = sentence.span.start
        numbers = self.survey.numbers.get(place, Numbers())
        anchor = self.survey.anchor_of(sentence)
        return SentenceReader(self.survey.document, sentence, numbers, self.discourse, anchor).read()

    def _repaired(self, place: int) -> Sentence:
        return relinked(self.survey.words.repaired(self.parsed[place]), self.survey.words)

    def _listen(self, place: int) -> None:
        """Parse a sentence that was put off, with the ones before it, for those who speak in it."""
        if place not in self.parsed:
            before = (at for at in range(place, -1, -1) if at in self.survey.unparsed and at not in self.parsed)
            wanted = list(islice(before, _AT_ONCE))
            self.parsed.update(zip(wanted, self.parse([self.survey.sentences[at] for at in wanted]), strict=True))
        if self.parsed[place].tokens:
            sentence = self._repaired(place)
            Attributed(sentence, read_voices(sentence, self.survey.words), self.discourse).finish()
