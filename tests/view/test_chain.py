"""Who says so, and through whom."""

from __future__ import annotations

import pytest

from tallybook.model import Attribution, Document
from tallybook.view import chain_of

PAGE = Document(id="d", text="", content_hash="", blocks=(), outlet="Harbour Courier")


@pytest.mark.parametrize(
    ("origin", "relays", "expected"),
    [
        ("Ministry of Health (Sudan)", ("Reuters",), "Ministry of Health (Sudan), via Reuters, in Harbour Courier"),
        ("police", (), "police, in Harbour Courier"),
        ("police", ("a mayor", "Reuters"), "police, via a mayor, via Reuters, in Harbour Courier"),
        ("police", ("Harbour Courier",), "police, in Harbour Courier"),
        ("Harbour Courier", (), "Harbour Courier"),
        (None, (), "Harbour Courier, no source named"),
        (None, ("Reuters",), "Harbour Courier, via Reuters"),
    ],
)
def test_chains(origin: str | None, relays: tuple[str, ...], expected: str) -> None:
    assert chain_of(Attribution(origin=origin, relays=relays), PAGE) == expected


def test_a_page_without_outlet() -> None:
    assert chain_of(Attribution(origin="police"), None) == "police, in an unnamed outlet"
