"""View → HTML, by templates that escape everything."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tallybook.model import Evidence, Picture
from tallybook.report.bars import Chart, chart_of
from tallybook.report.timeline import Timeline, timeline_of
from tallybook.view import SeriesView, View, build_view, visible


def render_report(evidence: Evidence, picture: Picture, *, internal: bool = False) -> str:
    """One offline HTML page of everything that was read and what follows from it.

    It holds no script and asks for nothing from anywhere; a content security policy in the page forbids both. Local
    paths are in it only where `internal` says so. The same input gives the same bytes.
    """
    view = build_view(evidence, picture, internal=internal)
    style = _style()
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            view=view,
            drawn=[_draw(series) for series in view.series if not series.said_once],
            once=[series for series in view.series if series.said_once],
            marks=_marks(view),
            style=Markup(style),  # noqa: S704 - our own file, and its hash stands in the policy
            policy=_policy(style),
        )
    )


def _draw(series: SeriesView) -> tuple[SeriesView, Chart, Timeline | None]:
    chart = chart_of(series)
    return series, chart, timeline_of(series, chart.scale, chart.ticks)


def _marks(view: View) -> frozenset[str]:
    """Hedges and modalities that the legend must explain, because they occur."""
    claims = [statement.lead for series in view.series for statement in series.statements if not series.said_once]
    return frozenset(str(mark) for claim in claims for mark in (claim.hedge, claim.modality))


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    return (files("tallybook.report") / "static" / "report.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    """Autoescape is on for every template, and every value passes `_shown`: no template can forget either."""
    return Environment(
        loader=PackageLoader("tallybook.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: object) -> object:
    """Strings of strangers lose the characters that could disguise them; positions are written without idle zeros."""
    if isinstance(value, float):
        return f"{value:g}"
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
