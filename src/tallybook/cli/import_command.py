"""tallybook import: a scan into a book."""

from __future__ import annotations

from pathlib import Path

import click

from tallybook.cli.options import book_name
from tallybook.cli.outcome import OK, PARTIAL


@click.command("import")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--book",
    metavar="BOOK",
    default="book.db",
    show_default=True,
    callback=book_name,
    help="The book: a path or a URL; made if there is none.",
)
def command(folder: Path, book: str) -> None:
    """Record what `tallybook scan` wrote to DIR in a book, without reading a page again. Twice adds nothing."""
    from tallybook.batch import bring_into, load_manifest, require
    from tallybook.errors import ScanError
    from tallybook.ledger import Book
    from tallybook.view.words import counted

    require("pyarrow", extra="scan")
    manifest = load_manifest(folder)
    if manifest is None:
        raise ScanError("the folder holds no scan", where=str(folder), hint="`tallybook scan` makes one")
    with Book.open(book) as opened:
        brought = bring_into(opened, folder, manifest)
    click.echo(
        f"{counted(brought.documents, 'page')}, {brought.new} of them new to the book with "
        f"{counted(brought.claims, 'claim')}",
        err=True,
    )
    missing = len(manifest.open_shards)
    if missing:
        click.echo(
            f"note: {counted(missing, 'shard')} of the scan {'is' if missing == 1 else 'are'} not done", err=True
        )
    click.get_current_context().exit(PARTIAL if missing else OK)
