"""tallybook findings: what does not match, as JSON Lines."""

from __future__ import annotations

from pathlib import Path

import click

from tallybook.cli.gathering import Tally, evidence_of
from tallybook.cli.options import pages_argument, reading_options, settings_of
from tallybook.pipeline import reconcile_claims
from tallybook.view import finding_json, json_line


@click.command("findings")
@pages_argument
@reading_options
@click.pass_context
def command(ctx: click.Context, pages: tuple[Path, ...], language: str | None, pack: str, registry: Path | None) -> None:  # fmt: skip
    """One finding a line: kind, claims, a plain sentence, and the arithmetic."""
    settings = settings_of(language=language, pack=pack, registry=registry)
    tally = Tally()
    picture = reconcile_claims(evidence_of(pages, settings, tally), settings=settings)
    for finding in picture.findings:
        click.echo(json_line(finding_json(finding)))
    ctx.exit(tally.exit_code)
