"""The book: pages, claims and what follows from them. All of it is read only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import islice
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from tallybook.model import Anchor, Claim, DenialKind, Document, ReviewState, Span
from tallybook.report import outline_json
from tallybook.view import book_json
from tallybook.view.claims import anchor_of as fragment_of
from tallybook.view.shapes import BookJson
from tallybook.web import items, shapes
from tallybook.web.answers import Json, answer, found, listed, mark, packed, respond, respond_with
from tallybook.web.asking import ANow, AShelf
from tallybook.web.described import anything, many, one
from tallybook.web.filters import ClaimFilter, Day, Page, Review, Size, Text, between, fits
from tallybook.web.problems import Problem
from tallybook.web.sentences import number_at
from tallybook.web.standing import Now

router = APIRouter(tags=["book"])
_AROUND = 80
_MAX_FOUND = 10_000


@router.get("/status", responses=one(shapes.Status))
def get_status(request: Request, shelf: AShelf, now: ANow) -> Response:
    """How many decisions there are, and whether a newer picture is being worked out."""
    failed = shelf.why_failed()

    def tell() -> shapes.Status:
        return {
            "version": now.standing.version,
            "picture_version": now.worked.standing.version,
            "behind": now.standing.picture_key != now.worked.standing.picture_key,
            "failed": failed,
            "run": now.standing.run,
            "method": now.worked.picture.method,
            "documents": len(now.standing.evidence.documents),
            "claims": len(now.standing.evidence.claims),
            "undecided": len(now.queue),
            "needs_token": bool(request.app.state.rules.token),
        }

    return answer(request, mark("status", now.tag, failed), lambda: packed(tell()), standing=now.standing)


@router.get("/page", responses=anything("object"))
def get_page(request: Request, now: ANow) -> Response:
    """What the views draw from, as the report has it embedded."""
    return answer(request, mark("page", now.tag), lambda: now.worked.page, standing=now.standing)


@router.get("/outline", responses=anything("object", "null"))
def get_outline(request: Request, now: ANow) -> Response:
    """The outline of the map as TopoJSON; null where nothing is to be put on it."""
    return answer(
        request,
        mark("outline", bool(now.worked.view.places)),
        lambda: outline_json().encode() if now.worked.view.places else b"null",
    )


@router.get("/book", responses=one(BookJson))
def get_book(request: Request, now: ANow) -> Response:
    """All of it in one object: everything that was read and everything that follows from it."""
    return respond(request, now, lambda: book_json(now.worked.standing.evidence, now.worked.picture))


@router.get("/documents", responses=many(shapes.DocumentItem))
def get_documents(
    request: Request, now: ANow, outlet: Text = None, language: Text = None, since: Day = None, until: Day = None,
    q: Text = None, page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """Pages, in the order of the book; `q` is looked for in titles; `since`, `until` bound the day of publication."""
    claims = Counter(claim.document_id for claim in now.standing.evidence.claims)

    def make() -> Json:
        shown = [
            document
            for document in now.standing.evidence.documents
            if fits(
                {"outlet": outlet, "language": language}, {"outlet": document.outlet, "language": document.language}
            )
            and between(document.published.date() if document.published else None, since, until)
            and (q is None or q.lower() in (document.title or "").lower())
        ]
        return listed(shown, page, size, lambda document: items.document_item(document, claims[document.id]))

    return respond(request, now, make)


@router.get("/documents/{document_id}", responses=one(shapes.DocumentWhole))
def get_document(request: Request, now: ANow, document_id: str) -> Response:
    """A page with its text, its blocks, and the claims that stand in it."""
    document = found(document_id, now.standing.evidence.documents, lambda one: one.id, "document")
    return respond(request, now, lambda: items.document_whole(document, now.standing))


@router.get("/documents/{document_id}/reading", responses=one(shapes.ReadingItem))
def get_reading(
    request: Request, now: ANow, document_id: str, start: Annotated[int, Query(ge=0, le=10**9)],
    end: Annotated[int, Query(ge=0, le=10**9)],
) -> Response:  # fmt: skip
    """What number the program reads at a stretch of a page's text: a start for a claim that was missed."""
    document = found(document_id, now.standing.evidence.documents, lambda one: one.id, "document")
    if not start < end <= len(document.text):
        raise Problem(409, "this is no stretch of the text")
    reading = number_at(document, Span(start, end))
    if reading is None:
        raise Problem(404, "no number stands there")
    return respond(request, now, lambda: {"document": document.id, "start": start, "end": end, **reading})


