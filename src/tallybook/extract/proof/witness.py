"""The words that together tell an event, so that it can be told again from them alone: "found … dead"."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.counted import Counted, Number
from tallybook.extract.events import OTHER
from tallybook.extract.proof.events import Argument, events_told, stands
from tallybook.extract.proof.forms import forms_of
from tallybook.extract.reasons import NO_EVENT, NOT_TOLD
from tallybook.model import Proof, Span, Token


def event_proof(event: str, told: Span | None, number: Number) -> Proof:
    """The words that tell an event: the given ones, with the companion that a verb needs for it.

    That a verb tells none of the known events proves nothing, so it is a reason.
    """
    if told is None:
        return NO_EVENT
    if event == OTHER:
        return NOT_TOLD
    arguments, words, sentence = _arguments(number), number.words, number.sentence
    shown = told.shifted(-sentence.span.start).of(sentence.text)
    where = stands(told, number.mention.span)
    if events_told([shown], arguments, words, where) != {event}:
        for companion in _companions(event, shown, told, number):
            if event in events_told([shown, companion.text], arguments, words, where):
                return (told, companion.span)
    return (told,)


def _arguments(number: Number) -> tuple[Argument, ...]:
    counted = number.counted
    if counted.sort == "money":
        return (Argument(None, "money"),)
    carrier = carrier_of(counted)
    if carrier is None:
        return (Argument(None, counted.sort),)
    named = Argument(carrier.text, counted.sort)
    return (named, Argument(None, "person")) if counted.noun is None else (named,)


def needs_argument(event: str, told: Span | None, number: Number) -> bool:
    """Whether words tell an event only of what a share is a share of: "two thirds of the houses were destroyed"."""
    if told is None or event == OTHER:
        return False
    shown = told.shifted(-number.sentence.span.start).of(number.sentence.text)
    where = stands(told, number.mention.span)
    return events_told([shown], (Argument(None, "person"),), number.words, where) != {event}


def carrier_of(counted: Counted) -> Token | None:
    """The word that says what is counted, None for a pronoun, which says nothing by itself."""
    noun = counted.noun or counted.toll
    return noun if noun is not None and noun.pos != "PRON" else None


def _companions(event: str, shown: str, told: Span, number: Number) -> Iterator[Token]:
    """The words of the sentence that a frame of the event asks for, the nearest first."""
    words = number.words
    frames = [
        f
        for part in shown.split()
        for form in forms_of(part, words)
        for f in words.frames_of.get(form, ())
        if f.event == event
    ]
    needed = frozenset(word for frame in frames for word in (*frame.to, *frame.particle))
    near = sorted(number.sentence.tokens, key=lambda t: abs(t.span.start - told.start))
    yield from (t for t in near if not t.span.touches(told) and (t.lower in needed or t.lemma in needed))
