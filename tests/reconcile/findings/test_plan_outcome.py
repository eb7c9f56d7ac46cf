"""How grave a plan's outcome is, and its harmless explanation."""

from __future__ import annotations

import pytest

from tallybook.model import Severity

PLAN = "page a | Reuters | 2023-02-08\npage b | AP | 2023-03-20\na1 | 5,000 deployed | by Army | planned | on "
ROWS = {
    "not reached": ("2023-03-01\nb1 | 2,000 deployed | by Army | on 2023-03-02", Severity.CHECK, True),
    "unsettled": ("2023-03-01\nb1 | 2,000 wounded | by Army | on 2023-03-02", Severity.NOTE, True),
    "reached": ("2023-03-01\nb1 | 5,000 deployed | by Army | on 2023-03-02", Severity.NOTE, False),
    "open": ("2024-03-01\nb1 | 9 wounded | by Army", Severity.NOTE, False),
}


@pytest.mark.parametrize("row", ROWS)
def test_severity(picture_of, row):
    book, severity, excused = ROWS[row]
    found = next(f for f in picture_of(PLAN + book).findings if f.kind == "plan and outcome")
    assert (row in found.text, found.severity, found.innocent is not None) == (True, severity, excused)
