"""Stale repetition: a page repeats a number without its day, weeks after the day it was given for.

The page may rightly give the last number known; a reader takes it for a new one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tallybook.model import Claim, Finding, Severity
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.wording import day_words, listed, stated_words

KIND = "stale repetition"
STALE_DAYS = 14


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each page and origin whose older numbers it repeats undated, and for each text taken over so."""
    stale: dict[tuple[str, str | None], list[tuple[Claim, Claim]]] = {}
    for statement in ground.statements:
        claims = ground.members(statement)
        dated = min((c for c in claims if c.time is not None), key=_told, default=None)
        if dated is None:
            continue
        giving_a_day = {claim.document_id for claim in claims if claim.time is not None}
        for claim in claims:
            if claim.document_id not in giving_a_day and _late(claim, dated, ground):
                stale.setdefault((claim.document_id, statement.origin), []).append((claim, dated))
    for pairs in stale.values():
        yield _finding(pairs, ground)


def _told(claim: Claim) -> tuple[dt.date | None, str]:
    """The earliest first, whatever the order of the pages."""
    return claim.time.end if claim.time is not None else None, claim.id


def _late(claim: Claim, dated: Claim, ground: Ground) -> bool:
    document = ground.documents.get(claim.document_id)
    day = document.published.date() if document is not None and document.published is not None else None
    return day is not None and dated.time is not None and (day - dated.time.end).days > STALE_DAYS


def _finding(pairs: Sequence[tuple[Claim, Claim]], ground: Ground) -> Finding:
    pairs = sorted(pairs, key=lambda pair: (pair[1].time.end if pair[1].time else dt.date.max, stated_words(pair[0])))
    claim, dated = pairs[0]
    document = ground.documents[claim.document_id]
    published = document.published.date() if document.published is not None else None
    numbers = listed([f"{stated_words(repeat)} {repeat.event}" for repeat, _ in pairs])
    since = day_words(dated.time.end) if dated.time is not None else ""
    text = (
        f"{numbers} ({ground.speaker(claim)}), of {since}, stand without that day in a page of "
        f"{day_words(published) if published else ''}."
    )
    claims = [*(repeat for repeat, _ in pairs), *(first for _, first in pairs)]
    return finding(KIND, claims, text, severity=Severity.CHECK, innocent="They may still have been the latest known.")
