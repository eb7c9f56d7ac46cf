"""tallybook findings: what does not match, as JSON Lines."""

from __future__ import annotations

import click

from tallybook.cli.options import fetching_options, pages_argument, reading_options, with_settings
from tallybook.settings import Settings


@click.command("findings")
@pages_argument
@fetching_options
@reading_options
@with_settings
def command(pages: tuple[str, ...], settings: Settings) -> None:
    """Print what does not match in PAGES: one finding a line with kind, claims, a plain sentence, the arithmetic."""
    from tallybook.cli.gathering import Tally, evidence_of
    from tallybook.pipeline import reconcile_claims
    from tallybook.view import finding_json, json_line

    tally = Tally()
    picture = reconcile_claims(evidence_of(pages, settings, tally), settings=settings)
    for finding in picture.findings:
        click.echo(json_line(finding_json(finding)))
    click.get_current_context().exit(tally.exit_code)
