"""The command line: one thin file per command, loaded only when it is called."""

from __future__ import annotations

import os
import sys

import click

from tallybook import __version__
from tallybook.cli.lazy import LazyGroup

COMMANDS = {
    "run": "Pages in, report out: read, extract, reconcile, render.",
    "claims": "Claims of pages as JSON Lines.",
    "quantities": "Quantities in lines of text as JSON arrays.",
    "findings": "What does not match, as JSON Lines.",
    "estimate": "Low, best and high of every series of pages or a table.",
    "scan": "Very many pages into Parquet tables.",
    "import": "Bring a scan into a book.",
    "diff": "What changed in a book since a day or a run.",
    "report": "Render the report of a book.",
    "serve": "Review a book in the browser, together.",
    "history": "What people decided in a book.",
    "registry": "Check a registry file of your own.",
    "doctor": "Check what is installed.",
}


@click.group(cls=LazyGroup, commands_help=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tallybook")
@click.option("--debug", is_flag=True, help="Show tracebacks.")
def tallybook(debug: bool) -> None:
    """Read news pages and keep the book of the numbers: who said how many, of what, when, how surely, through whom.

    Data goes to stdout, progress to stderr. Exit codes: 0 ok, 1 failure, 2 usage, 3 partial (some input could not
    be read, the rest is kept), 130 interrupted.
    """


def main() -> None:
    """Entry point: turns every outcome into an exit code and every error into words.

    Matrices are multiplied by one thread unless the environment says otherwise: they are small, and on a busy machine
    several threads spend three times the processor time waiting for each other.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from tallybook.cli.outcome import run_and_exit

    run_and_exit(tallybook, sys.argv[1:])
