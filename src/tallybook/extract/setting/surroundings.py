"""Where a page is set: the places its sentences have named so far."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tallybook.extract.setting.bare import bare
from tallybook.extract.setting.places import capitalised_run, locative_places, names_kind
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Span, Token

_NEAR = 500
"""Characters back to a place that still is where "they" and "the camp" are."""
_LONGEST = 1000
"""Characters of a sentence that may have begun far before a place in it."""
_LEAD = 900
"""Characters from the first named place in which a page says where it is set."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A place named in the text; `firm` where a preposition says that something was there."""

    name: str
    span: Span
    firm: bool


def places_seen(sentence: Sentence, words: Vocabulary) -> tuple[Seen, ...]:
    """The places a sentence names, in text order: those led by a preposition of place, and other known names."""
    settling = (words.lexicon.places.settling | words.lexicon.text.partitives) - words.lexicon.places.goals
    firm = [Seen(p.name, p.span, firm=p.led_by in settling) for p in locative_places(sentence, words)]
    taken = {seen.span.start for seen in firm}
    loose = (seen for seen in _loose(sentence, words) if seen.span.start not in taken)
    return tuple(sorted((*firm, *loose), key=lambda seen: seen.span.start))


def _loose(sentence: Sentence, words: Vocabulary) -> Iterator[Seen]:
    """Known places that no preposition leads ("Rubkona County has reported", "Ecuador earthquake")."""
    at, led = 0, names_kind(sentence, words)
    while at < len(sentence.tokens):
        run = capitalised_run(sentence, at, words) if led or sentence.tokens[at].text[:1].isupper() else []
        if run:
            span = sentence.span_of(run)
            known = words.registry.place_named(span.shifted(-sentence.span.start).of(sentence.text))
            if known is not None and _is_setting(run[-1], known, sentence, words):
                yield Seen(known, span, firm=False)
            at = run[-1].index
        at += 1


def _is_setting(name: Token, place: str, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a name that nothing leads tells where: no country or capital that acts, nobody who speaks."""
    head = sentence.head(name)
    speaks = head is not None and head.lemma in words.lexicon.speech.verbs
    acts = name.dep in ("nsubj", "obj") and place in words.registry.country_readings(place)
    return not speaks and not acts


class Surroundings:
    """The places that the sentences of a page name, by where the sentences start.

    Those that are not parsed are looked through by their bare words, when they are asked for. Lives only as long as
    one document's extraction.
    """

    def __init__(self, unparsed: Iterable[Sentence], words: Vocabulary) -> None:
        self.words = words
        self._unparsed = {sentence.span.start: sentence for sentence in unparsed}
        self._starts = sorted(self._unparsed)
        self._seen: dict[int, tuple[Seen, ...]] = {}

    def add(self, sentence: Sentence) -> None:
        """Note the places of a parsed sentence."""
        start = sentence.span.start
        if start not in self._seen and start not in self._unparsed:
            insort(self._starts, start)
        self._seen[start] = places_seen(sentence, self.words)

    def _at(self, start: int) -> tuple[Seen, ...]:
        if start not in self._seen:
            self._seen[start] = places_seen(bare(self._unparsed[start], self.words), self.words)
        return self._seen[start]

    def place_at(self, at: int) -> str | None:
        """Where what is told at an offset was, when its own sentence does not say.

        The last place of the sentences just before, if it lies in the page's, else the place that the page's opening
        names.
        """
        page, near = self._page_place(at), self._near(at)
        if near is not None and (page is None or self.words.registry.within(near.name, page)):
            return near.name
        return page

    def _near(self, at: int) -> Seen | None:
        """The last place before an offset that a preposition leads."""
        for place in range(bisect_left(self._starts, at) - 1, -1, -1):
            found = (p for p in reversed(self._at(self._starts[place])) if p.firm and p.span.start < at)
            last = next(found, None)
            if last is not None:
                return last if at - last.span.end < _NEAR else None
            if at - self._starts[place] >= _NEAR + _LONGEST:
                break
        return None

    def _page_place(self, before: int) -> str | None:
        """The first place that a preposition leads in the opening, else the first one named."""
        first: Seen | None = None
        for start in self._starts[: bisect_left(self._starts, before)]:
            for seen in self._at(start):
                first = first or seen
                if seen.span.start >= before or seen.span.start - first.span.start >= _LEAD:
                    return first.name if first.span.start < before else None
                if seen.firm:
                    return seen.name
        return first.name if first is not None and first.span.start < before else None
