"""Crowds and who counts them: speakers that a place nearby does not name, marchers that nobody deploys."""

from __future__ import annotations

import pytest

SPEAKERS = [
    ("Some 8,000 marched through Wolfstadt, the union said.", "8,000", "union"),
    ("Some 6,000 people marched across Brackwater, the company said.", "6,000", "company"),
    ("About 700 rallied near Hollin, the association said.", "700", "association"),
    ("Some 300 workers will strike in Torby, the firm said.", "300", "firm"),
    ("About 90 nurses gathered outside Marwick, the union said.", "90", "union"),
    ("Some 450 people marched along Eskmouth, the agency said.", "450", "agency"),
    ("More than 2,000 marched towards Kelderby, the federation said.", "2,000", "federation"),
    (
        "The Rural Workers' Union marched. Some 8,000 marched through Wolfstadt, the union said.",
        "8,000",
        "Rural Workers' Union",
    ),
    ("Workers at Ostrava Steel met in Wolfstadt. Some 300 marched, the company said.", "300", "Ostrava Steel"),
    ("Northwind said it would close in Torby. Some 300 workers will go, the company said.", "300", "Northwind"),
    ("A plant of Ostrava Steel burned in Torby. It killed 12 workers, the company said.", "12", "Ostrava Steel"),
]


@pytest.mark.parametrize(("text", "number", "origin"), SPEAKERS, ids=[row[0] for row in SPEAKERS])
def test_a_place_is_no_speaker(reading, text, number, origin):
    assert reading(text).claim(number).attribution.origin == origin


CROWDS = [
    ("About 5,000 marchers were deployed to Aldermouth, organisers said.", "5,000", "attended"),
    ("About 900 protesters deployed to the square, police said.", "900", "attended"),
    ("Organisers deployed 3,000 supporters to Lima.", "3,000", "attended"),
    ("The party bused 400 demonstrators to Quito.", "400", "attended"),
    ("Unions mobilised 12,000 strikers in Lyon.", "12,000", "attended"),
    ("Some 2,500 demonstrators mustered in Turin.", "2,500", "attended"),
    ("The league mobilised 7,000 people for the march.", "7,000", "attended"),
    ("Unions mobilised 600 teachers for a rally in Accra.", "600", "attended"),
    ("Some 900 police deployed to the square for the march.", "900", "deployed"),
    ("Peru deployed 400 officers to the protest.", "400", "deployed"),
    ("Kenya deployed 800 soldiers to Goma.", "800", "deployed"),
    ("Chile deployed 60 firefighters to Athens.", "60", "deployed"),
]


@pytest.mark.parametrize(("text", "number", "event"), CROWDS, ids=[row[0] for row in CROWDS])
def test_marchers_attend(reading, text, number, event):
    assert reading(text).claim(number).event == event
