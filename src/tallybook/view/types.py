"""All that a report or a page shows, ready for it. Nothing here is stored."""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.view.picture_types import FindingGroup, FindingView, ForecastView, RecordView, SeriesView
from tallybook.view.read_types import DenialView, DocumentView, GradeView, PlaceView, RefusalView


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything a report or a page shows."""

    title: str
    summary: str
    dates: str
    articles: str
    origins: str
    claims: str
    found: str
    method: str
    version: str
    series: tuple[SeriesView, ...]
    first: tuple[FindingView, ...]
    findings: tuple[FindingGroup, ...]
    forecasts: tuple[ForecastView, ...]
    records: tuple[RecordView, ...]
    documents: tuple[DocumentView, ...]
    denials: tuple[DenialView, ...]
    refusals: tuple[RefusalView, ...]
    refused: str
    places: tuple[PlaceView, ...] = ()
    grades: tuple[GradeView, ...] = ()
