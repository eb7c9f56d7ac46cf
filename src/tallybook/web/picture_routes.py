"""What follows from the book: series, statements, estimates, findings, forecasts. All of it is read only."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from tallybook.model import ClaimKind, LinkKind, Outcome, Severity
from tallybook.view import estimate_json, link_json, record_json, statement_json
from tallybook.view.picture_shapes import EstimateJson, LinkJson, RecordJson, StatementJson
from tallybook.web import items, shapes
from tallybook.web.answers import found, respond, respond_with
from tallybook.web.asking import ANow
from tallybook.web.described import many, one
from tallybook.web.filters import Day, Page, Size, Text, between

router = APIRouter(tags=["book"])


@router.get("/series", responses=many(shapes.SeriesItem))
def get_series(
    request: Request, now: ANow, event: Text = None, place: Text = None, unit: Text = None, group: Text = None,
    kind: ClaimKind | None = None, page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """Series with their last estimates."""
    asked = {"event": event, "place": place, "unit": unit, "group": group, "kind": kind}
    return respond_with(
        request, now, now.worked.picture.series, asked, page, size, lambda one: items.series_item(one, now.worked)
    )


@router.get("/series/{series_id}", responses=one(shapes.SeriesWhole))
def get_one_series(request: Request, now: ANow, series_id: str) -> Response:
    """One series, with all its estimates and its statements."""
    series = found(series_id, now.worked.picture.series, lambda one: one.id, "series")
    own = frozenset(series.claims)

    def tell() -> shapes.SeriesWhole:
        return {
            **items.series_item(series, now.worked),
            "estimates": [estimate_json(one) for one in now.worked.picture.estimates if one.series == series.id],
            "statements": [statement_json(one) for one in now.worked.picture.statements if own & set(one.claims)],
        }

    return respond(request, now, tell)


@router.get("/statements", responses=many(StatementJson))
def get_statements(
    request: Request, now: ANow, origin: Text = None, side: Text = None, claim: Text = None, page: Page = 1,
    size: Size = 50,
) -> Response:  # fmt: skip
    """Statements: utterances, each with the claims that report it."""
    kept = [one for one in now.worked.picture.statements if claim is None or claim in one.claims]
    return respond_with(request, now, kept, {"origin": origin, "side": side}, page, size, statement_json)


@router.get("/estimates", responses=many(EstimateJson))
def get_estimates(
    request: Request, now: ANow, series: Text = None, since: Day = None, until: Day = None, page: Page = 1,
    size: Size = 50,
) -> Response:  # fmt: skip
    """What each series supports, at every date where that changes."""
    kept = [one for one in now.worked.picture.estimates if between(one.at, since, until)]
    return respond_with(request, now, kept, {"series": series}, page, size, estimate_json)


@router.get("/findings", responses=many(shapes.FindingItem))
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
    return respond_with(request, now, kept, {"kind": kind, "severity": severity}, page, size, items.finding_item)


@router.get("/forecasts", responses=many(shapes.ForecastItem))
def get_forecasts(
    request: Request, now: ANow, origin: Text = None, series: Text = None, outcome: Outcome | None = None,
    page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """What was said about later, and what became of it."""
    asked = {"origin": origin, "series": series, "outcome": outcome}
    return respond_with(request, now, now.worked.picture.forecasts, asked, page, size, items.forecast_item)


@router.get("/records", responses=many(RecordJson))
def get_records(request: Request, now: ANow, origin: Text = None, page: Page = 1, size: Size = 50) -> Response:
    """How the forecasts of each origin have turned out."""
    return respond_with(request, now, now.worked.picture.records, {"origin": origin}, page, size, record_json)


@router.get("/links", responses=many(LinkJson))
def get_links(
    request: Request, now: ANow, series: Text = None, kind: LinkKind | None = None, page: Page = 1, size: Size = 50
) -> Response:
    """What holds between the numbers of two series."""
    kept = [one for one in now.worked.picture.links if series is None or series in (one.part, one.whole)]
    return respond_with(request, now, kept, {"kind": kind}, page, size, link_json)
