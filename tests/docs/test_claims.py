"""The page on claims names every key and every value that the export writes, and its example is real."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tallybook.model import (
    Attribution,
    Claim,
    ClaimKind,
    Document,
    Hedge,
    Modality,
    PartialDate,
    Product,
    Quantity,
    Reading,
    Span,
)
from tallybook.pipeline import extract_claims, read_pages
from tallybook.registry import load_registry
from tallybook.view import claim_json

PAGE = "docs/reference/claims.md"
TEXT = "Two groups of 12 left if it rained."
DOCUMENT = Document(
    id="d", text=TEXT, content_hash="", blocks=(), path="a.txt", url="https://example.org/a", title="A",
    published=PartialDate(year=2031, month=3, day=4, how="dateline"),
)  # fmt: skip
CLAIM = Claim(
    id="d:14-16",
    document_id="d",
    span=Span(14, 16),
    core=Span(14, 16),
    sentence=Span(0, len(TEXT)),
    quantity=Quantity(low=12, high=12, unit="money", currency="EUR"),
    event="other",
    kind=ClaimKind.TOTAL,
    modality=Modality.REPORTED,
    attribution=Attribution(),
    each_of="d:0-3",
    total=Product(low=24, high=24),
    condition=Span(22, 34),
    incident="2010",
    taken_back=Span(4, 16),
    partial_time=PartialDate(year=None, month=3, day=4, how="words"),
    readings=(Reading(differs={"event": "killed"}, why="may be"),),
)


def _keys(record: dict[str, Any], *, inside: tuple[str, ...] = ("document", "quantity")) -> Iterator[str]:
    for key, value in record.items():
        yield key
        if key in inside:
            yield from (f"{key}.{inner}" for inner in value)


def _rows(text: str) -> set[str]:
    """The first cells of the tables."""
    cells = re.findall(r"^\| (.+?) \|", text, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def test_every_key_that_a_claim_may_have_is_documented(read: Callable[[str], str]) -> None:
    assert set(_keys(claim_json(CLAIM, DOCUMENT))) <= _rows(read(PAGE))


def test_no_key_is_documented_that_no_claim_has(read: Callable[[str], str], section: Callable[[str, str], str]) -> None:
    assert _rows(section(read(PAGE), "The claim")) == set(_keys(claim_json(CLAIM, DOCUMENT)))


def test_keys_that_are_only_there_when_filled_say_so(read: Callable[[str], str]) -> None:
    unset = dict.fromkeys(("total", "condition", "incident", "taken_back", "partial_time"))
    bare = replace(CLAIM, quantity=Quantity(low=1, high=1), **unset)
    always = set(_keys(claim_json(bare, replace(DOCUMENT, path=None, url=None))))
    for key in set(_keys(claim_json(CLAIM, DOCUMENT))) - always:
        row = re.search(rf"^\| `{re.escape(key)}` \| (.*) \|$", read(PAGE), re.MULTILINE)
        assert row and "only" in row[1], key


@pytest.mark.parametrize("values", [Hedge, ClaimKind, Modality], ids=lambda values: values.__name__)
def test_every_value_is_named(values: Any, read: Callable[[str], str]) -> None:
    told = set(re.findall(r"`([^`\n]+)`", read(PAGE)))
    assert {value.value for value in values} <= told


def test_every_event_is_named(read: Callable[[str], str], section: Callable[[str, str], str]) -> None:
    told = set(re.findall(r"`([^`\n]+)`", section(read(PAGE), "Events")))
    assert set(load_registry().event_ids()) <= told


@pytest.fixture(scope="module")
def example(
    read: Callable[[str], str], section: Callable[[str, str], str], fences: Callable[[str], list[tuple[str, str]]]
) -> dict[str, Any]:
    blocks = fences(section(read(PAGE), "An example"))
    found: dict[str, Any] = next(json.loads(body) for language, body in blocks if language == "json")
    return found


def test_the_example_has_the_keys_of_a_claim(example: dict[str, Any]) -> None:
    keys = list(claim_json(CLAIM, DOCUMENT))
    assert list(example) == [key for key in keys if key in example]
    assert set(keys) - set(example) <= {"total", "condition", "incident", "taken_back", "partial_time"}


def test_the_example_quotes_its_page(example: dict[str, Any], root: Path) -> None:
    page = (root / example["document"]["path"]).read_text(encoding="utf-8")
    start, end = example["span"]
    assert page[start:end] == example["text"]
    assert example["sentence"] in page
    assert page[slice(*example["evidence"]["value"][0])] in example["text"]


def test_every_reason_for_a_refusal_is_told(
    read: Callable[[str], str], section: Callable[[str, str], str], root: Path
) -> None:
    """The reasons that the example pages give; the rest of the code's are for texts that are rarer."""
    told = section(read(PAGE), "What is not a claim")
    for page in read_pages([root / "examples"]):
        assert isinstance(page, Document)
        for refusal in extract_claims(page).refusals:
            assert refusal.reason.removeprefix("a number of kind ").split(":")[0] in told
