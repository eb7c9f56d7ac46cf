"""The gate lets through whatever can hold a claim, and most of the rest not."""

from __future__ import annotations

import pytest

from tallybook.quantity import has_quantity


@pytest.mark.parametrize(
    "text",
    [
        "Seven divers drowned.",
        "Forty-one left.",
        "DOZENS LEFT.",
        "A third of them left.",
        "Half left.",
        "Two-thirds left.",
        "They were 300.",
        "They were ٣٠٠.",
        "Half a million left.",
        "Hundreds left.",
        "One left.",
        "A dozen left.",
    ],
)
def test_passes(text: str) -> None:
    assert has_quantity(text)


@pytest.mark.parametrize(
    "text", ["", "Nobody left.", "The minister denied the reports.", "First, he left.", "Several left."]
)
def test_stops(text: str) -> None:
    assert not has_quantity(text)
