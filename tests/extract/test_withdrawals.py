"""Whose the numbers are that a page takes back or corrects."""

from __future__ import annotations

import pytest
from benchmarks.cases import document_of

from tallybook.pipeline import extract_claims

ORIGINS = {
    # whoever takes a statement back has made it
    "The defence ministry in Lima on Friday withdrew its claim that 14 drones had been shot down.": {
        "14": "Ministry of Defence (Peru)"
    },
    "The navy took back its statement that 41 sailors had been rescued.": {"41": "Navy"},
    "The army backtracked on its claim that 14 rebels had been killed.": {"14": "army"},
    "The militia no longer stands by its claim that 41 soldiers were killed.": {"41": "militia"},
    "The clinic retracted on Monday its announcement that 41 migrants had been found dead.": {"41": "clinic"},
    "The governor withdrew his estimate of 41 deaths.": {"41": "governor"},
    "The agency has deleted a message saying that 41 nurses had been arrested.": {"41": "agency"},
    "The channel took down a post in which it said 41 soldiers had been killed.": {"41": "channel"},
    "The party removed a tweet that claimed 41 activists had been arrested.": {"41": "party"},
    "The airline apologised for reporting that 41 people were on board.": {"41": "airline"},
    "The prosecutor corrected the number of dead to 14.": {"14": "prosecutor"},
    "The lifeguard service, which at first said that 3 swimmers had been rescued, has corrected this to 8.": {
        "3": "lifeguard service",
        "8": "lifeguard service",
    },
    "The clinic, which had first put the number of dead at 22, corrected it to 12.": {"22": "clinic", "12": "clinic"},
    # but not another's
    "The ministry rejected its claim that 14 rebels had been killed.": {"14": None},
    "The ministry was urged to withdraw a report that 14 rebels had been killed.": {"14": None},
    "The fire, which at first killed 3 people, has left 8 others hurt.": {"3": None, "8": None},
    # a page's own notice is nobody's
    "Editors' note: The number of people killed that we gave on Tuesday, 477, was wrong.": {"477": None},
    "Editor's note: We gave the number of wounded as 47. It was 74.": {"47": None, "74": None},
    "(Corrects second paragraph to say 14 people were hurt, not 41)": {"14": None, "41": None},
    "An earlier version said that 41 people were killed; according to the clinic it was 14.": {
        "41": None,
        "14": "clinic",
    },
    "An earlier version of this story said that 41 people were killed, according to the clinic.": {"41": "clinic"},
}


@pytest.mark.parametrize(("text", "expected"), ORIGINS.items())
def test_origin(text: str, expected: dict[str, str | None]) -> None:
    claims = extract_claims(document_of({"id": "row", "text": text})).claims
    assert {claim.core.of(text): claim.attribution.origin for claim in claims} == expected
