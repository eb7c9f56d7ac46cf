"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from tallybook.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


def pages_argument(command: Command) -> Command:
    """PAGES…: files, folders (the files in them), `-` for stdin."""
    return click.argument("pages", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))(command)


def reading_options(command: Command) -> Command:
    """Options that decide how pages are read: language, pack, registry."""
    for option in (
        click.option("--registry", type=click.Path(path_type=Path, dir_okay=False), help="YAML that extends the registry."),
        click.option("--pack", type=click.Choice(["big", "base"]), default="big", help="Pipeline: big reads better, base faster."),
        click.option("--language", metavar="XX", help="ISO 639-1 code; by default what each page says."),
    ):
        command = option(command)
    return command


def policy_option(command: Command) -> Command:
    """--policy: how low, best and high are drawn from a series."""
    return click.option(
        "--policy",
        type=click.Choice(["range", "majority", "latest-official"]),
        default="range",
        help="How low, best and high are drawn from a series.",
    )(command)


def settings_of(**chosen: Any) -> Settings:
    """The one settings object of a run, from the options a command was given."""
    return Settings(**{name: value for name, value in chosen.items() if value is not None})
