"""tallybook claims: the claims of pages as JSON Lines."""

from __future__ import annotations

from pathlib import Path

import click

from tallybook.cli.gathering import Tally, extracted_pages
from tallybook.cli.options import pages_argument, reading_options, settings_of
from tallybook.view import claim_json, json_line


@click.command("claims")
@pages_argument
@reading_options
@click.pass_context
def command(ctx: click.Context, pages: tuple[Path, ...], language: str | None, pack: str, registry: Path | None) -> None:  # fmt: skip
    """One claim a line, every field with the words that prove it; see docs/reference/claims.md."""
    settings = settings_of(language=language, pack=pack, registry=registry)
    tally = Tally()
    for result in extracted_pages(pages, settings, tally):
        for claim in result.extraction.claims:
            click.echo(json_line(claim_json(claim, result.document)))
    ctx.exit(tally.exit_code)
