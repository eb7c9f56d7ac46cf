"""Where the parse gives nothing: event words in the window around a number."""

from __future__ import annotations

from tallybook.extract.counted import Number
from tallybook.extract.events.befallen import Befallen, told_by_state
from tallybook.extract.events.frames import Argument, framed
from tallybook.extract.events.nearby import clause_behind
from tallybook.extract.events.nouns import does_something_else
from tallybook.model import Token

_BEFORE = 4
"""Tokens before a number in which its verb may stand."""
_MARKS = ",;:"


def nearby_word(number: Number) -> Befallen | None:
    """The next event word after the number in its clause, else a verb just before it."""
    if does_something_else(number) or _acts(number):
        return None
    return _bare_verb_behind(number) or _word_behind(number) or _verb_before(number)


def _acts(number: Number) -> bool:
    """Whether the counted did it: "killed by some 30 men"."""
    cases = number.sentence.children(number.counted.anchor, "case")
    return any(case.lower in number.words.lexicon.text.agents for case in cases)


def _bare_verb_behind(number: Number) -> Befallen | None:
    """Headlines: "Thousands flee"."""
    verb = next(iter(clause_behind(number)), None)
    if number.counted.noun is not None or verb is None or verb.lower != verb.lemma:
        return None
    event = framed(verb, "subject", Argument.of(number.counted), number.sentence, number.words)
    return Befallen(event, verb.span, verb) if event else None


def _word_behind(number: Number) -> Befallen | None:
    for token in clause_behind(number):
        if token.text == "," or token.lemma in number.words.lexicon.speech.verbs:
            return None
        state = told_by_state(token, number.words)
        event = state[0] if state else _told_by_participle(token, number)
        if event:
            return Befallen(event, token.span, token)
    return None


def _told_by_participle(token: Token, number: Number) -> str | None:
    if token.pos not in ("VERB", "ADJ") or not number.words.is_participle(token):
        return None
    argument = Argument.of(number.counted)
    return framed(token, "object", argument, number.sentence, number.words) or framed(
        token, "subject", argument, number.sentence, number.words
    )


def _verb_before(number: Number) -> Befallen | None:
    before = [t for t in number.sentence.tokens if t.span.end <= number.mention.span.start][-_BEFORE:]
    for token in reversed(before):
        if token.text in _MARKS or token.lower in number.words.lexicon.text.agents:
            return None
        if token.pos == "VERB":
            event = framed(token, "object", Argument.of(number.counted), number.sentence, number.words)
            return Befallen(event, token.span, token) if event else None
    return None
