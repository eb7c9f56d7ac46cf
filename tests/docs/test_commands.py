"""Every command and every option that the program knows is documented, and nothing that it does not know."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from tallybook.cli import COMMANDS, outcome, tallybook
from tallybook.model import Estimate, Finding
from tallybook.view import estimate_json, finding_json

PAGE = "docs/reference/commands.md"
HELP = {"-h", "--help"}


def _context() -> click.Context:
    """Of the program itself. A command keeps the help option of the first context it is called in."""
    return click.Context(tallybook, **tallybook.context_settings)


def _command(name: str) -> click.Command:
    command = tallybook.get_command(_context(), name)
    assert command is not None
    return command


def _spellings(command: click.Command) -> set[str]:
    return {opt for param in command.params if isinstance(param, click.Option) for opt in param.opts}


def _ticked(text: str) -> set[str]:
    """Everything in back-ticks."""
    return set(re.findall(r"`([^`\n]+)`", text))


def _options_in(text: str) -> set[str]:
    return {word for ticked in _ticked(text) for word in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", ticked)}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented_with_all_its_options(
    name: str, read: Callable[[str], str], section: Callable[[str, str], str]
) -> None:
    text = section(read(PAGE), f"`tallybook {name}`")
    assert _spellings(_command(name)) <= _options_in(text)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_option_is_documented_that_is_not_there(
    name: str, read: Callable[[str], str], section: Callable[[str, str], str]
) -> None:
    text = section(read(PAGE), f"`tallybook {name}`")
    assert _options_in(text) <= _spellings(_command(name)) | HELP


@pytest.mark.parametrize("name", COMMANDS)
def test_choices_and_defaults_are_told(name: str, read: Callable[[str], str]) -> None:
    told = " ".join(_ticked(read(PAGE)))
    for param in _command(name).params:
        choices = param.type.choices if isinstance(param.type, click.Choice) else ()
        default = [str(param.default)] if isinstance(param.default, (str, Path)) and str(param.default) != "-" else []
        for value in (*choices, *default):
            assert str(value) in told


def test_options_of_the_program_itself_are_documented(read: Callable[[str], str]) -> None:
    intro = read(PAGE).split("\n## ", maxsplit=1)[0]
    assert _spellings(tallybook) | HELP <= _options_in(intro)


def test_every_command_stands_in_the_table_of_the_readme(read: Callable[[str], str]) -> None:
    rows = re.findall(r"^\| `tallybook (\w+)", read("README.md"), re.MULTILINE)
    assert set(rows) == set(COMMANDS)


@pytest.mark.parametrize("code", [outcome.OK, outcome.FAILURE, outcome.USAGE, outcome.PARTIAL, outcome.INTERRUPTED])
def test_every_exit_code_is_documented(
    code: int, read: Callable[[str], str], section: Callable[[str, str], str]
) -> None:
    assert re.search(rf"^\| {code} \|", section(read(PAGE), "Exit codes"), re.MULTILINE)


def test_every_field_of_an_estimate_is_documented(
    read: Callable[[str], str], section: Callable[[str, str], str]
) -> None:
    estimate = Estimate(
        series="s", at=None, low=1, best=None, high=2, independent=1, method="m", claims=(), left_out=(), why=""
    )
    assert {"title", *estimate_json(estimate)} <= _ticked(section(read(PAGE), "`tallybook estimate`"))


def test_every_field_of_a_finding_is_documented(read: Callable[[str], str], section: Callable[[str, str], str]) -> None:
    finding = Finding(id="f", kind="conflict", claims=(), text="")
    assert set(finding_json(finding)) <= _ticked(section(read(PAGE), "`tallybook findings`"))


def _shown_commands(root: Path) -> Iterator[tuple[str, str]]:
    pages = [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").rglob("*.md"))]
    for page in pages:
        for line in re.findall(r"^(?:\$ |    )(.*\btallybook .*)$", page.read_text(encoding="utf-8"), re.MULTILINE):
            for call in re.findall(r"\btallybook\b[^|;&)]*", re.sub(r"[<>]\s*\S+", "", line)):
                if "COMMAND" not in call and "[" not in call:
                    yield str(page.relative_to(root)), call.strip()


def test_every_command_line_that_is_shown_is_one_the_program_takes(root: Path) -> None:
    shown = list(_shown_commands(root))
    assert shown
    for page, call in shown:
        name, *arguments = [word for word in shlex.split(call)[1:] if word not in _spellings(tallybook)]
        assert name in COMMANDS, f"{page}: {call}"
        try:
            _command(name).make_context(name, arguments, parent=_context())
        except click.ClickException as error:
            pytest.fail(f"{page}: {call}: {error.format_message()}")
