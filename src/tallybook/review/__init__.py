"""Human decisions: how they are made, and what they do to the evidence. Pure; the book keeps them.

>>> import datetime as dt
>>> from tallybook.model import Evidence, Grade
>>> noon = dt.datetime(2026, 5, 3, 12, tzinfo=dt.UTC)
>>> graded = decide(Grade(source="Reuters", grade="B"), by="A. Editor", at=noon, seen=())
>>> taken_back = undo(graded.id, by="A. Editor", at=noon, seen=(graded,))
>>> len(apply(Evidence(documents=(), claims=()), (graded,)).decisions), surviving((graded, taken_back))
(1, ())
"""

from tallybook.review.applying import apply
from tallybook.review.by_hand import NOT_DERIVABLE, add_by_hand, add_missed
from tallybook.review.desk import Desk, desk_of
from tallybook.review.history import Changed, Entry, history
from tallybook.review.log import as_of, latest, surviving
from tallybook.review.making import anchor_of, decide, undo
from tallybook.review.queue import Waiting, queue
from tallybook.review.stale import Stale, stale

__all__ = [
    "NOT_DERIVABLE",
    "Changed",
    "Desk",
    "Entry",
    "Stale",
    "Waiting",
    "add_by_hand",
    "add_missed",
    "anchor_of",
    "apply",
    "as_of",
    "decide",
    "desk_of",
    "history",
    "latest",
    "queue",
    "stale",
    "surviving",
    "undo",
]
