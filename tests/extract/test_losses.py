"""Whose losses a number tells: the side that lost them, whoever says so."""

from __future__ import annotations

import pytest

ROWS = [
    ("Sudan's defence ministry said that Chad lost 600 troops on Friday.", "600", "Chad"),
    ("Ethiopia lost 70 soldiers, Kenya's army said.", "70", "Ethiopia"),
    ("According to India's defence ministry, Pakistan lost 12 tanks.", "12", "Pakistan"),
    ("Kenya's army said Ethiopia suffered 240 casualties on Monday.", "240", "Ethiopia"),
    ("Kenya's army said Ethiopia had 40 soldiers killed.", "40", "Ethiopia"),
    ("The Indian army said that Pakistan had lost 85 soldiers.", "85", "Pakistan"),
    ("Nigeria's army said Niger's border police had 14 men wounded.", "14", "Niger"),
    ("Pakistan's army said India had five jets shot down.", "five", "India"),
    ("The army of Chad suffered losses of 40 soldiers.", "40", "Chad"),
    ("Kenya's army said its forces lost 40 soldiers.", "40", "Kenya"),
    ("Mali's army said it had lost 19 soldiers.", "19", "Mali"),
    ("Kenya's army said that it killed 300 Somali fighters.", "300", "Somalia"),
    ("Kenya's army said it destroyed 12 of Ethiopia's tanks.", "12", "Ethiopia"),
    ("Kenya sent 300 soldiers to Goma. Chad's army said the rebels lost 30 fighters.", "30", None),
    ("Northwind recruited 300 workers. Police said 12 officers were wounded.", "12", None),
    ("We have to reckon with more than 100 dead, said the agency's director, Ana Torres.", "100", None),
    ("The mayor of Brno said they have to expect 60 dead.", "60", None),
    ("Ostrava Steel employs 3,000 people. Police said 14 officers were wounded.", "14", None),
]


@pytest.mark.parametrize(("text", "number", "group"), ROWS, ids=[row[0] for row in ROWS])
def test_whose_losses(reading, text, number, group):
    assert reading(text).claim(number).group == group


SUMS = [
    ("Kyiv's General Staff said Russia lost 1,250 troops, bringing the total to 965,000.", "965,000", "Russia"),
    ("Eritrea said Ethiopia lost 90 soldiers, taking the total to 4,100.", "4,100", "Ethiopia"),
    ("India said Pakistan lost 30 troops last week, raising the number to 410.", "410", "Pakistan"),
    ("Sudan lost 55 soldiers on Sunday, bringing the figure to 720, Chad's army said.", "720", "Sudan"),
]


@pytest.mark.parametrize(("text", "number", "group"), SUMS, ids=[row[0] for row in SUMS])
def test_a_sum_is_of_the_losses_before_it(reading, text, number, group):
    claim = reading(text).claim(number)
    assert (claim.event, claim.group) == ("killed or wounded", group)


def test_what_is_brought_to_persons_is_still_supplied(reading):
    assert reading("The agency brought food to 4,150 households.").claim("4,150").event == "supplied"
