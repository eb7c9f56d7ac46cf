"""The latest day a book knows of, against which the day of a forecast has passed or not. Never today's clock."""

from __future__ import annotations

import datetime as dt

from tallybook.model import Document, Evidence
from tallybook.reconcile.scope import stands


def latest_day(evidence: Evidence) -> dt.date | None:
    """The last day on which a page appeared or something reported had begun; None where nothing is dated.

    A page's clock only bounds its day from above and is not looked at. What a page reports it reports of its own day
    or before, whatever period its words give.
    """
    pages = {document.id: _published(document) for document in evidence.documents}
    days = [day for day in pages.values() if day is not None]
    for claim in evidence.claims:
        if stands(claim) and claim.time is not None and pages.get(claim.document_id) is None:
            days.append(claim.time.start)
    return max(days, default=None)


def _published(document: Document) -> dt.date | None:
    period = document.published.period() if document.published is not None else None
    return period.start if period is not None else None
