"""tallybook estimate: low, best and high of every series, as JSON Lines; of a table, as CSV."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallybook.cli.options import fetching_options, policy_option, reading_options, with_settings
from tallybook.settings import Settings

if TYPE_CHECKING:
    from tallybook.errors import UnreadableInput
    from tallybook.lexicon.schema import Lexicon

STDIN = Path("-")
ROWS_NAMED = 20
_PATH = click.Path(path_type=Path, allow_dash=True)


@click.command("estimate")
@click.argument("pages", nargs=-1)
@click.option("--csv", "table", type=_PATH, metavar="FILE", help="A table of claims in place of PAGES; - for stdin.")
@click.option("-o", "--output", type=_PATH, metavar="FILE", default=Path("-"), help="Where to write; default: stdout.")
@policy_option
@click.option("--compare", is_flag=True, help="Of PAGES, also what every other policy makes of each series.")
@fetching_options
@reading_options
@with_settings
def command(pages: tuple[str, ...], table: Path | None, output: Path, settings: Settings) -> None:
    """Print what PAGES support, an estimate a line: series, date, low, best, high, statements behind it.

    With --csv, the same for a table with the columns series, origin, value (or low, high, hedge) and, if you like,
    date, relay_of, kind, side; the result is a table too.

    \b
    tallybook estimate examples
    tallybook estimate --csv claims.csv -o estimates.csv
    """
    if bool(pages) is (table is not None):
        raise click.UsageError("give either PAGES or --csv FILE.")
    _refuse_overwriting(tuple(map(Path, pages)) if table is None else (table,), output)
    from tallybook.cli.writing import refuse_unwritable

    refuse_unwritable(output)
    code = _of_pages(pages, output, settings) if table is None else _of_table(table, output, settings)
    click.get_current_context().exit(code)


def _of_pages(pages: tuple[str, ...], output: Path, settings: Settings) -> int:
    from tallybook.cli.gathering import Tally, evidence_of
    from tallybook.cli.writing import deliver
    from tallybook.pipeline import reconcile_claims
    from tallybook.view import estimate_json, json_line

    tally = Tally()
    picture = reconcile_claims(evidence_of(pages, settings, tally), settings=settings)
    if tally.read:
        titles = {series.id: series.title for series in picture.series}
        lines = (json_line({"title": titles[one.series], **estimate_json(one)}) for one in picture.estimates)
        deliver(output, "".join(f"{line}\n" for line in lines))
    return tally.exit_code


def _of_table(table: Path, output: Path, settings: Settings) -> int:
    from tallybook.cli.outcome import FAILURE, OK, PARTIAL
    from tallybook.cli.writing import deliver
    from tallybook.table import csv_of, estimate_table

    lexicon = _lexicon(settings, where=str(table))
    found = estimate_table(_bytes_of(table), where=str(table), settings=settings, lexicon=lexicon)
    for note in found.notes:
        click.echo(f"note: {note}", err=True)
    _explain(found.bad)
    _tell(found.apart)
    if not found.rows:
        return FAILURE
    deliver(output, csv_of(found.estimates))
    return PARTIAL if found.bad else OK


def _explain(bad: tuple[UnreadableInput, ...]) -> None:
    from tallybook.cli.outcome import explain

    for error in bad[:ROWS_NAMED]:
        explain(error)
    if len(bad) > ROWS_NAMED:
        click.echo(f"note: {len(bad) - ROWS_NAMED} more rows could not be read", err=True)


def _tell(apart: tuple[str, ...]) -> None:
    for words in apart[:ROWS_NAMED]:
        click.echo(f"note: {words}", err=True)
    if len(apart) > ROWS_NAMED:
        click.echo(f"note: {len(apart) - ROWS_NAMED} more such notes", err=True)


def _lexicon(settings: Settings, *, where: str) -> Lexicon:
    from tallybook.lexicon import load_lexicon, supported_languages

    language = settings.language or "en"
    if language in supported_languages():
        return load_lexicon(language)
    click.echo(f"note: {where}: language {language!r} is not supported; words are read as English", err=True)
    return load_lexicon("en")


def _bytes_of(table: Path) -> bytes:
    """What the file or stdin holds, read little further than a table may be long. Raises `UnreadableInput`."""
    from tallybook.errors import UnreadableInput
    from tallybook.table.text import MOST_BYTES

    if table == STDIN:
        if sys.stdin is None:
            raise UnreadableInput("there is no standard input", where="-", why="it is closed", hint="name a file")
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with table.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnreadableInput("the table cannot be opened", where=str(table), why=why, hint="check the path") from error


def _refuse_overwriting(given: tuple[Path, ...], output: Path) -> None:
    from os.path import realpath

    if str(output) != "-" and realpath(output) in {realpath(path) for path in given}:
        raise click.BadParameter(f"{str(output)!r} is what is read; the result would replace it.", param_hint="'-o'")
