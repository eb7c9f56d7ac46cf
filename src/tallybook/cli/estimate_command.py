"""tallybook estimate: low, best and high of every series, as JSON Lines."""

from __future__ import annotations

from pathlib import Path

import click

from tallybook.cli.gathering import Tally, evidence_of
from tallybook.cli.options import pages_argument, policy_option, reading_options, settings_of
from tallybook.pipeline import reconcile_claims
from tallybook.view import estimate_json, json_line


@click.command("estimate")
@pages_argument
@policy_option
@reading_options
@click.pass_context
def command(ctx: click.Context, pages: tuple[Path, ...], policy: str, language: str | None, pack: str, registry: Path | None) -> None:  # fmt: skip
    """One estimate a line: series, date, low, best, high, and how many independent statements it rests on."""
    settings = settings_of(policy=policy, language=language, pack=pack, registry=registry)
    tally = Tally()
    picture = reconcile_claims(evidence_of(pages, settings, tally), settings=settings)
    titles = {series.id: series.title for series in picture.series}
    for estimate in picture.estimates:
        click.echo(json_line({"title": titles[estimate.series], **estimate_json(estimate)}))
    ctx.exit(tally.exit_code)
