"""tallybook history: what people decided in a book."""

from __future__ import annotations

import click

from tallybook.cli.options import book_name


@click.command("history")
@click.option(
    "--book", metavar="BOOK", default="book.db", callback=book_name, show_default=True, help="A path or a database URL."
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of text.")
def command(book: str, as_json: bool) -> None:
    """Print what people decided in a book, the oldest first: who, when, of what, before and after."""
    from tallybook.ledger import Book
    from tallybook.review import history, stale
    from tallybook.view import entry_json, entry_line, json_line

    with Book.open(book, create=False) as opened:
        decisions = opened.decisions()
        evidence = opened.evidence()
    idle = {one.decision.id: one.why for one in stale(evidence, decisions)}
    for entry in history(decisions):
        why = idle.get(entry.decision.id)
        click.echo(json_line(entry_json(entry, stale=why)) if as_json else entry_line(entry, stale=why))
