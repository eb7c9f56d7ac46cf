"""Numbers that leave out what they count: "police said 35,000", "and 130 in Lahj", "13 of them"."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.extract.counted import Counted
from tallybook.extract.events import OTHER, Befallen
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, QuantityMention, Sentence, Token

_NOT_COUNTS = frozenset({"money", "share", None})
_REACH = 350
"""Characters back to the last number that a bare one may repeat the noun of."""

PERSONAL = frozenset(
    {
        "killed",
        "wounded",
        "killed or wounded",
        "killed or missing",
        "infected",
        "hospitalized",
        "detained",
        "sentenced",
        "displaced",
        "homeless",
    }
)


def antecedent(
    mention: QuantityMention,
    counted: Counted,
    befallen: Befallen,
    here: Sequence[Claim],
    before: Sequence[Claim],
    sentence: Sentence,
    words: Vocabulary,
) -> Claim | None:
    """The earlier claim whose noun a number without one counts, None where it counts by itself."""
    if counted.unit is not None and (counted.toll is None or befallen.event != OTHER):
        return None
    countable = [c for c in here if c.quantity.unit not in _NOT_COUNTS]
    told = [c for c in countable if c.event != OTHER]
    if told:
        return told[-1]
    last = next((c for c in reversed(before) if c.quantity.unit not in _NOT_COUNTS), None)
    near = last is not None and last.event != OTHER and sentence.span.start - last.span.end <= _REACH
    if countable and not near:
        return countable[-1]
    if last is None or sentence.span.start - last.span.end > _REACH:
        return None
    pronoun = counted.noun is not None
    return last if pronoun or befallen.event != OTHER or _is_told(mention, sentence, words) else None


def _is_told(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a verb of saying or of tolls, or "be", stands before the number in its sentence."""
    listed = words.lexicon.speech.verbs | words.lexicon.events.toll_verbs
    subject = any(t.dep == "nsubj" for t in sentence.within(mention.core))
    return subject or any(t.span.end <= mention.span.start and t.lemma in listed for t in sentence.tokens)


def unit_of_ellipsis(counted: Counted, befallen: Befallen, earlier: Claim | None) -> str:
    """The unit of a number without a noun: persons for what befalls persons, otherwise that of the number before."""
    if counted.unit is not None:
        return counted.unit
    if earlier is None or befallen.event in PERSONAL:
        return "person"
    return earlier.quantity.unit or "person"


def gapped_speaker(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The speaker right before a bare number whose verb is left out: "Police counted 600, the organisers 2,000"."""
    before = [t for t in sentence.tokens if t.span.end <= mention.span.start]
    if not before or before[-1].pos not in ("NOUN", "PROPN"):
        return None
    head = before[-1]
    while (
        head.dep in ("compound", "flat", "nmod")
        and (above := sentence.head(head)) is not None
        and above.index < head.index
    ):
        head = above
    opener = next(
        (t for t in reversed(before[: head.index]) if t.pos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM")), None
    )
    joined = opener is not None and (opener.text in ",;" or opener.pos == "CCONJ")
    return head if joined and (head.lemma in words.lexicon.speech.roles or head.pos == "PROPN") else None
