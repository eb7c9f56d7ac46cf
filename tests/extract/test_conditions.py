"""The condition that a forecast or plan hangs on."""

from __future__ import annotations

import pytest
from benchmarks.cases import document_of

from tallybook.pipeline import extract_claims


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Up to 40,000 people could be displaced if the dam at Mosul fails.", "if the dam at Mosul fails"),
        ("If the strike goes on, 1,200 workers will be sent home, the union said.", "If the strike goes on"),
        ("Kenya plans to send 600 officers to Haiti unless the court stops it.", "unless the court stops it"),
        ("The flood displaced 40,000 people.", None),
        ("About 300 people waited to see if the ferry left.", None),
    ],
)
def test_condition(text: str, condition: str | None) -> None:
    claims = extract_claims(document_of({"id": "row", "text": text})).claims
    assert [claim.condition.of(text) if claim.condition else None for claim in claims] == [condition]
