"""One serialisation of everything: as plain JSON types for machines, as a view in plain words for readers."""

from tallybook.view.as_json import book_json, json_line
from tallybook.view.build import build_view
from tallybook.view.chain import chain_of
from tallybook.view.days import plain_date, plain_day, plain_period
from tallybook.view.decisions import entry_json, entry_line
from tallybook.view.page_json import page_json
from tallybook.view.passage import Passage, Piece, passage_of
from tallybook.view.picture_json import (
    estimate_json,
    finding_json,
    forecast_json,
    link_json,
    news_json,
    record_json,
    series_json,
    statement_json,
)
from tallybook.view.picture_types import (
    EstimateView,
    FindingGroup,
    FindingView,
    ForecastView,
    LeftOutView,
    LinkGroup,
    LinkView,
    RecordView,
    SeriesView,
    StatementView,
)
from tallybook.view.read_json import claim_json, denial_json, document_json, refusal_json
from tallybook.view.read_types import ClaimView, DenialView, DocumentView, PlaceView, RefusalView, SentenceView
from tallybook.view.types import View
from tallybook.view.visible import safe_link, visible
from tallybook.view.words import plain_bounds, plain_claim, plain_number, plain_quantity

__all__ = [
    "ClaimView",
    "DenialView",
    "DocumentView",
    "EstimateView",
    "FindingGroup",
    "FindingView",
    "ForecastView",
    "LeftOutView",
    "LinkGroup",
    "LinkView",
    "Passage",
    "Piece",
    "PlaceView",
    "RecordView",
    "RefusalView",
    "SentenceView",
    "SeriesView",
    "StatementView",
    "View",
    "book_json",
    "build_view",
    "chain_of",
    "claim_json",
    "denial_json",
    "document_json",
    "entry_json",
    "entry_line",
    "estimate_json",
    "finding_json",
    "forecast_json",
    "json_line",
    "link_json",
    "news_json",
    "page_json",
    "passage_of",
    "plain_bounds",
    "plain_claim",
    "plain_date",
    "plain_day",
    "plain_number",
    "plain_period",
    "plain_quantity",
    "record_json",
    "refusal_json",
    "safe_link",
    "series_json",
    "statement_json",
    "visible",
]
