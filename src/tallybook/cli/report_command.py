"""tallybook report: render the report of a book."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from tallybook.cli.options import book_name, output_option, policy_option, registry_option, with_settings
from tallybook.cli.writing import deliver, refuse_unwritable
from tallybook.settings import Settings


@click.command("report")
@click.option(
    "--book", metavar="BOOK", default="book.db", callback=book_name, show_default=True, help="A path or a database URL."
)
@click.option("--no-by-hand", is_flag=True, help="Leave out claims that were noted by hand.")
@output_option
@registry_option
@policy_option
@with_settings
def command(
    book: str, no_by_hand: bool, output: Path, internal: bool, boundaries: Path | None, settings: Settings
) -> None:
    """Reconcile what a book holds and write the report."""
    from tallybook.ledger import Book
    from tallybook.pipeline import keep_proven, reconcile_claims
    from tallybook.report import render_report
    from tallybook.review import apply, stale
    from tallybook.view.words import counted

    refuse_unwritable(output)
    with Book.open(book, create=False) as opened:
        recorded, decisions = opened.evidence(), opened.decisions()
    evidence = keep_proven(recorded, settings=settings)
    left_out = len(recorded.claims) - len(evidence.claims)
    if left_out:
        click.echo(f"note: {left_out} claims of the book are not proven by their words and left out", err=True)
    idle = stale(evidence, decisions)
    if idle:
        click.echo(
            f"note: {counted(len(idle), 'decision')} of the book without effect; see tallybook history", err=True
        )
    evidence = apply(evidence, decisions, names=internal, by_hand=not no_by_hand)
    picture = reconcile_claims(evidence, settings=replace(settings, compare=True))
    report = render_report(
        evidence,
        picture,
        internal=internal,
        registry=settings.registry,
        boundaries=boundaries,
        decisions=decisions if internal else (),
    )
    deliver(output, report)
