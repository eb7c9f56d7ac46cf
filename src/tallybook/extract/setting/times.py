"""When it was: the date that stands nearest to the number or its verb."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tallybook.dates import DateMention, Role, read_dates
from tallybook.extract.counted import Number
from tallybook.extract.events import Befallen
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Document, PartialDate, Period, Sentence, Span, Token

_YEAR = re.compile(r"\d{4}")
"""Without it no date is full."""
_STRETCH = 5
"""Days from which on a period is told as a whole ("last month")."""
_SPEECH_REACH = 6
"""Characters behind a verb of saying in which a date dates the saying."""


@dataclass(frozen=True, slots=True)
class Told:
    """The days a number refers to, the words that say so, and whether they date the speech rather than the event."""

    period: Period
    spans: tuple[Span, ...]
    role: Role
    of_speech: bool

    @property
    def bounds_a_flow(self) -> bool:
        """Whether the number was gathered within the days ("between January and February"), not up to them."""
        return self.role == "between" and not self.of_speech

    @property
    def is_stretch(self) -> bool:
        """Whether the event is told of several days as a whole ("last month")."""
        days = (self.period.end - self.period.start).days
        return self.role == "at" and not self.of_speech and days >= _STRETCH


def read_time(
    number: Number,
    befallen: Befallen,
    dates: tuple[DateMention, ...],
    *,
    cues: tuple[Span, ...],
    anchor: Period | None,
    ahead: bool = True,
) -> Told | None:
    """The date nearest to the number or its verb; one that dates the speech (`cues`) only where there is no other.

    Unless the number is of what lies `ahead`, no date behind the `anchor` is its own ("1,500 fell ill, and 5,000 may by
    June").
    """
    start = number.mention.span.start
    if anchor is not None and not ahead:
        dates = tuple(date for date in dates if date.period is None or date.period.start <= anchor.end)
    nearest = _nearest(number, befallen, dates, cues)
    if nearest is not None and nearest.span.end <= start and _opens_clause(nearest, number):
        return Told(nearest.period, (nearest.span,), "at", of_speech=False) if nearest.period is not None else None
    period = _reaching(nearest, anchor) if nearest is not None else None
    if nearest is None or period is None:
        return None
    return Told(period, (nearest.span,), nearest.role, of_speech=_dates_speech(nearest, number, cues))


def read_partial(
    number: Number, befallen: Befallen, dates: tuple[DateMention, ...], *, cues: tuple[Span, ...]
) -> PartialDate | None:
    """What the date nearest to the number or its verb tells, where it tells no year: "in October".

    "Since October" runs on to a day that the page does not tell either.
    """
    nearest = _nearest(number, befallen, dates, cues)
    if nearest is None or nearest.period is not None or nearest.role == "since":
        return None
    return nearest.partial


def _nearest(
    number: Number, befallen: Befallen, dates: tuple[DateMention, ...], cues: tuple[Span, ...]
) -> DateMention | None:
    """The date nearest to the number or its verb of those that tell days, or a month whose year is not known."""
    start = number.mention.span.start
    centre = befallen.verb.span.start if befallen.verb else start

    def rank(date: DateMention) -> tuple[bool, int]:
        near = min(abs(date.span.start - centre), abs(date.span.start - start))
        return _dates_speech(date, number, cues), near

    own = (date for date in dates if (date.period is not None or _lacks_year(date)) and not _is_behind(date, number))
    return min(own, key=rank, default=None)


def _is_behind(date: DateMention, number: Number) -> bool:
    """Whether a date is of what went before what is counted: "312 dead after Tuesday's quake" are not all of Tuesday.

    "After midnight", which tells an hour and no event, is not.
    """
    tokens, words = number.sentence.tokens, number.words.lexicon.dates
    at = next((t.index for t in tokens if t.span.start >= date.span.start), len(tokens))
    owner = next((t for t in tokens if t.span.start >= date.span.end), None)
    if owner is None or (owner.pos, owner.dep) != ("PART", "case") or owner.span.start != date.span.end:
        return False
    lead = next((t.lower for t in reversed(tokens[:at]) if t.lower not in words.articles), "")
    return lead in words.behind


def _lacks_year(date: DateMention) -> bool:
    return date.partial is not None and date.partial.year is None and date.partial.month is not None


def _opens_clause(date: DateMention, number: Number) -> bool:
    """ "the worst since 1998, when 310 died": the clause tells of that time alone."""
    behind = [t for t in number.sentence.tokens if t.span.start >= date.span.end and t.pos != "PUNCT"]
    return bool(behind) and behind[0].lower in number.words.lexicon.places.when


def _dates_speech(date: DateMention, number: Number, cues: tuple[Span, ...]) -> bool:
    """Whether a date stands right behind a verb of saying; behind a comma it dates what is said ("as X notes, …").

    The verb may be a clause's beside a number: "the 667 it published in May".
    """
    text, first = number.sentence.text, number.sentence.span.start
    beside = (token.span for token in number.sentence.tokens if _tells_beside(token, number))
    near = (cue for cue in (*cues, *beside) if 0 <= date.span.start - cue.end <= _SPEECH_REACH)
    return any("," not in text[cue.end - first : date.span.start - first] for cue in near)


def _tells_beside(verb: Token, number: Number) -> bool:
    """Whether a verb of saying stands with its pronoun behind what it says: "the 667 it published", "that we gave"."""
    before = number.sentence.tokens[verb.index - 1] if verb.index else verb
    tells = verb.pos == "VERB" and verb.lemma in number.words.lexicon.speech.verbs | number.words.lexicon.speech.givings
    return tells and before.pos == "PRON" and not number.sentence.children(verb, "ccomp", "obj")


def _reaching(date: DateMention, anchor: Period | None) -> Period | None:
    """ "since early December" runs until the article's anchor."""
    if date.period is None or date.role != "since" or anchor is None or anchor.end < date.period.start:
        return date.period
    return Period(date.period.start, anchor.end)


def anchor_of(document: Document, words: Vocabulary) -> Period | None:
    """The days that "last autumn" is relative to: the publication, else the latest full date the article gives."""
    published = document.published.period() if document.published else None
    if published is not None:
        return published
    texts = (block.span.of(document.text) for block in document.article_blocks())
    days = [
        date.period
        for text in texts
        if _YEAR.search(text)
        for date in read_dates(text, words.lexicon, anchor=None)
        if date.period is not None and date.period.start == date.period.end and date.role != "by"
    ]
    return max(days, key=lambda day: day.end, default=None)


def sentence_dates(anchor: Period | None, sentence: Sentence, words: Vocabulary) -> tuple[DateMention, ...]:
    """The dates of a sentence in document offsets, relative to the article's anchor."""
    found = read_dates(sentence.text, words.lexicon, anchor=anchor)
    return tuple(_shifted(date, sentence.span.start) for date in found)


def _shifted(date: DateMention, by: int) -> DateMention:
    partial = date.partial
    if partial is not None and partial.span is not None:
        partial = replace(partial, span=partial.span.shifted(by))
    return replace(date, span=date.span.shifted(by), partial=partial)
