"""Old numbers told again without their day."""

from __future__ import annotations

import pytest

PAGES = "page a | Reuters | 2023-07-20\npage b | AP | {}\n"
ROWS = {
    "five weeks after the first undated page": (
        "2023-08-27",
        "a1 | 214 killed | by Fire Service\nb1 | 214 killed | by Fire Service",
        ["a1 b1"],
    ),
    "three weeks after a day that the words give": (
        "2023-08-12",
        "a1 | 214 killed | by Fire Service | on 2023-07-20\nb1 | 214 killed | by Fire Service",
        ["a1 b1"],
    ),
    "three weeks after an undated page": (
        "2023-08-12",
        "a1 | 214 killed | by Fire Service\nb1 | 214 killed | by Fire Service",
        [],
    ),
    "another number": ("2023-08-27", "a1 | 214 killed | by Fire Service\nb1 | 310 killed | by Fire Service", []),
    "a plan is told again": (
        "2023-08-27",
        "a1 | 214 deployed | by Army | planned\nb1 | 214 deployed | by Army | planned",
        [],
    ),
    "the later page gives its own day": (
        "2023-08-27",
        "a1 | 214 killed | by Fire Service\nb1 | 214 killed | by Fire Service | on 2023-08-26",
        [],
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_stale(found, row):
    day, book, expected = ROWS[row]
    assert found(PAGES.format(day) + book, "stale repetition") == expected


def test_the_day_of_the_first_page_is_named(picture_of):
    day, book, _ = ROWS["five weeks after the first undated page"]
    findings = picture_of(PAGES.format(day) + book).findings
    text = next(finding.text for finding in findings if finding.kind == "stale repetition")
    assert text == ("214 killed (Fire Service), told by 20 July 2023, stand without a day in a page of 27 August 2023.")
