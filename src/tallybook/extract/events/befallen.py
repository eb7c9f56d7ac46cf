"""An event as a sentence tells it, and the words that tell one by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Span, Token

OTHER = "other"
LOSSES_OF_THINGS = {"killed or wounded": "destroyed"}
"""What losses are of things."""


@dataclass(frozen=True, slots=True)
class Befallen:
    """The event, the word that proves it, and the verb that governs it (for modality and time)."""

    event: str
    proof: Span | None
    verb: Token | None


Sign = tuple[str, Token]
"""An event and the word that tells it."""


def told_by_noun(noun: Token, words: Vocabulary) -> Sign | None:
    """ "arrests", "the dead": a noun of an event."""
    event = words.noun_event.get(noun.lemma) or words.noun_event.get(noun.lower)
    return (event, noun) if event else None


def told_by_state(token: Token, words: Vocabulary) -> Sign | None:
    """ "wounded", "homeless": an adjective of an event."""
    event = words.adjective_event.get(token.lower)
    return (event, token) if event else None


def verb_above(token: Token, sentence: Sentence) -> Token | None:
    """The nearest verb that governs a token."""
    return next((t for t in sentence.ancestors(token) if t.pos == "VERB"), None)
