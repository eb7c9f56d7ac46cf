"""The pages that explain keep up with the code: sections, packages, layers, findings, policies, words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import get_args

import msgspec
import pytest

from tallybook.lexicon.schema import EventFrame, Lexicon, QuantityWords
from tallybook.reconcile import findings
from tallybook.settings import Policy

WORDS = (
    "Document", "Span", "Quantity", "Hedge", "Claim", "Denial", "Refusal", "Anchor", "Origin", "Relay", "Outlet",
    "Source", "Statement", "Lineage", "Event", "Incident", "Story", "Series", "Estimate", "Finding", "Forecast", "Book",
)  # fmt: skip


def _finding_kinds() -> set[str]:
    modules = (import_module(f"{findings.__name__}.{module.name}") for module in iter_modules(findings.__path__))
    return {module.KIND for module in modules}


def _headings(text: str) -> set[str]:
    return set(re.findall(r"^#+ (.+)$", text, re.MULTILINE))


def test_every_word_has_an_entry(read: Callable[[str], str]) -> None:
    assert set(WORDS) <= _headings(read("docs/glossary.md"))


def test_every_kind_of_finding_is_explained(read: Callable[[str], str]) -> None:
    assert {kind.capitalize() for kind in _finding_kinds()} <= _headings(read("docs/explanation/methods.md"))


def test_every_kind_of_finding_is_listed_with_the_command(read: Callable[[str], str]) -> None:
    listed = re.search(r"^\| `kind` \| (.*) \|$", read("docs/reference/commands.md"), re.MULTILINE)
    assert listed
    assert set(re.findall(r"`([^`]+)`", listed[1])) == _finding_kinds()


@pytest.mark.parametrize("page", ["docs/explanation/methods.md", "docs/how-to.md", "docs/reference/commands.md"])
def test_every_policy_is_named(page: str, read: Callable[[str], str]) -> None:
    for policy in get_args(Policy):
        assert f"`{policy}`" in read(page)


def test_every_section_of_a_lexicon_is_named(read: Callable[[str], str]) -> None:
    names = [field.name for field in msgspec.structs.fields(Lexicon)]
    names += [f"quantity.{field.name}" for field in msgspec.structs.fields(QuantityWords)]
    cells = re.findall(r"^\| `([a-z.]+)` \|", read("docs/reference/lexicon.md"), re.MULTILINE)
    assert cells == names


def test_every_package_is_on_the_map(root: Path, read: Callable[[str], str]) -> None:
    there = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in (root / "src/tallybook").iterdir()
        if not path.name.startswith("__") and path.name != "py.typed"
    }
    cells = re.findall(r"^\| `([a-z.]+/?)` \|", read("docs/explanation/architecture.md"), re.MULTILINE)
    assert set(cells) == there


def test_the_layers_are_those_that_are_checked(
    root: Path, read: Callable[[str], str], section: Callable[[str, str], str]
) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    shown = re.search(
        r"```text\n(.*?)```", section(read("docs/explanation/architecture.md"), "What imports what"), re.S
    )
    assert shown
    assert [line.split() for line in shown[1].splitlines()] == [
        [package.strip().removeprefix("tallybook.") for package in layer.split(":")] for layer in layers
    ]


def test_every_value_that_narrows_a_frame_is_named(read: Callable[[str], str]) -> None:
    field = next(field for field in msgspec.structs.fields(EventFrame) if field.name == "units")
    (values,) = get_args(field.type)
    for value in get_args(values):
        assert f"`{value}`" in read("docs/reference/lexicon.md")
