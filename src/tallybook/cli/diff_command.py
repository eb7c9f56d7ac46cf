"""tallybook diff: what changed in a book."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from tallybook import __version__
from tallybook.cli.options import book_name, policy_option, registry_option, with_settings
from tallybook.cli.since import Since, last_run, moment_of, run_or_moment
from tallybook.settings import Settings

if TYPE_CHECKING:
    from tallybook.model import News


@click.command("diff")
@click.argument("book", callback=book_name)
@click.option(
    "--since",
    required=True,
    metavar="DATE|RUN",
    callback=run_or_moment,
    help="An ISO day or moment (UTC unless it names a zone), or the number of a run.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of text.")
@policy_option
@registry_option
@with_settings
def command(book: str, since: Since, as_json: bool, settings: Settings) -> None:
    """Print what changed in BOOK, a path or a database URL: pages, highs and lows, corrections, findings, forecasts.

    \b
    tallybook diff book.db --since 2025-03-01
    tallybook diff book.db --since 12 --json
    """
    from tallybook.ledger import Book
    from tallybook.pipeline import Readers, compare_evidence, keep_proven
    from tallybook.review import as_of
    from tallybook.view import json_line, news_json

    with Book.open(book, create=False) as opened:
        until = last_run(since, opened.runs())
        before, after = opened.evidence(until=until), opened.evidence()
        readers = Readers(was=opened.readers(until=until), now=opened.readers(), own=__version__)
        decisions, moment = opened.decisions(), moment_of(since, opened.runs())
    _say_what_is_compared(until)
    old, new = (keep_proven(evidence, settings=settings) for evidence in (before, after))
    earlier = as_of(decisions, moment) if moment is not None else ()
    news = compare_evidence(old, new, readers=readers, settings=settings, decided=(earlier, decisions))
    if as_json:
        for one in news:
            click.echo(json_line(news_json(one)))
    else:
        _print(news)


def _say_what_is_compared(until: int) -> None:
    everything = "note: no run of the book is older than that; everything in it is new"
    click.echo(f"since run {until}" if until else everything, err=True)


def _print(news: Sequence[News]) -> None:
    """Each kind under its name; what was only read differently last, apart from what changed."""
    from tallybook.model import NewsKind
    from tallybook.view import visible

    changes = [one for one in news if one.kind is not NewsKind.RE_READ]
    if not changes:
        click.echo("Nothing changed.")
    for kind, of_kind in groupby(changes, key=lambda one: one.kind):
        told = list(of_kind)
        click.echo(f"{kind.value.capitalize()} ({len(told)})")
        for one in told:
            click.echo(f"  {visible(one.text)}")
    for one in news[len(changes) :]:
        click.echo(one.text[:1].upper() + one.text[1:])
