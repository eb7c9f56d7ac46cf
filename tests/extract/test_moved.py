"""Claims of rough text: their numbers, and proofs that point at the text as it was given."""

from __future__ import annotations

import pytest
from benchmarks.cases import document_of

from tallybook.pipeline import extract_claims

ROWS = [
    ("The flood kil\u00adled 4\u00ad5 people in Sylhet.", [("4\u00ad5", 45, "killed", ("kil\u00adled",))]),
    ("It left.Police held 200people near Oslo.", [("200", 200, "detained", ("held",))]),
    ("The storm injured 62 peo-\nple in Tulum.", [("62", 62, "wounded", ("injured",))]),
    ("14:32 GMT Five miners were killed in Izmir.", [("Five", 5, "killed", ("killed",))]),
    ("10.45 – At least 9 miners have drowned.", [("At least 9", 9, "killed", ("drowned",))]),
    ("TWELVE MINERS WERE KILLED IN BLAST NEAR TETE", [("TWELVE", 12, "killed", ("KILLED",))]),
    ("Twelve killed in bus plunge", [("Twelve", 12, "killed", ("killed",))]),
    ("Updated 3h ago: rain injured 30 people.", [("30", 30, "wounded", ("injured",))]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_claims_of_rough_text(text, expected):
    document = document_of({"id": "r", "text": text})
    claims = extract_claims(document).claims
    assert [
        (c.span.of(text), c.quantity.low, c.event, tuple(s.of(text) for s in c.evidence["event"])) for c in claims
    ] == expected
    assert all(claim.id == f"r:{claim.core.start}-{claim.core.end}" for claim in claims)


def test_parts_still_point_at_their_wholes():
    text = "The flood kil\u00adled 45 people.Of them,12 were miners, police\u200b said."
    whole, part = extract_claims(document_of({"id": "r", "text": text})).claims
    assert part.part_of == whole.id
    assert part.core.of(text) == "12"
