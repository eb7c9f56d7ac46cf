"""tallybook quantities: the quantities of each line of text."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from tallybook.cli.options import language_code
from tallybook.cli.outcome import FAILURE, OK, PARTIAL, explain
from tallybook.errors import UnreadableInput

if TYPE_CHECKING:
    from tallybook.model import Number, QuantityMention, Span

Json = dict[str, Any]
STDIN = Path("-")
FALLBACK_LANGUAGE = "en"
ERRORS_SHOWN = 10
"""A binary file would otherwise give an error a line."""


@click.command("quantities")
@click.option(
    "--language",
    callback=language_code,
    metavar="XX",
    default=FALLBACK_LANGUAGE,
    show_default=True,
    help="ISO 639-1 code.",
)
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True), default=STDIN)
def command(language: str, source: Path) -> None:
    """Print the quantities of SOURCE (default: stdin): one text per line in, one JSON array per line out.

    Every number that measures or counts, ages, money, distances and durations included; calendar dates and clock
    times are not.
    """
    read = _reader(language)
    lines = failed = 0
    with _opened(source) as stream:
        for lines, line in enumerate(stream, start=1):
            try:
                found = read(_decoded(line, f"{source}:{lines}"))
            except UnreadableInput as error:
                found, failed = [], failed + 1
                if failed <= ERRORS_SHOWN:
                    explain(error)
            click.echo(json.dumps(found, ensure_ascii=False))
    if failed > ERRORS_SHOWN:
        click.echo(f"note: {failed - ERRORS_SHOWN} more lines could not be read", err=True)
    click.get_current_context().exit(OK if not failed else FAILURE if failed == lines else PARTIAL)


def _reader(language: str) -> Callable[[str], list[Json]]:
    """What reads one line in a language; where that has no lexicon, only what its digits say."""
    from tallybook.lexicon import load_lexicon, supported_languages
    from tallybook.quantity import counted_noun, read_quantities

    def read(text: str) -> list[Json]:
        return [_record(m, text, counted_noun(text, m, lexicon)) for m in read_quantities(text, lexicon)]

    if language in supported_languages():
        lexicon = load_lexicon(language)
        return read
    click.echo(f"note: language {language!r} is not supported; only digits are read", err=True)
    return _digits


def _digits(text: str) -> list[Json]:
    """The numbers written in digits, without the words around them, whose meaning nobody knows here."""
    from tallybook.lexicon import load_lexicon
    from tallybook.quantity import read_quantities

    lexicon = load_lexicon(FALLBACK_LANGUAGE)
    cores = [mention.core for mention in read_quantities(text, lexicon)]
    alone = [(core, read_quantities(core.of(text), lexicon)) for core in cores if any(map(str.isdigit, core.of(text)))]
    return [
        _record(mentions[0], core.of(text)) | {"span": [core.start, core.end]} for core, mentions in alone if mentions
    ]


def _record(mention: QuantityMention, text: str, noun: tuple[str, Span] | None = None) -> Json:
    """`noun` is the counted noun beside the number, for a count that names no unit of its own."""
    quantity = mention.quantity
    currency = {"currency": quantity.currency} if quantity.currency else {}
    return {
        "text": mention.span.of(text),
        "span": [mention.span.start, mention.span.end],
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "hedge": quantity.hedge.value,
        "unit": quantity.unit or (noun[0] if noun else None),
        "per": quantity.per,
        "change": mention.change,
        **currency,
    }


def _number(value: Number | None) -> Number | None:
    return int(value) if isinstance(value, float) and value.is_integer() else value


@contextmanager
def _opened(source: Path) -> Iterator[BinaryIO]:
    """The bytes of a file or of stdin. Raises `UnreadableInput` where there are none to be had."""
    if source == STDIN:
        if sys.stdin is None:
            raise UnreadableInput("there is no standard input", where="-", why="it is closed", hint="name a file")
        yield sys.stdin.buffer
        return
    try:
        stream = source.open("rb")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnreadableInput("the file cannot be opened", where=str(source), why=why, hint="check the path") from error
    with stream:
        yield stream


def _decoded(line: bytes, where: str) -> str:
    """A line as text, its end left out. Raises `UnreadableInput` where it is not UTF-8."""
    try:
        return line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        why = f"byte {error.start} (0x{byte:02x}) is not UTF-8"
        raise UnreadableInput("the line cannot be read", where=where, why=why, hint="save the text as UTF-8") from error
