"""Whose losses a number tells: the subject of "lost 600 troops", "suffered 240 casualties", "had 40 men killed"."""

from __future__ import annotations

from tallybook.extract.counted import Number
from tallybook.extract.events import Befallen
from tallybook.model import Token

LOSSES = frozenset(
    {
        "killed",
        "wounded",
        "killed or wounded",
        "killed or missing",
        "missing",
        "captured",
        "destroyed",
        "damaged",
        "shot down",
    }
)
"""Events that a side undergoes by what it loses."""


def loser_of(number: Number, befallen: Befallen) -> Token | None:
    """The subject of the verb of losing above a number; None where no such verb tells the event.

    A sum told with it is of the same losses: "lost 1,250, bringing the total to 965,000".
    """
    if befallen.event not in LOSSES:
        return None
    verb = _losing_verb(number, befallen)
    if verb is None:
        return None
    return next((s for s in number.sentence.children(verb, "nsubj") if not s.passive), None)


def _losing_verb(number: Number, befallen: Befallen) -> Token | None:
    """The nearest verb of losing above the number; the event's own word and verbs of sums may stand between.

    Not one that an infinitive completes: who has to reckon with 100 dead has lost nobody.
    """
    events, below = number.words.lexicon.events, number.counted.anchor
    told = befallen.verb.index if befallen.verb is not None else None
    for above in number.sentence.ancestors(number.counted.anchor):
        if above.lemma in events.losing_verbs:
            return above if below.dep != "xcomp" else None
        below = above
        if above.pos in ("VERB", "AUX") and above.index != told and above.lemma not in events.toll_verbs:
            return None
    return None
