"""Which incident a number is of."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from tallybook.model import Block, BlockKind, Claim, Document, PartialDate, Span
from tallybook.pipeline import extract_claims

INCIDENTS = [
    ("Tuesday's quake killed 62 people. The 2010 quake killed 900.", "900", "2010", "a year at the incident"),
    ("Tuesday's quake killed 62 people. The 2010 quake killed 900.", "62", None, "the page's own"),
    ("Floods drowned 14 people. Last year's floods cost 31 lives.", "31", "2023", "last year's"),
    ("It was the worst fire since May 1998, when 310 died.", "310", "1998", "the clause of a date"),
    ("A fire killed nine. In 1981 a fire gutted a mill. It killed 55 weavers.", "55", "1981", "gone on with"),
    ("A strike in Kafr killed six. A strike in Tulma killed eight.", "eight", "strike at Tulma", "another place"),
    ("A blast killed six guards. A second blast killed two medics.", "two", "second blast", "a second one"),
    ("A strike in Kafr killed six. The strike wounded 20 people.", "20", None, "the same one"),
    ("A blast in Kafr killed six. Another blast in Kafr killed two.", "two", "another blast at Kafr", "in one town"),
    (
        "A raid killed six. Another raid killed two. Another raid killed nine.",
        "nine",
        "another raid (2)",
        "a third one",
    ),
    ("A raid killed six. Another raid killed two. Another raid killed nine.", "two", "another raid", "the other one"),
    ("A raid killed six. A second raid killed two. The second raid hurt 12.", "12", "second raid", "gone back to"),
    ("Monday's quake killed 62. Another quake on Tuesday killed eight.", "eight", "another quake", "the next day"),
    ("A crash killed 21. In another crash on the road, seven people died.", "seven", "another crash", "in a clause"),
    ("The flood killed 30. Another five people died in hospital.", "five", None, "more of the same"),
    ("A quake killed 62. The quake also wounded 300 people.", "300", None, "the same quake"),
]


def claims_of(text: str) -> list[tuple[str, Claim]]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        id=digest[:12],
        text=text,
        content_hash=digest,
        blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY, why="test"),),
        language="en",
        published=PartialDate(year=2024, month=5, day=9, how="test"),
    )
    return [(claim.core.of(text), claim) for claim in extract_claims(document).claims]


@pytest.mark.parametrize(("text", "number", "incident", "why"), INCIDENTS, ids=[f"{r[1]}: {r[0]}" for r in INCIDENTS])
def test_incident(text: str, number: str, incident: str | None, why: str) -> None:
    (claim,) = [claim for core, claim in claims_of(text) if core == number]
    assert claim.incident == incident, why


def test_day_and_place_of_another_incident_go_on() -> None:
    text = "Tuesday's quake killed 62 people. The 2010 quake in Jacmel killed 900 people. It wounded 4,000."
    claims = dict(claims_of(text))
    assert claims["4,000"].place == "Jacmel"
    assert claims["4,000"].time is not None
    assert claims["4,000"].time.start == date(2010, 1, 1)
