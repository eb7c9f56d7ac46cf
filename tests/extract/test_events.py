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
    ("Officials said 23 people died.", "23", "killed", 'no "of" opens the sentence'),
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
    ("They said five died, and at least 24 soldiers injured when a van blew up.", "24", "wounded", "no helper"),
    ("Among the dead are six nuns.", "six", "killed", "a set they belong to"),
    ("The dead included six nuns.", "six", "killed", "a set that includes them"),
    ("Those arrested include 12 boys.", "12", "detained", "a set that includes them"),
    ("The army told of 14 rebels killed, nine captured and 12 rifles seized.", "nine", "captured", "in a list"),
    ("Five farmers were dragged out and executed.", "Five", "killed", "the next verb"),
    ("Five farmers were ambushed and killed by 30 men.", "Five", "killed", "what an attack led up to"),
    ("Five farmers were ambushed and killed by 30 men.", "30", "other", "those who did it"),
    ("Forty men, including 12 guards, were killed or wounded.", "Forty", "killed or wounded", "both, far behind"),
    ("Gunmen shot and killed seven farmers.", "seven", "killed", "means and outcome"),
    ("Seven farmers were burned to death.", "Seven", "killed", "means and outcome"),
    ("The blast claimed four victims.", "four", "killed", "a toll of victims"),
    ("Seven wounded soldiers were taken to a hospital.", "Seven", "hospitalized", "taken, but not captured"),
    ("Six nuns and two men who worked for them were killed.", "Six", "killed", "a clause about others"),
    ("The monarch condemned the murder of nine monks.", "nine", "killed", "condemned, but not sentenced"),
    ("Nine monks' deaths remain unsolved.", "Nine", "killed", "whose death it was"),
    ("Four bodies appeared in a vacant lot.", "Four", "killed", "what bodies do"),
    ("None of the 14 passengers was killed.", "14", "aboard", "none of a whole"),
    ("Eight men were held for the murder of six nuns and two cooks.", "two", "killed", "listed behind a deed"),
    ("They killed the abbess, five other nuns, their cook and a guard.", "five", "killed", "listed in apposition"),
    ("The hostages were killed by some 30 men.", "30", "other", "those who did it, behind a passive"),
    ("Forty miners were killed in two villages.", "two", "other", "where, not who"),
    ("Engineers repaired 33 bridges.", "33", "other", "no known event"),
    ("Rescuers lost contact with 14 divers off Palau.", "14", "missing", "an idiom before the counted"),
    ("Forty reservists have taken up positions along the canal.", "Forty", "deployed", "an idiom behind the counted"),
    ("Norway put 260 cadets through a survival course.", "260", "in training", "an idiom around the counted"),
    (
        "Thirty men treated for burns have rejoined their unit.",
        "Thirty",
        "returned to duty",
        "no idiom of another verb",
    ),
    ("Pulled from the silt alive were nine geologists.", "nine", "rescued", "told before the subject"),
    ("Among those killed in the queue were six pilgrims.", "six", "killed", "told of a set before the subject"),
    ("Of the missing, 12 came from Samoa.", "12", "missing", "told by the set that opens the sentence"),
    ("The wounded included 17 conductors.", "17", "wounded", "told by the subject that includes the counted"),
    ("The staff put its losses at 480 conscripts.", "480", "killed or wounded", "told by what is put at the number"),
    ("Storm arrivals this week: 1,340.", "1,340", "arrived", "an entry in a list of figures"),
    ("Toll in Lomé: dead 4, missing 11.", "11", "missing", "a state before its number"),
    (
        "Twelve drivers injured in the crash have returned to work.",
        "Twelve",
        "returned to duty",
        "a reduced relative",
    ),
    (
        "Three ferries carrying cement were sunk by the squall.",
        "Three",
        "destroyed",
        "one with an object",
    ),
    ("The mission has 640 peacekeepers.", "640", "strength", "forces that a body has"),
    ("Volunteers handed soap to 3,100 families.", "3,100", "supplied", "those who are given"),
    ("Denmark promised military aid worth $80 million.", "80 million", "supplied", "money as aid"),
    ("The hail caused damage of $12 million.", "12 million", "damaged", "money as damage"),
    ("Frost killed 700 sheep near Ushuaia.", "700", "killed", "animals"),
    ("They have buried, it says, at least 60 villagers.", "60", "killed", "a verb before an aside"),
    ("Customs officers confiscated 900 rifles in Odesa.", "900", "captured", "goods seized"),
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
