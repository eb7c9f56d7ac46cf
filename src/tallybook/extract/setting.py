"""Whose the counted are, where it was, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tallybook.dates import DateMention, Role, read_dates
from tallybook.extract.counted import Counted
from tallybook.extract.events import Befallen
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, Document, Period, QuantityMention, Sentence, Span, Token
from tallybook.registry import Registry

Found = tuple[str, tuple[Span, ...]]
_REACH = 900
"""Characters back to the claim whose group "the troops" still means."""
_MOVED = frozenset({"deployed", "withdrawn", "supplied", "launched", "recruited", "strength", "in training"})


def read_group(counted: Counted, befallen: Befallen, sentence: Sentence, words: Vocabulary) -> Found | None:
    """The country or people the counted belong to: named at the noun, or as the one who sent, supplied or launched them."""
    for noun in _nouns(counted, sentence, words):
        found = _named_at(noun, sentence, words.registry)
        if found:
            return found
    if befallen.verb is not None and befallen.event in _MOVED:
        return _acting_country(befallen.verb, sentence, words.registry)
    return None


def _nouns(counted: Counted, sentence: Sentence, words: Vocabulary) -> Iterator[Token]:
    for noun in (counted.noun, counted.anchor, counted.toll):
        if noun is not None and noun.pos != "NUM":
            yield noun
    verb = sentence.head(counted.anchor)
    holder = sentence.head(verb) if verb is not None and verb.lemma in words.lexicon.counted.holders else None
    if holder is not None:
        yield holder


def _named_at(noun: Token, sentence: Sentence, registry: Registry) -> Found | None:
    """A country in the noun phrase: "North Korean soldiers", "Russian and North Korean troops", "the army of Kenya"."""
    start = noun.index
    while start > 0 and _modifies(sentence.tokens[start - 1]):
        start -= 1
    before = sentence.tokens[start : noun.index + 1]
    behind = [
        c
        for c in sentence.children(noun, "nmod")
        if c.index > noun.index and any(k.lower == "of" for k in sentence.children(c, "case"))
    ]
    for tokens in (before, *(_unbroken(sentence.subtree(c)) for c in behind)):
        found = _countries(list(tokens), sentence, registry)
        if found:
            return found
    return None


def _unbroken(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens before the first comma or gap."""
    for place, (one, other) in enumerate(zip(tokens, tokens[1:], strict=False)):
        if other.text in ",;:(—–" or other.index != one.index + 1:
            return tokens[: place + 1]
    return tokens


def _modifies(token: Token) -> bool:
    return token.pos in ("ADJ", "PROPN", "NOUN", "CCONJ", "PART") or token.text in "-"


def _countries(tokens: list[Token], sentence: Sentence, registry: Registry) -> Found | None:
    span = sentence.span_of(tokens)
    phrase = span.shifted(-sentence.span.start).of(sentence.text)
    mentions = registry.countries_in(phrase)
    names = list(dict.fromkeys(m.country for m in mentions))
    if not names:
        return None
    return " and ".join(names), tuple(m.span.shifted(span.start) for m in mentions)


def _acting_country(verb: Token, sentence: Sentence, registry: Registry) -> Found | None:
    node: Token | None = verb
    while node is not None:
        for subject in sentence.children(node, "nsubj"):
            if not subject.passive:
                tokens = [
                    *(c for c in sentence.children(subject, "compound", "amod", "flat") if c.index < subject.index),
                    subject,
                ]
                return _countries(tokens, sentence, registry)
        node = sentence.head(node) if node.dep in ("xcomp", "conj", "advcl") else None
    return None


def carried_group(counted: Counted, earlier: Sequence[Claim], sentence: Sentence, words: Vocabulary) -> str | None:
    """The group of the last claim nearby where the noun only points back ("the troops", "around 400 have been killed")."""
    points_back = counted.noun is None or counted.noun.lemma in words.lexicon.events.forces
    if not points_back or counted.unit in ("money", "share"):
        return None
    for claim in reversed(earlier):
        if sentence.span.start - claim.span.end > _REACH:
            return None
        if claim.group is not None and claim.quantity.unit not in ("money", "share") and _counts_forces(claim):
            return claim.group
    return None


def _counts_forces(claim: Claim) -> bool:
    """Whether a claim is of armed people, whose side a later "the troops" keeps."""
    return claim.event in _MOVED or claim.event in ("killed or wounded", "captured", "returned to duty")


def carried_place(claim: Claim, earlier: Sequence[Claim]) -> str | None:
    """The place of the last claim of the same page that tells the same event of the same group."""
    for other in reversed(earlier):
        if other.place is not None and other.event == claim.event and other.group == claim.group:
            return other.place
    return None


