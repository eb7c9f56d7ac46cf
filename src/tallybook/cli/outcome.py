"""Exit codes and error words, in one place."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from tallybook.cli.lazy import HungUpError
from tallybook.errors import TallybookError

OK, FAILURE, USAGE, PARTIAL, INTERRUPTED = 0, 1, 2, 3, 130
ANY_HINT = "`tallybook --help` lists the commands"
DEFECT_HINT = "this is a defect; run again with --debug and report what it prints"


def run_and_exit(group: click.Group, arguments: Sequence[str]) -> None:
    """Run the command line and leave the process with the exit code of what happened.

    `--debug` may stand anywhere before a `--`; with it, errors are raised as they are.
    """
    ordered = _debug_first(arguments)
    _write_utf8(sys.stdout)
    try:
        code = _outcome(group, ordered)
    except Exception as error:
        if ordered[:1] == ["--debug"]:
            raise
        code = _explain_failure(error)
    sys.exit(code)


def explain(error: TallybookError) -> None:
    """Print what failed, where, why, and the next step, to stderr."""
    for one in (error, *getattr(error, "further", ())):
        click.echo("\n".join(error_lines(one)), err=True)


def error_lines(error: TallybookError) -> tuple[str, str]:
    """The two lines that tell a user about an error."""
    return f"error: {error}", f"hint: {error.hint or ANY_HINT}"


def is_debugging() -> bool:
    """Whether the running command was asked to show tracebacks."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.find_root().params.get("debug"))


def _outcome(group: click.Group, arguments: list[str]) -> int:
    try:
        code = group.main(arguments, prog_name="tallybook", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        return _explain_usage(error)
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except (HungUpError, BrokenPipeError):
        _forget_stdout()
        return OK
    return code if isinstance(code, int) else OK


def _explain_usage(error: click.UsageError) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return USAGE
    command = error.ctx.command_path if error.ctx else "tallybook"
    click.echo(f"error: {command}: {error.format_message()}", err=True)
    click.echo(f"hint: `{command} --help` shows what it takes", err=True)
    return USAGE


def _explain_failure(error: Exception) -> int:
    if isinstance(error, TallybookError):
        explain(error)
    elif isinstance(error, ModuleNotFoundError):
        explain(
            TallybookError("a library is missing", why=str(error), hint="`tallybook doctor` checks what is installed")
        )
    elif isinstance(error, OSError):
        where, why = str(error.filename or "stdout"), error.strerror or type(error).__name__
        explain(TallybookError("the system refused", where=where, why=why, hint="check the place and its free space"))
        _forget_stdout()
    else:
        explain(defect(error))
    return FAILURE


def defect(error: Exception, *, where: str = "") -> TallybookError:
    """An exception nobody foresaw, as an error a user can read."""
    return TallybookError("the program failed", where=where, why=f"{type(error).__name__}: {error}", hint=DEFECT_HINT)


def _debug_first(arguments: Sequence[str]) -> list[str]:
    """The arguments with `--debug` moved to where the group looks for it."""
    listed = list(arguments)
    end = listed.index("--") if "--" in listed else len(listed)
    options = [argument for argument in listed[:end] if argument != "--debug"]
    return [*(["--debug"] if len(options) < end else []), *options, *listed[end:]]


def _write_utf8(stream: object) -> None:
    """Data is UTF-8 whatever the locale; bytes of a file's name that are not come out as they went in."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def _forget_stdout() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not fail on it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
