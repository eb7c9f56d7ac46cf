"""Text that tries to look like something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.view import safe_link, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50\u202e000", "50⟨U+202E⟩000"),
        ("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩"),
        ("nul\x00", "nul⟨U+0000⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("שלום\u200f עולם", "שלום\u200f עולם"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "L"])))
def test_what_is_shown_can_be_written(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<b>", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("https://", False),
        ("https://exa\u202emple.org", False),
        ("https://[bad", False),
        ("", False),
        (None, False),
    ],
)
def test_links(url: str | None, safe: bool) -> None:
    assert (safe_link(url) is not None) == safe
