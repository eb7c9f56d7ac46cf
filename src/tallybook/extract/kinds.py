"""Total, level, flow, rate or share."""

from __future__ import annotations

from tallybook.dates import DateMention
from tallybook.extract.counted import Counted
from tallybook.extract.events import Befallen
from tallybook.extract.setting import Told
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import ClaimKind, Modality, QuantityMention, Sentence

_LEVELS = frozenset({"strength", "in training", "aboard"})
_CUMULATIVE = frozenset({"deployed", "other", "attended", "displaced", "infected", "affected"})
_FLOWS = frozenset({"launched", "shot down", "arrived", "exchanged"})


def read_kind(
    mention: QuantityMention,
    counted: Counted,
    befallen: Befallen,
    told: Told | None,
    dates: tuple[DateMention, ...],
    modality: Modality,
    sentence: Sentence,
    words: Vocabulary,
) -> ClaimKind:
    """How the number relates to time, from its unit, its event and the words around it."""
    if mention.quantity.unit == "share":
        return ClaimKind.SHARE
    if mention.quantity.per is not None:
        return ClaimKind.RATE
    if _is_addition(mention, sentence, words) and befallen.event not in ("killed", "wounded", "missing"):
        return ClaimKind.FLOW
    happened = modality in (Modality.REPORTED, Modality.INFERRED, Modality.DENIED)
    if happened and any(d.role == "between" and d.span.start > mention.span.end for d in dates):
        return ClaimKind.FLOW
    if (
        happened
        and told is not None
        and (told.bounds_a_flow or (told.is_stretch and befallen.event not in _CUMULATIVE))
    ):
        return ClaimKind.FLOW
    if befallen.event in _LEVELS:
        return ClaimKind.LEVEL
    if befallen.event in _FLOWS:
        return ClaimKind.FLOW
    return ClaimKind.LEVEL if _is_state(befallen, sentence) else ClaimKind.TOTAL


def _is_addition(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> bool:
    near = sentence.text[
        max(0, mention.span.start - sentence.span.start - 14) : mention.span.end - sentence.span.start + 24
    ].lower()
    return any(f" {cue} " in f" {near} " for cue in words.lexicon.counted.additions)


def _is_state(befallen: Befallen, sentence: Sentence) -> bool:
    """Whether the verb tells a state that holds now: present tense with "be" or "remain"."""
    verb = befallen.verb
    if verb is None or befallen.event in ("killed", "wounded", "killed or wounded", "attended", "infected"):
        return False
    helpers = {c.lower for c in sentence.children(verb, "aux", "cop")} | {verb.lower}
    if helpers & {"been", "was", "were", "had", "has", "have"}:
        return False
    return bool(helpers & {"are", "is", "remain", "remains"}) and befallen.event in (
        "deployed",
        "detained",
        "captured",
        "displaced",
        "missing",
        "hospitalized",
        "homeless",
        "other",
    )
