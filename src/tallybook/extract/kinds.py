"""Total, level, flow, rate or share."""

from __future__ import annotations

from tallybook.dates import DateMention
from tallybook.extract.counted import Number
from tallybook.extract.events import OTHER, Befallen
from tallybook.extract.setting import Told
from tallybook.model import ClaimKind, Modality, Token

_LEVELS = frozenset({"strength", "in training", "aboard"})
_FLOWS = frozenset({"launched", "shot down"})
_PASSING = frozenset({"arrived", "exchanged"})
"""Events of one wave, unless all since a day are told."""
_DAILY = frozenset({"hospitalized", "supplied", *_PASSING})
"""Events of which a day's number is that day's wave."""
_CUMULATIVE = frozenset({"deployed", OTHER, "attended", "displaced", "infected", "affected"})
"""Events that a stretch of days does not bound: "last month 300 were displaced" may mean all who still are."""
_NEVER_ADDED = frozenset({"killed", "wounded", "missing"})
"""Events of which "another 30" still tells a total of its own."""
_LASTING = frozenset({"deployed", "detained", "captured", "displaced", "hospitalized", "affected", OTHER})
"""Events that leave a state one can be in now."""
_LASTING_IF_STILL = frozenset({"missing", "homeless"})
"""Those whose present tense tells a toll: "six are missing", but "six are still missing"."""
_HELD_BY = 2
"""Governors of the counted that may carry the addition: "a second wave, consisting of 1,500 soldiers"."""
_HAPPENED = frozenset({Modality.REPORTED, Modality.INFERRED, Modality.DENIED})


def read_kind(
    number: Number, befallen: Befallen, modality: Modality, *, told: Told | None, dates: tuple[DateMention, ...]
) -> ClaimKind:
    """How the number relates to time, from its unit, its event and the words around it."""
    if number.mention.quantity.unit == "share":
        return ClaimKind.SHARE
    if number.mention.quantity.per is not None:
        return ClaimKind.RATE
    if _is_flow(number, befallen, modality, told=told, dates=dates):
        return ClaimKind.FLOW
    return ClaimKind.LEVEL if befallen.event in _LEVELS or _is_state(number, befallen) else ClaimKind.TOTAL


def _is_flow(
    number: Number, befallen: Befallen, modality: Modality, *, told: Told | None, dates: tuple[DateMention, ...]
) -> bool:
    """Whether the number is of one wave or of a stretch of time, not of all up to a day."""
    if befallen.event in _FLOWS or number.mention.change is not None:
        return True
    if _is_addition(number) and befallen.event not in _NEVER_ADDED:
        return True
    if befallen.event in _PASSING:
        return not _is_of_all(number, befallen, told)
    return modality in _HAPPENED and _is_bounded(number, befallen, told, dates)


def _is_addition(number: Number) -> bool:
    """ "another 300", "300 more", "a wave of 300": a word beside the number or a noun above it; not "more than 300"."""
    tokens, span = number.sentence.tokens, number.mention.span
    additions = number.words.lexicon.counted.additions
    before = [t for t in tokens if t.span.end <= span.start][-2:]
    behind = [t for t in tokens if t.span.start >= span.end][:2]
    hedges = number.words.lexicon.counted.hedging_than
    inside = list(number.sentence.within(span))
    near = [*before, *inside, *behind]
    compared = any(other.lower in hedges for other in near[len(before) + 1 :])
    above = list(number.sentence.ancestors(number.counted.anchor))[:_HELD_BY]
    carriers = [t for t in (number.counted.noun, number.counted.anchor, *above) if t is not None]
    carried = any(t.lemma in additions and t.pos == "NOUN" for t in carriers)
    return carried or (any(t.lower in additions for t in near) and not compared)


def _is_of_all(number: Number, befallen: Befallen, told: Told | None) -> bool:
    """Whether all up to now are told: "have crossed since May"."""
    if told is not None and told.role == "since":
        return True
    verb = befallen.verb
    helpers = number.sentence.children(verb, "aux") if verb is not None else ()
    return any(c.lemma in number.words.lexicon.modality.perfect for c in helpers) and told is None


def _is_bounded(number: Number, befallen: Befallen, told: Told | None, dates: tuple[DateMention, ...]) -> bool:
    """Whether the number was gathered within the days that are told with it."""
    if any(d.role == "between" and d.span.start > number.mention.span.end for d in dates):
        return True
    if told is None or told.of_speech:
        return False
    daily = befallen.event in _DAILY and told.role == "at"
    if told.bounds_a_flow or (daily and not _is_state(number, befallen) and not _names_incident(number)):
        return True
    return told.is_stretch and befallen.event not in _CUMULATIVE and not _names_incident(number)


def _names_incident(number: Number) -> bool:
    """Whether one incident is told: "a quake in 2010 killed 64" tells its toll, not that year's deaths."""
    incidents = number.words.lexicon.events.incidents
    return any(t.lemma in incidents and t.pos in ("NOUN", "PROPN") for t in number.sentence.tokens)


def _is_state(number: Number, befallen: Befallen) -> bool:
    """Whether a state that holds now is told: "be" or "remain" in the present, or "still"."""
    lasting = befallen.event in _LASTING | _LASTING_IF_STILL
    if not lasting or number.counted.toll is not None:
        return False
    words = number.words.lexicon.modality
    predicates = [t for t in (befallen.verb, number.sentence.head(number.counted.anchor)) if t is not None]
    around = {t.lower for predicate in predicates for t in _with_helpers(predicate, number)}
    if around & words.still:
        return True
    now = bool(around & words.present) and not around & words.past
    return now and befallen.event in _LASTING


def _with_helpers(predicate: Token, number: Number) -> tuple[Token, ...]:
    return (predicate, *number.sentence.children(predicate, "aux", "cop", "advmod"))
