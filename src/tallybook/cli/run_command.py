"""tallybook run: pages in, report out."""

from __future__ import annotations

from pathlib import Path

import click

from tallybook import __version__
from tallybook.cli.gathering import Tally, evidence_of
from tallybook.cli.options import pages_argument, policy_option, reading_options, settings_of
from tallybook.cli.outcome import FAILURE
from tallybook.cli.writing import replace_file
from tallybook.pipeline import reconcile_claims
from tallybook.report import render_report


@click.command("run")
@pages_argument
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default=Path("report.html"), show_default=True, help="The report.")
@click.option("--book", type=str, help="Also record everything in this book (a path or a database URL).")
@click.option("--internal", is_flag=True, help="Show local paths in the report.")
@policy_option
@reading_options
@click.pass_context
def command(ctx: click.Context, pages: tuple[Path, ...], output: Path, book: str | None, internal: bool, policy: str, language: str | None, pack: str, registry: Path | None) -> None:  # fmt: skip
    """Read PAGES (files, folders, - for stdin) and write one self-contained report.

    \b
    tallybook run examples -o report.html
    tallybook run saved/*.html -o report.html --book book.db
    """
    settings = settings_of(policy=policy, language=language, pack=pack, registry=registry)
    tally = Tally()
    evidence = evidence_of(pages, settings, tally)
    if not tally.read:
        ctx.exit(FAILURE)
    if book:
        from tallybook.ledger import Book

        with Book.open(book) as opened, opened.transaction():
            opened.record(evidence.documents, evidence.claims, evidence.denials, evidence.refusals, program_version=__version__)
    picture = reconcile_claims(evidence, settings=settings)
    replace_file(output, render_report(evidence, picture, internal=internal))
    click.echo(str(output))
    click.echo(
        f"{len(evidence.documents)} pages, {len(evidence.claims)} claims, {len(picture.series)} series, "
        f"{len(picture.findings)} findings",
        err=True,
    )
    ctx.exit(tally.exit_code)
