"""Stale repetition: a page repeats a number without its day, weeks after the day it was given for.

Where no page gives the number a day, the earliest page that tells it dates it by its own publication. The page may
rightly give the last number known; a reader takes it for a new one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tallybook.model import Claim, Finding, Severity
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.moments import day_of_words
from tallybook.reconcile.wording import day_words, listed, stated_words

KIND = "stale repetition"
STALE_DAYS = 14
LATE_PAGE_DAYS = 28
"""Two pages may report one undated count some weeks apart; four weeks on it is old."""
Pair = tuple[Claim, Claim]


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each page and origin whose older numbers it repeats undated, and for each text taken over so."""
    stale: dict[tuple[str, str | None], list[Pair]] = {}
    for statement in ground.statements:
        for claim, dated in _repeats(ground.members(statement), ground):
            stale.setdefault((claim.document_id, statement.origin), []).append((claim, dated))
    for pairs in stale.values():
        yield _finding(pairs, ground)


def _repeats(claims: Sequence[Claim], ground: Ground) -> Iterator[Pair]:
    """Each late repeat with the claim it repeats: the first that says a day, else the one on the first dated page."""
    saying = [claim for claim in claims if claim.time is not None]
    known = saying or [claim for claim in claims if ground.counts(claim) and _page_day(claim, ground) is not None]
    first = min(known, key=lambda claim: (_told(claim, ground), claim.id), default=None)
    if first is None:
        return
    day, late = _told(first, ground), STALE_DAYS if saying else LATE_PAGE_DAYS
    silent = {claim.document_id for claim in saying or [first]}
    for claim in claims:
        written = _page_day(claim, ground)
        if claim.document_id not in silent and written is not None and (written - day).days > late:
            yield claim, first


def _told(claim: Claim, ground: Ground) -> dt.date:
    """The day a number was given for, else that of its page."""
    day = claim.time.end if claim.time is not None else _page_day(claim, ground)
    return day if day is not None else dt.date.max


def _page_day(claim: Claim, ground: Ground) -> dt.date | None:
    return day_of_words(claim, ground.documents.get(claim.document_id))


def _finding(pairs: Sequence[Pair], ground: Ground) -> Finding:
    pairs = sorted(pairs, key=lambda pair: (_told(pair[1], ground), stated_words(pair[0])))
    claim, first = pairs[0]
    written = _page_day(claim, ground)
    numbers = listed([f"{stated_words(repeat)} {repeat.event}" for repeat, _ in pairs])
    page = f"in a page of {day_words(written)}" if written is not None else ""
    since = day_words(_told(first, ground))
    since = f"of {since}, stand without that day" if first.time is not None else f"told by {since}, stand without a day"
    text = f"{numbers} ({ground.speaker(claim)}), {since} {page}."
    claims = [*(repeat for repeat, _ in pairs), *(first for _, first in pairs)]
    return finding(KIND, claims, text, severity=Severity.CHECK, innocent="They may still have been the latest known.")
