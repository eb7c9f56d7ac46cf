"""The book: pages, claims and what follows from them. All of it is read only."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from tallybook.model import Anchor, Claim, ClaimKind, DenialKind, LinkKind, Outcome, ReviewState, Severity, Span
from tallybook.report import outline_json
from tallybook.view import book_json, estimate_json, link_json, record_json, statement_json
from tallybook.view.claims import anchor_of as fragment_of
from tallybook.web import items
from tallybook.web.answers import Json, answer, listed, mark, packed
from tallybook.web.asking import ANow, AShelf
from tallybook.web.filters import ClaimFilter, Page, Review, Size, Text, fits
from tallybook.web.problems import Problem
from tallybook.web.sentences import number_at
from tallybook.web.standing import Now

Item = TypeVar("Item")
Day = Annotated[dt.date | None, Query()]
router = APIRouter(tags=["book"])
_AROUND = 80
_MAX_FOUND = 10_000


def respond(request: Request, now: Now, make: Callable[[], Any]) -> Response:
    """An answer that holds as long as the book is as it is now."""
    return answer(request, mark(request.url.path, now.tag), lambda: packed(make()), standing=now.standing)


def found(wanted: str, among: Iterable[Item], name: Callable[[Item], str], what: str) -> Item:
    """The one of that id. Raises Problem 404."""
    for item in among:
        if name(item) == wanted:
            return item
    raise Problem(404, f"there is no such {what}")


@router.get("/status")
def get_status(request: Request, shelf: AShelf, now: ANow) -> Response:
    """How many decisions there are, and whether a newer picture is being worked out."""
    return respond(
        request,
        now,
        lambda: {
            "version": now.standing.version,
            "picture_version": now.worked.standing.version,
            "behind": now.standing.picture_key != now.worked.standing.picture_key,
            "run": now.standing.run,
            "method": now.worked.picture.method,
            "documents": len(now.standing.evidence.documents),
            "claims": len(now.standing.evidence.claims),
            "undecided": len(now.queue),
            "needs_token": bool(request.app.state.rules.token),
        },
    )


@router.get("/page")
def get_page(request: Request, now: ANow) -> Response:
    """What the views draw from, as the report has it embedded."""
    return answer(request, mark("page", now.tag), lambda: now.worked.page, standing=now.standing)


@router.get("/outline")
def get_outline(request: Request, now: ANow) -> Response:
    """The outline of the map as TopoJSON; null where nothing is to be put on it."""
    return answer(
        request,
        mark("outline", bool(now.worked.view.places)),
        lambda: outline_json().encode() if now.worked.view.places else b"null",
    )


@router.get("/book")
def get_book(request: Request, now: ANow) -> Response:
    """All of it in one object: everything that was read and everything that follows from it."""
    return respond(request, now, lambda: book_json(now.worked.standing.evidence, now.worked.picture))


@router.get("/documents")
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
            and _between(document.published.date() if document.published else None, since, until)
            and (q is None or q.lower() in (document.title or "").lower())
        ]
        return listed(shown, page, size, lambda document: items.document_item(document, claims[document.id]))

    return respond(request, now, make)


@router.get("/documents/{document_id}")
def get_document(request: Request, now: ANow, document_id: str) -> Response:
    """A page with its text, its blocks, and the claims that stand in it."""
    document = found(document_id, now.standing.evidence.documents, lambda one: one.id, "document")
    return respond(request, now, lambda: items.document_whole(document, now.standing))


@router.get("/documents/{document_id}/reading")
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


@router.get("/search")
def get_search(
    request: Request, now: ANow, q: Annotated[str, Query(min_length=2, max_length=200)], document: Text = None,
    page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """Where words stand in the texts of pages, whatever their case, with what stands around them."""
    pattern = re.compile(re.escape(q), re.IGNORECASE)

    def make() -> Json:
        hits = [
            (one, match.start(), match.end())
            for one in now.standing.evidence.documents
            if document in (None, one.id)
            for match in pattern.finditer(one.text)
        ][:_MAX_FOUND]
        return listed(hits, page, size, lambda hit: _hit(hit[0].id, hit[0].text, hit[1], hit[2]))

    return respond(request, now, make)


@router.get("/claims")
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


@router.get("/claims/{claim_id}")
def get_claim(request: Request, now: ANow, claim_id: str) -> Response:
    """One claim, by its id, its anchor or its fragment."""
    every = [*now.standing.claims.items(), *items.rejected_of(now.standing)]
    anchor, claim = found(claim_id, every, _named_like(claim_id), "claim")
    return respond(request, now, lambda: tell_claim(now, anchor, claim))


@router.get("/denials")
def get_denials(
    request: Request, now: ANow, document: Text = None, speaker: Text = None, kind: DenialKind | None = None,
    page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """Denials, evasive answers and zeros."""
    asked = {"document_id": document, "speaker": speaker, "kind": kind}
    return _list(
        request, now, now.standing.evidence.denials, asked, page, size,
        lambda denial: items.denial_item(denial, now.standing),
    )  # fmt: skip


@router.get("/series")
def get_series(
    request: Request, now: ANow, event: Text = None, place: Text = None, unit: Text = None, group: Text = None,
    kind: ClaimKind | None = None, page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """Series with their last estimates."""
    asked = {"event": event, "place": place, "unit": unit, "group": group, "kind": kind}
    return _list(
        request, now, now.worked.picture.series, asked, page, size, lambda one: items.series_item(one, now.worked)
    )


@router.get("/series/{series_id}")
def get_one_series(request: Request, now: ANow, series_id: str) -> Response:
    """One series, with all its estimates and its statements."""
    series = found(series_id, now.worked.picture.series, lambda one: one.id, "series")
    own = frozenset(series.claims)
    return respond(
        request,
        now,
        lambda: {
            **items.series_item(series, now.worked),
            "estimates": [estimate_json(one) for one in now.worked.picture.estimates if one.series == series.id],
            "statements": [statement_json(one) for one in now.worked.picture.statements if own & set(one.claims)],
        },
    )


@router.get("/statements")
def get_statements(
    request: Request, now: ANow, origin: Text = None, side: Text = None, claim: Text = None, page: Page = 1,
    size: Size = 50,
) -> Response:  # fmt: skip
    """Statements: utterances, each with the claims that report it."""
    kept = [one for one in now.worked.picture.statements if claim is None or claim in one.claims]
    return _list(request, now, kept, {"origin": origin, "side": side}, page, size, statement_json)


@router.get("/estimates")
def get_estimates(
    request: Request, now: ANow, series: Text = None, since: Day = None, until: Day = None, page: Page = 1,
    size: Size = 50,
) -> Response:  # fmt: skip
    """What each series supports, at every date where that changes."""
    kept = [one for one in now.worked.picture.estimates if _between(one.at, since, until)]
    return _list(request, now, kept, {"series": series}, page, size, estimate_json)


@router.get("/findings")
def get_findings(
    request: Request, now: ANow, kind: Text = None, severity: Severity | None = None, claim: Text = None,
    settled: bool | None = None, page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """What does not match."""
    kept = [
        one
        for one in now.worked.picture.findings
        if (claim is None or claim in one.claims) and settled in (None, one.settled is not None)
    ]
    return _list(request, now, kept, {"kind": kind, "severity": severity}, page, size, items.finding_item)


@router.get("/forecasts")
def get_forecasts(
    request: Request, now: ANow, origin: Text = None, series: Text = None, outcome: Outcome | None = None,
    page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """What was said about later, and what became of it."""
    asked = {"origin": origin, "series": series, "outcome": outcome}
    return _list(request, now, now.worked.picture.forecasts, asked, page, size, items.forecast_item)


@router.get("/records")
def get_records(request: Request, now: ANow, origin: Text = None, page: Page = 1, size: Size = 50) -> Response:
    """How the forecasts of each origin have turned out."""
    return _list(request, now, now.worked.picture.records, {"origin": origin}, page, size, record_json)


@router.get("/links")
def get_links(
    request: Request, now: ANow, series: Text = None, kind: LinkKind | None = None, page: Page = 1, size: Size = 50
) -> Response:
    """What holds between the numbers of two series."""
    kept = [one for one in now.worked.picture.links if series is None or series in (one.part, one.whole)]
    return _list(request, now, kept, {"kind": kind}, page, size, link_json)


@router.get("/sources")
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

    def tell(one: tuple[tuple[str, str], int]) -> Json:
        (kind, name), count = one
        return {"name": name, "role": kind, "claims": count, "side": now.side(name), "grade": grades.get(name)}

    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return respond(request, now, lambda: listed(ordered, page, size, tell))


def _named_like(name: str) -> Callable[[tuple[Anchor, Claim]], str]:
    """The kind of name that a claim is asked for by."""
    if name.startswith("claim-"):
        return lambda one: fragment_of("claim", one[1].id)
    return (lambda one: str(one[0])) if ":" in name[64:] else (lambda one: one[1].id)


def tell_claim(now: Now, anchor: Any, claim: Any) -> Json:
    """A claim as the API tells it."""
    return items.claim_item(claim, anchor, now.worked, now.standing, now.side(claim.attribution.origin))


def _list(
    request: Request, now: Now, among: Sequence[Item], asked: Json, page: int, size: int, tell: Callable[[Item], Json]
) -> Response:
    def make() -> Json:
        shown = [one for one in among if fits(asked, {name: getattr(one, name) for name in asked})]
        return listed(shown, page, size, tell)

    return respond(request, now, make)


def _between(day: dt.date | None, since: dt.date | None, until: dt.date | None) -> bool:
    if since is None and until is None:
        return True
    return day is not None and (since is None or day >= since) and (until is None or day <= until)


def _hit(document: str, text: str, start: int, end: int) -> Json:
    return {
        "document": document,
        "start": start,
        "end": end,
        "before": text[max(0, start - _AROUND) : start],
        "words": text[start:end],
        "after": text[end : end + _AROUND],
    }
