"""tallybook report: render the report of a book."""

from __future__ import annotations

from pathlib import Path

import click

from tallybook.cli.options import policy_option, settings_of
from tallybook.cli.writing import replace_file
from tallybook.ledger import Book
from tallybook.pipeline import reconcile_claims
from tallybook.report import render_report


@click.command("report")
@click.option("--book", type=str, default="book.db", show_default=True, help="A path or a database URL.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default=Path("report.html"), show_default=True)
@click.option("--internal", is_flag=True, help="Show local paths in the report.")
@click.option("--registry", type=click.Path(path_type=Path, dir_okay=False), help="YAML that extends the registry.")
@policy_option
def command(book: str, output: Path, internal: bool, registry: Path | None, policy: str) -> None:
    """Reconcile what a book holds and write the report."""
    with Book.open(book, create=False) as opened:
        evidence = opened.evidence()
    picture = reconcile_claims(evidence, settings=settings_of(policy=policy, registry=registry))
    replace_file(output, render_report(evidence, picture, internal=internal))
    click.echo(str(output))
