"""Arguments and options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from tallybook.settings import Policy, Settings

Command = TypeVar("Command", bound=Callable[..., Any])
_SETTINGS = ("compare", "language", "pack", "pipeline", "policy", "registry")


def language_code(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """An ISO 639 code in small letters, its region dropped: "en", "EN", "pt-BR"."""
    found = re.fullmatch(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", value.lower()) if value is not None else None
    if value is not None and found is None:
        raise click.BadParameter(f"{value!r} is no language code; one has two letters, as 'en'.", ctx=ctx, param=param)
    return found[1] if found else None


def pages_argument(command: Command) -> Command:
    """PAGES…: files, folders (the files in them), `-` for stdin."""
    return click.argument("pages", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))(command)


def reading_options(command: Command) -> Command:
    """Options that decide how pages are read: language, pack or pipeline, registry."""
    packs = click.Choice(["big", "base"])
    for option in (
        registry_option,
        click.option("--pipeline", metavar="PATH_OR_NAME", help="A spaCy pipeline of your own, instead of a pack."),
        click.option("--pack", type=packs, default="big", help="Pipeline: big reads better, base faster."),
        click.option(
            "--language", callback=language_code, metavar="XX", help="ISO 639-1 code; by default what a page says."
        ),
    ):
        command = option(command)
    return command


def registry_option(command: Command) -> Command:
    """--registry: names and places of the user's own."""
    path = click.Path(path_type=Path, dir_okay=False)
    return click.option("--registry", type=path, metavar="FILE", help="YAML that extends the registry.")(command)


def policy_option(command: Command) -> Command:
    """--policy: how low, best and high are drawn from a series."""
    return click.option(
        "--policy",
        type=click.Choice(get_args(Policy)),
        default="posterior",
        show_default=True,
        help="How low, best and high are drawn from a series.",
    )(command)


def output_option(command: Command) -> Command:
    """-o: where the report goes, and what it may show."""
    path = click.Path(path_type=Path, dir_okay=False, allow_dash=True)
    for option in (
        click.option(
            "--boundaries",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help="TopoJSON that replaces the outline of the map.",
        ),
        click.option("--internal", is_flag=True, help="Show local paths and the names of reviewers in the report."),
        click.option(
            "-o",
            "--output",
            type=path,
            metavar="FILE",
            default=Path("report.html"),
            show_default=True,
            help="The report; - for stdout.",
        ),
    ):
        command = option(command)
    return command


def book_name(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A book's name as given; an empty one would be a book in memory, gone at the end."""
    if value is not None and not value.strip():
        raise click.BadParameter("the name is empty.", ctx=ctx, param=param)
    return value


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Hand a command one `settings` object in place of the options that decide how a run is done."""

    @wraps(command)
    def called(**given: Any) -> None:
        chosen = {name: given.pop(name) for name in _SETTINGS if name in given}
        command(settings=Settings(**{name: value for name, value in chosen.items() if value is not None}), **given)

    return called
