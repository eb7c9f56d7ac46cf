"""View → HTML, by templates that escape everything."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tallybook.model import Decision, Evidence, Picture
from tallybook.registry import load_registry
from tallybook.report.bars import Chart, chart_of
from tallybook.report.script import Block, data_block, gate, outline_block, program
from tallybook.report.timeline import Timeline, timeline_of
from tallybook.view import SeriesView, View, build_view, page_json, visible

_DRAWN = 400
"""Claims up to which the page itself draws every one; above it the script does, so that a thousand weigh a megabyte."""


def render_report(
    evidence: Evidence,
    picture: Picture,
    *,
    internal: bool = False,
    registry: Path | None = None,
    boundaries: Path | None = None,
    decisions: Sequence[Decision] = (),
) -> str:
    """One offline HTML page of everything that was read and what follows from it.

    It asks for nothing from anywhere and runs no script but its own; a content security policy in the page forbids
    both. Without scripts it says the same. Local paths, and the notes, names and rejected claims of `decisions`, are in
    it only where `internal` says so. `registry` extends the built-in one, `boundaries` (TopoJSON) replaces the map's
    outline. The same input gives the same bytes.
    Raises `DataFileError` where one of the two cannot be read.
    """
    view = build_view(evidence, picture, internal=internal, registry=load_registry(registry), decisions=decisions)
    outline = outline_block(boundaries) if view.places else None
    data = data_block(page_json(view, internal=internal))
    return _render(view, brief=len(evidence.claims) > _DRAWN, data=data, outline=outline)


def render_live(view: View, *, source: str) -> str:
    """The same page without its data, which the script asks of the address `source` on the same server."""
    claims = sum(len(sentence.claims) for document in view.documents for sentence in document.sentences)
    return _render(view, brief=claims > _DRAWN, source=source)


def live_policy() -> str:
    """The content security policy of such a page, for the header that goes with it."""
    return f"{_policy(_style(live=True), gate(), program(live=True), asks=True)}; frame-ancestors 'none'"


def _render(
    view: View, *, brief: bool, data: Block | None = None, outline: Block | None = None, source: str | None = None
) -> str:
    style, script = _style(live=source is not None), program(live=source is not None)
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            view=view,
            drawn=[_draw(series, brief=brief) for series in view.series if not series.said_once],
            once=[series for series in view.series if series.said_once],
            marks=_marks(view),
            brief=brief,
            style=Markup(style),  # noqa: S704 - our own file, and its hash stands in the policy
            policy=_policy(style, gate(), script, asks=source is not None),
            gate=Markup(gate()),  # noqa: S704 - our own, and its hash stands in the policy
            program=Markup(script),  # noqa: S704 - as above
            data=data,
            outline=outline,
            source=source,
        )
    )


def _draw(series: SeriesView, *, brief: bool) -> tuple[SeriesView, Chart, Timeline | None]:
    chart = chart_of(series)
    return series, chart, None if brief else timeline_of(series, chart.scale, chart.ticks)


def _marks(view: View) -> frozenset[str]:
    """Hedges and modalities that the legend must explain, because they occur."""
    claims = [statement.lead for series in view.series for statement in series.statements if not series.said_once]
    return frozenset(str(mark) for claim in claims for mark in (claim.hedge, claim.modality))


def _policy(style: str, *scripts: str, asks: bool = False) -> str:
    """Nothing from anywhere, no script and no style but those of these hashes, nothing evaluated.

    Only a page that `asks` for its data may connect, and to its own server alone.
    """
    run = " ".join(map(_digest, scripts))
    allowed = f"script-src {run}; style-src {_digest(style)}; img-src data:"
    allowed += "; connect-src 'self'" if asks else ""
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@cache
def _style(*, live: bool = False) -> str:
    static = files("tallybook.report") / "static"
    names = ("report.css", "desk.css" if live else "app.css")
    return "".join((static / name).read_text(encoding="utf-8") for name in names)


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
