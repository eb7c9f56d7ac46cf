"""The counted noun by the shape of the words behind the number."""

from __future__ import annotations

import pytest

from tallybook.lexicon import load_lexicon
from tallybook.quantity import counted_noun, read_quantities

LEXICON = load_lexicon("en")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Nine gun crews left.", "crew"),
        ("About 300 North Korean soldiers left.", "soldier"),
        ("Some 40 people left.", "person"),
        ("Seven of the children left.", "child"),
        ("Two bodies were found.", "body"),
        ("Four churches burned.", "church"),
        ("Four houses burned.", "house"),
        ("Five buses burned.", "bus"),
        ("One farmer left.", "farmer"),
        ("A 14-member board met.", "member"),
        ("A 3,200-strong unit met.", None),
        ("At least 300 were hurt.", None),
        ("It cost $300.", None),
        ("Dozens of ferries stopped.", "ferry"),
        ("Twelve sports fans left.", "fan"),
    ],
)
def test_counted_noun(text: str, noun: str | None) -> None:
    mention = read_quantities(text, LEXICON)[0]
    found = counted_noun(text, mention, LEXICON)
    assert (found and found[0]) == noun
    if found:
        assert found[1].start >= mention.span.end
