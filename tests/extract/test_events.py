"""What befell the counted."""

from __future__ import annotations

import pytest

from tallybook.model import BlockKind

EVENTS = [
    ("An avalanche killed 19 hikers in Nepal.", "19", "killed", "object of a verb"),
    ("Nineteen hikers were killed in Nepal.", "Nineteen", "killed", "subject of a passive"),
    ("Nineteen hikers died in Nepal.", "Nineteen", "killed", "subject of a verb"),
    ("The bus plunged into a ravine, killing 31.", "31", "killed", "a verb right before the number"),
    ("The collapse left 27 dead.", "27", "killed", "a state behind the number"),
    ("Seven miners are still missing.", "Seven", "missing", "a state told by the predicate"),
    ("Some 140 villagers were killed or wounded.", "140", "killed or wounded", "both told of one number"),
    ("Police arrested 55 demonstrators in Lima.", "55", "detained", "object of a verb"),
    ("The arrest of 15 journalists drew protests.", "15", "detained", 'behind a noun and "of"'),
    ("Floods displaced 4,200 families in Laos.", "4,200", "displaced", "object of a verb"),
    ("The 380 people displaced by the flood slept in schools.", "380", "displaced", "a participle at the noun"),
    ("About 60 sailors are behind bars.", "60", "detained", "a fixed phrase"),
    ("The regiment suffered 85 casualties.", "85", "killed or wounded", "object of a verb that says nothing itself"),
    ("Peru recorded 510 deaths.", "510", "killed", "a noun of an event"),
    ("Mali withdrew 700 troops from the north.", "700", "withdrawn", "soldiers moved"),
    ("The crowd of 9,000 marched through Tbilisi.", "9,000", "attended", "a crowd"),
    ("The murder of six nuns shocked Ireland.", "six", "killed", "a deed, and whom it was done to"),
    ("He is held over the assassination of Ruiz, his driver and two guards.", "two", "killed", "listed behind a deed"),
    ("Police know the kidnappers of 14 tourists.", "14", "captured", "those who did it"),
    ("The mayor was shot dead along with three aides.", "three", "killed", "company of whom it befell"),
    ("The hostages were killed by some 30 men.", "30", "other", "those who did it, behind a passive"),
    ("Forty miners were killed in two villages.", "two", "other", "where, not who"),
    ("Engineers repaired 33 bridges.", "33", "other", "no known event"),
]


@pytest.mark.parametrize(("text", "number", "event", "why"), EVENTS, ids=[row[0] for row in EVENTS])
def test_event(text, number, event, why, reading):
    assert reading(text).claim(number).event == event, why


def test_a_headline_verb_taken_for_a_noun(reading):
    assert reading("Hundreds flee as volcano erupts", BlockKind.TITLE).claim("Hundreds").event == "displaced"


SHARED = [
    ("The quake killed 31 adults and 12 children.", ["killed", "killed"], "coordinated"),
    ("The attack killed 14 people, including four nurses.", ["killed", "killed"], "a part takes its whole's event"),
]


@pytest.mark.parametrize(("text", "events", "why"), SHARED, ids=[row[0] for row in SHARED])
def test_events_shared(text, events, why, reading):
    assert [claim.event for claim in reading(text).claims] == events, why
