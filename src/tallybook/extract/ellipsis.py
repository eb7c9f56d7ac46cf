"""Numbers that leave out what they count: "police said 35,000", "and 130 in Lahj", "13 of them"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tallybook.extract.counted import Counted, Number
from tallybook.extract.events import OTHER, Befallen
from tallybook.extract.phrases import preceding
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, Token

_NOT_COUNTS = frozenset({"money", "share", None})
_CASUALTIES = frozenset({"killed", "wounded", "killed or wounded", "killed or missing", "infected", "hospitalized"})
PERSONAL = _CASUALTIES | {"detained", "sentenced", "displaced", "homeless"}
"""Events that befall persons only."""
_PERSON_UNITS = frozenset({"person", "household"})
_REACH = 350
"""Characters back to the last number that a bare one may repeat the noun of."""


def antecedent(number: Number, befallen: Befallen, *, here: Sequence[Claim], before: Sequence[Claim]) -> Claim | None:
    """The earlier claim whose noun a number without one counts, None where it counts by itself.

    `here` are the claims of the sentence so far, `before` those of the sentences before it.
    """
    counted = number.counted
    if counted.unit is not None and (counted.toll is None or befallen.event != OTHER):
        return _replaced(number, befallen, [*before, *here])
    countable = [c for c in here if c.quantity.unit not in _NOT_COUNTS]
    told = [c for c in countable if c.event != OTHER]
    if told:
        return told[-1]
    last = _last_near(number, before)
    if countable and (last is None or last.event == OTHER):
        return countable[-1]
    repeats = counted.noun is not None or befallen.event != OTHER or _is_told(number)
    return last if repeats else None


def _replaced(number: Number, befallen: Befallen, earlier: Sequence[Claim]) -> Claim | None:
    """The number that took the place of one: "620 families are homeless. This figure replaces the 790 families …"."""
    replacing = number.words.lexicon.corrections.verbs["replace"]
    if befallen.event != OTHER or not any(
        a.lemma in replacing for a in number.sentence.ancestors(number.counted.anchor)
    ):
        return None
    last = _last_near(number, earlier)
    return last if last is not None and last.quantity.unit == number.counted.unit else None


def sorted_as_before(counted: Counted, words: Vocabulary, *, here: Sequence[Claim]) -> Counted:
    """A number without a noun counts the sort of thing that its sentence's last number did.

    "94 drones were launched and 71 shot down": 71 things, not persons.
    """
    others = counted.noun is not None and counted.noun.lemma in words.lexicon.counted.others
    if not others and (counted.noun is not None or counted.toll is not None or counted.unit is not None):
        return counted
    last = next((c for c in reversed(here) if c.quantity.unit not in _NOT_COUNTS), None)
    thing = last is not None and last.quantity.unit not in _PERSON_UNITS | words.lexicon.events.forces
    if last is None or not thing:
        return counted
    return replace(counted, sort="thing", unit=last.quantity.unit if others else counted.unit)


def _last_near(number: Number, before: Sequence[Claim]) -> Claim | None:
    last = next((c for c in reversed(before) if c.quantity.unit not in _NOT_COUNTS), None)
    near = last is not None and number.sentence.span.start - last.span.end <= _REACH
    return last if near else None


def _is_told(number: Number) -> bool:
    """Whether a verb of saying or of tolls, or "be", stands before the number in its sentence."""
    lexicon, mention, sentence = number.words.lexicon, number.mention, number.sentence
    if any(t.dep == "nsubj" for t in sentence.within(mention.core)):
        return True
    listed = lexicon.speech.verbs | lexicon.events.toll_verbs
    return any(t.span.end <= mention.span.start and t.lemma in listed for t in sentence.tokens)


def unit_of_ellipsis(counted: Counted, befallen: Befallen, earlier: Claim | None, words: Vocabulary) -> str:
    """The unit of a number without a noun: persons for what befalls persons, otherwise that of the number before."""
    if counted.unit is not None:
        return counted.unit
    animals = earlier is not None and earlier.quantity.unit in words.lexicon.counted.animals
    if earlier is None or (befallen.event in PERSONAL and not animals):
        return "person"
    return earlier.quantity.unit or "person"


def gapped_speaker(number: Number) -> Token | None:
    """The speaker right before a bare number whose verb is left out: "Police counted 600, the organisers 2,000"."""
    sentence = number.sentence
    before = next((t for t in reversed(sentence.tokens) if t.span.end <= number.mention.span.start), None)
    if before is None or before.pos not in ("NOUN", "PROPN"):
        return None
    head = _first_noun(before, number)
    opener = preceding(sentence, head.index, "DET", "ADJ", "NOUN", "PROPN", "NUM")
    joined = opener is not None and (opener.text in ",;" or opener.pos == "CCONJ")
    return head if joined and (head.lemma in number.words.lexicon.speech.roles or head.pos == "PROPN") else None


def _first_noun(last: Token, number: Number) -> Token:
    """The head of the name that a token ends."""
    head, above = last, number.sentence.head(last)
    while above is not None and head.dep in ("compound", "flat", "nmod") and above.index < head.index:
        head, above = above, number.sentence.head(above)
    return head
