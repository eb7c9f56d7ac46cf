"""Numbers that their own page takes back: "revising an earlier toll of 35", "9 people were wounded, not 19".

Only the words around a number and the claims near it are looked at, no parse, so that a claim from a book can be asked
again in the same way. The words are frames of the lexicon's section `corrections`. An older number that was right in
its time ("up from 35 a day earlier") is not taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import isnan

from tallybook.extract.correction_frames import OTHER, TAKEN, Pattern, Patterns, patterns_of, words_of
from tallybook.extract.events import OTHER as OTHER_EVENT
from tallybook.extract.modality import AHEAD
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, Document, Span

_OVER_IN_A_DAY = frozenset({"attended", "aboard"})
"""Events whose number cannot fall although it is no sum over time."""
_NEAR = 150
"""Characters between two sentences whose numbers are held against each other."""
_NOTICE = 250
"""Characters of a paragraph around a sentence in which it is known for a correction notice."""
_HEADING = 40
_TIE = 60
"""Characters between two numbers that are taken back together."""
_DAYS_APART = 31
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*(?=\s|$)|\n")


def with_corrections(claims: Sequence[Claim], document: Document, words: Vocabulary) -> tuple[Claim, ...]:
    """The claims of one document, those that it takes back with the words that do so."""
    taken = taken_back(claims, document, words)
    return tuple(replace(claim, taken_back=taken[claim.id]) if claim.id in taken else claim for claim in claims)


def taken_back(claims: Sequence[Claim], document: Document, words: Vocabulary) -> dict[str, Span]:
    """The words by which a page takes numbers back, by the claim's id.

    The same claims and text always give the same; a claim's own `taken_back` is not looked at. What was planned,
    expected or projected is taken back where its speaker no longer stands by it, a count where it was wrong.
    """
    page = _Page(document, claims, words, patterns_of(words))
    return {claim.id: span for claim in claims if (span := page.words_against(claim)) is not None}


@dataclass
class _Page:
    document: Document
    claims: Sequence[Claim]
    words: Vocabulary
    patterns: Patterns
    _found: dict[str, tuple[Pattern, Span] | None] = field(default_factory=dict)
    _frames: dict[tuple[Span, bool], tuple[Pattern, ...]] = field(default_factory=dict)

    def words_against(self, claim: Claim) -> Span | None:
        """The words that take a claim back: those around it, around one it is told with, or in the next sentence."""
        if claim.modality in AHEAD:
            found = self._around(claim)
            return found[1] if found is not None else None
        if claim.change is not None:
            return None
        found = self._around(claim) or self._with_the_one_before(claim)
        return found[1] if found is not None else self._behind(claim)

    def _around(self, claim: Claim) -> tuple[Pattern, Span] | None:
        if claim.id not in self._found:
            self._found[claim.id] = next(self._matches(claim), None)
        return self._found[claim.id]

    def _matches(self, claim: Claim) -> Iterator[tuple[Pattern, Span]]:
        ahead = claim.modality in AHEAD
        frames = [one for one in self._standing(claim.sentence, ahead) if self._holds(one.frame.when, claim)]
        text = self._marked(claim.sentence, claim) if frames else ""
        for pattern in frames:
            for match in pattern.regex.finditer(text):
                counted = ahead or not self.patterns.outlooks.stand_in(match[0])
                if counted and self._is_set_against(match, claim.sentence.start, claim):
                    yield pattern, Span(*match.span()).shifted(claim.sentence.start)

    def _standing(self, sentence: Span, ahead: bool) -> tuple[Pattern, ...]:
        """The frames that the words of a sentence let stand there, the same for all its claims."""
        found = self._frames.get((sentence, ahead))
        if found is None:
            words = words_of(sentence.of(self.document.text))
            known = self.patterns.withdrawals if ahead else self.patterns.frames
            found = self._frames[sentence, ahead] = tuple(one for one in known if one.may_stand(words))
        return found

    def _holds(self, when: str, claim: Claim) -> bool:
        match when:
            case "notice":
                return self._in_notice(claim)
            case "error":
                return self._error_near(claim)
            case "lowered":
                return self._error_near(claim) or any(_number(c) < _number(claim) for c in self._near(claim))
            case "unrisen":
                return self._error_near(claim) or all(_number(c) <= _number(claim) for c in self._near(claim))
            case "fallen":
                smaller = [c for c in self._near(claim) if _number(c) < _number(claim) and self._one_voice(c, claim)]
                lasting = self.words.registry.monotone(claim.event) or claim.event in _OVER_IN_A_DAY
                return bool(smaller) and (lasting or self._error_near(claim))
            case "alone":
                return all(self._one_voice(c, claim) for c in self._near(claim))
            case _:
                return True

    def _is_set_against(self, match: re.Match[str], start: int, claim: Claim) -> bool:
        """Whether a frame found in a text that begins at an offset has no other number, or one that counts the same."""
        marked = {start + match.start() + at for at, char in enumerate(match[0]) if char == OTHER}
        return not marked or any(other.span.start in marked for other in self._near(claim))

    def _with_the_one_before(self, claim: Claim) -> tuple[Pattern, Span] | None:
        """What takes back the number just before, of something else: "its claim of 70 killed and 120 wounded"."""
        here = [c for c in self.claims if c.sentence == claim.sentence and c.span.end <= claim.span.start]
        before = max(here, key=lambda c: c.span.end, default=None)
        if before is None or _of_one_thing(before, claim):
            return None
        tie = self.document.text[before.span.end : claim.span.start]
        found = self._around(before) or self._with_the_one_before(before)
        if found is None or not found[0].frame.all or len(tie) > _TIE or self.patterns.stops.stand_in(tie):
            return None
        return found[0], found[1].joined(claim.span)

    def _behind(self, claim: Claim) -> Span | None:
        """What takes a sentence's numbers back in the next, or behind a semicolon: "It later withdrew the figure."."""
        last = [c for c in self.claims if c.sentence == claim.sentence][-1]
        parted = self.document.text.find(";", claim.span.end, claim.sentence.end)
        if parted >= 0:
            found = self._pointing_back(Span(parted, claim.sentence.end), claim)
            if found is not None:
                return found
        same = last.attribution.origin == claim.attribution.origin
        return self._pointing_back(self._next_sentence(claim.sentence), claim) if same else None

    def _pointing_back(self, span: Span, claim: Claim) -> Span | None:
        words = words_of(span.of(self.document.text))
        frames = [one for one in self.patterns.behind if one.may_stand(words) and self._holds(one.frame.when, claim)]
        text = self._marked(span, None) if frames else ""
        found = (pattern.regex.search(text) for pattern in frames)
        match = next((one for one in found if one is not None and self._is_set_against(one, span.start, claim)), None)
        return Span(*match.span()).shifted(span.start) if match is not None else None

    def _marked(self, span: Span, taken: Claim | None) -> str:
        """The text of a span in which marks stand in the place of the page's numbers."""
        text = list(span.of(self.document.text))
        for claim in self.claims:
            if span.covers(claim.span):
                mark = TAKEN if claim is taken else OTHER
                text[claim.span.start - span.start : claim.span.end - span.start] = mark * len(claim.span)
        return "".join(text)

    def _near(self, claim: Claim) -> list[Claim]:
        """Claims of the same thing in the sentence and those next to it."""
        return [
            other
            for other in self.claims
            if other.id != claim.id and _gap(other.sentence, claim.sentence) <= _NEAR
            if _of_one_thing(other, claim) and not self._adds(other)
        ]

    def _adds(self, claim: Claim) -> bool:
        """Whether a number comes on top of those before: "another 14", "fourteen more"; "more than 14" does not."""
        text, counted = self.document.text, self.words.lexicon.counted
        before = text[claim.sentence.start : claim.core.start].lower().split()[-2:]
        beside = (*before, *text[claim.core.end : claim.sentence.end].lower().split()[:2])
        return not counted.additions.isdisjoint(beside) and counted.hedging_than.isdisjoint(beside)

    def _one_voice(self, a: Claim, b: Claim) -> bool:
        """Whether one speaker may have given both numbers: the same, none, or "officials"."""
        one, other = a.attribution.origin, b.attribution.origin
        if one is None or other is None or one == other:
            return True
        unnamed = self.words.lexicon.corrections.unnamed
        return any(name.split()[-1].lower() in unnamed and name == name.lower() for name in (one, other))

    def _error_near(self, claim: Claim) -> bool:
        """Whether the sentence, the one before or the one behind tells of an error of counting."""
        text, sentence = self.document.text, claim.sentence
        before = text[self._block(claim).start : sentence.start].rstrip()
        ends = [match.end() for match in _SENTENCE_END.finditer(before[:-1])]
        spoken = (before[ends[-1] if ends else 0 :], sentence.of(text), self._next_sentence(sentence).of(text))
        return any(self.patterns.errors.stand_in(words) for words in spoken)

    def _in_notice(self, claim: Claim) -> bool:
        """Whether the paragraph says that it corrects the page, or a short line above it does."""
        text, block = self.document.text, self._block(claim)
        start, end = max(block.start, claim.sentence.start - _NOTICE), min(block.end, claim.sentence.end + _NOTICE)
        if self.patterns.notices.stand_in(text[start:end]) or self.patterns.leads.stand_in(block.of(text)):
            return True
        above = max((b.span for b in self.document.blocks if b.span.end <= block.start), default=None)
        return above is not None and len(above) <= _HEADING and self.patterns.leads.stand_in(above.of(text))

    def _block(self, claim: Claim) -> Span:
        return next(block.span for block in self.document.blocks if block.span.covers(claim.sentence))

    def _next_sentence(self, sentence: Span) -> Span:
        """The sentence behind one, of the same paragraph or the next."""
        text = self.document.text
        start = sentence.end + len(text[sentence.end :]) - len(text[sentence.end :].lstrip())
        end = _SENTENCE_END.search(text, start)
        return Span(start, end.end() if end is not None else len(text))


def _of_one_thing(a: Claim, b: Claim) -> bool:
    """Whether two numbers can count the same, so that one may stand in the place of the other."""
    linked = a.id in (b.part_of, b.each_of) or b.id in (a.part_of, a.each_of)
    alike = (a.quantity.unit, a.quantity.per, a.incident) == (b.quantity.unit, b.quantity.per, b.incident)
    events = a.event == b.event or OTHER_EVENT in (a.event, b.event)
    groups = a.group == b.group or None in (a.group, b.group)
    counted = a.change is None and b.change is None and not (isnan(_number(a)) or isnan(_number(b)))
    return alike and events and groups and counted and not linked and _of_one_time(a, b)


def _of_one_time(a: Claim, b: Claim) -> bool:
    if a.time is None or b.time is None:
        return True
    return (max(a.time.start, b.time.start) - min(a.time.end, b.time.end)).days <= _DAYS_APART


def _number(claim: Claim) -> float:
    """The number as it is compared: the upper bound, or the lower where that is open; vague numbers have none."""
    bound = claim.quantity.high if claim.quantity.high is not None else claim.quantity.low
    return float(bound) if bound is not None else float("nan")


def _gap(a: Span, b: Span) -> int:
    return max(a.start, b.start) - min(a.end, b.end)
