"""Total, level, flow, rate or share."""

from __future__ import annotations

from tallybook.dates import DateMention
from tallybook.extract.counted import Number
from tallybook.extract.events import OTHER, Befallen
from tallybook.extract.setting import Told
from tallybook.model import ClaimKind, Modality

_LEVELS = frozenset({"strength", "in training", "aboard"})
_FLOWS = frozenset({"launched", "shot down", "arrived", "exchanged"})
_CUMULATIVE = frozenset({"deployed", OTHER, "attended", "displaced", "infected", "affected"})
"""Events that a stretch of days does not bound: "last month 300 were displaced" may mean all who still are."""
_NEVER_ADDED = frozenset({"killed", "wounded", "missing"})
"""Events of which "another 30" still tells a total of its own."""
_LASTING = frozenset({"deployed", "detained", "captured", "displaced", "missing", "hospitalized", "homeless", OTHER})
"""Events that leave a state one can be in now."""
_HAPPENED = frozenset({Modality.REPORTED, Modality.INFERRED, Modality.DENIED})
_BEFORE, _BEHIND = 14, 24
"""Characters around a number in which "another" or "more" makes it an addition."""


def read_kind(
    number: Number, befallen: Befallen, modality: Modality, *, told: Told | None, dates: tuple[DateMention, ...]
) -> ClaimKind:
    """How the number relates to time, from its unit, its event and the words around it."""
    if number.mention.quantity.unit == "share":
        return ClaimKind.SHARE
    if number.mention.quantity.per is not None:
        return ClaimKind.RATE
    if _is_addition(number) and befallen.event not in _NEVER_ADDED:
        return ClaimKind.FLOW
    if modality in _HAPPENED and _is_bounded(number, befallen, told, dates):
        return ClaimKind.FLOW
    if befallen.event in _FLOWS:
        return ClaimKind.FLOW
    return ClaimKind.LEVEL if befallen.event in _LEVELS or _is_state(number, befallen) else ClaimKind.TOTAL


def _is_addition(number: Number) -> bool:
    sentence, span = number.sentence, number.mention.span.shifted(-number.sentence.span.start)
    near = sentence.text[max(0, span.start - _BEFORE) : span.end + _BEHIND].lower()
    return any(f" {cue} " in f" {near} " for cue in number.words.lexicon.counted.additions)


def _is_bounded(number: Number, befallen: Befallen, told: Told | None, dates: tuple[DateMention, ...]) -> bool:
    """Whether the number was gathered within the days that are told with it."""
    if any(d.role == "between" and d.span.start > number.mention.span.end for d in dates):
        return True
    if told is None:
        return False
    return told.bounds_a_flow or (told.is_stretch and befallen.event not in _CUMULATIVE)


def _is_state(number: Number, befallen: Befallen) -> bool:
    """Whether the verb tells a state that holds now: present tense with "be" or "remain"."""
    verb, modality = befallen.verb, number.words.lexicon.modality
    if verb is None or befallen.event not in _LASTING:
        return False
    helpers = {c.lower for c in number.sentence.children(verb, "aux", "cop")} | {verb.lower}
    return bool(helpers & modality.present) and not helpers & modality.past
