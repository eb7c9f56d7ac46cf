"""Broken mark-up is read or refused, keeps what every document promises, and costs no more than its size."""

from __future__ import annotations

import time

import pytest
from tests.read.mutated import mutated_pages

from tallybook.errors import UnreadableInput
from tallybook.read import read_page
from tallybook.settings import Settings

SETTINGS = Settings(language="en")
LEAD = "<p>At least 48 people died when the gates of the dam failed on Tuesday night, the governor said.</p>"
LONG = {
    "deep blocks": "<div>",
    "deep lists": "<ul><li>",
    "deep asides": "<nav><aside>",
    "closed asides": "<nav><a href=/>World</a></nav>",
    "asides with hidden parts": "<nav><i style='display:none'>",
    "asides in asides": "<aside><div></aside>",
    "tables in tables": "<table><tr><td>",
    "cells": "<td>1",
    "inline": "<b class=byline>",
    "items in blocks": "<li><div>",
    "strange end tags": "</li></td></section></span>",
    "paragraphs": LEAD,
    "attributes": "<p a=1 b='2' c=\"3\">",
    "open quotes": '<a href="',
    "mixed quotes": "<i '>'",
    "equals and quotes": "<i a='>\" b=\"'>",
    "comments": "<!-- x ",
    "unclosed whole elements": "<svg><select><noscript>",
    "scripts": "<script>if (1 < 2) {}</script>",
    "references": "&amp;&#x41;&nosuch;&",
    "breaks": "x<br>y<br><br>",
    "blanks": " \n\t",
    "brackets": "<",
    "times": "<time datetime=2025-01-01>",
    "hidden": "<span hidden>x</span>",
    "teasers": "<li><a href=/>A headline of some length</a><p>Some words below it.</p></li>",
}


def check(data: bytes) -> None:
    """Reads a page, or has it refused with a hint; places lead back to equal text."""
    try:
        document = read_page(data, settings=SETTINGS)
    except UnreadableInput as error:
        assert error.hint
        return
    source = data.decode("utf-8", "surrogatepass").removeprefix("\ufeff")
    for run in document.source_map:
        assert document.text[run.text_start :][: run.length] == source[run.source_start :][: run.length]
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        end = block.span.end


def test_broken_pages_are_read_or_refused() -> None:
    for data in mutated_pages(300, seed=6):
        check(data)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(100))
def test_ten_thousand_broken_pages_are_read_or_refused(seed: int) -> None:
    for data in mutated_pages(100, seed=seed):
        started = time.process_time()
        check(data)
        assert time.process_time() - started < 2


@pytest.mark.parametrize("name", LONG)
def test_time_grows_with_size(name: str) -> None:
    small, large = (LEAD * 3 + LONG[name] * (size // len(LONG[name])) for size in (20_000, 160_000))
    assert min(seconds_for(large) for _ in range(2)) < 30 * max(min(seconds_for(small) for _ in range(2)), 0.005)


def test_a_tag_of_a_million_attributes_is_one_tag() -> None:
    assert seconds_for(f"<p {'a=1 ' * 1_000_000}>{LEAD}") < 10


def seconds_for(body: str) -> float:
    """Processor time of one reading."""
    data = f"<html><body>{body}".encode()
    started = time.process_time()
    check(data)
    return time.process_time() - started
