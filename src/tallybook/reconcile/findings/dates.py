"""Date: pages whose day is not, or only partly, known, so that their numbers cannot be placed in time.

A page's clock ("Today: …") bounds the day from above and proves nothing else. Where a day and month
without a year get one from other dates of the story, it is said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Claim, Document, Finding, PartialDate
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.wording import MONTHS, day_words, distinct, listed

KIND = "date"


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for all pages with a clock only, one for all with part of a date, one for all with neither."""
    pages = [document for document in ground.documents.values() if _claims(document, ground)]
    clocked = [page for page in pages if page.published is None and page.not_after is not None]
    partial = [page for page in pages if page.published is not None and page.published.date() is None]
    bare = [page for page in pages if page.published is None and page.not_after is None and _undated([page], ground)]
    if clocked:
        shown = listed([f"{_name(page)} ({_shown(page.not_after)})" for page in clocked])
        yield _finding(
            clocked,
            f"Known only to be no later than the page's own clock: {shown}. That is no date of publication.",
            ground,
        )
    if partial:
        shown = listed([f"{_name(page)} ({_shown(page.published)})" for page in partial])
        yield _finding(
            partial,
            f"Only part of the date is given by {shown}; {_filled_in(partial, ground)}.",
            ground,
        )
    if bare:
        shown = listed([_name(page) for page in bare])
        yield _finding(
            bare,
            f"No date of publication is given by {shown}; numbers there without a day of their own stay undated.",
            ground,
        )


def _filled_in(pages: Sequence[Document], ground: Ground) -> str:
    """Whether what is missing was taken from elsewhere."""
    moments = [ground.moments.get(claim.id) for page in pages for claim in _undated([page], ground)]
    borrowed = distinct(moment.borrowed for moment in moments if moment is not None and moment.borrowed is not None)
    return listed(borrowed) if borrowed else "what is missing is not filled in from other pages"


def _finding(pages: Sequence[Document], text: str, ground: Ground) -> Finding:
    return finding(KIND, _undated(pages, ground), text)


def _claims(page: Document, ground: Ground) -> list[Claim]:
    return list(ground.by_document.get(page.id, ()))


def _undated(pages: Sequence[Document], ground: Ground) -> list[Claim]:
    return [claim for page in pages for claim in _claims(page, ground) if claim.time is None]


def _name(page: Document) -> str:
    return f"“{page.title}”" if page.title else page.outlet or f"document {page.id}"


def _shown(date: PartialDate | None) -> str:
    if date is None:
        return ""
    if (day := date.date()) is not None:
        return day_words(day)
    month = MONTHS[date.month - 1] if date.month else ""
    parts = [str(date.day) if date.day else "", month, str(date.year) if date.year else ""]
    missing = "" if date.year else ", no year"
    return " ".join(part for part in parts if part) + missing
