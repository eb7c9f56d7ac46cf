"""Numbers that explain a correction are of errors, and not of what befell anybody."""

from __future__ import annotations

import pytest

ERRORS = [
    ("Nine drowned migrants had been counted twice, Senegal's navy said.", "Nine", "counted twice"),
    ("Some 40 detainees were registered double, lawyers in Minsk found.", "40", "another adverb"),
    ("The hospital in Mocoa had reported 23 patients twice.", "23", "the number between verb and adverb"),
    ("The toll of the derailment fell because 7 victims had been double-counted.", "7", "a compound verb"),
    ("The army double-counted 60 destroyed tanks.", "60", "a compound verb before its object"),
    ("Nepal's police blamed the double counting of 18 climbers.", "18", "a noun of it"),
    ("After 14 duplicate deaths were taken out, 90 remained.", "14", "an adjective"),
    ("Some 350 infections were duplicates, the laboratory in Accra said.", "350", "a noun said of them"),
    ("Four corpses had been misidentified, the coroner in Leeds said.", "Four", "mistaken for others"),
    ("Volunteers had misidentified 11 bodies after the mudslide.", "11", "mistaken for others, by somebody"),
    ("Sixteen arrests were mistakenly included in the tally.", "Sixteen", "an adverb and a verb of counting"),
    ("Auditors in Lima said that clinics had wrongly added 210 patients.", "210", "the same, by somebody"),
    ("Fifteen infections were entered in error.", "Fifteen", "in error"),
    ("The ministry struck 140 missing sailors from its list.", "140", "struck from a list"),
    ("Thirty evacuees were removed from the tally.", "Thirty", "removed from a tally"),
    ("Six passengers listed as dead were found alive in Oslo.", "Six", "thought dead"),
    ("Three bodies in the ruins proved to be of animals.", "Three", "no people"),
    ("Eight wounded men appeared on two lists.", "Eight", "on two lists"),
]

TRUE = [
    ("Kenya's police counted 31 dead, twice as many as on Monday.", "31", "killed", "twice as many"),
    ("The clinic registered 300 deaths twice as fast as last year.", "300", "killed", "a comparison without a mark"),
    ("Forty sailors were wounded, twice the number first given.", "Forty", "wounded", "twice the number"),
    ("Nine men were arrested twice last year.", "Nine", "detained", "something else twice"),
    ("The bridge was hit twice, killing 23 workers.", "23", "killed", "another twice"),
    ("Nineteen bodies were counted in the gymnasium.", "Nineteen", "killed", "counted once"),
    ("Haiti's ministry has registered 52 deaths.", "52", "killed", "registered once"),
    ("Soldiers mistakenly killed 15 villagers.", "15", "killed", "a mistake that kills"),
    ("Police in Reading mistakenly arrested 5 men.", "5", "detained", "a mistake that arrests"),
    ("Six miners were found alive under the rubble.", "Six", "rescued", "alive, never thought dead"),
    ("Eleven patients died after they were wrongly given the drug.", "Eleven", "killed", "wrongly, of something else"),
    ("Duplicates aside, 77 people died in the fire.", "77", "killed", "without the duplicates"),
    ("After the recount 62 people are known to have died.", "62", "killed", "what the recount gave"),
    ("Forensic teams in Mariupol identified 18 bodies.", "18", "killed", "identified rightly"),
    ("None of the 84 dead had been counted twice, the mayor said.", "84", "killed", "none of them"),
    ("Doctors declared four of the injured dead.", "four", "killed", "declared dead"),
]


@pytest.mark.parametrize(("text", "number", "why"), ERRORS, ids=[row[2] for row in ERRORS])
def test_a_number_of_errors(text, number, why, reading):
    assert reading(text).claim(number).event == "other", why


@pytest.mark.parametrize(("text", "number", "event", "why"), TRUE, ids=[row[3] for row in TRUE])
def test_no_number_of_errors(text, number, event, why, reading):
    assert reading(text).claim(number).event == event, why
