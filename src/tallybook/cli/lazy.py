"""A click group that imports a command's module only when the command is called, so that --help stays instant.

The command modules keep to that too: what they need beyond click they import when they run, since loading a pipeline's
libraries takes a hundred times as long as printing help.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click


class HungUpError(Exception):
    """Who read stdout hung up (`| head`). Click would take a BrokenPipeError for a failure and leave with 1."""


class LazyGroup(click.Group):
    """Commands by name; each lives in `tallybook.cli.<name>_command` as `command`."""

    def __init__(self, *args: Any, commands_help: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.commands_help = commands_help

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order they are given."""
        return list(self.commands_help)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command; None where there is none of that name."""
        if cmd_name not in self.commands_help:
            return None
        module = import_module(f"tallybook.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command the arguments name; fails with the nearest name there is."""
        if args[0] not in self.commands_help:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.commands_help, n=1)
            ctx.fail(f"there is no command {args[0]!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
        return super().resolve_command(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the options; --help and --version print here."""
        with _reader_may_leave():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _reader_may_leave():
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by their one-line help without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.commands_help.items()))


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise HungUpError from error