@router.get("/search", responses=many(shapes.HitItem))
def get_search(
    request: Request, now: ANow, q: Annotated[str, Query(min_length=2, max_length=200)], document: Text = None,
    page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """Where words stand in the texts of pages, whatever their case, with what stands around them."""
    pattern = re.compile(re.escape(q), re.IGNORECASE)

    def make() -> Json:
        every = (
            (one, match)
            for one in now.standing.evidence.documents
            if document in (None, one.id)
            for match in pattern.finditer(one.text)
        )
        return listed(list(islice(every, _MAX_FOUND)), page, size, lambda hit: _hit(*hit))

    return respond(request, now, make)


@router.get("/claims", responses=many(shapes.ClaimItem))
def get_claims(
    request: Request, now: ANow, document: Text = None, origin: Text = None, side: Text = None, event: Text = None,
    place: Text = None, series: Text = None, review: Review | None = None, state: ReviewState | None = None,
    assignee: Text = None, since: Day = None, until: Day = None, q: Text = None, page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """Claims in the order of the text, page by page; `review=reject` lists those that were rejected."""
    asked = ClaimFilter(
        document=document, origin=origin, side=side, event=event, place=place, series=series, review=review,
        state=state, assignee=assignee, since=since, until=until, q=q,
    )  # fmt: skip

    def make() -> Json:
        all_of = items.rejected_of(now.standing) if review == "reject" else list(now.standing.claims.items())
        home = now.worked.series_of
        shown = [
            (anchor, claim)
            for anchor, claim in all_of
            if asked.takes(
                claim, anchor, now.standing,
                series=home[claim.id].id if claim.id in home else None, side=now.side(claim.attribution.origin),
            )
        ]  # fmt: skip
        return listed(shown, page, size, lambda one: tell_claim(now, *one))

    return respond(request, now, make)


@router.get("/claims/{claim_id}", responses=one(shapes.ClaimItem))
def get_claim(request: Request, now: ANow, claim_id: str) -> Response:
    """One claim, by its id, its anchor or its fragment."""
    every = [*now.standing.claims.items(), *items.rejected_of(now.standing)]
    anchor, claim = found(claim_id, every, _named_like(claim_id), "claim")
    return respond(request, now, lambda: tell_claim(now, anchor, claim))


@router.get("/denials", responses=many(shapes.DenialItem))
def get_denials(
    request: Request, now: ANow, document: Text = None, speaker: Text = None, kind: DenialKind | None = None,
    page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """Denials, evasive answers and zeros."""
    asked = {"document_id": document, "speaker": speaker, "kind": kind}
    return respond_with(
        request, now, now.standing.evidence.denials, asked, page, size,
        lambda denial: items.denial_item(denial, now.standing),
    )  # fmt: skip


@router.get("/sources", responses=many(shapes.SourceItem))
def get_sources(
    request: Request, now: ANow, role: Literal["origin", "outlet"] | None = None, page: Page = 1, size: Size = 50
) -> Response:
    """Origins and outlets with how many claims they have, their side and their grade, the most frequent first."""
    evidence = now.standing.evidence
    outlets = {document.id: document.outlet for document in evidence.documents}
    counts = Counter(
        (kind, name)
        for claim in evidence.claims
        for kind, name in (("origin", claim.attribution.origin), ("outlet", outlets.get(claim.document_id)))
        if name is not None and role in (None, kind)
    )
    grades = {one.source: one.grade for one in now.worked.picture.assessed}

    def tell(one: tuple[tuple[str, str], int]) -> shapes.SourceItem:
        (kind, name), count = one
        return {"name": name, "role": kind, "claims": count, "side": now.side(name), "grade": grades.get(name)}

    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return respond(request, now, lambda: listed(ordered, page, size, tell))


def _named_like(name: str) -> Callable[[tuple[Anchor, Claim]], str]:
    """The kind of name that a claim is asked for by."""
    if name.startswith("claim-"):
        return lambda one: fragment_of("claim", one[1].id)
    return (lambda one: str(one[0])) if ":" in name[64:] else (lambda one: one[1].id)


def tell_claim(now: Now, anchor: Anchor, claim: Claim) -> shapes.ClaimItem:
    """A claim as the API tells it."""
    return items.claim_item(claim, anchor, now.worked, now.standing, now.side(claim.attribution.origin))


def _hit(document: Document, match: re.Match[str]) -> shapes.HitItem:
    start, end = match.span()
    return {
        "document": document.id,
        "start": start,
        "end": end,
        "before": document.text[max(0, start - _AROUND) : start],
        "words": match[0],
        "after": document.text[end : end + _AROUND],
    }
