"""Numbers in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("Seven divers were rescued.", ["Seven | 7"]),
    ("Twenty-eight villages lost power.", ["Twenty-eight | 28"]),
    ("Twenty eight villages lost power.", ["Twenty eight | 28"]),
    ("One hundred and six goats died.", ["One hundred and six | 106"]),
    ("Two hundred thousand chickens were culled.", ["Two hundred thousand | 200000"]),
    ("Three hundred and twelve passengers boarded.", ["Three hundred and twelve | 312"]),
    ("Nineteen hundred tents were shipped.", ["Nineteen hundred | 1900"]),
    ("A hundred guests came.", ["A hundred | 100"]),
    ("A thousand lanterns were lit.", ["A thousand | 1000"]),
    ("A dozen boats capsized.", ["A dozen | 12"]),
    ("Two dozen boats capsized.", ["Two dozen | 24"]),
    ("Half a dozen boats capsized.", ["Half a dozen | 6"]),
    ("Half a million bees escaped.", ["Half a million | 500000"]),
    ("A million and a half visitors came.", ["A million and a half | 1500000"]),
    ("Two and a half million visitors came.", ["Two and a half million | 2500000"]),
    ("A quarter of a million visitors came.", ["A quarter of a million | 250000"]),
    ("Three quarters of a million visitors came.", ["Three quarters of a million | 750000"]),
    ("Four point two million visitors came.", ["Four point two million | 4200000"]),
    ("It fell to minus twelve overnight.", ["minus twelve | -12"]),
    (
        "Forty-one thousand two hundred and six ballots were spoiled.",
        ["Forty-one thousand two hundred and six | 41206"],
    ),
    ("Five lakh bricks were used.", ["Five lakh | 500000"]),
    ("The plant made one billion, the mine two.", ["one billion | 1000000000", "two | 2"]),
    ("Hundred thousand seedlings were planted.", ["Hundred thousand | 100000"]),
    ("Fifteen-hundred runners started.", ["Fifteen-hundred | 1500"]),
    ("Eleven people and one dog survived.", ["Eleven | 11", "one | 1"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_words(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
