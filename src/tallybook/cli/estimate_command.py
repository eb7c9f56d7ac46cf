"""tallybook estimate: low, best and high of every series, as JSON Lines."""

from __future__ import annotations

from pathlib import Path

import click

from tallybook.cli.options import pages_argument, policy_option, reading_options, with_settings
from tallybook.settings import Settings


@click.command("estimate")
@pages_argument
@policy_option
@reading_options
@with_settings
def command(pages: tuple[Path, ...], settings: Settings) -> None:
    """Print what PAGES support, an estimate a line: series, date, low, best, high, statements behind it."""
    from tallybook.cli.gathering import Tally, evidence_of
    from tallybook.pipeline import reconcile_claims
    from tallybook.view import estimate_json, json_line

    tally = Tally()
    picture = reconcile_claims(evidence_of(pages, settings, tally), settings=settings)
    titles = {series.id: series.title for series in picture.series}
    for estimate in picture.estimates:
        click.echo(json_line({"title": titles[estimate.series], **estimate_json(estimate)}))
    click.get_current_context().exit(tally.exit_code)
