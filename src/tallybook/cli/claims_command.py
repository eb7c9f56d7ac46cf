"""tallybook claims: the claims of pages as JSON Lines."""

from __future__ import annotations

import click

from tallybook.cli.options import fetching_options, pages_argument, reading_options, with_settings
from tallybook.settings import Settings


@click.command("claims")
@pages_argument
@fetching_options
@reading_options
@with_settings
def command(pages: tuple[str, ...], settings: Settings) -> None:
    """Print the claims of PAGES (files, folders, addresses, - for stdin), one a line, with the words that prove it."""
    from tallybook.cli.gathering import Tally, extracted_pages
    from tallybook.view import claim_json, json_line

    tally = Tally()
    for result in extracted_pages(pages, settings, tally):
        for claim in result.extraction.claims:
            click.echo(json_line(claim_json(claim, result.document)))
    click.get_current_context().exit(tally.exit_code)
