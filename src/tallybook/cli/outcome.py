"""Exit codes and error words, in one place."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from tallybook.errors import TallybookError

OK, FAILURE, USAGE, PARTIAL, INTERRUPTED = 0, 1, 2, 3, 130


def run_and_exit(group: click.Group, arguments: Sequence[str]) -> None:
    """Run the command line and leave the process with the exit code of what happened."""
    debug = "--debug" in arguments
    try:
        code = group.main(list(arguments), prog_name="tallybook", standalone_mode=False)
    except click.exceptions.Exit as leave:
        code = leave.exit_code
    except click.UsageError as error:
        error.show()
        code = USAGE
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        _close_stdout()
        code = OK
    except TallybookError as error:
        if debug:
            raise
        explain(error)
        code = FAILURE
    except Exception as error:
        if debug:
            raise
        click.echo(f"error: {type(error).__name__}: {error}", err=True)
        click.echo("hint: this is a defect; run again with --debug and report what it prints", err=True)
        code = FAILURE
    sys.exit(code if isinstance(code, int) else OK)


def explain(error: TallybookError) -> None:
    """Print what failed, where, why, and the next step, to stderr."""
    click.echo(f"error: {error}", err=True)
    if error.hint:
        click.echo(f"hint: {error.hint}", err=True)


def _close_stdout() -> None:
    """Let a reader that hung up (`| head`) end the program quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
