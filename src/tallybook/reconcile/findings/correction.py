"""Correction: a number that whoever gave it took back, and what stands in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallybook.model import Claim, Finding, Severity
from tallybook.reconcile.corrections import Correction
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import point
from tallybook.reconcile.scope import OTHER
from tallybook.reconcile.titles import plural
from tallybook.reconcile.wording import capital, day_words, number_words, stated_words

KIND = "correction"
INNOCENT = "Counts are often revised as lists of names are compared and doubles found."


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each number that a speaker took back, however many pages tell of it."""
    alike: dict[object, list[Correction]] = {}
    for correction in ground.corrections.found:
        alike.setdefault(_key(correction, ground), []).append(correction)
    for corrections in alike.values():
        yield _finding(corrections, ground)


def _key(correction: Correction, ground: Ground) -> object:
    taken, page = correction.taken, correction.taken.document_id
    by = ground.world.speaker(correction.by) if correction.by is not None else page
    new = point(correction.standing) if correction.standing is not None else None
    return by, correction.event, taken.quantity.unit, point(taken), new


def _finding(corrections: Sequence[Correction], ground: Ground) -> Finding:
    first = corrections[0]
    old, new = first.taken, next((c.standing for c in corrections if c.standing is not None), None)
    by = first.by or "a page whose outlet is not known"
    day = f"on {day_words(first.at)}{_year(first, ground)}, " if first.at is not None else ""
    quoted = f" (“{first.words}”)" if first.words else ""
    now = f"{stated_words(new)} stands now" if new is not None else "no number stands in its place"
    what = first.event if first.event != OTHER else plural(old.quantity.unit or "person")
    text = capital(f"{day}{by} took back {stated_words(old)} {what}{quoted}; {now}.")
    gone = [ground.claims[identity] for correction in corrections for identity in correction.gone]
    claims = [*(correction.taken for correction in corrections), *gone, *([new] if new is not None else [])]
    return replace(finding(KIND, claims, text, _arithmetic(old, new)), severity=Severity.CHECK, innocent=INNOCENT)


def _year(correction: Correction, ground: Ground) -> str:
    """Where the year of its day was taken from, if neither words nor page give it."""
    sides = (claim for claim in (correction.taken, correction.standing) if claim is not None)
    moments = (ground.moments.get(claim.id) for claim in sides)
    why = next((m.borrowed for m in moments if m is not None and m.borrowed and m.at == correction.at), None)
    return f", the {why}" if why is not None else ""


def _arithmetic(old: Claim, new: Claim | None) -> str | None:
    values = point(old), point(new) if new is not None else None
    if values[0] is None or values[1] is None:
        return None
    sign, step = ("−", values[0] - values[1]) if values[1] <= values[0] else ("+", values[1] - values[0])
    return f"{number_words(values[0])} → {number_words(values[1])}: {sign}{number_words(step)}"
