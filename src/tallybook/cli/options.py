"""Arguments and options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from tallybook.settings import Fetching, PackSize, Policy, Settings

Command = TypeVar("Command", bound=Callable[..., Any])
_FETCHING = {
    "proxy": "proxy",
    "allow_private_addresses": "allow_private",
    "ignore_robots": "ignore_robots",
    "follow_feed": "follow_feeds",
    "offline": "offline",
    "keep_fetched": "kept",
}
"""Options of fetching, and what they are in the settings."""
_SETTINGS = ("compare", "language", "pack", "pipeline", "policy", "registry")


def language_code(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """An ISO 639 code in small letters, its region dropped: "en", "EN", "pt-BR"."""
    found = re.fullmatch(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", value.lower()) if value is not None else None
    if value is not None and found is None:
        raise click.BadParameter(f"{value!r} is no language code; one has two letters, as 'en'.", ctx=ctx, param=param)
    return found[1] if found else None


def pages_argument(command: Command) -> Command:
    """PAGES…: files, folders (the files in them), addresses (https://…), `-` for stdin; as strings."""
    return click.argument("pages", nargs=-1, required=True)(command)


def reading_options_with(*, pack: PackSize) -> Callable[[Command], Command]:
    """Options that decide how pages are read: language, pack (by default this one) or pipeline, registry."""
    packs = click.Choice(["big", "base"])

    def added(command: Command) -> Command:
        for option in (
            registry_option,
            click.option("--pipeline", metavar="PATH_OR_NAME", help="A spaCy pipeline of your own, instead of a pack."),
            click.option("--pack", type=packs, default=pack, help="Pipeline: big reads better, base faster."),
            click.option(
                "--language", callback=language_code, metavar="XX", help="ISO 639-1 code; by default what a page says."
            ),
        ):
            command = option(command)
        return command

    return added


def reading_options(command: Command) -> Command:
    """The same, with the pack that reads better."""
    return reading_options_with(pack="big")(command)


def fetching_options(command: Command) -> Command:
    """Options that decide how addresses among PAGES are fetched."""
    for option in (
        click.option("--follow-feed", is_flag=True, help="Of a feed's address, fetch the pages that it lists."),
        click.option("--offline", is_flag=True, help="Read addresses from what was kept, and ask nobody."),
    ):
        command = option(command)
    return asking_options(command)


def asking_options(command: Command) -> Command:
    """Options that decide whom fetching asks, and where it keeps the answers."""
    kept = click.Path(path_type=Path, dir_okay=False)
    private = "Let addresses lead into this machine and its network."
    for option in (
        click.option("--allow-private-addresses", is_flag=True, help=private),
        click.option("--proxy", metavar="URL", help="Ask through this HTTP proxy."),
        click.option("--ignore-robots", is_flag=True, help="Fetch the named addresses whatever robots.txt says."),
        click.option("--keep-fetched", type=kept, metavar="FILE", help="Keep what is fetched in this .warc.gz file."),
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
        fetching = Fetching(**{name: given.pop(option) for option, name in _FETCHING.items() if option in given})
        chosen["fetching"] = fetching
        command(settings=Settings(**{name: value for name, value in chosen.items() if value is not None}), **given)

    return called
