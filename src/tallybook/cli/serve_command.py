"""tallybook serve: a book in the browser, and as an API."""

from __future__ import annotations

import click

from tallybook.cli.options import asking_options, book_name, policy_option, reading_options, with_settings
from tallybook.settings import Settings


@click.command("serve")
@click.option(
    "--book", metavar="BOOK", default="book.db", callback=book_name, show_default=True, help="A path or a database URL."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 for any free one.")
@click.option("--open", "browse", is_flag=True, help="Open it in the browser.")
@click.option("--token", envvar="TALLYBOOK_TOKEN", help="What whoever opens the book has to give; or TALLYBOOK_TOKEN.")
@click.option("--no-cache", is_flag=True, help="Work everything out anew, and keep nothing of it beside the book.")
@policy_option
@asking_options
@reading_options
@with_settings
def command(
    book: str, host: str, port: int, browse: bool, token: str | None, no_cache: bool, settings: Settings
) -> None:
    """Serve BOOK on this machine: the report live, adding pages, review, and an API at /api/v1.

    \b
    tallybook serve --book book.db --open
    """
    from tallybook.web.serving import Binding, serve

    binding = Binding(host=host, port=port, token=token)
    serve(book, binding, settings=settings, tell=click.echo, browse=browse, cached=not no_cache)
