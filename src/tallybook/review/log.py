"""The log of decisions: which of them count, which was the last, and what was known on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from tallybook.model import Decision, Undo


def surviving(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that were not undone, in their order, without the undos themselves.

    An undo that was itself undone undoes nothing. So any log is worth what a log of its survivors is.
    """
    undone = undone_by(decisions)
    return tuple(one for one in decisions if one.id not in undone and not isinstance(one.act, Undo))


def undone_by(decisions: Sequence[Decision]) -> Mapping[str, str]:
    """By the id of each decision that counts no more, the id of the undo that takes it back."""
    undone: dict[str, str] = {}
    for one in reversed(decisions):
        if one.undoes is not None and one.id not in undone:
            undone[one.undoes] = one.id
    return undone


def latest(decisions: Iterable[Decision]) -> Mapping[str, str]:
    """By target, the id of the last decision on it, undos included: what a new decision there has to follow."""
    return {one.target: one.id for one in decisions}


def as_of(decisions: Iterable[Decision], moment: dt.datetime) -> tuple[Decision, ...]:
    """The decisions made up to a moment, which names its time zone."""
    return tuple(one for one in decisions if one.at <= moment)
