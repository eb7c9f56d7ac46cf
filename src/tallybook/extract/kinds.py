"""Total, level, flow, rate or share."""

from __future__ import annotations

from tallybook.extract.counted import Counted
from tallybook.extract.events import Befallen
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import ClaimKind, QuantityMention, Sentence

_LEVELS = frozenset({"strength", "in training", "aboard"})
_FLOWS = frozenset({"launched", "shot down", "arrived", "supplied"})


def read_kind(
    mention: QuantityMention, counted: Counted, befallen: Befallen, sentence: Sentence, words: Vocabulary
) -> ClaimKind:
    """How the number relates to time, from its unit, its event and the words around it."""
    if mention.quantity.unit == "share":
        return ClaimKind.SHARE
    if mention.quantity.per is not None:
        return ClaimKind.RATE
    if _is_addition(mention, sentence, words) and befallen.event not in ("killed", "wounded", "missing"):
        return ClaimKind.FLOW
    if befallen.event in _LEVELS:
        return ClaimKind.LEVEL
    if befallen.event in _FLOWS:
        return ClaimKind.FLOW
    return ClaimKind.LEVEL if _is_state(befallen, sentence) else ClaimKind.TOTAL


def _is_addition(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> bool:
    near = sentence.text[max(0, mention.span.start - sentence.span.start - 14) : mention.span.end - sentence.span.start + 24].lower()
    return any(f" {cue} " in f" {near} " for cue in words.lexicon.counted.additions)


def _is_state(befallen: Befallen, sentence: Sentence) -> bool:
    """Whether the verb tells a state that holds now: present tense with "be" or "remain"."""
    verb = befallen.verb
    if verb is None or befallen.event in ("killed", "wounded", "killed or wounded", "attended", "infected"):
        return False
    helpers = {c.lower for c in sentence.children(verb, "aux", "cop")} | {verb.lower}
    if helpers & {"been", "was", "were", "had", "has", "have"}:
        return False
    return bool(helpers & {"are", "is", "remain", "remains"}) and befallen.event in ("deployed", "detained", "captured", "displaced", "missing", "hospitalized", "homeless", "other")