def read_place(mention: QuantityMention, befallen: Befallen, sentence: Sentence, words: Vocabulary) -> Found | None:
    """The place told nearest to the event: a capitalised name after a preposition of place; a name the registry knows comes first."""
    centre = befallen.verb.span.start if befallen.verb else mention.span.end
    candidates: list[tuple[int, bool, bool, int, Found]] = []
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in words.lexicon.places.prepositions or _attributes(index, sentence):
            continue
        name = _capitalised_run(sentence, index + 1, words)
        if not name:
            continue
        span = sentence.span_of(name)
        shown = " ".join(span.shifted(-sentence.span.start).of(sentence.text).split())
        place = words.registry.place_named(shown)
        if place is None and token.lower not in words.lexicon.places.settling:
            continue
        found: Found = (place or shown.removesuffix("'s").removesuffix("’s"), (span,))
        distance = _clauses_away(name[-1], befallen.verb, sentence)
        candidates.append((distance, place is None, span.start < mention.span.start, abs(span.start - centre), found))
    best = min(candidates, default=None)
    return best[4] if best is not None and best[0] < _ELSEWHERE else None


_ELSEWHERE = 2


def _clauses_away(name: Token, verb: Token | None, sentence: Sentence) -> int:
    """0 where a place hangs on the event's verb, 1 where on a clause above or beside it, 2 where on a clause below it.

    "sent to support the war in Ukraine": Ukraine hangs on the purpose, not on the sending.
    """
    if verb is None:
        return 0
    above = next((t for t in sentence.ancestors(name) if t.pos in ("VERB", "AUX")), None)
    if above is None or above.index == verb.index:
        return 0
    below = above.dep in ("advcl", "xcomp", "acl", "ccomp") and any(
        a.index == verb.index for a in sentence.ancestors(above)
    )
    return _ELSEWHERE if below else 1


def _attributes(index: int, sentence: Sentence) -> bool:
    """Whether a preposition belongs to "according to"."""
    return index > 0 and sentence.tokens[index - 1].lower == "according"


def _capitalised_run(sentence: Sentence, start: int, words: Vocabulary) -> list[Token]:
    run: list[Token] = []
    for token in sentence.tokens[start:]:
        if token.pos == "DET" and not run:
            continue
        tail = run and (token.lower in words.lexicon.places.kinds or token.lower in ("'s", "’s", "-"))
        if not token.text[:1].isupper() and not tail:
            break
        if (
            token.pos in ("PRON", "ADJ")
            or token.lower.strip(".") in words.lexicon.text.calendar
            or words.registry.find_source(token.text)
        ):
            break
        run.append(token)
    while run and run[-1].lower in ("'s", "’s", "-"):
        run.pop()
    return run


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


_STRETCH = 5


def read_time(
    mention: QuantityMention,
    befallen: Befallen,
    dates: tuple[DateMention, ...],
    speech: tuple[Span, ...],
    anchor: Period | None,
) -> Told | None:
    """The date that stands nearest to the number or its verb; the date of the speech only where there is no other."""
    usable = [d for d in dates if d.period is not None]
    if not usable:
        return None
    centre = befallen.verb.span.start if befallen.verb else mention.span.start
    nearest = min(
        usable,
        key=lambda d: (
            _dates_speech(d, speech),
            min(abs(d.span.start - centre), abs(d.span.start - mention.span.start)),
        ),
    )
    period = _reaching(nearest, anchor)
    if period is None:
        return None
    return Told(period, (nearest.span,), nearest.role, of_speech=_dates_speech(nearest, speech))


def _dates_speech(date: DateMention, speech: tuple[Span, ...]) -> bool:
    return any(0 <= date.span.start - cue.end <= 6 for cue in speech)


def _reaching(date: DateMention, anchor: Period | None) -> Period | None:
    """ "since early December" runs until the article's anchor."""
    if date.period is None or date.role != "since" or anchor is None or anchor.end < date.period.start:
        return date.period
    return Period(date.period.start, anchor.end)


def anchor_of(document: Document, words: Vocabulary) -> Period | None:
    """The days that "last autumn" is relative to: the publication, else the latest full date the article itself gives."""
    published = document.published.period() if document.published else None
    if published is not None:
        return published
    days = [
        date.period
        for block in document.article_blocks()
        for date in read_dates(block.span.of(document.text), words.lexicon, anchor=None)
        if date.period is not None and date.period.start == date.period.end and date.role != "by"
    ]
    return max(days, key=lambda day: day.end, default=None)


def sentence_dates(anchor: Period | None, sentence: Sentence, words: Vocabulary) -> tuple[DateMention, ...]:
    """The dates of a sentence in document offsets, relative to the article's anchor."""
    found = read_dates(sentence.text, words.lexicon, anchor=anchor)
    return tuple(replace(d, span=d.span.shifted(sentence.span.start)) for d in found)
