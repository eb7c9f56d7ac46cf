"""tallybook quantities: the quantities of each line of text."""

from __future__ import annotations

import sys

import click

from tallybook.lexicon import load_lexicon
from tallybook.quantity import read_quantities
from tallybook.view import json_line, quantity_json


@click.command("quantities")
@click.option("--language", metavar="XX", default="en", show_default=True, help="ISO 639-1 code.")
@click.argument("source", type=click.File("r", encoding="utf-8", errors="strict"), default="-")
def command(language: str, source: click.utils.LazyFile) -> None:
    """One text per line in, one JSON array per line out, from SOURCE (default: stdin).

    Every number that measures or counts, ages, money, distances and durations included; calendar dates and clock
    times are not.
    """
    lexicon = load_lexicon(language)
    for line in source:
        text = line.rstrip("\n")
        click.echo(json_line([quantity_json(mention, text) for mention in read_quantities(text, lexicon)]))
        sys.stdout.flush()
