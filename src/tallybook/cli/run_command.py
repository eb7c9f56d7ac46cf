"""tallybook run: pages in, report out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallybook import __version__
from tallybook.cli.options import (
    book_name,
    fetching_options,
    output_option,
    pages_argument,
    policy_option,
    reading_options,
    with_settings,
)
from tallybook.cli.outcome import FAILURE
from tallybook.cli.writing import deliver, refuse_unwritable
from tallybook.settings import Settings

if TYPE_CHECKING:
    from tallybook.model import Evidence


@click.command("run")
@pages_argument
@output_option
@click.option("--book", metavar="BOOK", callback=book_name, help="Record everything in this book too: a path or a URL.")
@policy_option
@fetching_options
@reading_options
@with_settings
def command(
    pages: tuple[str, ...],
    output: Path,
    book: str | None,
    internal: bool,
    boundaries: Path | None,
    settings: Settings,
) -> None:
    """Read PAGES (files, folders, addresses, - for stdin) and write one self-contained report.

    \b
    tallybook run examples -o report.html
    tallybook run saved/*.html -o report.html --book book.db
    tallybook run https://news.example/flood --book book.db
    """
    from tallybook.cli.gathering import Tally, evidence_of
    from tallybook.pipeline import reconcile_claims
    from tallybook.report import render_report
    from tallybook.view.words import counted

    _refuse_overwriting(pages, output)
    refuse_unwritable(output)
    tally = Tally()
    settings = _keeping(settings, book)
    evidence = evidence_of(pages, settings, tally, leave_out=_own(output, book, settings))
    if not tally.read:
        click.get_current_context().exit(FAILURE)
    if book:
        _record(book, evidence)
    picture = reconcile_claims(evidence, settings=replace(settings, compare=True))
    report = render_report(evidence, picture, internal=internal, registry=settings.registry, boundaries=boundaries)
    deliver(output, report)
    click.echo(
        f"{counted(len(evidence.documents), 'page')}, {counted(len(evidence.claims), 'claim')}, "
        f"{len(picture.series)} series, {counted(len(picture.findings), 'finding')}",
        err=True,
    )
    click.get_current_context().exit(tally.exit_code)


def _keeping(settings: Settings, book: str | None) -> Settings:
    """With what is fetched kept beside the book, where no other file was named."""
    if book is None or settings.fetching.kept is not None:
        return settings
    from tallybook.ledger import beside

    return replace(settings, fetching=replace(settings.fetching, kept=beside(book, "warc.gz")))


def _own(output: Path, book: str | None, settings: Settings) -> list[Path]:
    """What this call and calls like it write: no pages, where a folder that is given holds them."""
    written = [output, *([settings.fetching.kept] if settings.fetching.kept else [])]
    if book is None:
        return written
    from tallybook.ledger import beside

    return [*written, Path(book), *(beside(book, what) for what in ("files", "cache", "warc.gz"))]


def _refuse_overwriting(pages: tuple[str, ...], output: Path) -> None:
    if output.exists() and any(Path(page).exists() and Path(page).samefile(output) for page in pages):
        raise click.BadParameter(
            f"{str(output)!r} is one of the pages; the report would replace it.", param_hint="'-o'"
        )


def _record(book: str, evidence: Evidence) -> None:
    from tallybook.ledger import Book

    with Book.open(book) as opened, opened.transaction():
        opened.record(
            evidence.documents,
            evidence.claims,
            evidence.denials,
            evidence.refusals,
            program_version=__version__,
            at=dt.datetime.now(dt.UTC),
        )
