"""Why a value is best, or why none is, in words for a reader."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import Hedge, Number
from tallybook.reconcile.methods.method import Vote
from tallybook.reconcile.wording import between_words, number_words


def best_words(best: Number, own: Sequence[Vote], votes: Sequence[Vote], low: Number, high: Number) -> str:
    """Of `votes` those that give the best value are its `own`; 90 % of the likelihood lies from `low` to `high`."""
    claimed, told = _claimed(best, own), _statements(len(votes))
    inside = claimed != number_words(best)
    if len(own) == len(votes):
        by = "" if len(votes) == 1 else f", in {told}"
        lead = f"only {claimed} stands{by}" + (f", and {number_words(best)} lies amid it" if inside else "")
    elif inside:
        lead = f"{number_words(best)} is most likely, amid the {claimed} that {len(own)} of {told} give"
    else:
        lead = f"{number_words(best)} is most likely, given by {len(own)} of {told}"
    between = f"at {number_words(low)}" if low == high else f"in {between_words(low, high)}"
    return f"{lead}; 90 % of the likelihood lies {between}"


def unlikely_words(best: Number, own: Sequence[Vote], votes: Sequence[Vote]) -> str:
    """Why even the likeliest value is not best."""
    claimed = _claimed(best, own)
    if len(own) == len(votes):
        return f"only {claimed} stands, and is less likely than not"
    return f"{claimed} is likelier than any other number claimed, and yet less likely than not"


def tied_words(least: Number, most: Number) -> str:
    """Why none of several values is best."""
    return f"{number_words(least)} and {number_words(most)} are equally likely"


def _claimed(best: Number, own: Sequence[Vote]) -> str:
    """The number as its statements give it: a range where they give one, which nobody has put the best value to."""
    quantity = own[0].quantity
    if quantity.hedge is Hedge.RANGE and quantity.low is not None and quantity.high is not None:
        return between_words(quantity.low, quantity.high)
    return number_words(best)


def _statements(count: int) -> str:
    return "1 statement" if count == 1 else f"{count} statements"
