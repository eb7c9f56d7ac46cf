"""Who says a number, and through whom."""

from __future__ import annotations

import pytest

from tallybook.model import BlockKind

SPEAKERS = [
    ("The Harbour Guild said 44 dockers were hurt.", "44", "Harbour Guild", (), "before the verb"),
    ("Forty-four dockers were hurt, the Harbour Guild said.", "Forty-four", "Harbour Guild", (), "behind what is said"),
    ("“We lost 26 boats,” said Mayor Tevita Latu.", "26", "Tevita Latu", (), "behind a quotation"),
    ("According to the Lake Institute, 310 cows drowned.", "310", "Lake Institute", (), "according to, in front"),
    ("Some 310 cows drowned, according to the Lake Institute.", "310", "Lake Institute", (), "according to, behind"),
    ("A report by the Lake Institute found that 90 wells dried up.", "90", "Lake Institute", (), "owner of a report"),
    ("The 75 deaths reported by the Coast Board fell in May.", "75", "Coast Board", (), "agent of a passive"),
    ("Police counted 800 marchers.", "800", "Police", (), "a role that speaks"),
    (
        "“It burned 51 huts,” chief Amara Sesay told the Freetown Courier.",
        "51",
        "Amara Sesay",
        ("Freetown Courier",),
        "told",
    ),
    ("Rain killed 40 goats.", "40", None, (), "nobody speaks: the outlet itself"),
    ("Critics might argue that 60 families left.", "60", None, (), "supposed speech is none"),
    (
        "Nearly 2 million people were affected (Delta Agency, 3 May).",
        "2 million",
        "Delta Agency",
        (),
        "in brackets",
    ),
]


@pytest.mark.parametrize(("text", "number", "origin", "relays", "why"), SPEAKERS, ids=[row[0] for row in SPEAKERS])
def test_speaker(text, number, origin, relays, why, reading):
    told = reading(text).claim(number).attribution
    assert (told.origin, told.relays) == (origin, relays), why


HEADLINES = [
    ("Coast Guard: 16 rescued off Samoa", "16", "Coast Guard", "before a colon"),
    ("16 rescued off Samoa – Coast Guard", "16", "Coast Guard", "behind a dash"),
    ("Samoa: 16 rescued", "16", None, "a place speaks not"),
]


@pytest.mark.parametrize(("text", "number", "origin", "why"), HEADLINES, ids=[row[0] for row in HEADLINES])
def test_headline(text, number, origin, why, reading):
    assert reading(text, BlockKind.TITLE).claim(number).attribution.origin == origin, why


CARRIED = [
    ("Mina Okafor led the search. She said 18 divers were missing.", "18", "Mina Okafor", "a pronoun"),
    ("The Lake Institute met. The institute said 35 wells dried up.", "35", "Lake Institute", "a bare noun of a body"),
    ("The Relief Board (RB) met. The RB said 35 wells dried up.", "35", "Relief Board", "an acronym"),
    ("Some 35 wells dried up. The figures come from the Lake Institute.", "35", "Lake Institute", "told afterwards"),
]


@pytest.mark.parametrize(("text", "number", "origin", "why"), CARRIED, ids=[row[0] for row in CARRIED])
def test_carried(text, number, origin, why, reading):
    assert reading(text).claim(number).attribution.origin == origin, why
